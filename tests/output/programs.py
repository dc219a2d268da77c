"""The name of another program goes in, its path comes out: how tests find the readers of PDF that are not in Python."""

import os
import shutil

import pytest


def program(name: str) -> str:
    """The program's path. In CI its absence is a failure: a check that cannot run has not passed."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found
