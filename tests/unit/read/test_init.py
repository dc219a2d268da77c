"""banxin init: what it writes can be read without a finding, and it never writes over anything."""

from pathlib import Path

import pytest

from layout import __main__ as command
from layout.read import check_plan, load_styles, load_templates, read_plan, read_story

STYLES = Path(__file__).resolve().parents[3] / "styles"


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


@pytest.mark.parametrize("taken", ["file", "folder", "below a file"])
def test_folder_that_is_not_empty_is_refused(taken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "issue"
    if taken == "folder":
        folder.mkdir()
        (folder / "a").write_text("x", "utf-8")
    else:
        folder.write_text("x", "utf-8")
    wanted = folder / "b" if taken == "below a file" else folder
    before = sorted(tmp_path.rglob("*"))
    assert command.main(["init", str(wanted), "--lang", "zh"]) == 2
    assert "错误[INIT-" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
