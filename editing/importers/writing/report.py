"""What a run tells: a line for each file, in a dry run everything that was found."""

import re
import unicodedata
from collections import Counter

from editing.importers.reading.pieces import Author, LegacyPage, in_marks
from editing.importers.writing.outcome import Outcome

LABEL_WIDTH = 12
# Doubts of one kind are told so many times for a file, and counted from then on.
MOST_OF_A_KIND = 3
# What differs between two doubts of one kind: words of the file, names, numbers.
PARTICULARS = re.compile(r"“.*”|[\w.’'-]*[^\W\d_a-zß-ÿ][\w.’'-]*|[0-9][\w,.]*")


def told(outcome: Outcome, *, is_dry_run: bool) -> list[str]:
    """Return the lines about one file; a dry run also tells what was found and left out."""
    is_written = outcome.kind in {"new", "changed"}
    lines = [f"{outcome.name}: {outcome.done}"]
    if is_written and is_dry_run:
        lines += _found(outcome)
    if is_dry_run:
        lines += _labelled("Missing", outcome.missing)
    lines += _labelled("Unsure", counted(outcome.unsure))
    if is_written and is_dry_run:
        lines += _labelled("Left out", counted(outcome.page.left_out))
    return [printable(line) for line in lines]


def _found(outcome: Outcome) -> list[str]:
    page = outcome.page
    lines = _labelled("Title", [page.title])
    lines += _labelled("Author", [_author(author) for author in page.authors])
    lines += _labelled("Published", [_published(page)])
    lines += _labelled(
        "Updated", [f"{page.page_updated_on:%-d %B %Y}"] if page.page_updated_on else []
    )
    lines += _labelled("Summary", [page.summary])
    lines += _labelled("Quotation", [f"{q.speaker}: {in_marks(q.text)}" for q in page.quotations])
    lines += _labelled("Link", outcome.links)
    return lines + _labelled("Old address", [outcome.address] if outcome.address else [])


def _author(author: Author) -> str:
    then = ", ".join(filter(None, [author.role_title, author.organisation_name]))
    parts = [
        author.name,
        f"then: {then}" if then else "",
        f"now: {author.now_text}" if author.now_text else "",
    ]
    return "; ".join(filter(None, parts))


def _published(page: LegacyPage) -> str:
    if page.published_on:
        return f"{page.published_on:%-d %B %Y}"
    if page.page_updated_on:
        return f"{page.page_updated_on:%-d %B %Y} (the page tells only of its update)"
    return "not told"


def _labelled(label: str, entries: list[str]) -> list[str]:
    return [f"  {label:<{LABEL_WIDTH}}{entry}" for entry in entries]


def counted(doubts: list[str]) -> list[str]:
    """Return the first few of each kind, word for word, and how many more there are of it."""
    kinds = [PARTICULARS.sub("", doubt) for doubt in doubts]
    totals, told = Counter(kinds), Counter[str]()
    lines = []
    for doubt, kind in zip(doubts, kinds, strict=True):
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND:
            lines.append(doubt)
        if told[kind] == MOST_OF_A_KIND < totals[kind]:
            lines.append(f"… and {totals[kind] - MOST_OF_A_KIND:,} more like this.")
    return lines


def printable(line: str) -> str:
    """Return a line without signs that could command a terminal or turn its text around."""
    return "".join(sign for sign in line if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})


def summary(kinds: list[str], failed: int) -> str:
    """Return the last line: how many files, and what became of them."""
    counts = [f"{kinds.count(kind)} {words}" for kind, words in KINDS.items() if kind in kinds]
    if failed:
        counts.append(f"{failed} not imported")
    count = len(kinds) + failed
    return f"{count} {'file' if count == 1 else 'files'}: {', '.join(counts) or 'nothing to do'}."


KINDS = {"new": "new", "changed": "changed", "same": "unchanged", "left alone": "left alone"}
