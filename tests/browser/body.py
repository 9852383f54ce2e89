"""A body with a block of every sort, as the site for browser tests shows it."""

from pathlib import Path

from tests.factories import DocumentFactory, PictureFactory, heading, people_row, quote, text

FILM = Path(__file__).parent / "films/square.webm"
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:04.000\nA square sets out.\n"
TRANSCRIPT = "<p>Nobody speaks. A square goes from left to right.</p>"
WELSH = "<p>Mae dau air am groeso, a gŵyr pawb y ddau.</p>"
AGAIN = "Four could be opened only from the inside."
COLUMNS = ["Door", "Who can open it", "Keys"]
ROWS = [["Front", "Anyone on the ward, at any hour", "15"], ["Back", "One person", "4"]]


def every_block(speaker, person) -> list[tuple]:
    """Return blocks of every sort, quotations by `speaker` and by names alone among them."""
    return [
        text(
            f"<p>There were nineteen doors. {AGAIN} Read <b>on</b>, or see the "
            f'<a href="https://doors.example/">report on doors</a>.</p>'
            "<ul><li>One</li><li>Two, as <cite>Salt Roads</cite> says</li></ul>"
        ),
        heading("Counting the doors"),
        quote(name="", profile=speaker, work_title="Salt Roads", work_year=2021),
        quote("Nac ofna.", name="Nel Nodedig", role="Clerk", language="cy"),
        quote(AGAIN, name="", is_pull_quote=True),
        text(WELSH, language="cy"),
        heading("How we counted", "3"),
        _table(),
        ("facts", {"heading": "Facts", "items": [{"term": "Doors", "description": "<p>19</p>"}]}),
        ("aside", {"heading": "What is a door?", "text": "<p>Whatever stops you.</p>"}),
        ("details", {"summary": "How long it took", "text": "<p>A week, and no less.</p>"}),
        heading("What we saw"),
        *_pictures_and_files(),
        people_row(person, speaker, heading="Who took part"),
        ("related_pages", {"heading": "Read on", "pages": [person]}),
        ("call_to_action", {"text": "Meet the speaker", "page": speaker}),
    ]


def _pictures_and_files() -> list[tuple]:
    picture = PictureFactory(
        description="A net loft at low tide.",
        file__width=1600,
        file__height=900,
        credit="Drawn by nobody",
    )
    elsewhere = {"title": "A longer film", "address": "https://www.youtube.com/watch?v=nothing"}
    minutes = DocumentFactory(title="Minutes")
    return [
        ("picture", {"image": picture, "caption": "The net loft"}),
        ("film", {**_own_film(), "poster": picture, "transcript": TRANSCRIPT}),
        ("film", {**elsewhere, "poster": picture, "transcript": TRANSCRIPT}),
        ("document", {"document": minutes, "other_format": "Ask us for large print."}),
    ]


def _own_film() -> dict:
    return {
        "title": "A square sets out",
        "file": DocumentFactory(filename="square.webm", content=FILM.read_bytes()),
        "captions": DocumentFactory(filename="square.vtt", content=CAPTIONS),
        "length": "8 seconds",
    }


def _table() -> tuple[str, dict]:
    columns = [
        {"type": "number" if name == "Keys" else "text", "heading": name} for name in COLUMNS
    ]
    rows = [{"values": cells} for cells in ROWS]
    table = {"columns": columns, "rows": rows, "caption": ""}
    return ("table", {"caption": "Doors and keys", "table": table, "row_headers": True})
