"""One style sheet out of many small files, joined when static files are looked for.

No build step: `collectstatic` and the development server both ask finders, and this one answers
for `core/site.css` with the files below in cascade order (decision 0004).
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import FileSystemStorage

NAME = "core/site.css"
CSS_DIR = Path(__file__).parent / "static" / "core" / "css"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def sheets() -> list[Path]:
    """Return the files of the sheet in the order of their layers."""
    first = [CSS_DIR / f"{name}.css" for name in ("tokens", "global", "composition", "utilities")]
    last = [CSS_DIR / f"{name}.css" for name in ("exceptions", "print")]
    return [*first, *sorted((CSS_DIR / "blocks").glob("*.css")), *last]


def joined() -> str:
    """Return the whole sheet without comments and indentation."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sheets() if path.exists())
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


class JoinedSheetFinder(BaseFinder):
    """Finds the joined sheet, written afresh under var/ whenever one of its parts changed."""

    def __init__(self, app_names=None, *args, **kwargs) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "joined")

    def check(self, **_kwargs) -> list:
        """Return no complaints: there is nothing to configure."""
        return []

    def find(self, path, find_all=False):
        """Return the joined sheet's path when it is what was asked for."""
        if path != NAME:
            return []
        found = self._written()
        return [found] if find_all else found

    def list(self, ignore_patterns):
        """Yield the joined sheet for collectstatic."""
        self._written()
        yield NAME, self.storage

    def _written(self) -> str:
        path = Path(self.storage.path(NAME))
        text = joined()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return str(path)
