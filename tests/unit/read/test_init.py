"""banxin init: what it writes can be read without a finding, and it never writes over anything."""

import re
from pathlib import Path

import pytest

from layout import __main__ as command
from layout.read import check_plan, load_styles, load_templates, read_plan, read_story
from layout.read.init import make_issue

STYLES = Path(__file__).resolve().parents[3] / "styles"


@pytest.mark.silent("INIT-FULL", "INIT-WRITE")
def test_new_issue_reads_without_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "issue"
    assert command.main(["init", str(folder), "--lang", "en"]) == 0
    assert "issue.toml" in capsys.readouterr().out
    house, sheet, _ = load_styles(STYLES)
    assert house and sheet
    templates, _ = load_templates(STYLES, house, sheet)
    plan, findings = read_plan(folder)
    assert plan and not findings
    assert not check_plan(plan, templates)
    for entry in plan.entries:
        story, findings = read_story(folder, entry.name, sheet)
        assert story and not findings
        assert story.blocks


@pytest.mark.silent("READ-TEMPLATE", "READ-SUITS", "READ-ADVERT", "READ-DESIGN", "READ-STANDBY")
@pytest.mark.fires("READ-PHOTO")
@pytest.mark.parametrize("design", ["", "quarterly", "city"])
def test_what_stands_in_comments_is_ready_for_use(design: str, tmp_path: Path) -> None:
    """Every key and template of the lines that a newcomer uncomments, in each design; only its pictures are missing."""
    make_issue(tmp_path)
    file = tmp_path / "issue.toml"
    lines = [re.sub(r"^# (?=\[|[a-z-]+ = )", "", line) for line in file.read_text("utf-8").splitlines()]
    text = "\n".join(lines).replace('"city"', f'"{design}"').replace('design = ""', "")
    file.write_text(text, "utf-8")
    plan, found = read_plan(tmp_path)
    assert plan and plan.design == design and len(plan.entries) == 7 and plan.total_of == 8
    assert {item.code for item in found} == {"READ-PHOTO"}
    house, sheet, _ = load_styles(STYLES, design)
    assert house and sheet
    templates, _ = load_templates(STYLES, house, sheet, design)
    assert not check_plan(plan, templates)


@pytest.mark.fires("code")
@pytest.mark.parametrize(
    ("taken", "code"), [("file", "INIT-FULL"), ("folder", "INIT-FULL"), ("below a file", "INIT-WRITE")]
)
def test_folder_that_is_not_empty_is_refused(
    taken: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "issue"
    if taken == "folder":
        folder.mkdir()
        (folder / "a").write_text("x", "utf-8")
    else:
        folder.write_text("x", "utf-8")
    wanted = folder / "b" if taken == "below a file" else folder
    before = sorted(tmp_path.rglob("*"))
    assert command.main(["init", str(wanted), "--lang", "zh"]) == 2
    assert f"错误[{code}]" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
