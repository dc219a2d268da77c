"""Boxes and tables find a place: in a frame of their own, or in the text."""

from pathlib import Path

import pytest

from tests.texts.desk import FILLING, Issue, codes, paragraphs, text_on

BOX = "::: box 链接\n框里的话。\n:::"


@pytest.mark.silent("PAGE-BOX-LEFT")
def test_a_box_whose_frame_is_on_a_page_that_the_text_does_not_come_to(tmp_path: Path) -> None:
    """article-next has a frame for boxes, but the story ends on its first page."""
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口"', f"{FILLING}\n\n{BOX}\n\n{FILLING}", 'templates = ["article-open"]')
    pages, found = issue.set()
    assert len(pages) == 1 and "框里的话。" in text_on(pages, "story") and not codes(found)


@pytest.mark.silent("PAGE-BOX-LEFT")
def test_a_box_whose_frame_is_come_to_stands_there(tmp_path: Path) -> None:
    issue = Issue(tmp_path)
    issue.story("a", 'title = "渡口"', f"{BOX}\n\n{paragraphs(60)}", 'templates = ["article-open"]')
    pages, found = issue.set()
    assert text_on(pages, "box").count("框里的话。") == 1 and not codes(found)


@pytest.mark.fires("PAGE-BOX-LEFT")
def test_a_table_beside_vertical_text(tmp_path: Path) -> None:
    """A table is level: it cannot stand in the text."""
    issue = Issue(tmp_path)
    table = "| 站 | 时间 |\n|---|---|\n| 柳渡 | 八点 |"
    issue.story("a", 'title = "渡口"', f"{FILLING}\n\n{table}", 'templates = ["vertical-page"]')
    _, found = issue.set()
    assert codes(found) == ["PAGE-BOX-LEFT"]
