"""A long question shows what says most of it, and lets readers ask for the rest."""

from urllib.parse import urlencode

from tests.factories import BlogPageFactory, DocumentFactory, text
from tests.reader import open_page, parsed, words
from tests.search.asking import ask, indexed, titles
from tests.search.test_odd_questions import answer_to


def test_what_says_only_a_little_of_a_long_question_is_a_link_away(client, home):
    for number in range(12):
        BlogPageFactory(title=f"Herring nets and harbour walls {number:02}")
    BlogPageFactory(title="Walls of straw")
    indexed()
    question = "herring nets harbour walls"
    first = ask(client, question)
    assert "Walls of straw" not in titles(first)
    assert "only a little of what you asked" not in words(first.main)
    last = ask(client, question, page=2)
    assert "1 more says only a little of what you asked for. Show it too" in words(last.main)
    wide = open_page(client, last.main.find("a", string="Show it too")["href"])
    assert words(wide.h1).startswith("13 results")
    last = ask(client, question, page=2, words="any")
    assert titles(last)[-1] == "Walls of straw"
    assert "only a little of what you asked" not in words(last.main)
    back = wide.main.find("a", string="Show only those that say most of them")["href"]
    assert words(open_page(client, back).h1).startswith("12 results")


def test_a_long_document_is_answered_as_soon_as_a_short_one(client, home):
    said = ["herring", "nets", "harbour", "walls", "council", "tide", "lantern", "boats"]
    content = " ".join(said * 6_000).encode()
    BlogPageFactory(body=[("document", {"document": DocumentFactory(content=content)}), text()])
    indexed()
    answer = answer_to(client, "/search/", urlencode({"q": " ".join(said)}))
    assert titles(parsed(answer.text))
