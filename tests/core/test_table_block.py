"""A table: a caption, headings for columns and, where they name rows, for those."""

from tests.core.one_block import OneBlock
from tests.reader import words


def table(*headings: str, rows=()) -> dict:
    columns = [{"type": "text", "heading": heading} for heading in headings]
    return {"columns": columns, "rows": [{"values": list(row)} for row in rows], "caption": ""}


DOORS = table("Who", "Doors", rows=[("Anyone", "15"), ("One person", "4")])
TABLE = OneBlock("table", caption="Doors by who can open them", table=DOORS)


def cells(html, **attributes) -> list[str]:
    return [words(cell) for cell in html.find_all("th", **attributes)]


def test_a_table_has_a_caption_and_names_its_columns():
    html = TABLE.html()
    assert words(html.caption) == "Doors by who can open them"
    assert cells(html, scope="col") == ["Who", "Doors"]
    assert [words(cell) for cell in html.find_all("td")] == ["Anyone", "15", "One person", "4"]
    assert cells(html, scope="row") == []


def test_the_first_column_names_the_rows_when_the_editor_says_so():
    html = TABLE.html(row_headers=True)
    assert cells(html, scope="row") == ["Anyone", "One person"]
    assert [words(cell) for cell in html.find_all("td")] == ["15", "4"]


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    wide = TABLE.html(table=table("Who", "Doors", "Keys", rows=[("Anyone", "15", "2")]))
    region = wide.find(role="region")
    assert (region["tabindex"], region["aria-label"]) == ("0", "Doors by who can open them")
    assert TABLE.html().find(role="region") is None


def test_a_column_without_a_heading_is_refused_when_publishing():
    nameless = table("Who", "", rows=[("Anyone", "15")])
    assert TABLE.faults(table=nameless) == ["Table: Give every column a heading."]
    assert TABLE.faults_of_a_draft(table=nameless) == []


def test_a_table_without_columns_is_refused_when_publishing():
    [fault] = TABLE.faults(table=table())
    assert fault == "Table: Add a column and a row."
    assert TABLE.faults_of_a_draft(table=table()) == []


def test_a_table_without_a_caption_is_refused_when_publishing():
    assert TABLE.faults(caption="") == ["Caption: This field is required."]
    assert TABLE.faults_of_a_draft(caption="") == []


def test_a_table_in_another_language_says_so():
    assert TABLE.html(language="cy").div["lang"] == "cy"


def test_the_example_is_a_table_with_named_rows():
    assert cells(TABLE.preview(), scope="row") == ["Anyone on the ward", "One person"]
