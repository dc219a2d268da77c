"""The flatplan: a line a page, in columns that stand under each other on a terminal, and the verb that prints it."""

from pathlib import Path

import pytest

from layout.__main__ import main
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame, PlacedLink, PlacedPicture
from layout.model.place import Place
from layout.proof.flatplan import WIDEST, Told, as_text, width
from layout.read.init import make_issue

BOX = Rect(0, 0, 1, 1)
ADVERT = PlacedFrame("ad", "advert", BOX, pictures=(PlacedPicture("ad.jpg", Place("issue.toml"), BOX, None, None),))
TO = PlacedFrame("jump-to", "furniture", BOX, links=(PlacedLink(BOX, 5),))
STORIES = {"a": Told("夜航", 2300, "2200"), "b": Told("埠头", 90)}


def made(number: int, template: str, *frames: PlacedFrame, **how: object) -> Page:
    side = "recto" if number % 2 else "verso"
    return Page(number, str(number), side, template, frames, **how)  # type: ignore[arg-type]


def test_a_line_a_page() -> None:
    pages = (
        made(1, "contents", PlacedFrame("list", "contents", BOX)),
        made(2, "feature-open", story="a", section="水路", titles=("夜航",)),
        made(3, "feature", TO, story="a", section="水路"),
        made(4, "ad-half", ADVERT),
        made(5, "plain", story="a", titles=("埠头",)),
        made(6, "blank"),
        made(7, "awaited", story="c"),
        made(1, "cover-front", part="cover"),
    )
    assert as_text(pages, STORIES, "en").splitlines() == [
        "  1 R  contents             contents",
        "┌ 2 L  夜航           水路  feature-open  2,300 characters  wanted 2200",
        "└ 3 R  （夜航）       水路  feature       → p. 5",
        "┌ 4 L                       ad-half       advert ad.jpg",
        "└ 5 R  （夜航）埠头         plain         90 characters",
        "┌ 6 L  – blank –",
        "└ 7 R  – awaited – c        awaited",
        "  1 R  cover                cover-front",
        "",
        "pages 7, with adverts 1, blank 1; stories 2, characters 2,390",
    ]
    assert "— 空白 —" in as_text(pages, STORIES, "zh") and "下转 5" in as_text(pages, STORIES, "zh")


def test_two_stories_on_a_page_and_a_long_title() -> None:
    both = as_text((made(2, "plain", story="a", titles=("夜航", "埠头")),), STORIES, "en")
    assert "2,300 characters  wanted 2200  90 characters" in both
    begins = as_text((made(2, "plain", story="a", titles=("进 / 出",)),), {"a": Told("进 / 出", 90)}, "en")
    assert begins.splitlines()[0] == "  2 L  进 / 出    plain  90 characters"
    long = as_text((made(2, "plain", titles=("题" * 99,)),), {}, "en").split()[2]
    assert width(long) == WIDEST and long.endswith("……")


@pytest.mark.fires("READ-TOO-LONG")
def test_the_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_issue(tmp_path / "issue")
    assert main(["plan", str(tmp_path / "issue"), "--lang", "zh"]) == 0
    told = capsys.readouterr()
    assert "桥头早市" in told.out and "article-open" in told.out and "共 2 页" in told.out and not told.err
    assert main(["plan", str(tmp_path / "none")]) == 2
    assert "READ-MISSING" in capsys.readouterr().err
    plan = tmp_path / "issue" / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace("# characters = 700", "characters = 100"), "utf-8")
    assert main(["plan", str(tmp_path / "issue"), "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "wanted 100" in told.out and "READ-TOO-LONG" in told.err
