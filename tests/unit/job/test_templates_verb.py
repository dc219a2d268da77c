"""layout/job/templates_verb.py and layout/proof/templates.py: a picture a template, with every frame it has."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from layout.__main__ import main
from layout.proof.templates import COLOURS, kind_of
from layout.read.templates import TAKES

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_every_template_is_drawn(design: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(ROOT / "issue"), "--design", design, "-o", str(tmp_path), "--lang", "en"]) == 0
    names = {path.stem for path in (ROOT / "styles" / "pages").glob("*.toml")}
    names |= {path.stem for path in (ROOT / "styles" / design / "pages").glob("*.toml")}
    assert {path.stem for path in tmp_path.iterdir()} == {*names, "index"}
    assert f"{len(names)} templates" in capsys.readouterr().out
    opener = ET.parse(tmp_path / "feature-open.svg")
    told = {title.text or "" for title in opener.iter(f"{SVG}title")}
    assert {"lead: photo", "head: heading"} <= {text.partition(",")[0] for text in told}
    assert len(list(ET.parse(tmp_path / "index.svg").iter(f"{SVG}g"))) == len(names)


def test_kinds() -> None:
    assert {kind_of(takes) for takes in (*TAKES, "text:x", "qr:x")} == set(COLOURS)


def test_unknown_design_and_missing_styles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", str(ROOT / "issue"), "--design", "nobody", "-o", str(tmp_path), "--lang", "en"]) == 1
    assert "READ-MISSING" in capsys.readouterr().err
    (tmp_path / "styles").mkdir()
    assert main(["templates", str(tmp_path), "-o", str(tmp_path / "out"), "--lang", "en"]) == 2
