"""Columns, rows and bleed of a page, on paper: type area 22 em from 20 pt, 12 rows of 15 pt."""

import pytest

from layout import flow
from layout.flow.grid import PageGrid, Side, text_columns
from layout.flow.opening import mirrored
from layout.model.geometry import Rect
from layout.model.style import House, Margins
from layout.model.template import Grid
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, HOUSE, ROW, Desk, body, frame, frames_of, page, photo, picture, say, story

UNEVEN = replace(HOUSE, margins=Margins(20 * PT, 20 * PT, 25 * PT, 15 * PT))


@pytest.mark.parametrize(
    ("binding", "side", "left"),
    [("left", "recto", 25), ("left", "verso", 15), ("right", "recto", 15), ("right", "verso", 25)],
)
def test_the_spine_is_inside(binding: str, side: Side, left: int) -> None:
    house: House = replace(UNEVEN, binding=binding)  # type: ignore[arg-type]
    area = PageGrid(house, Grid(2, 2 * EM), side).area
    assert (area.x, area.width) == (left * PT, 22 * EM)
    assert (area.y, area.height) == (20 * PT, 11 * ROW + EM)


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 7])
def test_columns_fill_the_type_area(columns: int) -> None:
    grid = PageGrid(HOUSE, Grid(columns, EM), "recto")
    parts = [grid.column(index) for index in range(1, columns + 1)]
    assert parts[0][0] == grid.area.x
    assert sum(parts[-1]) == grid.area.right
    assert all(sum(a) + EM == b[0] for a, b in zip(parts, parts[1:], strict=False))
    assert max(p[1] for p in parts) - min(p[1] for p in parts) <= 1
    assert grid.column(1, columns) == (grid.area.x, grid.area.width)


def test_rows(desk: Desk) -> None:
    grid = desk.grid()
    assert grid.top(1) == 20 * PT and grid.foot(1) == 30 * PT and grid.baseline(1) == 28_8 * PT // 10
    assert grid.foot(12) == grid.area.foot
    assert [grid.rows_for(h * PT) for h in (0, 1, 10, 11, 25, 26, 40)] == [0, 1, 1, 2, 2, 3, 3]
    assert grid.box((1, 2), (2, 3)) == Rect(20 * PT, 35 * PT, 220 * PT, 25 * PT)


@pytest.mark.parametrize(("side", "left", "right"), [("recto", 20, 269), ("verso", -9, 240)])
def test_bleed_follows_the_side(desk: Desk, side: Side, left: int, right: int) -> None:
    grid = desk.grid(side)
    box = grid.bled(grid.area, ("outer", "top"))
    assert (box.x, box.right, box.y, box.foot) == (left * PT, right * PT, -9 * PT, grid.area.foot)
    assert grid.bled(grid.area, ("foot",)).foot == 224 * PT


def test_columns_of_text_frames(desk: Desk) -> None:
    grid = desk.grid()
    assert text_columns(grid, body()) == (grid.column(1), grid.column(2))
    assert text_columns(grid, body((1, 2), linked=False)) == (grid.column(1, 2),)
    inset = text_columns(grid, body((1, 2), linked=False, inset=EM))
    assert inset == ((30 * PT, 200 * PT),)
    three = text_columns(grid, body(inner=3, linked=False))
    assert len(three) == 3 and three[0][0] == grid.area.x and sum(three[2]) == grid.area.right


def test_a_mirrored_template_keeps_its_outer_column_outside(desk: Desk) -> None:
    """Columns 1 and 2 of three on a recto are 2 and 3 on a verso."""
    template = replace(page("a", frame("side", "photo", columns=(3, 3)), body((1, 2)), columns=3), mirror=True)
    setting = desk.setting(template, pictures={"p.jpg": picture()})
    copies = [desk.copy(story(say(200), photo()), "a", first=first) for first in (1, 2)]
    recto, verso = (flow.set_article(setting, copy).pages[0] for copy in copies)
    assert [f.columns for f in frames_of(recto, "photo")] == [(3, 3)]
    assert [f.columns for f in frames_of(verso, "photo")] == [(1, 1)]
    assert {f.columns for f in frames_of(verso, "story")} <= {(2, 2), (3, 3)}


def test_a_mirrored_frame_keeps_its_hairline_towards_the_text() -> None:
    sides = page("a", frame("side", "box", columns=(3, 3), rule="left top"), body((1, 2)), columns=3)
    assert [(f.columns, f.rule) for f in mirrored(sides).frames] == [((1, 1), "right top"), ((2, 3), "")]
    assert mirrored(mirrored(sides)) == sides
