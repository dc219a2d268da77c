"""layout/job/output.py: a file is replaced whole or not at all."""

import os
import subprocess
import sys
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


def test_drafts_of_the_dead_are_cleared(tmp_path: Path) -> None:
    """Those of a process that runs may be in use; a file of another kind is not ours."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    names = [f".a.pdf.{process}.0123456789abcdef.part" for process in (dead.pid, os.getpid())]
    for name in (*names, ".a.pdf.part", "a.part"):
        (tmp_path / name).write_bytes(b"")
    output.clear(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {names[1], ".a.pdf.part", "a.part"}


def test_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"precious")
    (tmp_path / "a.pdf").symlink_to(outside)
    output.write(tmp_path / "a.pdf", b"new")
    assert outside.read_bytes() == b"precious" and (tmp_path / "a.pdf").read_bytes() == b"new"
    (tmp_path / "b.pdf").symlink_to(outside)
    with pytest.raises(FileExistsError):
        output.create(tmp_path / "b.pdf", b"new")
    assert outside.read_bytes() == b"precious"
