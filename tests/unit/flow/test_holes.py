"""A hole that a subhead leaves in mid-story is closed: by the page's photo, or by all that its column can take."""

import pytest

from layout import flow
from layout.flow.columns import filled, stretches
from layout.flow.text import Cursor
from layout.flow.weighing import fill_page
from layout.model.page import Article
from layout.model.story import Paragraph
from tests.unit.flow.making import Desk, body, frame, frames_of, moved, page, photo, picture, say, story, told


def lines(count: int) -> int:
    return 8 + 10 * (count - 1)


def set_pages(desk: Desk, elastic: tuple[int, int], first: int, last: int = 30, pages: int = 0) -> Article:
    """A photo over six of twelve rows; under it so many lines, then a head of three lines with its text. Two more pages
    follow, the first of them with a photo too."""
    shown = frame("p", "photo", lines=(1, 6), displaces="lines", elastic=elastic)
    setting = desk.setting(
        page("a", shown, body(), following="b"), page("b", shown, body()), pictures={"p.jpg": picture()}
    )
    text = story(say(lines(first)), say(24, "subhead"), say(lines(last)), photo(), photo())
    copy = desk.copy(text, "a", pages=pages)
    article = flow.set_article(setting, copy)
    every = "".join(block.text for block in text.blocks if isinstance(block, Paragraph))
    assert told(article.pages) == every[: len(every) - article.overset]
    return article


def feet(article: Article) -> list[int]:
    """Rows on which the first page's columns end."""
    return [f.lines[-1].row for f in frames_of(article.pages[0])]


@pytest.mark.parametrize(("first", "by"), [(7, -1), (8, -2), (9, 1)])
def test_a_photo_closes_a_hole(desk: Desk, first: int, by: int) -> None:
    """Higher, so that what stands before the head fills the columns, or lower, so that the head stands in one."""
    article, fixed = (set_pages(desk, elastic, first) for elastic in ((-2, 3), (0, 0)))
    assert feet(fixed) != [12, 12] == feet(article) and len(article.pages) == len(fixed.pages)
    assert f"p. 1: frame p {by:+d} row(s)" in moved(article.levers)


@pytest.mark.parametrize(("first", "by", "other"), [(7, -1, 3), (8, -2, 4)])
def test_a_story_with_a_page_count_ends_as_it_did(desk: Desk, first: int, by: int, other: int) -> None:
    """What the first photo gives, and what the hole took, the second takes."""
    article = set_pages(desk, (-3, 4), first, 33, pages=3)
    assert feet(article) == [12, 12] and len(article.pages) == 3 and not article.findings
    assert moved(article.levers) == [f"p. 1: frame p {by:+d} row(s)", f"p. 2: frame p {other:+d} row(s)"]


def test_no_column_loses_its_text_for_a_photo(desk: Desk) -> None:
    """A column of a row under a photo would be no hole with the photo a row higher; but it would be no column."""
    shown = frame("p", "photo", (1, 1), (1, 10), displaces="lines", elastic=(-1, 2))
    setting = desk.setting(page("a", shown, body(), following="b"), page("b", body()), pictures={"p.jpg": picture()})
    article = flow.set_article(setting, desk.copy(story(say(24, "subhead"), say(lines(30)), photo()), "a"))
    assert len(frames_of(article.pages[0])) == 2


def test_a_hole_takes_air_and_looser_paragraphs_together(desk: Desk) -> None:
    """Four full lines can be five. Five rows are left where a head of
    three lines has no room: air above the head before it takes one, two paragraphs take one each."""
    slots = [desk.slots(15, column=column) for column in (1, 2)]
    text = desk.text(say(38), say(3, "subhead"), say(38, first=40), say(24, "subhead"), say(lines(8)))
    plain = filled(text, stretches(slots, ()), Cursor())
    done = fill_page(text, slots, (), Cursor())
    assert plain.columns[0].short == 5 and done.columns[0].short == 2
    assert [lever.code for lever in done.levers[:3]] == ["air", "paragraph", "paragraph"]
