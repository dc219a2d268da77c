"""When a line is told to be loose, and when it sticks out: in `banxin lines`, with its place."""

from pathlib import Path

import pytest

from layout.__main__ import main

TEXT = "夜里，船号A1234567890123456789。"
"""Three Han and a word of Latin, ten em long, that stands whole."""


@pytest.mark.fires("LINES-LOOSE")
@pytest.mark.silent("LINES-OVERFULL")
def test_a_line_that_is_torn_apart_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(TEXT, "12em", tmp_path, capsys)


@pytest.mark.fires("LINES-OVERFULL")
def test_a_word_longer_than_its_line_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "LINES-OVERFULL" in told("." * 60, "8em", tmp_path, capsys)


@pytest.mark.silent("LINES-LOOSE", "LINES-OVERFULL")
def test_a_paragraph_of_han_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not told("船底朝天晾了三日，木匠才拿斧子敲它。" * 3, "12em", tmp_path, capsys)


@pytest.mark.silent("LINES-OVERFULL")
@pytest.mark.parametrize("measure", ["13em", "13.6em", "14.2em"])
def test_an_excess_that_cannot_be_seen_is_none(
    measure: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines of an address that are too long by 0.02, 0.01 and 0.00 em."""
    address = "http://example.com/" + "x" * 200
    assert "LINES-OVERFULL" not in told(f"见{address}", measure, tmp_path, capsys)


def told(text: str, measure: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (folder / "a.txt").write_text(text, "utf-8")
    assert main(["lines", str(folder / "a.txt"), "--style", "body", "--measure", measure, "--lang", "en"]) == 0
    return capsys.readouterr().err
