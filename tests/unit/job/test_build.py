"""What a file has from the clock: when, in which zone, and what is said of a clock that makes no sense."""

from pathlib import Path

import pytest
from PIL import Image

from layout.__main__ import main
from layout.check import Wanted, run_pdf
from layout.job.build import build, moment_now, settings
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


@pytest.mark.parametrize(("target", "stale"), [("proof", "body-p001-002-press"), ("press", "proof")])
def test_files_of_other_contents_never_lie_side_by_side(
    target: str, stale: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A story that has changed since the press file was made; a comment in its front matter changes nothing."""
    make_issue(tmp_path / "issue")
    story = next((tmp_path / "issue" / "stories").rglob("story.md"))
    command = ["build", str(tmp_path / "issue"), "-o", str(tmp_path / "out"), "--lang", "en"]
    old = f"chuangkan-1-{stale}.pdf"
    assert main(command) == 0
    story.write_text(story.read_text("utf-8").replace("+++\n", "+++\n# seen by the editor\n", 1), "utf-8")
    capsys.readouterr()
    assert main([*command, "--target", target]) == 0
    assert "has changed" not in capsys.readouterr().out and (tmp_path / "out" / old).is_file()
    before = (tmp_path / "out" / old).read_bytes()
    story.write_text(story.read_text("utf-8") + "\n又添一段。\n", "utf-8")
    assert main([*command, "--target", target]) == 0
    assert f"the issue has changed since {old} was made: it is now in" in capsys.readouterr().out
    assert not (tmp_path / "out" / old).exists()
    assert (tmp_path / "out" / "earlier" / old).read_bytes() == before
    assert main(command) == 0
    assert not (tmp_path / "out" / "earlier").exists()


def test_another_issue_of_the_same_name_replaces_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        make_issue(tmp_path / name)
    out = tmp_path / "out"
    assert main(["build", str(tmp_path / "one"), "-o", str(out)]) == 0
    before = {path: path.read_bytes() for path in out.glob("*.*") if path.is_file()}
    capsys.readouterr()
    for _ in range(2):  # a second build finds its own names again
        assert main(["build", str(tmp_path / "two"), "-o", str(out), "--lang", "en"]) == 0
        told = capsys.readouterr()
        assert f"{out} has files of this name from another issue, {tmp_path / 'one'}: these" in told.err
        assert {path: path.read_bytes() for path in before} == before
        assert sorted(path.name for path in out.glob("*-two-findings.json")) == ["chuangkan-1-two-findings.json"]
    plan = tmp_path / "two" / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('number = "1"', 'number = "2"'), "utf-8")
    assert main(["build", str(tmp_path / "two"), "-o", str(out)]) == 0
    assert {path: path.read_bytes() for path in before} == before


def test_an_issue_may_be_named_by_its_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_issue(tmp_path / "issue")
    for verb in (["build", "-o", str(tmp_path / "out")], ["plan"], ["dump"]):
        assert main([*verb, str(tmp_path / "issue" / "issue.toml")]) == 0
    assert not capsys.readouterr().err


def test_a_coarse_picture_is_told_once(tmp_path: Path) -> None:
    """In the plan, where it stands, and not again in the press file; 1,400 pixels on a page of 210 mm are too few."""
    make_issue(tmp_path / "issue")
    Image.new("L", (1400, 1400), 90).save(tmp_path / "issue" / "photos" / "grey.png")
    with (tmp_path / "issue" / "issue.toml").open("a", encoding="utf-8") as plan:
        plan.write('\n[[entry]]\npage = "plate"\nphotos = ["photos/grey.png"]\n')
    result = build(tmp_path / "issue", "press", tmp_path / "out")
    (told,) = (item for item in result.findings if item.code == "IMG-02")
    assert told.place and told.place.path.endswith("issue.toml")
    (press,) = result.made
    loaded, _ = load(tmp_path / "issue")
    assert loaded and "IMG-02" in {item.code for item in run_pdf(press.read_bytes(), loaded.press)}
