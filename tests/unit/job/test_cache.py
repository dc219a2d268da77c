"""layout/job/cache.py: what was put comes back, or nothing does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.job.cache import FileCache, key


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
