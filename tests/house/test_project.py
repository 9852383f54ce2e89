"""What the files at the top of the project and its documentation promise."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.house.source import ORDER, ROOT, kept_files, short

README_LINES = 80
TOP = {
    *(".ci", "bench", "deploy", "docs", "tests", *ORDER),
    *("manage.py", "Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"),
    *("README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md"),
    *("Dockerfile", ".dockerignore", "compose.yaml"),
    *(".python-version", ".gitignore", ".gitattributes", ".editorconfig"),
}
PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)
# Put together here, so that this file does not hold them.
NOT_OURS = ["/".join(["", "work", ""]), "/".join(["", "tmp", "brief"]), "../" + "shared"]
MAY_NAME_A_NEIGHBOUR = {".ci/run"}
HOST = re.compile(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host")
PARTS_OF_A_DECISION = ["Status", "Context", "Decision", "Consequences"]


def pinned(name: str) -> dict[str, str]:
    """Return the versions that a list of requirements pins."""
    return dict(PINNED.findall((ROOT / name).read_text()))


def not_met(wanted: list[str], versions: dict[str, str]) -> list[str]:
    """Return the dependencies that a pinned list lacks or holds in a version not allowed."""
    missing = []
    for line in wanted:
        requirement = Requirement(line)
        version = versions.get(requirement.name.lower())
        if version is None or version not in requirement.specifier:
            missing.append(line)
    return missing


def gaps(names: list[str]) -> list[str]:
    """Return the numbers that are missing or doubled among NNNN-title.md."""
    numbers = [name[:4] for name in sorted(names)]
    expected = [f"{number:04}" for number in range(1, len(names) + 1)]
    return sorted(set(expected) ^ set(numbers))


def test_nothing_stands_at_the_top_that_has_no_place_there():
    assert {path.relative_to(ROOT).parts[0] for path in kept_files()} - TOP == set()


def test_the_readme_is_at_most_two_screens():
    assert len((ROOT / "README.md").read_text().splitlines()) <= README_LINES


def test_what_is_pinned_is_what_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"]
    assert not_met(asked, pinned("requirements.txt")) == []
    asked = [*asked, *project["dependency-groups"]["dev"]]
    assert not_met(asked, pinned("requirements-dev.txt")) == []


def test_both_lists_pin_the_same_versions():
    site, tests = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert {name: tests.get(name) for name in site} == site


def test_wagtail_stays_on_its_minor_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wagtail = next(
        Requirement(line)
        for line in project["project"]["dependencies"]
        if line.startswith("wagtail")
    )
    assert "8.0.9" in wagtail.specifier
    assert "8.1" not in wagtail.specifier


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pinned_lists_name_no_host(name):
    text = (ROOT / name).read_text()
    assert HOST.findall(text) == []
    assert text.count("==") <= text.count("--hash=sha256:")


def test_a_planted_host_is_found():
    assert HOST.findall("--extra-index-url file:somewhere")
    assert HOST.findall("package @ https://example.org/package.whl")


def test_a_planted_old_version_is_found():
    assert not_met(["wagtail>=8.0,<8.1"], {"wagtail": "7.4.1"}) == ["wagtail>=8.0,<8.1"]
    assert not_met(["wagtail>=8.0,<8.1"], {}) == ["wagtail>=8.0,<8.1"]


def test_decisions_are_numbered_without_gaps():
    names = [path.name for path in (ROOT / "docs/decisions").glob("*.md")]
    assert names
    assert gaps(names) == []


def test_a_planted_gap_is_found():
    assert gaps(["0001-a.md", "0003-c.md"]) == ["0002", "0003"]
    assert gaps(["0001-a.md", "0001-b.md"]) == ["0002"]


def test_every_decision_has_its_four_parts():
    for path in sorted((ROOT / "docs/decisions").glob("*.md")):
        text = path.read_text()
        assert [part for part in PARTS_OF_A_DECISION if f"{part}:" not in text] == [], path.name
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name


def test_links_between_pages_of_documentation_lead_somewhere():
    link = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{short(page)}: {target}"
        for page in pages
        for target in link.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_no_file_names_the_place_where_it_was_written():
    found = [
        short(path)
        for path in kept_files()
        if any(words in path.read_text(errors="replace") for words in NOT_OURS)
    ]
    assert set(found) - MAY_NAME_A_NEIGHBOUR == set()
