"""Short pieces at the foot of a page: their notes stand at their end, and what they cannot show is told."""

from pathlib import Path

import pytest

from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import load
from tests.texts.desk import FILLING, Issue, codes, paragraphs, text_on

PIECE = "## 借火\n\n两条船夜里在江心交错。"


def with_stock(folder: Path, *stock: str) -> Issue:
    """A story that leaves room at the foot of its page, and pieces of text for it."""
    issue = Issue(folder, 'fillers = "short"\n')
    issue.photo()
    issue.manuscript("short", 'title = "长短句"', "\n\n".join(stock))
    issue.story("a", 'title = "渡口的灯"', paragraphs(6, FILLING), 'templates = ["article-open"]')
    return issue


@pytest.mark.silent("PAGE-FILLER")
def test_notes_stand_at_the_end_of_their_piece(tmp_path: Path) -> None:
    noted = PIECE.replace("交错。", "交错[^a]。")
    issue = with_stock(tmp_path, noted, PIECE, noted, "[^a]: 船工的话，见[^b]。", "[^b]: 注中注。")
    pages, found = issue.set()
    told = text_on(pages, "filler")
    assert told.count("船工的话") == told.count("注中注。") == 1 and not codes(found)


@pytest.mark.fires("PAGE-FILLER")
def test_what_a_piece_cannot_show_is_told(tmp_path: Path) -> None:
    photo, box = "![图说。](photos/p.jpg)", "::: box 链接\n框里的话。\n:::"
    table = "| 站 | 时间 |\n|---|---|\n| 柳渡 | 八点 |"
    issue = with_stock(tmp_path, PIECE, photo, PIECE, box, PIECE, table)
    pages, found = issue.set()
    told = [item for item in found if item.code == "PAGE-FILLER"]
    assert [dict(item.values)["what"] for item in told] == ["![…](…)", ":::", "| … |"]
    assert all(item.place and item.place.path.endswith("short/story.md") for item in told)
    assert text_on(pages, "filler").count("借火") == 3


@pytest.mark.silent("PAGE-FILLER")
def test_what_is_not_set_is_no_fault_and_stays_in_stock(tmp_path: Path) -> None:
    issue = with_stock(tmp_path, *[PIECE] * 9, "![图说。](photos/p.jpg)")
    issue.set()
    loaded, _ = load(tmp_path)
    assert loaded
    levers = compose(loaded, Clock())[0].levers
    assert [dict(one.values) for one in levers if one.code == "stock"] == [{"left": 3, "name": "short"}]
