"""What a file has from the clock: when, in which zone, and what is said of a clock that makes no sense."""

from pathlib import Path

import pytest

from layout.__main__ import main
from layout.job.build import moment_now, settings
from layout.job.load import load
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
