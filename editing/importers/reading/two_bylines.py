"""One list of authors from the byline above the text and the one below it."""

from editing.importers.reading.names import same_name
from editing.importers.reading.pieces import Author


def together(opening: list[Author], closing: list[Author]) -> tuple[list[Author], list[str]]:
    """Return the authors named above and below the text, each once, and a doubt if they differ."""
    authors, doubts = list(opening), []
    above = {same_name(author.name): author for author in opening}
    others = [author for author in closing if same_name(author.name) not in above]
    if opening and others:
        doubts.append(
            f"Two bylines: “{_listed(opening)}” above the text, “{_listed(others)}” below it. "
            "All are taken for authors."
        )
    for author in closing:
        same = above.setdefault(same_name(author.name), author)
        if same is author:
            authors.append(author)
            continue
        same.now_text = same.now_text or author.now_text
        if not same.role_title:
            same.role_title = author.role_title
            same.organisation_name = author.organisation_name
    return authors, doubts


def _listed(authors: list[Author]) -> str:
    return " and ".join(author.name for author in authors)
