"""Words an earlier build divided are known to the next one, and say the same."""

from pathlib import Path

import pytest

from layout.job import hyphens
from layout.job.cache import FileCache
from layout.shape import hyphen


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hyphen, "_known", {})


def test_words_are_kept_and_known_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FileCache(tmp_path)
    found = hyphen.points("hyphenation", "en_US")
    assert found
    hyphens.keep(cache, 0)
    monkeypatch.setattr(hyphen, "_known", {})
    assert hyphens.recall(cache) == 1
    assert hyphen.remembered() == {("hyphenation", "en_US"): found}


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    hyphens.keep(FileCache(tmp_path), 0)
    assert not list(tmp_path.rglob("*.*")) and hyphens.recall(FileCache(tmp_path)) == 0


def test_what_cannot_be_read_is_left(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    cache.put(hyphens._key(), b'["nonsense"]')
    assert hyphens.recall(cache) == 0


def test_capitals(tmp_path: Path) -> None:
    assert hyphen.points("DEFINED", "en_US") == (2,)
    assert hyphen.points("CAMERA", "en_US") == hyphen.points("camera", "en_US")
    assert hyphen.points("UNESC", "en_US") == ()
