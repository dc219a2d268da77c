"""Pages that are nearly empty, columns left empty, and columns that end far apart."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from layout.model.colour import BLACK, PAPER
from layout.model.finding import Finding
from layout.model.page import Page, PlacedFill, PlacedFrame, PlacedLine, PlacedPicture, PlacedRule
from layout.model.place import Place
from layout.model.style import House, Margins
from layout.model.template import Frame, Grid, PageTemplate
from layout.model.units import MM, PT
from layout.model.value import replace
from layout.verify.sight_pages import APART, thin_pages
from tests.unit.verify import issues
from tests.unit.verify.painting import HERE, PHOTO, SIZE, box, story_page

ROW = 15 * PT
HOUSE = House(
    200 * MM, 280 * MM, 3 * MM, Margins(20 * MM, 20 * MM, 20 * MM, 20 * MM), ROW, SIZE, 45,
    (("ink", BLACK), ("paper", PAPER)),
)  # fmt: skip
WIDE, ROWS = 50, 45
"""Millimetres of a column, of three with 5 mm between them, and rows that each has."""


def template(balance: str) -> PageTemplate:
    frame = Frame("body", "story", (1, 3), (1, ROWS), Place("t.toml", 1), linked=True, balance=balance)  # type: ignore[arg-type]
    return PageTemplate("plain", "t.toml", Grid(3, 5 * MM), (frame,))


def column(number: int, rows: int, first: int = 1, full: bool = True) -> PlacedFrame:
    """So many lines of a column, from one of its rows; `full`: each as long as the measure."""
    count = WIDE * MM // SIZE if full else 4
    placed = story_page("字" * count, 0, 0).frames[0].lines[0]
    x = (20 + (WIDE + 5) * (number - 1)) * MM
    set_line = replace(placed.line, measure=WIDE * MM)
    lines = tuple(
        PlacedLine(placed.shaped, set_line, x, 20 * MM + SIZE + (first - 1 + row) * ROW, first + row)
        for row in range(rows)
    )
    at = box(20 + (WIDE + 5) * (number - 1), 20, WIDE, 240)
    return PlacedFrame(f"body.{number}", "story", at, (number, number), (1, ROWS), lines=lines)


def page(*frames: PlacedFrame, number: int = 1, story: str = "a") -> Page:
    return Page(number, str(number), "recto", "plain", frames, story)


def seen(*pages: Page, balance: str = "last") -> list[Finding]:
    return list(thin_pages(pages, HOUSE, {"plain": template(balance)}))


def codes(*pages: Page, balance: str = "last") -> list[str]:
    return [item.code for item in seen(*pages, balance=balance)]


def full(number: int = 1) -> Page:
    return page(column(1, 45), column(2, 45), column(3, 45), number=number)


PHOTOGRAPH = PlacedFrame(
    "photo",
    "photo",
    box(20, 100, 160, 150),
    pictures=(PlacedPicture("a.jpg", HERE, box(20, 100, 160, 150), PHOTO, None),),
)


def furniture() -> PlacedFrame:
    return replace(column(1, 1), name="folio", takes="furniture")


@pytest.mark.fires("SIGHT-BLANK")
@pytest.mark.parametrize("frames", [(), (furniture(),), (PlacedFrame("words", "text:words", box(20, 20, 50, 50)),)])
def test_a_page_that_shows_nothing_of_its_own(frames: tuple[PlacedFrame, ...]) -> None:
    (found,) = seen(full(), page(*frames, number=2, story=""))
    assert (found.code, found.page, found.severity) == ("SIGHT-BLANK", 2, "warning")


@pytest.mark.fires("SIGHT-BLANK")
def test_a_plate_without_picture_and_words(tmp_path: Path) -> None:
    issue = issues.Set(issues.write(tmp_path, issues.PLAN + '[[entry]]\npage = "plate"\n'))
    found = thin_pages(issue.pages, issue.loaded.house, issue.loaded.templates)
    (plate,) = (at.number for at in issue.pages if at.template == "plate")
    assert [item.page for item in found if item.code == "SIGHT-BLANK"] == [plate]


@pytest.mark.silent("SIGHT-BLANK")
def test_pages_that_show_something_or_may_be_blank() -> None:
    empty = page(furniture(), story="")
    assert not codes(replace(empty, template="blank"), replace(empty, template="awaited"))
    assert not codes(replace(empty, part="cover"))
    assert not codes(replace(empty, ground=PlacedFill(box(-3, -3, 206, 286), "ink", 100)))
    rule = PlacedRule(20 * MM, 50 * MM, 90 * MM, 50 * MM, MM, "ink")
    assert not codes(page(PlacedFrame("rule", "rule", box(20, 50, 70, 1), rules=(rule,)), story=""))
    assert not codes(page(PHOTOGRAPH, story=""))


@pytest.mark.fires("SIGHT-THIN")
def test_a_page_under_a_third_full() -> None:
    (found,) = seen(full(), page(column(1, 10), column(2, 10), column(3, 10), number=2))
    assert (found.code, found.page, found.severity) == ("SIGHT-THIN", 2, "warning")
    assert str(found.place) == "story.md:7:1" and dict(found.values)["name"] == "a"


@pytest.mark.silent("SIGHT-THIN")
def test_pages_that_are_full_or_white_on_purpose() -> None:
    short = (column(1, 9), column(2, 9), column(3, 9))
    assert not codes(page(*short, PHOTOGRAPH))
    assert not codes(page(column(1, 20, full=False)))  # a poem
    assert not codes(page(*short, story=""))
    assert not codes(replace(page(*short), ground=PlacedFill(box(-3, -3, 206, 286), "ink", 100)))
    assert not codes(replace(page(*short), part="cover"), replace(page(*short), template="awaited"))


@pytest.mark.fires("SIGHT-COLUMN-EMPTY")
def test_a_column_without_a_line() -> None:
    (found,) = seen(page(column(1, 45), column(2, 45), column(3, 0)), full(2))
    assert (found.code, found.page, dict(found.values)["frame"]) == ("SIGHT-COLUMN-EMPTY", 1, "body.3")


@pytest.mark.silent("SIGHT-COLUMN-EMPTY")
def test_columns_that_need_no_line() -> None:
    assert not codes(page(column(1, 45), column(2, 45), column(3, 0), PHOTOGRAPH), full(2))
    assert not codes(page(column(1, 45), column(2, 45), column(3, 0)), balance="never")
    parts = (column(3, 28), replace(column(3, 0), rows=(30, 45)))
    assert not codes(page(column(1, 45), column(2, 45), *parts), full(2))


@pytest.mark.fires("SIGHT-UNEVEN")
def test_columns_of_a_last_page_that_end_far_apart() -> None:
    (found,) = seen(full(), page(column(1, 40), column(2, 40), column(3, 30), number=2))
    assert (found.code, found.page, dict(found.values)) == ("SIGHT-UNEVEN", 2, {"frame": "body.3", "rows": "10"})


@settings(max_examples=40, deadline=None)
@given(some.lists(some.integers(25, 45), min_size=3, max_size=3))
def test_columns_are_told_just_where_they_end_more_than_some_rows_apart(rows: list[int]) -> None:
    ends = [column(number, count) for number, count in enumerate(rows, 1)]
    assert (codes(page(*ends)) == ["SIGHT-UNEVEN"]) == (max(rows) - min(rows) > APART)


@pytest.mark.silent("SIGHT-UNEVEN")
def test_columns_that_end_level_or_need_not() -> None:
    assert not codes(page(column(1, 40), column(2, 40), column(3, 40 - APART)))
    assert not codes(page(column(1, 40), column(2, 40), column(3, 20)), full(2))
    assert not codes(page(column(1, 40), column(2, 40), column(3, 20)), balance="never")
    below = PlacedFrame("box", "box", box(130, 130, WIDE, 60), fills=(PlacedFill(box(130, 130, WIDE, 60), "ink", 100),))
    assert not codes(page(column(1, 40), column(2, 40), column(3, 18), below))


def boxed(rows: int, takes: str = "box") -> PlacedFrame:
    """A box over the middle column with so many lines from the head of the page."""
    return replace(column(2, rows), name="box", takes=takes)


@pytest.mark.fires("SIGHT-TOO-LONG")
def test_a_box_longer_than_its_page() -> None:
    found = [item for item in seen(page(column(1, 45), column(3, 45), boxed(49))) if item.code == "SIGHT-TOO-LONG"]
    assert [(dict(item.values)["frame"], dict(item.values)["lines"]) for item in found] == [("box", "3")]
    assert found[0].severity == "error" and str(found[0].place) == "story.md:7:1"


@pytest.mark.silent("SIGHT-TOO-LONG")
def test_boxes_within_the_page_and_what_may_stand_in_the_margin() -> None:
    assert not codes(page(column(1, 45), column(3, 45), boxed(45)))
    assert not codes(page(column(1, 45), column(3, 45), boxed(49, "photo")))


@pytest.mark.fires("SIGHT-WHITE")
def test_the_place_of_a_photo_that_is_not_there() -> None:
    (found,) = seen(page(*(column(number, 20, first=24) for number in (1, 2, 3))), full(2))
    assert (found.code, found.page, found.severity) == ("SIGHT-WHITE", 1, "warning")
    assert found.box and round(found.box.y / MM) == 20 and 45 <= int(dict(found.values)["percent"]) <= 55


@pytest.mark.silent("SIGHT-WHITE")
def test_a_page_that_its_photo_fills_and_the_end_of_a_story() -> None:
    photo = replace(PHOTOGRAPH, pictures=(replace(PHOTOGRAPH.pictures[0], box=box(20, 20, 160, 120)),))
    assert not codes(page(*(column(number, 20, first=24) for number in (1, 2, 3)), photo), full(2))
    assert not codes(page(*(column(number, 20, first=24) for number in (1, 2, 3))))
