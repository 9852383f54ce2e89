"""Making the sizes of a picture leaves nothing open behind it."""

import gc
import warnings

from core.renditions import make
from tests.factories import PictureFactory


def test_no_temporary_file_stays_open_when_sizes_are_made(home):
    picture = PictureFactory()
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always", ResourceWarning)
        assert make(picture)
        gc.collect()
    assert [str(warning.message) for warning in met] == []
