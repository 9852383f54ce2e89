"""Blocks of a body, as pairs that a StreamField takes."""


def text(html: str = "<p>Some words.</p>", **fields) -> tuple[str, dict]:
    """Return a text block."""
    return ("text", {"text": html, **fields})


def heading(words: str = "A heading", level: str = "2") -> tuple[str, dict]:
    """Return a heading."""
    return ("heading", {"text": words, "level": level})


def quote(words: str = "We each had half the map.", **fields) -> tuple[str, dict]:
    """Return a quotation: by Sam Sayer, unless a name or a profile is given."""
    name = "" if fields.get("profile") else "Sam Sayer"
    return ("quote", {"words": words, "name": name, **fields})


def people_row(*profiles, **fields) -> tuple[str, dict]:
    """Return a row of people: profiles for a page, their keys for the editor's form."""
    if all(isinstance(profile, int) for profile in profiles):
        rows = {str(place): _item(key, place) for place, key in enumerate(profiles)}
        return ("people", {"heading": "", **fields, "profiles": {"count": len(rows), **rows}})
    return ("people", {"profiles": list(profiles), **fields})


def _item(value, place: int) -> dict:
    return {"value": value, "order": str(place), "deleted": "", "type": "item"}
