"""Text with links and emphasis kept beside it, so that it can be cut without losing them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import Literal

Kind = Literal["link", "page", "bold", "work"]
TAGS = {"bold": "b", "work": "cite"}


@dataclass(frozen=True)
class Span:
    """A stretch of text that is a link (to an address, or to a page by its key) or emphasised."""

    start: int
    end: int
    kind: Kind
    target: str = ""

    @property
    def is_link(self) -> bool:
        """Tell a link from emphasis."""
        return self.kind in {"link", "page"}


@dataclass(frozen=True)
class MarkedText:
    """A run of text and the spans marked in it. Links never overlap each other."""

    text: str
    spans: tuple[Span, ...] = ()

    def part(self, start: int, end: int | None = None) -> "MarkedText":
        """Return the text from `start` to `end`, without white space around it."""
        end = len(self.text) if end is None else end
        cut = self.text[start:end]
        start += len(cut) - len(cut.lstrip())
        end = start + len(cut.strip())
        moved = (
            replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
            for span in self.spans
        )
        return MarkedText(self.text[start:end], tuple(s for s in moved if s.start < s.end))

    def spelled(self, text: str) -> "MarkedText":
        """Return the same marks over another spelling of the same length."""
        if len(text) != len(self.text):
            raise ValueError("The other spelling must be as long as the text.")
        return replace(self, text=text)

    def with_span(self, span: Span) -> "MarkedText":
        """Return the text with one more stretch marked."""
        return replace(self, spans=(*self.spans, span))

    def meets_link(self, start: int, end: int) -> bool:
        """Tell whether any link touches the stretch from `start` to `end`."""
        return any(span.is_link and span.start < end and start < span.end for span in self.spans)

    def as_html(self) -> str:
        """Return the text as the rich text that pages store, escaped."""
        places = {0, len(self.text)}
        for span in self.spans:
            places |= {span.start, span.end}
        links = sorted((s for s in self.spans if s.is_link), key=lambda span: span.start)
        emphasis = [span for span in self.spans if not span.is_link]
        html = []
        for link, start, end in _regions(links, len(self.text)):
            inside = sorted(place for place in places if start <= place <= end)
            words = "".join(
                _emphasised(self.text[a:b], [s for s in emphasis if s.start <= a and b <= s.end])
                for a, b in pairwise(inside)
            )
            html.append(_linked(words, link) if link else words)
        return "".join(html)


def _regions(links: list[Span], length: int) -> Iterator[tuple[Span | None, int, int]]:
    place = 0
    for link in links:
        if link.start < place:
            continue
        if place < link.start:
            yield None, place, link.start
        yield link, link.start, link.end
        place = link.end
    if place < length:
        yield None, place, length


def _linked(html: str, link: Span) -> str:
    if link.kind == "page":
        return f'<a linktype="page" id="{escape(link.target)}">{html}</a>'
    return f'<a href="{escape(link.target)}">{html}</a>'


def _emphasised(text: str, spans: list[Span]) -> str:
    html = escape(text, quote=False)
    for tag in dict.fromkeys(TAGS[span.kind] for span in spans):
        html = f"<{tag}>{html}</{tag}>"
    return html
