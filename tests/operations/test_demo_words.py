"""The small notation of the demonstration's words is read as its module says."""

import pytest

from operations.demonstration.counting import counted
from operations.demonstration.reading import WORDS, cells, pieces, read, read_folder, rich_text

KEYS = {"somebody": 7}


def test_paragraphs_between_headings_become_one_text():
    found = list(pieces("One.\n\nTwo.\n\n## A heading\n\n- a\n- b"))
    assert [(piece.kind, piece.text) for piece in found] == [
        ("text", "One.\n\nTwo."),
        ("heading", "A heading"),
        ("text", "- a\n- b"),
    ]
    assert found[1].get("level") == "2"


def test_a_block_has_a_head_and_a_text_of_its_own():
    text = "Before.\n\n::: quote\nby: somebody\n\nFirst.\n\nSecond.\n:::\n\nAfter."
    before, quote, after = pieces(text)
    assert (quote.kind, quote.get("by"), quote.text) == ("quote", "somebody", "First.\n\nSecond.")
    assert (before.text, after.text) == ("Before.", "After.")


def test_a_block_may_go_without_a_head():
    (facts,) = pieces("::: facts\n\nPlace: here\n:::")
    assert (facts.head, facts.text) == ({}, "Place: here")


def test_links_works_and_important_words_are_marked_up():
    html = rich_text(
        "[Her](somebody) *Book* is **new** <b> [there](https://a.example/)", KEYS.__getitem__
    )
    assert html == (
        '<p><a id="7" linktype="page">Her</a> <cite>Book</cite> is <b>new</b> &lt;b&gt; '
        '<a href="https://a.example/">there</a></p>'
    )


@pytest.mark.parametrize(("mark", "tag"), [("- ", "ul"), ("1. ", "ol")])
def test_lines_with_a_mark_become_a_list(mark, tag):
    html = rich_text(f"{mark}one\n{mark}two", KEYS.__getitem__)
    assert html == f"<{tag}><li>one</li><li>two</li></{tag}>"


def test_every_name_that_a_file_mentions_is_a_file():
    folders = ["indexes", "pages", "people", "speakers", "posts"]
    every = [words for folder in folders for words in read_folder(folder)]
    names = {words.name for words in every}
    assert len(names) == len(every)
    assert {name for words in every for name in words.mentions} <= names


def test_a_file_mentions_those_it_links_to_quotes_and_is_by():
    mentions = read(WORDS / "posts" / "friday-at-four.txt").mentions
    assert {"dev-ramanathan", "marged-prydderch", "seun-adebanwi"} <= mentions


def test_a_tilde_is_a_space_that_no_line_ends_at():
    assert "Mr\N{NO-BREAK SPACE}B" in read(WORDS / "posts" / "friday-at-four.txt").text


def test_cells_are_cut_and_trimmed():
    assert cells("a | b |") == ["a", "b", ""]


def test_numbers_are_said_with_their_kind():
    assert counted({"posts": 19, "collection": 1}) == "19 posts, 1 collection"
