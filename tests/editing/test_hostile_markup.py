"""Broken or hostile markup is read in time, or refused; nothing in it is run or expanded."""

import pytest

from editing.importers.reading.files import UnreadableFile
from tests.editing.old_pages import PROSE, html_of, read

MANY = 5_000
BOMB = "<!DOCTYPE x [<!ENTITY a 'boom'>" + "<!ENTITY b '&a;&a;&a;'>" * MANY + "]>"

# Each of these once took minutes, or would in a parser that is not guarded.
ENDLESS = {
    "tags never closed": "<a " * MANY,
    "deep nesting": "<div>" * MANY + PROSE,
    "deep headers": "<main>" + "<header>" * MANY + PROSE,
    "emphasis never closed": "<b>" * MANY + PROSE,
    "comments never closed": "<!--" * MANY + PROSE,
    "attributes": "<a " + 'x="1" ' * MANY + f">{PROSE}</a>",
    "many quotations": "“a” " * MANY,
    "single marks": "'a " * MANY,
    "marks never closed": "“" * MANY,
    "capitals": "Ada " * MANY,
    "speakers": "Ada Byrne said: " * MANY,
    "roles": "In my role as " * MANY,
    "dates": "21/02/18 " * MANY,
    "one endless word": "a" * 500_000,
    "white space": " " * 500_000 + "x",
    "menu": "Home | " * MANY,
    "bylines": "By Ada Byrne\n\n" * MANY,
    "tables": "<table><tr><td>a</td><td>" * MANY,
    "lists": "<ul><li>a" * MANY,
    "present roles": "Ada is now " * MANY,
    "blockquotes": "<blockquote><p>Words here</p></blockquote>" * 2_000,
}


@pytest.mark.parametrize("ending", ["txt", "html"])
@pytest.mark.parametrize("name", ENDLESS)
def test_reading_ends_whatever_is_repeated(name, ending):
    try:
        page = read(ENDLESS[name], f"a.{ending}")
    except UnreadableFile as refused:
        assert str(refused).endswith(("lines.", "text."))  # noqa: PT017  Either is an answer.
    else:
        assert page.title


def test_entities_are_never_expanded():
    page = read(BOMB + html_of(f"<p>{PROSE}</p><p>The lamp &b; is lit.</p>"), "a.html")
    assert page.body[-1].text == "The lamp &b; is lit."
    assert any("entities" in line for line in page.left_out)


def test_a_script_leaves_nothing_behind():
    hidden = (
        "<scr<script>ipt>alert(1)</script><svg onload=alert(1)></svg><iframe src=x>words</iframe>"
    )
    page = read(html_of(f"<p onclick='alert(1)'>{PROSE}</p>{hidden}"), "a.html")
    assert "alert" not in "".join(piece.marked.as_html() for piece in page.body)


def test_more_markup_than_a_page_can_have_is_refused():
    with pytest.raises(UnreadableFile, match="tags"):
        read("<i>x</i>" * 30_000, "a.html")


@pytest.mark.parametrize(
    "broken",
    [
        f"<p>{PROSE}<p>Second <b>bold<p>Third</b></i></div>",
        f"<table><tr><td>{PROSE}<td>Second bold<tr>Third",
        f"<p>{PROSE}</p><ul><li>Second bold<li>Third",
    ],
)
def test_markup_that_is_never_closed_loses_no_word(broken):
    page = read(f"<h1>One key for nineteen lamps</h1>{broken}", "a.html")
    assert (
        " ".join(piece.text for piece in page.body).split() == f"{PROSE} Second bold Third".split()
    )


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><nav>Home</nav></body></html>",
        "<p>Skip to main content</p>",
        "<script>only()</script>",
        "<h1>Only a title</h1>",
    ],
)
def test_a_page_without_an_article_is_refused_in_words(text):
    with pytest.raises(UnreadableFile, match="no article"):
        read(text, "a.html")
