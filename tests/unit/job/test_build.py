"""What a file has from the clock: when, in which zone, and what is said of a clock that makes no sense."""

from pathlib import Path

import pytest

from layout.__main__ import main
from layout.check import Wanted
from layout.job.build import moment_now, settings
from layout.job.load import load
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile
from layout.model.units import MM
from layout.read.init import make_issue


def test_the_stamp_says_which_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader in Shanghai would else take it for eight hours ago."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    make_issue(tmp_path)
    loaded, _ = load(tmp_path)
    assert loaded
    made = settings(loaded, "proof")
    assert made.marks and "2026-11-18 11:06 UTC" in made.marks.stamp
    assert settings(loaded, "body").marks is None


@pytest.mark.fires("IMG-06")
def test_a_missing_picture_is_told_once_at_each_place(tmp_path: Path) -> None:
    make_issue(tmp_path)
    with (tmp_path / "issue.toml").open("a", encoding="utf-8") as plan:
        plan.write('\n[[entry]]\npage = "plate"\nphotos = ["photos/x.jpg"]\n' * 2)
    _, found = load(tmp_path)
    told = [(item.code, dict(item.values)["path"]) for item in found if "photos/x.jpg" in item.text()]
    assert told == [("IMG-06", "photos/x.jpg")] * 2


@pytest.mark.parametrize("epoch", ("today", "1e9", "9" * 30))
def test_an_epoch_that_is_no_time(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    make_issue(tmp_path / "issue")
    assert main(["build", str(tmp_path / "issue"), "-o", str(tmp_path / "out")]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_an_empty_epoch_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert moment_now().year >= 2026


def test_a_press_file_that_fails_its_preflight_is_held_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is never seen under its name; the proof has the finding, and the file of the build before is set aside."""
    make_issue(tmp_path / "issue")
    command = ["build", str(tmp_path / "issue"), "-o", str(tmp_path / "out"), "--lang", "en"]
    assert main(command) == 0
    read = []

    def refused(file: Path, profile: PressProfile, wanted: Wanted) -> tuple[Finding, ...]:
        read.append((file.read_bytes()[:5], wanted.width, wanted.height, wanted.look))
        return (finding("DOC-09", page=1, most=9),)

    monkeypatch.setattr("layout.check.each_finding", refused)
    assert main(command) == 1
    assert read == [(b"%PDF-", 210 * MM, 285 * MM, False)]
    assert [path.name for path in (tmp_path / "out").glob("*.pdf")] == ["chuangkan-1-proof.pdf"]
    assert [path.name for path in (tmp_path / "out" / "earlier").iterdir()] == ["chuangkan-1-body-p001-002-press.pdf"]
    told = capsys.readouterr()
    assert "chuangkan-1-body-p001-002-press.pdf: p. 1: error[DOC-09]" in told.err
    assert "press files held back: 1 error" in told.out


def test_a_proof_alone_is_not_preflighted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_issue(tmp_path / "issue")
    monkeypatch.setattr("layout.check.each_finding", None)
    assert main(["build", str(tmp_path / "issue"), "--target", "proof", "-o", str(tmp_path / "out")]) == 0
