"""What is wrong is marked in the proof beside the place where it stands, and in no press file."""

import shutil
from pathlib import Path

import pypdfium2
import pytest

from layout.job.build import BuildResult, build
from layout.model.units import MM, PT
from tests import damage
from tests.test_proof_law import FIRST, PLAN, change


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("errors") / "issue"
    damage.make(folder)
    return folder


def proof(result: BuildResult) -> pypdfium2.PdfDocument:
    (path,) = (path for path in result.made if path.name.endswith("proof.pdf"))
    return pypdfium2.PdfDocument(path)


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def place(page: pypdfium2.PdfPage, words: str) -> tuple[float, float]:
    """Where these words begin: mm from the left edge of the trim and from its head."""
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found, words
    left, low, _, _ = text.get_charbox(found[0])
    trim = page.get_trimbox()
    return (left - trim[0]) * PT / MM, (trim[3] - low) * PT / MM


def test_errors_stand_beside_their_places(whole: Path, tmp_path: Path) -> None:
    """A word no font has, an attribute, an entry's template: each beside the page, level with what it is about."""
    issue = tmp_path / "issue"
    shutil.copytree(whole, issue)
    change(issue, (FIRST, "{columns=2}", "{width=50%}"))
    change(issue, (FIRST, "秤要平", "秤要𠮷平"))
    change(issue, (PLAN, '["article-open"]', '["no-such"]'))
    result = build(issue, "all", tmp_path / "out")
    assert [path.name for path in result.made] == ["sunhuai-1-proof.pdf"]
    document = proof(result)
    pages = texts(document)
    where = {}
    for code in ("READ-ATTRIBUTE", "FONT-MISSING", "READ-TEMPLATE"):
        (where[code],) = (at for at, page in enumerate(pages) if f"[{code}]" in page)
    assert "秤要" in pages[where["FONT-MISSING"]] and "看水尺" in pages[where["READ-TEMPLATE"]]
    assert "zaoshi/story.md:19:5" in pages[where["FONT-MISSING"]]
    assert all("3 处错误，不可付印" in page for page in pages)
    page = document[where["FONT-MISSING"]]
    along, down = place(page, "[FONT-MISSING]")
    assert not -3 < along < 213 and abs(down - place(page, "平，话要轻")[1]) < 20


def test_a_clean_issue_has_none(whole: Path, tmp_path: Path) -> None:
    result = build(whole, "all", tmp_path / "out")
    assert len(result.made) == 3 and not any("不可付印" in page for page in texts(proof(result)))
