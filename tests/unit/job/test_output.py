"""layout/job/output.py: a file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from layout.job import output


def test_makes_folders_and_leaves_no_draft(tmp_path: Path) -> None:
    output.write(tmp_path / "a" / "b.pdf", b"new")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.pdf"]
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"new"


def test_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.pdf"
    output.write(target, b"old")

    def full_disk(draft: Path, path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(OSError, match="No space left"):
        output.write(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]
    assert target.read_bytes() == b"old"
