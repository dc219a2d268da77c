"""layout/job/templates_verb.py and layout/proof/templates.py: a picture a template, with every frame it has."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from layout.__main__ import main
from layout.proof.templates import COLOURS, kind_of
from layout.read.frame_keys import TAKES

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_every_template_is_drawn(design: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(ROOT / "issue"), "--design", design, "-o", str(tmp_path), "--lang", "en"]) == 0
    names = {path.stem for path in (ROOT / "styles" / "pages").glob("*.toml")}
    names |= {path.stem for path in (ROOT / "styles" / design / "pages").glob("*.toml")}
    assert {path.stem for path in tmp_path.iterdir()} == {*names, "index"}
    said = capsys.readouterr()
    assert f"{len(names)} templates" in said.out and not said.err
    opener = ET.parse(tmp_path / "feature-open.svg")
    told = {title.text or "" for title in opener.iter(f"{SVG}title")}
    assert {"lead: photo", "head: heading"} <= {text.partition(",")[0] for text in told}
    assert len(list(ET.parse(tmp_path / "index.svg").iter(f"{SVG}g"))) == len(names)


def test_kinds() -> None:
    assert {kind_of(takes) for takes in (*TAKES, "text:x", "qr:x")} == set(COLOURS)


@pytest.mark.fires("READ-DESIGN")
def test_unknown_design_and_missing_styles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(ROOT / "issue"), "--design", "nobody", "-o", str(tmp_path), "--lang", "en"]) == 1
    assert "READ-DESIGN" in capsys.readouterr().err
    (tmp_path / "styles" / "press").mkdir(parents=True)
    assert main(["templates", str(tmp_path), "-o", str(tmp_path / "out"), "--lang", "en"]) == 2


PHOTO = 'name = "p"\ntakes = "photo"\n'
TITLE = '[[frame]]\nname = "t"\ntakes = "title"\ncolumns = "2"\nlines = "1-6"\n'
LOW = '[[frame]]\nname = "body"\ntakes = "story"\ncolumns = "1-2"\nlines = "8-36"\n'


@pytest.mark.exactly("told")
@pytest.mark.parametrize(
    ("frames", "told"),
    [
        ('columns = "1-2"\nlines = "1-6"\nelastic = "-2..+2"\n' + LOW, []),  # the text follows
        (
            'columns = "1"\nlines = "1-6"\nelastic = "-2..+2"\n' + TITLE + LOW,
            ["PAGE-ELASTIC"],
        ),  # the title beside it stays
        ('columns = "1"\nlines = "1-6"\nelastic = "-0..+2"\n' + TITLE + LOW, []),
        ('columns = "1"\nlines = "1-12"\nelastic = "-2..+2"\ndisplaces = "lines"\n' + LOW, []),
        ('columns = "1"\nlines = "9-"\nelastic = "-2..+2"\ndisplaces = "lines"\n' + LOW, []),
        ('columns = "1"\nlines = "1-4"\nelastic = "-2..+2"\n' + TITLE + LOW, ["PAGE-ELASTIC"]),
    ],
)
def test_rows_that_no_text_can_take_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], frames: str, told: list[str]
) -> None:
    styles = tmp_path / "styles"
    shutil.copytree(ROOT / "styles", styles, ignore=shutil.ignore_patterns("pages"))
    (styles / "pages").mkdir()
    (styles / "pages" / "a.toml").write_text(f"grid = {{ columns = 2 }}\n[[frame]]\n{PHOTO}{frames}", "utf-8")
    assert main(["templates", str(tmp_path), "-o", str(tmp_path / "out"), "--lang", "en"]) == 0
    assert capsys.readouterr().err.count("PAGE-ELASTIC") == len(told)
