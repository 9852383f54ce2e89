"""The results page: what was found, how it can be narrowed, and ways on when it is nothing."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Locale

from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    TopicFactory,
    make_private,
    quote,
    text,
)
from tests.reader import links, navigation, open_page, words
from tests.search.asking import ask, indexed, results, titles

NOW = timezone.now()
DAY = datetime.timedelta(days=1)


def posts(number: int, title: str = "Herring in week", **fields) -> list:
    """Make posts, each a day older than the one before."""
    return [
        BlogPageFactory(title=f"{title} {place}", first_published_at=NOW - place * DAY, **fields)
        for place in range(1, number + 1)
    ]


# What was found
def test_the_number_and_the_words_are_the_heading_and_the_title(client, home):
    posts(2)
    indexed()
    page = ask(client, "herring")
    assert words(page.h1) == "2 results for ‘herring’"
    assert words(page.title).startswith("‘herring’: 2 results, search – ")


def test_one_result_is_not_called_results(client, home):
    posts(1)
    indexed()
    assert words(ask(client, "herring").h1) == "1 result for ‘herring’"


def test_the_words_stay_in_the_box_as_they_were_typed(client, home):
    posts(1)
    indexed()
    page = ask(client, '  "Herring"  <b>')
    box = page.find("form", attrs={"aria-label": "Search again"})
    assert box.find("input", type="search")["value"] == '  "Herring"  <b>'
    assert box.label["for"] == box.find("input", type="search")["id"]
    assert page.header.find("input", type="search")["value"] == ""


def test_a_result_says_kind_day_title_and_where_the_words_stand(client, home):
    body = [text("<p>Before it was light, the herring came in over the bar.</p>")]
    post = BlogPageFactory(
        title="The herring fleet",
        summary="",
        body=body,
        first_published_at=datetime.datetime(2020, 3, 5, 12, tzinfo=datetime.UTC),
    )
    indexed()
    [result] = results(ask(client, "herring"))
    assert "Blog post" in words(result)
    assert words(result.time) == "5 March 2020"
    assert links(result)["The herring fleet"].startswith(post.url)
    assert [words(mark) for mark in result.find_all("mark")] == ["herring", "herring"]


def test_a_person_is_of_no_day(client, home):
    PersonPageFactory(title="Ottoline Grieve")
    indexed()
    [result] = results(ask(client, "ottoline"))
    assert result.time is None


def test_words_of_a_page_are_never_taken_for_mark_up(client, home):
    BlogPageFactory(title="<script>alert(1)</script> herring", summary="")
    indexed()
    page = ask(client, "herring")
    assert "<script>alert(1)</script> herring" in titles(page)
    assert page.main.find("script") is None


def test_a_quotation_is_shown_in_its_marks_with_the_face_of_its_speaker(client, home):
    face = PictureFactory()
    speaker = PersonPageFactory(title="Sal Sayer", portrait=face)
    author = PersonPageFactory(title="Ann Author")
    body = [quote("A herring needs no map.", name="Sal Sayer", profile=speaker)]
    BlogPageFactory(title="At sea", author=author, body=body)
    indexed()
    found = {words(one.p).split("·")[0].strip(): one for one in results(ask(client, "map"))}
    quotation = found["Quotation"]
    assert "“A herring needs no map.”" in words(quotation)
    assert quotation.img["src"] == face.file.url
    assert "#quote-" in links(quotation)["Sal Sayer, in “At sea”"]
    assert "AA" in words(found["Blog post"])


def test_a_face_is_only_shown_of_profiles_that_readers_may_see(client, home):
    author = PersonPageFactory(title="Ann Author", portrait=PictureFactory())
    BlogPageFactory(title="Herring", author=author)
    make_private(author)
    indexed()
    [result] = results(ask(client, "herring"))
    assert result.img is None


# Narrowing, order and pages
def test_results_are_narrowed_by_links_whose_words_hold_no_count(client, home):
    posts(2, "Herring", topics=[TopicFactory(name="Boats")])
    PersonPageFactory(title="Herring Jones")
    indexed()
    page = ask(client, "herring")
    facet = navigation(page, "Filter by type")
    assert words(facet).startswith("Type Everything 3 Blog posts 2")
    assert set(links(facet)) == {"Everything", "Blog posts", "People"}
    assert words(facet.find(attrs={"aria-current": "true"})) == "Everything"
    narrowed = open_page(client, links(facet)["Blog posts"])
    assert "Herring Jones" not in titles(narrowed)
    assert words(narrowed.h1) == "2 results for ‘herring’"


def test_a_choice_keeps_the_words_and_the_other_choices_and_can_be_taken_back(client, home):
    boats, nets = TopicFactory(name="Boats"), TopicFactory(name="Nets")
    posts(2, "Herring in boats", topics=[boats])
    posts(1, "Herring in nets", topics=[nets])
    indexed()
    page = ask(client, "herring", type="blogpage", sort="date")
    chosen = open_page(client, links(navigation(page, "Filter by topic"))["Boats"])
    assert titles(chosen) == ["Herring in boats 1", "Herring in boats 2"]
    current = [words(one) for one in chosen.main.find_all(attrs={"aria-current": "true"})]
    assert current == ["Blog posts", "Newest", "Boats"]
    back = open_page(client, links(navigation(chosen, "Filter by topic"))["Any topic"])
    assert len(titles(back)) == 3


def test_further_filters_are_folded_away_until_one_of_them_is_chosen(client, home):
    boats = TopicFactory(name="Boats")
    posts(2, topics=[boats])
    posts(1, "Herring in nets", topics=[TopicFactory(name="Nets")])
    indexed()
    assert not ask(client, "herring", type="blogpage").main.details.has_attr("open")
    chosen = ask(client, "herring", topic=boats.slug).main.details
    assert chosen.has_attr("open")
    assert "Any topic" in links(chosen)


def test_results_are_sorted_by_date_by_a_link(client, home):
    BlogPageFactory(title="Herring herring herring", first_published_at=NOW - 9 * DAY)
    BlogPageFactory(title="A long account of many things and a herring", first_published_at=NOW)
    indexed()
    page = ask(client, "herring")
    assert titles(page)[0] == "Herring herring herring"
    newest = open_page(client, links(navigation(page, "Order"))["Newest"])
    assert titles(newest)[0] == "A long account of many things and a herring"


def test_ten_results_are_on_a_page_and_the_next_ones_keep_the_search(client, home):
    posts(12)
    indexed()
    page = ask(client, "herring", type="blogpage")
    assert len(results(page)) == 10
    assert words(page.main.find("h2", string=lambda s: s and s.startswith("Results"))) == (
        "Results 1 to 10 of 12"
    )
    following = open_page(client, links(navigation(page, "Pages of results"))["Next page"])
    assert len(results(following)) == 2
    assert words(following.title).startswith("‘herring’: 12 results (page 2 of 2), search")
    assert not set(titles(page)) & set(titles(following))


@pytest.mark.parametrize("number", ["0", "-1", "99", "9" * 400, "two", "１", ""])
def test_nonsense_for_a_page_number_gives_the_first_page(client, home, number):
    posts(12)
    indexed()
    assert len(results(ask(client, "herring", page=number))) == 10


def test_a_choice_that_there_is_not_finds_nothing_and_says_the_way_back(client, home):
    posts(1)
    indexed()
    page = ask(client, "herring", topic="no-such-topic")
    assert words(page.h1) == "No results for ‘herring’"
    everywhere = open_page(client, links(page.main)["Look for the words everywhere"])
    assert len(titles(everywhere)) == 1


# Nothing found, nothing asked, nothing to ask
def test_no_results_lead_on(client, home):
    BlogIndexPageFactory(show_in_menus=True)
    indexed()
    page = ask(client, "zyzzyva")
    assert words(page.h1) == "No results for ‘zyzzyva’"
    assert words(page.title).startswith("‘zyzzyva’: no results, search – ")
    assert "Check the spelling" in words(page.main)
    go_next = page.main.find("section", attrs={"aria-labelledby": "go-next"})
    assert links(go_next) == {"Blog": "/blog/"}


@pytest.mark.parametrize("nothing", ["", "   ", "\t\n", "\x00"])
def test_asking_nothing_shows_help_and_no_results(client, home, nothing):
    posts(1)
    indexed()
    page = ask(client, nothing)
    assert words(page.h1) == "Search"
    assert "results for" not in words(page)
    assert "That was more than" not in words(page)


def test_an_address_without_any_question_shows_the_box(client, home):
    indexed()
    assert words(open_page(client, "/search/").h1) == "Search"


def test_before_there_is_an_index_a_note_says_so(client, home):
    BlogIndexPageFactory(show_in_menus=True)
    page = ask(client, "herring")
    assert words(page.h1) == "Search is being prepared"
    assert "Please try again in a few minutes." in words(page.main)
    assert links(page.main)["Blog"] == "/blog/"


def test_an_index_of_an_older_version_is_not_asked(client, home):
    index = indexed()
    type(index).objects.update(format=0)
    assert words(ask(client, "herring").h1) == "Search is being prepared"


# What browsers, caches and search engines are told
def test_search_engines_keep_out_and_caches_keep_it_a_minute(client, home):
    posts(1)
    indexed()
    answer = client.get("/search/?q=herring")
    assert "s-maxage=60" in answer.headers["Cache-Control"]
    assert "public" in answer.headers["Cache-Control"]
    assert answer.cookies == {}
    assert "Cookie" not in answer.headers.get("Vary", "")
    page = ask(client, "herring")
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert page.find("link", rel="canonical") is None


def test_an_editors_answer_is_kept_by_no_cache(admin_client, home):
    indexed()
    answer = admin_client.get("/search/?q=herring")
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_feed_of_the_search_is_linked(client, home):
    posts(1)
    indexed()
    page = ask(client, "herring", type="blogpage", sort="date")
    feed = page.find("link", type="application/atom+xml")
    assert feed["href"] == "/search/feed/?q=herring&type=blogpage"
    assert links(page.main)["Follow this search with a feed reader"] == feed["href"]


def test_a_search_in_another_language_asks_that_languages_index(client, home):
    Locale.objects.create(language_code="cy")
    posts(1)
    indexed()
    page = ask(client, "herring", lang="cy")
    assert page.html["lang"] == "cy"
    assert words(page.h1) == "Search is being prepared"
    box = page.find("form", attrs={"aria-label": "Search again"})
    assert box.find("input", type="hidden")["value"] == "cy"
    assert ask(client, "herring", lang="nonsense").html["lang"] == "en-GB"
