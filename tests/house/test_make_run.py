"""What `make run` says to whoever asks for what can not be."""

import os
import subprocess
import sys

import pytest

from tests.house.source import ROOT


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 80"])
def test_a_port_that_is_no_port_is_refused_in_words(port):
    told = subprocess.run(
        [sys.executable, "deploy/run.py"],
        cwd=ROOT,
        env={**os.environ, "PORT": port},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert f"PORT is “{port}”: give a number from 1 to 65535" in told.stdout
    assert not told.stderr
