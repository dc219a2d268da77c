"""What a user can get wrong in an issue: a finding with its place, a proof of the rest, no press file."""

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from layout.__main__ import main
from layout.read.init import make_issue

Change = Callable[[Path], None]


def replaced(name: str, old: str, new: str) -> Change:
    """Changes one passage of one file."""

    def change(issue: Path) -> None:
        file = issue / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def added(name: str, words: str) -> Change:
    """Adds a paragraph at a file's end."""
    return lambda issue: replaced_text(issue / name, words)


def replaced_text(file: Path, words: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\n{words}\n", "utf-8")


def broken_photo(issue: Path) -> None:
    """A JPEG that ends after its first bytes."""
    (issue / "photos").mkdir(exist_ok=True)
    (issue / "photos" / "cut.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    added(STORY, "![](photos/cut.jpg)")(issue)


STORY = "stories/zaoshi/story.md"
CASES: dict[str, tuple[Change, str, str]] = {
    "unknown key": (replaced("issue.toml", "slug", "slugg"), "issue.toml:", "slugg"),
    "broken TOML": (replaced("issue.toml", "slug =", "slug"), "issue.toml:", ""),
    "unclosed front matter": (replaced(STORY, "\n+++\n", "\n++\n"), f"{STORY}:", ""),
    "missing story": (lambda issue: (issue / STORY).unlink(), "issue.toml:", "zaoshi"),
    "missing photo": (added(STORY, "![](photos/none.jpg)"), f"{STORY}:", "none.jpg"),
    "path outside": (added(STORY, "![](../../../etc/passwd)"), f"{STORY}:", "passwd"),
    "broken JPEG": (broken_photo, f"{STORY}:", "cut.jpg"),
    "character without a glyph": (added(STORY, "一个字：𠮷。"), f"{STORY}:", "U+20BB7"),
    "bytes that are no text": (lambda issue: (issue / STORY).write_bytes(b"\xff\xfe+"), f"{STORY}:", ""),
}


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A small issue that builds."""
    folder = tmp_path / "issue"
    make_issue(folder)
    return folder


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_a_finding(case: str, issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A proof has the rest, whatever is wrong, unless there is no plan to read; the press file of the build before, and
    then its proof as well, goes out of sight."""
    change, place, named = CASES[case]
    out = tmp_path / "out"
    command = ["build", str(issue), "-o", str(out), "--lang", "en"]
    assert main(command) == 0
    (good,) = out.glob("*-press.pdf")
    before = good.read_bytes()
    capsys.readouterr()
    change(issue)
    proven = case != "broken TOML"
    code = main(command)
    said, told = capsys.readouterr()
    assert code == (1 if proven else 2), told
    errors = [line for line in told.splitlines() if ": error[" in line]
    assert any(line.startswith(f"{issue}/{place}") and named in line for line in errors), told
    assert good.name in said and (out / "earlier" / good.name).read_bytes() == before
    assert not list(out.glob("*-press.pdf")) and len(list(out.glob("*-proof.pdf"))) == proven
    listed = json.loads(next(out.glob("*-findings.json")).read_text("utf-8"))["findings"]
    assert [item["code"] for item in listed if item["severity"] == "error"]


def test_a_story_that_is_not_there_keeps_its_pages(issue: Path, tmp_path: Path) -> None:
    """A proof shows all that is there; nothing goes to press."""
    replaced("issue.toml", 'story = "zaoshi"', 'story = "daigao"\npages = 3')(issue)
    assert main(["build", str(issue), "-o", str(tmp_path / "out")]) == 1
    assert [path.name for path in (tmp_path / "out").glob("*.pdf")] == ["chuangkan-1-proof.pdf"]
    with pikepdf.open(tmp_path / "out" / "chuangkan-1-proof.pdf") as pdf:
        assert len(pdf.pages) == 4


def test_a_plan_that_is_no_toml_leaves_no_plain_proof_of_yesterday(issue: Path, tmp_path: Path) -> None:
    """Nor one that no build of ours has shown here: a copy, or of an older version."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "chuangkan-1-proof.pdf").write_bytes(b"%PDF")
    replaced("issue.toml", "date =", "date")(issue)
    assert main(["build", str(issue), "-o", str(tmp_path / "out")]) == 2
    assert not list((tmp_path / "out").glob("*.pdf"))
    assert (tmp_path / "out" / "earlier" / "chuangkan-1-proof.pdf").read_bytes() == b"%PDF"


def test_no_issue_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "none"), "-o", str(tmp_path / "out"), "--lang", "zh"]) == 2
    assert "错误[" in capsys.readouterr().err
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_dump_of_one_page(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dump", str(issue), "--page", "1"]) == 0
    assert capsys.readouterr().out.startswith("page 1 recto")
    assert main(["dump", str(issue), "--page", "1", "--json"]) == 0
    (page,) = json.loads(capsys.readouterr().out)["pages"]
    assert page["label"] == "1"
    assert main(["dump", str(issue), "--page", "99"]) == 2


def test_two_builds_are_equal(issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    made = []
    for out in (tmp_path / "a", tmp_path / "b"):
        assert main(["build", str(issue), "-o", str(out)]) == 0
        made.append({file.name: file.read_bytes() for file in out.glob("*.pdf")})
    assert made[0] == made[1]
    assert made[0]


def test_a_proof_shows_what_found_no_room(issue: Path, tmp_path: Path) -> None:
    """Press files of the earlier build have none of it, and are set aside as they are."""
    assert main(["build", str(issue), "-o", str(tmp_path)]) == 0
    press = {file.name: file.read_bytes() for file in tmp_path.glob("*press.pdf")}
    replaced("issue.toml", "story =", "pages = 1\nstory =")(issue)
    added(STORY, "\n\n".join(["潮水退下去，露出石阶。" * 40] * 9))(issue)
    assert main(["build", str(issue), "-o", str(tmp_path)]) == 1
    (proof,) = tmp_path.glob("*proof.pdf")
    with pikepdf.open(proof) as pdf:
        labels = [
            str(label.get("/P", "")) for label in pdf.Root.PageLabels.Nums if isinstance(label, pikepdf.Dictionary)
        ]
    assert any("溢文" in label for label in labels)
    assert {file.name: file.read_bytes() for file in (tmp_path / "earlier").glob("*.pdf")} == press
    assert not list(tmp_path.glob("*press.pdf"))


def test_no_number_leads_out_of_the_folder(issue: Path, tmp_path: Path) -> None:
    """What a file's name cannot hold becomes a hyphen."""
    replaced("issue.toml", 'number = "1"', 'number = "/../../2026/11"')(issue)
    out = tmp_path / "made" / "out"
    assert main(["build", str(issue), "-o", str(out)]) == 0
    assert {path.name for path in out.glob("*.pdf")} == {
        "chuangkan--2026-11-body-p001-002-press.pdf",
        "chuangkan--2026-11-proof.pdf",
    }
    assert {path.name for path in tmp_path.iterdir()} == {"issue", "made"}


def test_a_photo_cut_short_is_a_placeholder_in_the_proof(issue: Path, tmp_path: Path) -> None:
    """Its head is whole, so only the separation finds out."""
    photo = (Path(__file__).parents[1] / "issue" / "photos" / "stream.jpg").read_bytes()
    (issue / "photos" / "short.jpg").write_bytes(photo[: len(photo) // 3])
    added(STORY, "![](photos/short.jpg)")(issue)
    assert main(["build", str(issue), "-o", str(tmp_path / "out")]) == 1
    assert [path.name for path in (tmp_path / "out").glob("*.pdf")] == ["chuangkan-1-proof.pdf"]
    listed = json.loads((tmp_path / "out" / "chuangkan-1-findings.json").read_text("utf-8"))["findings"]
    assert "IMG-61" in [item["code"] for item in listed]


def test_a_body_with_other_pages_replaces_the_old_one(issue: Path, tmp_path: Path) -> None:
    """Files of other issues and of other kinds stay."""
    for name in ("chuangkan-1-body-p001-009-press.pdf", "chuangkan-12-body-p001-009-press.pdf", "chuangkan-1-old.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    assert main(["build", str(issue), "--target", "proof", "-o", str(tmp_path)]) == 0
    assert (tmp_path / "chuangkan-1-body-p001-009-press.pdf").exists()
    assert main(["build", str(issue), "--target", "press", "-o", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.glob("*.pdf")} == {
        "chuangkan-1-body-p001-002-press.pdf",
        "chuangkan-1-old.pdf",
        "chuangkan-1-proof.pdf",
        "chuangkan-12-body-p001-009-press.pdf",
    }


def test_a_manuscript_that_is_a_link_out_of_the_issue(
    issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = (issue / STORY).rename(tmp_path / "elsewhere.md")
    (issue / STORY).symlink_to(outside)
    assert main(["build", str(issue), "-o", str(tmp_path / "out"), "--lang", "en"]) == 1
    assert "error[READ-OUTSIDE]" in capsys.readouterr().err
