"""Quotations that the markup itself sets apart: each needs a speaker to be a quotation here."""

from dataclasses import dataclass

from editing.importers.reading.marked_text import MarkedText
from editing.importers.reading.pieces import Piece, in_marks
from editing.importers.reading.speakers import Speaker, speaker_after, speaker_before

LONGEST_SIGNATURE = 400


@dataclass(frozen=True)
class _Outcome:
    parts: list[Piece]
    used: int
    doubt: str = ""


def attribute_blockquotes(pieces: list[Piece]) -> tuple[list[Piece], list[str]]:
    """Give such quotations their speakers, by the words in, before or after them.

    Paragraphs of one quotation become one; without a speaker they go back to being text.
    """
    result: list[Piece] = []
    unsure: list[str] = []
    place = 0
    while place < len(pieces):
        if pieces[place].kind != "quotation":
            result.append(pieces[place])
            place += 1
            continue
        outcome = _attributed(pieces[place:], result[-1].text if result else "")
        result += outcome.parts
        unsure += [outcome.doubt] if outcome.doubt else []
        place += outcome.used
    return result, unsure


def _attributed(pieces: list[Piece], lead: str) -> _Outcome:
    """Read the quotation that begins `pieces`, after the text `lead`."""
    count = next((n for n, p in enumerate(pieces) if p.kind != "quotation"), len(pieces))
    quoted, used = pieces[:count], count
    speaker = speaker_before(lead)
    if count > 1 and (inside := _signature(quoted[-1].text)):
        quoted, speaker = quoted[:-1], inside
    elif outside := _signed_below(pieces[count:]):
        speaker, used = outside, count + 1
    if speaker is None:
        doubt = f"Nobody is clearly named for {in_marks(quoted[0].text)}. Left in the text."
        return _Outcome([Piece("paragraph", piece.marked) for piece in quoted], used, doubt)
    words = MarkedText("\n".join(piece.text for piece in quoted))
    quotation = Piece(
        "quotation", words, speaker=speaker.name, role=speaker.role, absorbed=speaker.absorbed
    )
    return _Outcome([quotation], used)


def _signed_below(following: list[Piece]) -> Speaker | None:
    """Read the signature that stands in the paragraph after a quotation, behind a dash."""
    if not following or following[0].kind != "paragraph" or following[0].text[0] not in "–—―-(":
        return None
    return _signature(following[0].text)


def _signature(text: str) -> Speaker | None:
    """Read a paragraph that is only a signature: "– Ada Byrne, chief nurse"."""
    if len(text) > LONGEST_SIGNATURE:
        return None
    found = speaker_after(text if text[:1] in "–—―-(" else f"– {text}")
    return Speaker(found.name, found.role, text) if found else None
