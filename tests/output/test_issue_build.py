"""Whole issues built once: names of files, the same bytes twice, every character in the PDF, contents that agree."""

import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from layout.job import findings
from layout.job.build import BuildResult, build
from layout.job.load import load
from layout.model.story import Paragraph
from layout.read.init import make_issue
from tests.output.programs import program

ROOT = Path(__file__).parents[2]
EPOCH = "1795392000"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "issue"
    _, found = make_issue(folder)
    assert not found
    return folder


@pytest.fixture(scope="module")
def built(small: Path) -> BuildResult:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return build(small, "all", small.parent / "build")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    return build(ROOT / "issue", "all", tmp_path_factory.mktemp("sample"))


def bare(text: str) -> str:
    """Without spaces and without what only the page has: line ends, hyphens that breaking added."""
    return re.sub(r"[\s\u00ad\u200b]", "", unicodedata.normalize("NFC", text))


def test_names(built: BuildResult) -> None:
    pages = [page.number for page in built.pages if page.part == "body"]
    wanted = {f"chuangkan-1-body-p001-{pages[-1]:03d}-press.pdf", "chuangkan-1-proof.pdf"}
    assert {path.name for path in built.made} == wanted
    assert pages == list(range(1, len(pages) + 1))
    assert not [f for f in built.findings if f.severity == "error"]


def test_the_same_bytes_twice(small: Path, built: BuildResult, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    again = build(small, "all", small.parent / "again")
    assert [path.name for path in again.made] == [path.name for path in built.made]
    for first, second in zip(built.made, again.made, strict=True):
        assert first.read_bytes() == second.read_bytes()


def test_a_mistake_in_a_manuscript_stops_no_proof(small: Path, built: BuildResult, tmp_path: Path) -> None:
    """What can be read of it is set; the press file of the build before goes out of sight, whole as it was."""
    out = tmp_path / "build"
    before = {path.name: path.read_bytes() for path in build(small, "all", out).made if "press" in path.name}
    story = small / "stories" / "zaoshi" / "story.md"
    good = story.read_bytes()
    try:
        story.write_text("+++\ntitle = \n+++\n\n坏了。\n", "utf-8")
        failed = build(small, "all", out)
    finally:
        story.write_bytes(good)
    assert [path.name for path in failed.made] == ["chuangkan-1-proof.pdf"]
    assert any(f.severity == "error" for f in failed.findings)
    assert {path.name: path.read_bytes() for path in failed.aside} == before
    assert not list(out.glob("*press.pdf"))
    read = subprocess.run([program("pdftotext"), failed.made[0], "-"], capture_output=True, text=True, check=True)
    assert "坏了" in read.stdout


def test_every_character_of_every_manuscript_is_in_the_file(small: Path, built: BuildResult) -> None:
    """Each paragraph is found whole, in the order of the manuscript, in what pdftotext reads; readings over characters
    and notes at a column's foot stand among them and are left out."""
    press = next(path for path in built.made if "body" in path.name)
    told = subprocess.run([program("pdftotext"), "-raw", press, "-"], capture_output=True, text=True, check=True).stdout
    said = bare(told)
    loaded, _ = load(small)
    assert loaded
    for story in loaded.stories.values():
        for reading in (m.value for b in story.blocks if isinstance(b, Paragraph) for m in b.marks if m.kind == "ruby"):
            assert bare(reading) in said
            said = said.replace(bare(reading), "")
        for note in story.notes:
            assert bare(note.paragraph.text) in said
            said = re.sub(f"[①-⑳]?{re.escape(bare(note.paragraph.text))}", "", said)
        at = 0
        for block in story.blocks:
            assert isinstance(block, Paragraph)
            found = said.find(bare(block.text), at)
            assert found >= 0, block.text
            at = found + 1


def test_the_sample_issue_has_no_errors(sample: BuildResult) -> None:
    assert [f.text() for f in sample.findings if f.severity == "error"] == []
    assert {re.sub(r"p\d{3}-\d{3}", "p", path.name) for path in sample.made} == {
        "butou-12-body-p-press.pdf",
        "butou-12-cover-press.pdf",
        "butou-12-proof.pdf",
    }


def test_what_filled_the_sample_is_told(sample: BuildResult) -> None:
    """Photos of the sample give and take rows; findings.json lists them page by page."""
    assert any(re.fullmatch(r"p\. \d+: frame \w+ [+-]\d+ row\(s\)", lever.text()) for lever in sample.levers)
    report = json.loads(findings.as_json(sample.findings, sample.levers))
    assert [one["message"]["en"] for one in report["levers"]] == [one.message() for one in sample.levers]


def test_contents_agree_with_bookmarks(sample: BuildResult) -> None:
    """A folio in the contents is the label of the sheet its story's bookmark leads to."""
    proof = next(path for path in sample.made if path.name.endswith("proof.pdf"))
    contents = [frame for page in sample.pages for frame in page.frames if frame.takes == "contents"]
    listed = [link.page for frame in contents for link in frame.links]
    assert listed
    with pikepdf.open(proof) as opened, opened.open_outline() as outline:
        labels = {page.objgen: page.label for page in opened.pages}
        leads = {labels[target.objgen] for target in targets(outline.root)}
    assert {str(number) for number in listed} <= leads


def targets(items: list[pikepdf.OutlineItem]) -> list[pikepdf.Object]:
    found = []
    for item in items:
        destination = item.destination or (item.action.D if item.action is not None else None)
        if destination is not None:
            found.append(destination[0])
        found.extend(targets(list(item.children)))
    return found
