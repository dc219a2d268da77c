"""Files that the system does not hand over."""

from pathlib import Path

import pytest

from layout.read.files import read_text


@pytest.mark.fires("READ-FILE")
def test_a_name_that_no_file_can_have() -> None:
    text, (item,) = read_text(Path("stories") / ("a" * 5000))
    assert text is None and item.code == "READ-FILE" and item.message() and item.message("zh")


@pytest.mark.fires("READ-FILE")
def test_a_file_that_ends_in_an_error_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.md"
    path.write_text("甲", "utf-8")

    def broken(self: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    text, (item,) = read_text(path)
    assert text is None and dict(item.values)["reason"] == "Input/output error"


@pytest.mark.silent("READ-FILE", "READ-MISSING", "READ-UTF8")
def test_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes("\ufeff甲\r\n".encode())
    assert read_text(path) == ("甲\n", ())
