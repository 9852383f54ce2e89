"""Reads a page of the old site: from the text of a file to what it says and who wrote it."""

import datetime
import re
from dataclasses import replace
from urllib.parse import urlsplit

from editing.importers.reading import outside
from editing.importers.reading.blockquotes import attribute_blockquotes
from editing.importers.reading.closing_lines import AroundTheText, take_lines
from editing.importers.reading.dates import FoundDate, read_date, updated_line
from editing.importers.reading.files import UnreadableFile
from editing.importers.reading.html_page import joined, read_html
from editing.importers.reading.leftovers import cut_theme_comment, without_leftovers
from editing.importers.reading.names import split_names
from editing.importers.reading.pieces import LegacyPage, Piece, Source, in_marks
from editing.importers.reading.plain_text import read_plain_text
from editing.importers.reading.quotations import split_quotations
from editing.importers.reading.roles import role_in_prose
from editing.importers.reading.summary import first_sentences
from editing.importers.reading.typography import curl

LONGEST_TITLE = 200
LONGEST_HEADING = 80
FEWEST_WORDS = 20
# A line this long is a paragraph, so that a short line before it may be its heading.
PARAGRAPH = 120


def read_page(
    text: str, *, name: str, is_html: bool, today: datetime.date, base: str = ""
) -> LegacyPage:
    """Return what a saved page says; raise UnreadableFile when there is no article in it.

    `name` is the file's, for a page without a title; `base` the page's old address, if known.
    """
    source = _without_template(text, is_html=is_html, base=base)
    page = LegacyPage("", [], summary=source.summary, own_address=_address(source.address))
    page.address = _address(joined(base, source.address)) if source.address else ""
    page.unsure, page.left_out = source.unsure, source.left_out
    page.title, pieces = _title(source, name)
    pieces, around = _take_lines(pieces, source, page, today)
    if sum(len(piece.text.split()) for piece in pieces) < FEWEST_WORDS:
        raise UnreadableFile("There is no article in it: only a title, navigation or short lines.")
    _dates(page, around, source, today)
    _authors(page, around, pieces)
    page.unsure += around.unsure
    page.left_out += around.left_out
    page.body = _body(pieces, page.unsure)
    page.left_out += [
        f"words that the quotation’s own attribution says: {in_marks(piece.absorbed, 200)}"
        for piece in page.quotations
        if piece.absorbed
    ]
    page.summary = page.summary or first_sentences(page.body)
    return page


def _without_template(text: str, *, is_html: bool, base: str) -> Source:
    """Return what a file holds, in curly spelling, without what its template left at both ends."""
    text, comment = cut_theme_comment(text)
    source = read_html(text, base) if is_html else read_plain_text(text)
    if is_html and not comment:
        source.pieces, comment = _without_theme_comment(source.pieces)
    pieces, left_out = without_leftovers(source.pieces)
    if comment:
        left_out.insert(0, f"theme comment: {in_marks(comment)}")
    source.pieces = [_curled(piece) for piece in pieces]
    source.before = [_curled(piece) for piece in source.before]
    source.after = [_curled(piece) for piece in source.after]
    source.left_out = left_out + source.left_out
    source.summary = curl(source.summary)
    return source


def _without_theme_comment(pieces: list[Piece]) -> tuple[list[Piece], str]:
    if not pieces:
        return pieces, ""
    rest, comment = cut_theme_comment(pieces[0].text)
    if not comment:
        return pieces, ""
    first = pieces[0].marked.part(len(pieces[0].text) - len(rest))
    return ([replace(pieces[0], marked=first)] if first.text else []) + pieces[1:], comment


