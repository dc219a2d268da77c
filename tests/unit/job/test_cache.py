"""layout/job/cache.py: what was put comes back, or nothing does."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.__main__ import main
from layout.job.cache import FileCache, key
from layout.read.init import make_issue


def test_gives_back_what_was_put(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    named = key("photo", b"\x00\xff", 300)
    assert cache.get(named) is None
    cache.put(named, b"inks")
    assert cache.get(named) == b"inks"
    assert FileCache(tmp_path).get(named) == b"inks"


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"", lambda data: data[:-1] + b"X"])
def test_spoilt_entry_is_no_entry(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    cache = FileCache(tmp_path)
    named = key("photo", "a")
    cache.put(named, b"inks")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.get(named) is None


def test_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = FileCache(tmp_path / "cache")
    cache.put(key("photo", "a"), b"inks")
    assert cache.get(key("photo", "a")) is None


def test_keys_tell_inputs_apart() -> None:
    keys = {key("a", "bc"), key("ab", "c"), key("abc"), key("a", b"bc"), key("a", "b", "c"), key("a", "1"), key("a", 1)}
    assert len(keys) == 7
    assert key("a", "bc") == key("a", "bc")


def test_an_entry_under_another_name_is_no_entry(tmp_path: Path) -> None:
    """Two that were swapped would print each other's photos."""
    cache = FileCache(tmp_path)
    names = key("photo", "a"), key("photo", "b")
    for name, data in zip(names, (b"boat", b"bird"), strict=True):
        cache.put(name, data)
    first, second = (tmp_path / name[:2] / name[2:] for name in names)
    kept = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(kept)
    assert cache.get(names[0]) is None and cache.get(names[1]) is None


def test_what_is_no_file_is_no_entry(tmp_path: Path) -> None:
    """A pipe would keep a reader waiting for ever, a folder cannot be read."""
    cache, (pipe, folder) = FileCache(tmp_path), (key("photo", "a"), key("photo", "b"))
    for name in (pipe, folder):
        (tmp_path / name[:2]).mkdir(exist_ok=True)
    os.mkfifo(tmp_path / pipe[:2] / pipe[2:])
    (tmp_path / folder[:2] / folder[2:]).mkdir()
    assert cache.get(pipe) is None and cache.get(folder) is None


@pytest.mark.parametrize("name", ["cache", "cache/ab"])
def test_a_build_whose_cache_is_a_file_is_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    make_issue(tmp_path / "issue")
    files = []
    for out in (tmp_path / "a", tmp_path / "b"):
        if out.name == "b":
            (out / name).parent.mkdir(parents=True)
            (out / name).write_bytes(b"")
        assert main(["build", str(tmp_path / "issue"), "-o", str(out)]) == 0
        files.append({path.name: path.read_bytes() for path in out.glob("*.pdf")})
    assert files[0] == files[1] and files[0]
