"""A summary for a page that brings none: its first sentences, in whole words."""

import re

from editing.importers.reading.pieces import Piece, shortened

LONGEST = 250
SENTENCES = re.compile(r"(?<=[.!?])[”’)]?\s+(?=[“‘(]?[A-ZÀ-Þ0-9])")


def first_sentences(body: list[Piece]) -> str:
    """Return the first sentence or two of the text, at most 250 signs.

    The words that lead in to a quotation are passed over, since they mean nothing without it.
    """
    for piece in body:
        if piece.kind != "paragraph" or piece.is_byline:
            continue
        sentences = [
            sentence
            for sentence in SENTENCES.split(piece.text)
            if not sentence.rstrip().endswith((":", ",", "–"))
        ]
        if not sentences:
            continue
        summary = shortened(sentences[0], LONGEST)
        for sentence in sentences[1:]:
            if len(summary) + 1 + len(sentence) > LONGEST // 2:
                break
            summary = f"{summary} {sentence}"
        return summary
    return ""
