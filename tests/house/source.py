"""Finds the project's own files for the rules that read them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# From the top down: an app may name those after it, never those before.
ORDER = ["config", "operations", "editing", "home", "search", "blog", "people", "core"]


def python_files(*folders: str) -> list[Path]:
    """Return the modules below these folders of the project, migrations left out."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def templates(*apps: str) -> list[Path]:
    """Return the templates of these apps; of all without an argument."""
    found = []
    for app in apps or ORDER:
        found += [path for path in (ROOT / app).rglob("templates/**/*") if path.is_file()]
    return sorted(found)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def short(path: Path) -> str:
    """Return a path as people read it, from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def kept_files() -> list[Path]:
    """Return the text files that belong to the project, or will once they are added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in names.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]
