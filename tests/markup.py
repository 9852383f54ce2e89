"""Asks the Nu HTML checker whether documents are valid; html5lib where there is no Nu."""

import json
import subprocess
import tempfile
from pathlib import Path

import html5lib
from html5lib.constants import E as MEANING

from tests import available


def complaints(*documents: str) -> list[str]:
    """Return what is wrong with these whole documents, each with the line it is on."""
    jar = available.nu()
    return _by_nu(jar, documents) if jar else _by_html5lib(documents)


def _by_nu(jar: Path, documents: tuple[str, ...]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, document in enumerate(documents, start=1):
            path = Path(folder) / f"document-{number}.html"
            path.write_text(document, encoding="utf-8")
            paths.append(str(path))
        command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]
        told = subprocess.run([*command, *paths], capture_output=True, text=True, check=True)
    messages = json.loads(told.stderr)["messages"]
    return [
        f"{Path(message.get('url', '')).stem}, line {message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '')!r}"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
    ]


def _by_html5lib(documents: tuple[str, ...]) -> list[str]:
    found = []
    for number, document in enumerate(documents, start=1):
        parser = html5lib.HTMLParser()
        parser.parse(document)
        found += [
            f"document-{number}, line {place[0]}: {MEANING[code] % data}"
            for place, code, data in parser.errors
        ]
    return found
