"""Tables and nested lists of a saved page keep their shape, or the report says that they do not."""

import pytest

from blog.models import BlogPage
from tests.editing.old_pages import PROSE, html_of, read

HEAD = "<tr><th>Lamp</th><th>Keeper</th></tr>"
ROWS = "<tr><td>Gull 'Rock'</td><td>Ada <b>Byrne</b></td></tr><tr><td>Quay</td><td></td></tr>"


def page_with(markup: str):
    return read(html_of(f"<p>{PROSE}</p>{markup}<p>{PROSE}</p>"), "a.html")


def tables(page):
    return [piece.table for piece in page.body if piece.table]


@pytest.mark.parametrize(
    "markup",
    [
        f"<table><caption>Who keeps which</caption>{HEAD}{ROWS}</table>",
        "<table><caption>Who keeps which</caption><thead><tr><td>Lamp</td><td>Keeper</td></tr>"
        f"</thead><tbody>{ROWS}</tbody></table>",
    ],
)
def test_a_table_with_headings_is_a_table(markup):
    page = page_with(markup)
    (table,) = tables(page)
    assert (table.caption, table.headings) == ("Who keeps which", ("Lamp", "Keeper"))
    assert table.rows == (("Gull ‘Rock’", "Ada Byrne"), ("Quay", ""))
    assert not any("table" in doubt for doubt in page.unsure)


def test_a_table_without_caption_is_called_by_its_headings_and_told():
    page = page_with(f"<table>{HEAD}{ROWS}</table>")
    assert tables(page)[0].caption == "Lamp, Keeper"
    assert "A table has no caption; it is called “Lamp, Keeper”." in page.unsure


def test_a_link_in_a_table_is_told_as_left_out():
    page = page_with(f"<table>{HEAD}<tr><td><a href='/q'>Quay</a></td><td>Bo</td></tr></table>")
    assert tables(page)[0].rows == (("Quay", "Bo"),)
    assert "link in a table: “/q”" in page.left_out


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        (f"<table>{ROWS}</table>", ["Gull ‘Rock’; Ada Byrne", "Quay"]),
        (
            "<table><tr><td><p>Quay</p></td><td>Bo<br>Roe</td></tr><tr><td>Fog</td></tr></table>",
            ["Quay; Bo Roe", "Fog"],
        ),
        (
            "<table><tr><th>Lamp</th><th></th></tr><tr><td>Quay</td><td>Bo</td></tr></table>",
            ["Lamp", "Quay; Bo"],
        ),
        (
            "<table><tr><th colspan=2>Lamps</th></tr><tr><td>Quay</td><td>Bo</td></tr></table>",
            ["Lamps", "Quay; Bo"],
        ),
    ],
)
def test_another_table_becomes_a_paragraph_for_each_row_and_is_told(markup, lines):
    page = page_with(markup)
    assert [piece.text for piece in page.body] == [PROSE, *lines, PROSE]
    assert any("a paragraph for each row" in doubt for doubt in page.unsure)


def test_a_table_for_layout_is_taken_apart_and_told():
    page = page_with(f"<table><tr><td><h2>Why</h2><p>{PROSE}</p></td><td>Quay</td></tr></table>")
    assert [piece.text for piece in page.body] == [PROSE, "Why", PROSE, "Quay", PROSE]
    assert "A table was taken apart: a paragraph for each of its cells." in page.unsure


def test_a_table_that_only_makes_a_box_is_nothing_to_tell():
    page = page_with(f"<table><tr><td><p>{PROSE}</p></td></tr></table>")
    assert [piece.text for piece in page.body] == [PROSE] * 3
    assert not any("table" in doubt for doubt in page.unsure)


@pytest.mark.django_db
def test_a_table_becomes_a_block_and_readers_see_it(run, saved, client):
    rows = "<tr><th>Gull</th><td>Ada</td></tr><tr><th>Quay</th><td>Bo</td></tr>"
    html = html_of(f"<p class='byline'>Ann Lee</p><p>{PROSE}</p><table>{HEAD}{rows}</table>")
    path = saved(html, "a.html")
    told = run(path, "--publish")
    assert (told.err, told.status) == ("", 0)
    block = BlogPage.objects.get().body[-1]
    assert (block.block_type, block.value["row_headers"]) == ("table", True)
    page = client.get(BlogPage.objects.get().url).content.decode()
    for part in ("Lamp, Keeper</caption>", '<th scope="col">Keeper</th>', "Ada", "Bo"):
        assert part in page
    assert "unchanged" in run(path, "--publish").out


@pytest.mark.django_db
def test_nested_lists_stay_nested(run, saved):
    lists = (
        "<ul><li>Ask<ol><li>Ada<ul><li>twice</li></ul></li><li>Bo</li></ol></li><li>Oil</li></ul>"
    )
    path = saved(html_of(f"<p>{PROSE}</p>{lists}<ol><li>Rest</li></ol>"), "a.html")
    run(path)
    text = str(BlogPage.objects.get().body[0].value["text"])
    assert text.endswith(f"{lists}<ol><li>Rest</li></ol>")
    assert "unchanged" in run(path).out


def test_lists_deeper_than_the_editor_has_are_told():
    page = page_with("<ul><li>lamp" * 6 + "</li></ul>" * 6)
    assert [piece.depth for piece in page.body if piece.kind == "item"] == [0, 1, 2, 3, 3, 3]
    assert "A list is nested too deep: its deepest items stand on one level." in page.unsure
