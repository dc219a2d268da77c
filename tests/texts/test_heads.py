"""What is said of a story stands on its pages: its label, its section in a colour tab, its series; or it is told."""

from pathlib import Path

import pytest

from layout.model.units import MM
from tests.texts.desk import FILLING, Issue, codes, frames_with, paragraphs, text_on

LABEL = "沿河四镇手艺调查"
FRONT = f'title = "渡口的灯"\nlabel = "{LABEL}"\nauthors = ["何篙"]'


@pytest.mark.parametrize("head", ["", 'design = "quarterly"', 'design = "city"'])
@pytest.mark.parametrize(
    ("entry", "count"),
    [("", 4), ("pages = 2", 50), ('templates = ["article-open"]', 4), ('templates = ["theory"]', 60)],
)
def test_a_label_is_shown(tmp_path: Path, head: str, entry: str, count: int) -> None:
    """In the frame or the running head made for it, else over the title."""
    issue = Issue(tmp_path, head)
    issue.story("a", FRONT, paragraphs(count), entry)
    pages, _ = issue.set()
    assert LABEL in text_on(pages)


@pytest.mark.silent("PAGE-HEADING-LEFT", "PAGE-FRAME-FULL")
def test_a_label_over_the_title_stands_before_the_kicker(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", f'{FRONT}\nkicker = "眉题"', FILLING, 'templates = ["article-open"]')
    pages, found = issue.set()
    assert text_on(pages, "heading").split("\n")[:3] == [LABEL, "眉题", "渡口的灯"] and not codes(found)


@pytest.mark.fires("PAGE-HEADING-LEFT")
def test_a_label_that_no_frame_can_take(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template("bare", _BARE)
    issue.story("a", FRONT, FILLING, 'templates = ["bare"]')
    _, found = issue.set()
    told = [dict(item.values)["role"] for item in found if item.code == "PAGE-HEADING-LEFT"]
    assert told == ["title", "byline", "label"]
    assert all(item.severity == "error" for item in found if item.code == "PAGE-HEADING-LEFT")


_BARE = """extends = "page"
without = ["running-head", "issue-line"]
[[frame]]
name = "body"
takes = "story"
columns = "1-3"
lines = "1-36"
linked = true
"""


@pytest.mark.silent("PAGE-HEADING-LEFT", "PAGE-TEXT-LEFT")
def test_roles_of_a_text_frame_have_what_the_plan_says(tmp_path: Path) -> None:
    """A series of the plan opens the running text where the text frame takes it."""
    issue = Issue(tmp_path)
    issue.template("bare", _BARE + 'roles = ["series", "title", "byline"]\n')
    issue.story("a", 'title = "渡口的灯"\nauthors = ["何篙"]', FILLING, 'templates = ["bare"]\nseries = "手艺人"')
    pages, found = issue.set()
    assert text_on(pages, "story").startswith("手艺人\n渡口的灯") and not codes(found)


def test_roles_that_only_a_later_text_frame_takes_are_told(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.template("bare", 'next = "later"\n' + _BARE)
    issue.template("later", _BARE + 'roles = ["title", "byline"]\n')
    issue.story("a", 'title = "渡口的灯"', paragraphs(70), 'templates = ["bare"]')
    pages, found = issue.set()
    assert len(pages) > 1 and codes(found) == ["PAGE-HEADING-LEFT"]


@pytest.mark.parametrize("length", [2, 7, 13, 30])
def test_a_colour_tab_has_the_whole_name(tmp_path: Path, length: int) -> None:
    section = ("沿河四镇手艺与集市调查专辑" * 3)[:length]
    issue = Issue(tmp_path, 'design = "city"')
    issue.story("a", f'title = "渡口的灯"\nsection = "{section}"', paragraphs(60), 'templates = ["article-open"]')
    pages, found = issue.set()
    (tab,) = frames_with(pages[1:2], section)
    ground, line = tab.fills[0].box, tab.lines[0]
    assert line.line.last and ground.y <= line.y and line.y + line.line.natural <= ground.foot
    assert ground.y > 0 and ground.foot < 285 * MM and not codes(found)


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_name_longer_than_the_page_is_told(tmp_path: Path) -> None:
    section = "沿河四镇手艺与集市调查专辑" * 6
    issue = Issue(tmp_path, 'design = "city"')
    issue.story("a", f'title = "渡口的灯"\nsection = "{section}"', paragraphs(60), 'templates = ["article-open"]')
    _, found = issue.set()
    assert "PAGE-FRAME-FULL" in codes(found)


@pytest.mark.fires("PAGE-TEXT-LEFT")
def test_a_text_whose_page_is_not_come_to(tmp_path: Path) -> None:
    """Only the page behind has a frame for it, and the story ends before."""
    issue = Issue(tmp_path)
    issue.template("bare", 'next = "later"\n' + _BARE + 'roles = ["title"]\n')
    words = '[[frame]]\nname = "w"\ntakes = "text:deck"\ncolumns = "1-3"\nlines = "1-2"\n'
    issue.template("later", _BARE.replace('lines = "1-36"', 'lines = "4-36"') + words)
    issue.story("a", 'title = "渡口的灯"', FILLING, 'templates = ["bare"]\n[entry.text]\ndeck = "说明"')
    issue.story("b", 'title = "渡口的灯"', paragraphs(70), 'templates = ["bare"]\n[entry.text]\ndeck = "另说"')
    pages, found = issue.set()
    assert codes(found) == ["PAGE-TEXT-LEFT"] and "另说" in text_on(pages)


@pytest.mark.fires("PAGE-TEXT-LEFT")
def test_what_stands_beside_a_text_that_is_not_there(tmp_path: Path) -> None:
    """联办 stands beside the names; without these it stands nowhere."""
    issue = Issue(tmp_path)
    words = '[[frame]]\nname = "w"\ntakes = "text:copublishers"\nbeside = "jointly"\ncolumns = "1-3"\nlines = "1-2"\n'
    issue.template("bare", _BARE.replace('lines = "1-36"', 'lines = "4-36"') + 'roles = ["title"]\n' + words)
    issue.story("a", 'title = "渡口的灯"', FILLING, 'templates = ["bare"]\n[entry.text]\njointly = "联办"')
    _, found = issue.set()
    assert "PAGE-TEXT-LEFT" in codes(found)
