"""Queries of a manuscript in the margins of its proof, beside the line they belong to, and in no press file."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from layout.__main__ import main
from layout.read.init import make_issue

STORY = "stories/zaoshi/story.md"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a small issue with a query in its title and one in its last paragraph."""
    folder = tmp_path_factory.mktemp("queries")
    make_issue(folder / "issue")
    file = folder / "issue" / STORY
    text = file.read_text("utf-8").replace('title = "', 'title = "<!-- 题目再议 -->', 1)
    file.write_text(f"{text}\n最后一班渡船<!-- 查船期，并请作者核对船名 -->，灯灭了。\n", "utf-8")
    assert main(["build", str(folder / "issue"), "-o", str(folder / "out"), "--target", "all"]) == 0
    return folder / "out"


def found(file: Path, words: str) -> list[tuple[int, Box]]:
    """Where the words begin: index of the page and left, bottom, right, top of their first character."""
    boxes = []
    for index, page in enumerate(pypdfium2.PdfDocument(file)):
        text = page.get_textpage()
        search = text.search(words)
        while hit := search.get_next():
            boxes.append((index, text.get_charbox(hit[0])))
    return boxes


def test_queries_stand_in_the_margin_of_the_proof(made: Path) -> None:
    (proof,) = made.glob("*-proof.pdf")
    with pikepdf.open(proof) as pdf:
        left, _, right, _ = (float(edge) for edge in pdf.pages[0].BleedBox)
    ((page, query),) = found(proof, "查船期")
    ((also, title),) = found(proof, "题目再议")
    assert also == 0
    for box in (query, title):
        assert box[2] < left or box[0] > right
    ((own_page, own),) = found(proof, "最后一班渡船")
    assert page == own_page
    assert abs(own[1] - query[1]) < 8


def test_no_press_file_has_them(made: Path) -> None:
    (press,) = made.glob("*-press.pdf")
    assert found(press, "最后一班渡船")
    assert not found(press, "查船期") and not found(press, "再议")
    with pikepdf.open(press) as pdf:
        assert pdf.pages[0].MediaBox[2] < 700


def test_a_proof_without_queries_is_as_wide_as_it_was(tmp_path: Path) -> None:
    make_issue(tmp_path / "issue")
    assert main(["build", str(tmp_path / "issue"), "-o", str(tmp_path), "--target", "proof"]) == 0
    (proof,) = tmp_path.glob("*-proof.pdf")
    with pikepdf.open(proof) as pdf:
        page = pdf.pages[0]
        assert float(page.MediaBox[2]) - float(page.BleedBox[2]) == pytest.approx(10 / 25.4 * 72, abs=0.01)


def test_a_query_does_not_change_a_press_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    make_issue(tmp_path / "issue")
    made = []
    for query in ("", "<!-- 查原文 -->\n"):
        file = tmp_path / "issue" / STORY
        file.write_text(file.read_text("utf-8") + query, "utf-8")
        assert main(["build", str(tmp_path / "issue"), "-o", str(tmp_path / "out"), "--target", "press"]) == 0
        made.append([press.read_bytes() for press in (tmp_path / "out").glob("*-press.pdf")])
    assert made[0] == made[1]
    assert made[0]
