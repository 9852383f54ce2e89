"""Makes any markup safe and quick to parse: whole tags only, no scripts, comments or entities.

Python's HTML parser takes hours over some broken pages (a hundred thousand "<a" in a row), so
what it is given here holds complete tags alone; every other "<" is words. One pass, in time that
grows with the length.
"""

import re
from html.entities import html5

from editing.importers.reading.files import UnreadableFile
from editing.importers.reading.pieces import in_marks
from editing.importers.reading.typography import one_line

MOST_TAGS = 50_000
LONGEST_TAG = 20_000
# Where a quoted value holds "<", the tag's end is looked for no farther than this.
WINDOW = 4_000

NAME = r"<(/?[a-zA-Z][^\s/><\"']*+)"
TAG = re.compile(NAME + r"""(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>""")
CARELESS_TAG = re.compile(NAME + r"[^<>]*+>")
TAG_WITH_SIGNS = re.compile(NAME + r"""(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
DECLARATION_END = re.compile(r"\]\s{0,20}>")
# Elements whose content is no text of the page.
RAW = {
    *["script", "style", "noscript", "template", "iframe", "noembed", "noframes", "textarea"],
    *["object", "xmp", "applet"],
}
UNKNOWN_ENTITY = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{0,40});")
IGNORED_TAGS = {"plaintext", "base"}


class _Guard:
    """One pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        # ASCII alone, so that places stay the same.
        self.lower = re.sub("[A-Z]", lambda found: found[0].lower(), text)
        self.kept: list[str] = []
        self.left_out: list[str] = []
        self.missing: set[str] = set()

    def run(self) -> tuple[str, list[str]]:
        place = 0
        while (start := self.text.find("<", place)) >= 0:
            self.kept.append(self.text[place:start])
            place = self._step(start)
        self.kept.append(self.text[place:])
        return "".join(self.kept), self.left_out

    def _step(self, start: int) -> int:
        """Deal with the "<" at `start`; return where to go on."""
        if self.text.startswith("<!--", start):
            return self._comment(start)
        if self.text.startswith(("<!", "<?"), start):
            return self._declaration(start)
        found = (
            TAG.match(self.text, start)
            or CARELESS_TAG.match(self.text, start)
            or TAG_WITH_SIGNS.match(self.text, start, start + WINDOW)
        )
        if found is None:
            self.kept.append("&lt;")
            return start + 1
        name = found[1].lower()
        if name in RAW:
            return self._raw(name, found.end(), start)
        if name.strip("/") not in RAW | IGNORED_TAGS:
            self.kept.append(found[0] if len(found[0]) <= LONGEST_TAG else f"<{name}>")
        return found.end()

    def _find(self, sign: str, start: int) -> int:
        """Return where `sign` comes next, or -1; what is missing once is not looked for again."""
        place = -1 if sign in self.missing else self.lower.find(sign, start)
        if place < 0:
            self.missing.add(sign)
        return place

    def _comment(self, start: int) -> int:
        end = self._find("-->", start + 4)
        if end < 0:
            return start + 4  # Never closed: its words stay, for the reader of the report to see.
        words = one_line(self.text[start + 4 : end]).strip("=-* ")
        if words:
            self.left_out.append(f"comment: {in_marks(words)}")
        return end + 3

    def _declaration(self, start: int) -> int:
        end = self._find(">", start)
        subset = self.text.find("[", start, end if end >= 0 else start + WINDOW)
        if subset >= 0 and self.lower.startswith("<!doctype", start):
            closing = DECLARATION_END.search(self.text, subset)
            if closing:
                self.left_out.append("declarations of entities: none is ever expanded")
                return closing.end()
        return end + 1 if end >= 0 else start + 2

    def _raw(self, name: str, content: int, start: int) -> int:
        closing = self._find(f"</{name}", content)
        end = self._find(">", closing) if closing >= 0 else -1
        self.left_out.append(name)
        return end + 1 if end > start else len(self.text)


def guarded(text: str) -> tuple[str, list[str]]:
    """Return markup that is safe to parse, and what was left out of it.

    Raises UnreadableFile when there is more markup than a page can have.
    """
    if text.count("<") > MOST_TAGS:
        raise UnreadableFile(f"It has more than {MOST_TAGS:,} tags: this is no page of text.")
    return _Guard(UNKNOWN_ENTITY.sub(_as_words, text)).run()


def _as_words(found: re.Match) -> str:
    """Return a reference as it is if HTML knows it, else as the words that it looks like."""
    return found[0] if f"{found[1]};" in html5 else f"&amp;{found[1]};"
