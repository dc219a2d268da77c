"""`banxin lines`: text in, lines out; what cannot be used is told and ends with 2."""

import json
from pathlib import Path

import pytest

from layout.__main__ import main

TEXT = "“春江潮水，连海平。”海上明月共潮生\n\n第12章iPhone\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_one_object_a_paragraph(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lines", file, "--measure", "8em", "--indent", "1em", "--json"]) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [len(row["lines"]) for row in rows] == [3, 0, 1]
    assert "".join(line["text"] for line in rows[0]["lines"]) == TEXT.split("\n")[0]
    assert set(rows[0]["lines"][0]) == {"text", "natural_em", "adjust_em"}
    first = rows[0]["lines"][0]
    assert first["natural_em"] + first["adjust_em"] == pytest.approx(7, abs=0.002)


@pytest.mark.silent("LINES-MEASURE", "LINES-STYLE", "FONT-MISSING")
def test_text_for_people(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lines", file, "--measure", "40em", "--indent", "0"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == " +0.00  “春江潮水，连海平。”海上明月共潮生"


@pytest.mark.fires("said")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--measure", "wide"], "LINES-MEASURE"),
        (["--measure=-3em"], "LINES-MEASURE"),
        (["--measure", "2em", "--indent", "2em"], "LINES-MEASURE"),
        (["--measure", "8em", "--indent", "2"], "LINES-MEASURE"),
        (["--measure", "8em", "--style", "nowhere"], "LINES-STYLE"),
    ],
)
def test_options_of_no_use(file: str, options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lines", file, *options]) == 2
    told = capsys.readouterr()
    assert said in told.err and not told.out


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lines", str(tmp_path / "none.txt"), "--measure", "8em"]) == 2
    assert "none.txt" in capsys.readouterr().err


@pytest.mark.fires("READ-UTF8")
def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xff\xfe\xfa")
    assert main(["lines", str(path), "--measure", "8em"]) == 2
    assert "READ-UTF8" in capsys.readouterr().err


def test_settings_of_the_line_count(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    widths = {}
    for punct in ("kaiming", "quanjiao", "banjiao"):
        main(["lines", file, "--measure", "40em", "--punct", punct, "--json"])
        widths[punct] = json.loads(capsys.readouterr().out.splitlines()[0])["lines"][0]["natural_em"]
    assert widths["banjiao"] < widths["quanjiao"]
    assert widths["kaiming"] < widths["quanjiao"]


@pytest.mark.fires("FONT-MISSING")
def test_missing_characters_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("好क好\n", "utf-8")
    assert main(["lines", str(path), "--measure", "8em"]) == 0
    assert "text.txt:1:2: error[FONT-MISSING]" in capsys.readouterr().err
