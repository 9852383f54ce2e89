"""Each pytest that `make test` starts gets the tests that are its share, and none needlessly."""

import pytest

from tests.run import shares

APART = "--ignore=tests/browser"
INSIDE = "tests/browser/test_html.py"


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        ([], [[APART], ["tests/browser"]]),
        (["-k", "quote"], [[APART, "-k", "quote"], ["-k", "quote", "tests/browser"]]),
        (["-k", "tests"], [[APART, "-k", "tests"], ["-k", "tests", "tests/browser"]]),
        (["."], [[APART, "."], ["tests/browser"]]),
        (["tests"], [[APART, "tests"], ["tests/browser"]]),
        (["-x", "tests/core"], [[APART, "-x", "tests/core"]]),
        (["tests/core/test_media.py::test_it"], [[APART, "tests/core/test_media.py::test_it"]]),
        ([f"{INSIDE}::test_it", "-x"], [[f"{INSIDE}::test_it", "-x"]]),
        (["tests/browser/"], [["tests/browser/"]]),
        (["tests/core", INSIDE], [[APART, "tests/core"], [INSIDE]]),
        (
            ["--deselect", "tests/core", "tests/blog"],
            [[APART, "--deselect", "tests/core", "tests/blog"]],
        ),
    ],
)
def test_a_browser_is_started_only_for_what_needs_one(arguments, started):
    assert shares(arguments) == started
