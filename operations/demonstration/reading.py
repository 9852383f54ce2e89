"""Reads the files of words/: a head of `key: value` lines, an empty line, then the text.

In the text an empty line ends a paragraph; `## ` and `### ` start headings, `- ` and `1. ` lists.
`[words](place)` is a link to an address, or to another file by its name; `**words**` are
important, `*words*` are the title of a work; `~` is a space that no line ends at. Any other block
stands between `::: kind` and `:::`, with a head and a text of its own.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

WORDS = Path(__file__).parent / "words"
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
IMPORTANT = re.compile(r"\*\*([^*]+)\*\*")
WORK = re.compile(r"\*([^*]+)\*")
LISTS = {"- ": "ul", "1. ": "ol"}


@dataclass
class Piece:
    """A block of the text: its kind, its head and its text."""

    kind: str
    text: str
    head: dict[str, list[str]] = field(default_factory=dict)

    def get(self, key: str, default: str = "") -> str:
        """Return the one value of `key`."""
        return self.head.get(key, [default])[0]


@dataclass
class Words(Piece):
    """A whole file; `name` is what other files call it."""

    name: str = ""

    @property
    def mentions(self) -> set[str]:
        """Return the names of other files that this one links to or names in a head."""
        links = {place for _words, place in LINK.findall(self.text) if ":" not in place}
        heads = re.findall(r"^(?:by|author|person|page): ([a-z0-9-]+)$", self._everything, re.M)
        return (links | set(heads)) - {self.name}

    @property
    def _everything(self) -> str:
        lines = [f"{key}: {value}" for key, values in self.head.items() for value in values]
        return "\n".join([*lines, self.text])


def read_folder(folder: str) -> list[Words]:
    """Return the files of a folder of words/, in the order of their names."""
    return [read(path) for path in sorted((WORDS / folder).glob("*.txt"))]


def read(path: Path) -> Words:
    """Return one file."""
    head, text = _split(path.read_text(encoding="utf-8").replace("~", "\N{NO-BREAK SPACE}"))
    return Words(kind=path.parent.name, text=text, head=head, name=path.stem)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the lines of a list in words/, each cut at `|`; `#` starts a remark."""
    for line in (WORDS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield cells(line)


def cells(line: str) -> list[str]:
    """Return the parts of a line between `|` signs."""
    return [cell.strip() for cell in line.split("|")]


def _split(source: str) -> tuple[dict[str, list[str]], str]:
    top, _gap, text = f"\n{source}".partition("\n\n")
    head: dict[str, list[str]] = {}
    for line in top.strip().splitlines():
        key, _colon, value = line.partition(": ")
        head.setdefault(key, []).append(value.strip())
    return head, text.strip()


def pieces(text: str) -> Iterator[Piece]:
    """Yield the blocks of a text in order; paragraphs and lists between them as one `text`."""
    prose: list[str] = []
    fenced = re.split(r"^::: ([a-z_]+)\n(.*?)^:::$", text, flags=re.MULTILINE | re.DOTALL)
    for place in range(0, len(fenced), 3):
        for chunk in filter(None, (part.strip() for part in fenced[place].split("\n\n"))):
            if chunk.startswith("#"):
                yield from _gathered(prose)
                marks, _space, words = chunk.partition(" ")
                yield Piece("heading", words, {"level": [str(len(marks))]})
            else:
                prose.append(chunk)
        yield from _gathered(prose)
        if place + 1 < len(fenced):
            head, inner = _split(fenced[place + 2])
            yield Piece(fenced[place + 1], inner, head)


def _gathered(prose: list[str]) -> Iterator[Piece]:
    if prose:
        yield Piece("text", "\n\n".join(prose))
    prose.clear()


def rich_text(text: str, key_of: Callable[[str], int]) -> str:
    """Return paragraphs and lists as the editor stores them; `key_of` finds a page by name."""
    return "".join(_element(chunk, key_of) for chunk in text.split("\n\n") if chunk.strip())


def _element(chunk: str, key_of: Callable[[str], int]) -> str:
    for mark, tag in LISTS.items():
        if chunk.startswith(mark):
            items = re.split(rf"^{re.escape(mark)}", chunk, flags=re.MULTILINE)[1:]
            inner = "".join(f"<li>{_inline(item, key_of)}</li>" for item in items)
            return f"<{tag}>{inner}</{tag}>"
    return f"<p>{_inline(chunk, key_of)}</p>"


def _inline(words: str, key_of: Callable[[str], int]) -> str:
    def link(found: re.Match) -> str:
        label, place = found.groups()
        if ":" in place:
            return f'<a href="{place}">{label}</a>'
        return f'<a id="{key_of(place)}" linktype="page">{label}</a>'

    text = html.escape(words.replace("\n", " ").strip(), quote=False)
    text = LINK.sub(link, text)
    return WORK.sub(r"<cite>\1</cite>", IMPORTANT.sub(r"<b>\1</b>", text))
