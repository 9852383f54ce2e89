"""The results page tells what was made of words that no page says."""

from tests.factories import BlogPageFactory
from tests.reader import links, open_page, words
from tests.search.asking import ask, indexed, titles


def test_corrected_words_are_told(client, home):
    BlogPageFactory(title="Herring in week one")
    BlogPageFactory(title="Herring in week two")
    indexed()
    page = ask(client, "herrring")
    assert words(page.h1) == "2 results for ‘herring’"
    assert "Nothing says ‘herrring’, so these are results for herring." in words(page.main)
    box = page.find("form", attrs={"aria-label": "Search again"})
    assert box.find("input", type="search")["value"] == "herrring"


def test_another_word_that_may_have_been_meant_leads_to_its_own_results(client, home):
    BlogPageFactory(title="Stone and stone and stone")
    BlogPageFactory(title="The stove")
    indexed()
    page = ask(client, "stoxe")
    assert "results for stone. Did you mean stove?" in words(page.main)
    assert titles(open_page(client, links(page.main)["stove"])) == ["The stove"]


def test_words_that_nothing_says_are_told_where_others_are_found(client, home):
    BlogPageFactory(title="Herring in week one")
    BlogPageFactory(title="Herring in week two")
    indexed()
    page = ask(client, "herring qqzzyx wwvvkj")
    assert words(page.h1) == "2 results for ‘herring qqzzyx wwvvkj’"
    told = "No page says ‘qqzzyx’ or ‘wwvvkj’. These are results for the other words."
    assert told in words(page.main)


def test_words_that_are_all_said_are_not_remarked_on(client, home):
    BlogPageFactory(title="Herring in week one")
    BlogPageFactory(title="Herring in week two")
    indexed()
    assert "No page says" not in words(ask(client, "the herring in week").main)


def test_a_slip_for_a_small_word_adds_nothing_to_what_is_looked_for(client, home):
    BlogPageFactory(title="Herring in week one")
    BlogPageFactory(title="The price of their boats")
    indexed()
    assert titles(ask(client, "thier herring")) == ["Herring in week one"]


def test_a_slip_in_one_part_of_a_compound_is_corrected_where_it_stands(client, home):
    BlogPageFactory(title="Mental health")
    indexed()
    page = ask(client, "mental-helth")
    assert words(page.h1) == "1 result for ‘mental-health’"
    assert "so these are results for mental-health." in words(page.main)
