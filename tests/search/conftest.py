"""What tests of the search ask for: an index of the home page alone."""

import pytest

from tests.search.asking import indexed


@pytest.fixture
def indexed_home(home, django_capture_on_commit_callbacks):
    """Index the home page, and take up what waits whenever the test says so."""
    return indexed()