def _address(address: str) -> str:
    """Return the page's own address, unless it is only that of the old site's front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_whole = parts.scheme in {"http", "https"} and parts.netloc and parts.path.strip("/")
    return address if is_whole else ""


def _curled(piece: Piece) -> Piece:
    table = piece.table.spelled(curl) if piece.table else None
    return replace(piece, marked=piece.marked.spelled(curl(piece.text)), table=table)


def _title(source: Source, name: str) -> tuple[str, list[Piece]]:
    """Return the title, and the pieces without it."""
    pieces, unsure = source.pieces, source.unsure
    for place, piece in enumerate(pieces):
        if piece.kind == "heading" and piece.level == 1 and len(piece.text) <= LONGEST_TITLE:
            return piece.text, pieces[:place] + pieces[place + 1 :]
    first = pieces[0] if pieces else None
    if first and first.kind == "heading" and len(first.text) <= LONGEST_TITLE:
        return first.text, pieces[1:]
    if source.title and len(source.title) <= LONGEST_TITLE:
        unsure.append("No heading is the title: the title of the browser’s tab is taken.")
        title = curl(source.title)
        is_doubled = first and first.text.casefold() == title.casefold()
        return title, pieces[1:] if is_doubled else pieces
    is_line = first and first.kind == "paragraph" and not re.search(r"[.:;,]$", first.text)
    if first and is_line and len(first.text) <= LONGEST_TITLE and len(pieces) > 1:
        return first.text, pieces[1:]
    unsure.append("No title was found: the file’s name became the title. Check it.")
    stem = re.sub(r"\.[a-z]+$", "", name.rsplit("/", 1)[-1], flags=re.IGNORECASE)
    words = re.sub(r"[-_\s]+", " ", stem).strip() or "Untitled"
    return (words[:1].upper() + words[1:])[:LONGEST_TITLE], pieces


def _take_lines(
    pieces: list[Piece], source: Source, page: LegacyPage, today: datetime.date
) -> tuple[list[Piece], AroundTheText]:
    """Take the lines around the text, also those after the main part; tell what is outside it."""
    is_signed = bool(take_lines(pieces, today, [])[1].authors) if source.after else False
    lines = outside.closing_lines(source.after, today, is_signed=is_signed)
    pieces, around = take_lines(pieces + lines, today, _names(source))
    unused = [piece for piece in source.after if piece not in lines]
    unused += [piece for piece in pieces if piece.is_outside]
    left_out, unsure = outside.told(source.before + unused, today)
    page.left_out += left_out
    page.unsure += unsure
    return [piece for piece in pieces if not piece.is_outside], around


def _dates(page: LegacyPage, around: AroundTheText, source: Source, today: datetime.date) -> None:
    """Set the page's two dates; what contradicts itself is left out, and said."""
    elsewhere = [updated_line(line, today) for line in source.dates]
    updated = around.updated or [found for found in elsewhere if found]
    published = list(around.published)
    if source.published:
        published.append(read_date(source.published, today))
    page.page_updated_on = _newest(updated, page.unsure)
    page.published_on = _newest(published[:1], page.unsure)
    if page.published_on and page.page_updated_on and page.page_updated_on < page.published_on:
        page.unsure.append(
            f"It says updated on {page.page_updated_on:%-d %B %Y}, but published later: the date "
            "of the update is left out."
        )
        page.page_updated_on = None
    if not (page.published_on or page.page_updated_on):
        page.unsure.append("No date was found: the post will bear the day of its publication.")


def _newest(found: list[FoundDate], unsure: list[str]) -> datetime.date | None:
    unsure += [one.doubt for one in found if one.doubt]
    days = [one.day for one in found if one.day]
    if len(set(days)) > 1:
        unsure.append("More than one date of an update: the newest is taken.")
    return max(days, default=None)


def _names(source: Source) -> list[str]:
    """Return the authors that the head of the page names, each once."""
    return list(dict.fromkeys(name for said in source.authors for name in split_names(said)))


def _authors(page: LegacyPage, around: AroundTheText, pieces: list[Piece]) -> None:
    page.authors = around.authors
    role = role_in_prose([piece.text for piece in pieces if piece.kind == "paragraph"])
    if not page.authors:
        page.unsure.append("No author was found.")
    if role is None or any(author.role_title for author in page.authors):
        return
    if len(page.authors) != 1:
        page.unsure.append(f"Whose role is “{role.title}, {role.organisation}”? Left in the text.")
        return
    page.authors[0].role_title = role.title
    page.authors[0].organisation_name = role.organisation
    if role.doubt:
        page.unsure.append(role.doubt)


def _body(pieces: list[Piece], unsure: list[str]) -> list[Piece]:
    pieces = _in_order(_with_headings(pieces, unsure))
    pieces, doubts = attribute_blockquotes(pieces)
    unsure += doubts
    pieces, doubts = split_quotations(pieces)
    unsure += doubts
    return pieces


def _with_headings(pieces: list[Piece], unsure: list[str]) -> list[Piece]:
    """Take short lines before long paragraphs for headings, as plain text can not say."""
    result = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        is_line = piece.kind == "paragraph" and len(piece.text) <= LONGEST_HEADING
        is_line = is_line and not piece.is_byline
        if (
            is_line
            and following
            and (len(following.text) > PARAGRAPH or following.kind == "item")
            and not re.search(r"[.,:;!…”’\")]$", piece.text)
            and piece.text[:1].isupper()
        ):
            unsure.append(f"Taken for a heading: {in_marks(piece.text, LONGEST_HEADING)}.")
            piece = replace(piece, kind="heading", level=2)
        result.append(piece)
    return result


def _in_order(pieces: list[Piece]) -> list[Piece]:
    """Bring headings to the two levels there are, the first of them the higher one."""
    levels = [piece.level for piece in pieces if piece.kind == "heading"]
    highest = min(levels, default=2)
    seen = False
    result = []
    for piece in pieces:
        if piece.kind == "heading":
            level = 2 if piece.level <= max(highest, 2) or not seen else 3
            seen = True
            too_long = len(piece.text) > PARAGRAPH
            piece = replace(piece, kind="paragraph" if too_long else "heading", level=level)
        result.append(piece)
    return result
