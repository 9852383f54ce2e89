"""Promoted pages come first and demoted ones last, for the searches that editors name."""

import pytest
from django.urls import reverse

from search.models import DemotedPage, PromotedPage, Promotion
from tests.editor import fill_in
from tests.factories import WAYS_TO_GO, BlogPageFactory, PersonPageFactory, make_private
from tests.reader import parsed, words
from tests.search.asking import ask, indexed, titles
from tests.search.editor import answer_of, found
from tests.signing_in import sign_in_as

ADD = "wagtailsnippets_search_promotion:add"
EDIT = "wagtailsnippets_search_promotion:edit"
LIST = "wagtailsnippets_search_promotion:list"


def promote(phrases: str, first=(), last=(), **more) -> Promotion:
    """Save a promotion with its pages."""
    promotion = Promotion.objects.create(phrases=phrases, **more)
    for place, page in enumerate(first):
        PromotedPage.objects.create(promotion=promotion, page_id=page.pk, sort_order=place)
    for place, page in enumerate(last):
        DemotedPage.objects.create(promotion=promotion, page_id=page.pk, sort_order=place)
    return promotion


@pytest.fixture
def posts(home):
    made = {name: BlogPageFactory(title=name) for name in ("Herring one", "Herring two", "Nets")}
    indexed()
    return made


def test_a_promoted_page_comes_first_and_only_once(client, posts):
    promote("herring", first=[posts["Herring two"]])
    assert titles(ask(client, "herring")) == ["Herring two", "Herring one"]
    assert answer_of("herring").count == 2


def test_a_promoted_page_that_does_not_say_it_is_counted(client, posts):
    promote("herring", first=[posts["Nets"]])
    page = ask(client, "herring")
    assert titles(page) == ["Nets", "Herring one", "Herring two"]
    assert "3 results" in words(page.main)


def test_promoted_pages_stand_in_the_order_given(posts):
    promote("herring", first=[posts["Nets"], posts["Herring two"], posts["Herring one"]])
    assert found("herring") == ["Nets", "Herring two", "Herring one"]


def test_a_demoted_page_comes_last_and_is_still_counted(posts):
    promote("herring", last=[posts["Herring one"]])
    assert found("herring") == ["Herring two", "Herring one"]
    assert answer_of("herring").count == 2


def test_a_page_is_found_that_nothing_else_is_found_beside(client, posts):
    promote("zyzzyva", first=[posts["Nets"]])
    assert titles(ask(client, "zyzzyva")) == ["Nets"]


@pytest.mark.parametrize("text", ["HERRING", "herrings", " herring ", "Hérring", "herrring"])
def test_case_accents_endings_and_slips_make_no_difference(posts, text):
    promote("Herring", first=[posts["Nets"]])
    assert found(text)[0] == "Nets"


def test_an_exact_search_is_not_one_with_more_words(posts):
    promote("herring", first=[posts["Nets"]])
    assert "Nets" not in found("herring one")


def test_words_among_others_count_in_any_order(posts):
    promote("herring two", match="contains", first=[posts["Nets"]])
    assert found("two small herring")[0] == "Nets"
    assert "Nets" not in found("herring")


def test_an_exact_promotion_wins_over_words_among_others(posts):
    promote("herring", match="contains", first=[posts["Nets"]])
    promote("herring", first=[posts["Herring two"]])
    assert found("herring") == ["Herring two", "Herring one"]


def test_a_promotion_of_another_language_changes_nothing(posts):
    promote("herring", language="cy", first=[posts["Nets"]])
    assert "Nets" not in found("herring")


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_a_promoted_page_that_readers_may_not_see_is_not_shown(client, posts, go):
    promote("herring", first=[posts["Nets"]])
    go(posts["Nets"])
    page = ask(client, "herring")
    assert titles(page) == ["Herring one", "Herring two"]
    assert "2 results" in words(page.main)


def test_a_promoted_page_obeys_the_filters(client, home):
    post = BlogPageFactory(title="Herring")
    person = PersonPageFactory(title="Ada Nets")
    indexed()
    promote("herring", first=[person])
    assert titles(ask(client, "herring", type=post._meta.model_name)) == ["Herring"]


def test_the_newest_first_stays_the_newest_first(client, posts):
    before = titles(ask(client, "herring", sort="date"))
    promote("herring", last=[posts["Herring two"], posts["Herring one"]])
    assert titles(ask(client, "herring", sort="date")) == before


def test_readers_are_not_told_of_promotions(client, posts):
    promote("herring", first=[posts["Nets"]])
    assert "promot" not in ask(client, "herring").main.decode().lower()


def test_an_editor_promotes_pages_by_the_form(client, posts):
    sign_in_as(client)
    data = fill_in(
        client.get(reverse(ADD) + "?phrases=herring"),
        "w-editor-form",
        promoted=[{"page": posts["Nets"].pk}],
        demoted=[{"page": posts["Herring one"].pk}],
    )
    assert data["phrases"][0].strip() == "herring"
    assert client.post(reverse(ADD), data).status_code == 302
    assert found("herring") == ["Nets", "Herring two", "Herring one"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"phrases": ["!!!"]}, "“!!!” has no letter or figure to search for."),
        ({"promoted": [], "demoted": []}, "Choose at least one page to come first or last."),
        ({"demoted": ["Nets"]}, "“Nets” stands here more than once."),
    ],
)
def test_a_promotion_that_could_do_nothing_is_refused(client, posts, more, told):
    sign_in_as(client)
    given = {"phrases": ["herring"], "promoted": ["Nets"], "demoted": []} | more
    rows = {
        name: [{"page": posts[one].pk} for one in given[name]] for name in ("promoted", "demoted")
    }
    data = fill_in(client.get(reverse(ADD)), "w-editor-form", **rows) | {
        "phrases": given["phrases"]
    }
    assert told in client.post(reverse(ADD), data).text


def test_a_removed_promotion_is_forgotten_at_once(client, posts):
    promotion = promote("herring", first=[posts["Nets"]])
    assert titles(ask(client, "herring"))[0] == "Nets"
    promotion.delete()
    assert titles(ask(client, "herring"))[0] != "Nets"


def test_the_list_and_the_form_flag_pages_that_are_not_shown(client, posts):
    promotion = promote("herring", first=[posts["Nets"], posts["Herring one"]])
    posts["Nets"].unpublish()
    make_private(posts["Herring one"])
    sign_in_as(client)
    for place in (reverse(LIST), reverse(EDIT, args=[promotion.pk])):
        page = words(parsed(client.get(place).text))
        assert "Nets (draft" in page
        assert "Herring one (private" in page


def test_a_form_without_hidden_pages_flags_none(client, posts):
    promotion = promote("herring", first=[posts["Nets"]])
    page = parsed(sign_in_as(client).get(reverse(EDIT, args=[promotion.pk])).text)
    assert "Not shown to readers" not in words(page)


@pytest.mark.parametrize(("group", "may"), [("Editors", False), ("Moderators", True)])
def test_moderators_may_delete_and_editors_may_not(client, posts, group, may):
    promotion = promote("herring", first=[posts["Nets"]])
    address = reverse("wagtailsnippets_search_promotion:delete", args=[promotion.pk])
    answer = sign_in_as(client, group).post(address)
    assert answer.status_code == 302
    assert Promotion.objects.exists() is not may
