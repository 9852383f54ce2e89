"""A private page is in no list, count, filter, suggestion, extract, correction or feed."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from core.models import BasePage
from search.catching_up import catch_up
from search.models import Document
from search.rebuilding import rebuild
from tests.factories import (
    BlogPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicFactory,
    make_private,
    publish,
    quote,
    text,
)
from tests.reader import words
from tests.search.asking import address, ask, titles

SECRET = "zugzwang"


@pytest.fixture
def secret(home):
    """Return a page that says a word which no other says, once everybody could read it."""
    publish(StandardPageFactory(title="Open chess", body=[text("<p>Chess for all.</p>")]))
    body = [text(f"<p>Chess: the {SECRET}.</p>"), quote(words=f"A {SECRET}!", name="Cy Sayer")]
    page = publish(
        BlogPageFactory(
            title=f"The {SECRET} of chess",
            summary=f"Chess and {SECRET}.",
            body=body,
            topics=[TopicFactory(name="Endgames")],
            author=PersonPageFactory(title="Quentin Hidden"),
        )
    )
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    return page


def hidden(secret, way: str, monkeypatch):
    """Take a page from readers in one of several ways; the index has not caught up yet."""
    if way == "page":
        make_private(secret)
    elif way == "parent":
        make_private(secret.get_parent())
    elif way == "unpublished":
        secret.unpublish()
    elif way == "password":
        PageViewRestriction.objects.create(
            page=secret, restriction_type="password", password="knight"
        )
    elif way == "caught up":
        make_private(secret)
        catch_up()
    elif way == "among many":
        # Too many are taken out of the words later, by the task.
        monkeypatch.setattr("search.signal_handlers.FEW", 0)
        make_private(secret.get_parent())
    elif way == "expired":
        # The time has come; the job that takes it down has not.
        past = timezone.now() - datetime.timedelta(seconds=1)
        BasePage.objects.filter(pk=secret.pk).update(expire_at=past)
        Document.objects.filter(page_id=secret.pk).update(expires_at=past)


WAYS = ["page", "parent", "password", "unpublished", "caught up", "among many", "expired"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("query", [SECRET, "chess", "zugzwnag", "zugzw", "the zugzwang of chess"])
def test_nothing_on_the_results_page_tells_of_it(client, secret, monkeypatch, way, query):
    assert SECRET in words(ask(client, SECRET).main)
    hidden(secret, way, monkeypatch)
    page = ask(client, query)
    # What the reader typed is told back to them, as it is of words that nobody ever said.
    said = words(page).replace(query, "").replace(f"No page says ‘{SECRET}’", "")
    assert SECRET not in said
    assert "Endgames" not in said
    assert not any("chess" in title and "Open" not in title for title in titles(page))


@pytest.mark.parametrize("way", WAYS)
def test_its_word_is_answered_as_one_that_nobody_ever_said(client, secret, monkeypatch, way):
    hidden(secret, way, monkeypatch)
    never_said = words(ask(client, "qqxxyyzz chess").main)
    assert words(ask(client, f"{SECRET} chess").main) == never_said.replace("qqxxyyzz", SECRET)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_in_no_count(client, secret, monkeypatch, way):
    assert "3 results" in words(ask(client, "chess").h1)
    hidden(secret, way, monkeypatch)
    assert "1 result " in words(ask(client, "chess").h1)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("start", ["zug", "the zug", "chess"])
def test_it_is_not_suggested(client, secret, monkeypatch, way, start):
    hidden(secret, way, monkeypatch)
    assert SECRET not in client.get("/search/suggest/", {"q": start}).text


@pytest.mark.parametrize("way", WAYS)
def test_it_is_in_no_feed(client, secret, monkeypatch, way):
    feed = address("chess").replace("/search/", "/search/feed/")
    assert SECRET in client.get(feed).text
    hidden(secret, way, monkeypatch)
    assert SECRET not in client.get(feed).text


@pytest.mark.parametrize("way", WAYS)
def test_its_facets_are_not_offered_even_when_asked_for(client, secret, monkeypatch, way):
    hidden(secret, way, monkeypatch)
    page = ask(client, "chess", topic="endgames")
    assert titles(page) == []


def test_an_index_that_still_holds_it_shows_nothing_of_it(client, secret):
    """Nothing was told to the index at all: the pages themselves are asked."""
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=secret, restriction_type="login")]
    )
    assert Document.objects.filter(page_id=secret.pk, is_open=True).exists()
    assert titles(ask(client, SECRET)) == []
    assert titles(ask(client, "chess")) == ["Open chess"]


def test_pages_of_another_site_are_not_found(client, secret, home):
    root = home.get_parent()
    other = type(home)(title="Elsewhere", slug="elsewhere")
    root.add_child(instance=other)
    Site.objects.create(hostname="elsewhere.example", root_page=other)
    publish(StandardPageFactory(title="Far chess", parent=other))
    catch_up()
    rebuild(Site.objects.get(hostname="elsewhere.example"), "en-gb")
    assert "Far chess" not in titles(ask(client, "chess"))
