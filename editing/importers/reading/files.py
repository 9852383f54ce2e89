"""Finding the files to import, and reading them as text whatever they were saved as."""

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

MOST_BYTES = 2 * 1024 * 1024
TEXT_ENDINGS = {".txt", ".text"}
HTML_ENDINGS = {".html", ".htm", ".xhtml"}
ENDINGS = TEXT_ENDINGS | HTML_ENDINGS

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
SPELLED = {"utf-8-sig": "UTF-8 with a byte order mark", "utf-16": "UTF-16", "utf-32": "UTF-32"}
WHOLE_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# Of a hundred signs of a text, fewer than this many are control characters.
MOST_CONTROLS_IN_100 = 1
# Of a text in another encoding, at most one byte in so many is no UTF-8.
MOST_DAMAGED = 2


class UnreadableFile(Exception):  # noqa: N818  It says what a file is, not what went wrong.
    """A file that can not be imported; the message says why, in words."""


@dataclass(frozen=True)
class FoundFile:
    """A file to import, and its name below the folder that was asked for."""

    path: Path
    key: str

    @property
    def is_html(self) -> bool:
        """Tell whether the file holds a web page rather than plain text."""
        return self.path.suffix.lower() in HTML_ENDINGS


@dataclass(frozen=True)
class Problem:
    """Something asked for that can not be read; `place` tells two of one name apart."""

    name: str
    message: str
    place: str = ""


@dataclass(frozen=True)
class FileText:
    """The text of a file, and how it was encoded."""

    text: str
    encoding: str


def find_files(paths: Iterable[str]) -> tuple[list[FoundFile], list[Problem]]:
    """Return the files named by `paths` and inside its folders, in order, each once."""
    found: dict[Path, FoundFile] = {}
    problems: list[Problem] = []
    for given in paths:
        path = Path(given)
        if refusal := _why_never(given):
            problems.append(Problem(printable(given) or "“”", refusal))
            continue
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            problems.append(Problem(printable(given), _why(error)))
            continue
        if not is_folder:
            found.setdefault(path.resolve(), FoundFile(path, printable(path.name)))
            continue
        before = len(problems)
        inside = list(_files_below(path, problems))
        if not inside and len(problems) == before:
            problems.append(Problem(printable(given), "No .txt or .html file in this folder."))
        for file in inside:
            found.setdefault(file.path.resolve(), file)
    return list(found.values()), list(dict.fromkeys(problems))


def _why_never(given: str) -> str:
    """Return why a path is not even looked at: an unset "$DIR" would mean the folder one is in."""
    if not given.strip():
        return "The path is empty. Name a file, or the folder of saved pages."
    try:
        folder = Path(given).resolve()
        is_own = Path(settings.BASE_DIR).is_relative_to(folder) or (folder / "manage.py").is_file()
    except (OSError, ValueError, RuntimeError):
        return ""  # What is wrong with it is told where it is opened.
    if is_own:
        return "This is the site’s own folder, or one around it. Name the folder of saved pages."
    return ""


def _files_below(folder: Path, problems: list[Problem]) -> Iterable[FoundFile]:
    def note(error: OSError) -> None:
        place = Path(os.fsdecode(error.filename))
        name = place.relative_to(folder).as_posix() if place != folder else str(folder)
        problems.append(Problem(printable(name), _why(error), printable(str(place))))

    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if path.suffix.lower() not in ENDINGS or name.startswith("."):
                continue
            key = printable(path.relative_to(folder).as_posix())
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                why = "It is a link out of the folder, and not followed."
                problems.append(Problem(key, why, printable(str(path))))
            else:
                yield FoundFile(path, key)


def printable(name: str | bytes) -> str:
    """Return a file name that can be printed and stored, even where its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder."
    if isinstance(error, PermissionError):
        return "It may not be read: permission denied."
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"It can not be read: {reason or error}."


def read_text(path: Path) -> FileText:
    """Return the text of a file; raise UnreadableFile, saying why, if it has none to give.

    The size is asked before a byte is read.
    """
    if path.suffix.lower() not in ENDINGS:
        raise UnreadableFile("Only .txt and .html files can be imported.")
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableFile("It is not an ordinary file.")
        _check_size(about.st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(_why(error)) from error
    _check_size(len(data))
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableFile("It is empty.")
    return FileText(text, encoding)


def _check_size(size: int) -> None:
    if size == 0:
        raise UnreadableFile("It is empty.")
    if size > MOST_BYTES:
        raise UnreadableFile(
            f"It is {size / 1024 / 1024:.1f} MB large; a page may have "
            f"{MOST_BYTES // 1024 // 1024} MB. Is it really the text of one page?"
        )


def decode(data: bytes) -> tuple[str, str]:
    """Return the text in `data` and the name of its encoding; raise UnreadableFile if neither."""
    text, encoding = _decoded(data)
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or controls * 100 > len(text) * MOST_CONTROLS_IN_100:
        raise UnreadableFile(_binary(data))
    lines = (
        unicodedata.normalize("NFC", text)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\f", "\n\n")
        .replace("\v", "\n")
    )
    return CONTROLS.sub("", lines), encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, codec in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), SPELLED[codec]
            except UnicodeDecodeError as error:
                raise UnreadableFile(
                    f"It says that it is {SPELLED[codec]}, but is damaged at byte {error.start}."
                ) from error
    if b"\x00" in data or len(CONTROL_BYTES.findall(data)) * 100 > len(data) * MOST_CONTROLS_IN_100:
        raise UnreadableFile(_binary(data))
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        damaged = data.decode("utf-8", "replace").count("\ufffd")
        if damaged * MOST_DAMAGED > len(data):
            raise UnreadableFile("It is not text: most of it is no writing.") from error
        if len(WHOLE_UTF8.findall(data)) >= damaged:
            line = data.count(b"\n", 0, error.start) + 1
            raise UnreadableFile(
                f"It is UTF-8, but damaged in line {line}. Save it again as UTF-8."
            ) from error
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "Its encoding is neither UTF-8 nor UTF-16 nor Windows-1252. Save it again as UTF-8."
        ) from error


def _binary(data: bytes) -> str:
    half = len(data[:200]) // 2
    if half and max(data[1:200:2].count(0), data[0:200:2].count(0)) > half * 0.9:
        return "It looks like UTF-16 without a byte order mark. Save it again as UTF-8."
    return "It is not text: it holds NUL or control characters."
