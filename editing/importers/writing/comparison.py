"""What the importer owns of a post, in a form in which two states of it can be compared."""

import datetime
import json
from typing import Any

from editing.importers.reading.pieces import LegacyPage, Piece
from editing.importers.writing.known_people import KnownPeople

ROW = ("profile", "name", "role_title", "organisation_name", "now_text")


def owned(post, updated_on: datetime.date | None) -> dict[str, Any]:
    """Return the title, summary, body, byline and dates of a post, filled as saving fills them.

    `updated_on` is the old page's: on the post itself stands what readers were told since.
    """
    post.keep_names()
    content = post.serializable_data()
    rows = sorted(content["authorships"], key=lambda row: row["sort_order"])
    return {
        "title": content["title"],
        "summary": content["summary"],
        "body": [(block["type"], block["value"]) for block in json.loads(content["body"])],
        "byline": [[row[name] for name in ROW] for row in rows],
        "first_published_at": post.first_published_at,
        "updated_on": updated_on,
    }


def names_somebody_promised(page: LegacyPage, pieces: list[Piece], people: KnownPeople) -> bool:
    """Tell whether the post would lead to a page that a dry run only promises."""
    found = [people.author(author.name) for author in page.authors]
    found += [people.speaker(piece.speaker) for piece in pieces if piece.speaker]
    targets = [span.target for piece in pieces for span in piece.marked.spans if span.is_link]
    return any(known and known.is_promised for known in found) or any(
        target.startswith("-") for target in targets
    )
