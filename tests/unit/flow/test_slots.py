"""What stands in a column's way and what room it leaves."""

from itertools import pairwise

import pytest

from layout.flow import Waiting
from layout.flow.frames import place_frames
from layout.flow.slots import Obstacle, Slot, column_slots, free_room, segments
from layout.model.geometry import Rect
from layout.model.template import Displaces
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, HOUSE, ROW, Desk, frame, page, photo, picture


def rows_of(slots: tuple[Slot, ...]) -> list[int]:
    return [slot.row for slot in slots]


def obstacle(desk: Desk, rows: tuple[int, int], x: int, width: int, how: Displaces = "box", gap: int = 0) -> Obstacle:
    """Over whole rows; x and width in em from the type area's left edge."""
    grid = desk.grid()
    top = grid.top(rows[0])
    return Obstacle("o", Rect(grid.area.x + x * EM, top, width * EM, grid.foot(rows[1]) - top), gap, how)


def test_an_empty_column_has_a_slot_a_row(desk: Desk) -> None:
    slots = column_slots(desk.grid(), desk.grid().column(1), 1, (1, 12), ())
    assert rows_of(slots) == list(range(1, 13))
    assert {slot.length for slot in slots} == {10 * EM}
    assert [slot.y - slots[0].y for slot in slots] == [index * ROW for index in range(12)]


@pytest.mark.parametrize(
    ("how", "rows", "lengths"),
    [
        ("none", 12, {10}),
        ("lines", 9, {10}),  # three rows fall away across the whole column, though the box covers 4 em of it
        ("box", 12, {10, 6}),
        ("outline", 12, {10, 6}),
    ],
)
def test_displacing(desk: Desk, how: Displaces, rows: int, lengths: set[int]) -> None:
    grid = desk.grid()
    slots = column_slots(grid, grid.column(1), 1, (1, 12), (obstacle(desk, (4, 6), 6, 4, how),))
    assert len(slots) == rows
    assert {slot.length // EM for slot in slots} == lengths


def test_lines_displaces_only_the_columns_it_stands_in(desk: Desk) -> None:
    grid = desk.grid()
    across = obstacle(desk, (4, 6), 0, 10, "lines", gap=3 * EM)  # its gap reaches into the second column
    assert len(column_slots(grid, grid.column(2), 2, (1, 12), (across,))) == 12


def test_a_gap_keeps_text_off(desk: Desk) -> None:
    grid = desk.grid()
    slots = column_slots(grid, grid.column(1), 1, (1, 12), (obstacle(desk, (4, 6), 7, 3, "box", gap=EM),))
    assert [slot.length // EM for slot in slots] == [10, 10, 6, 6, 6, 6, 6, 10, 10, 10, 10, 10]


def test_a_narrow_rest_is_no_slot(desk: Desk) -> None:
    grid = desk.grid()
    slots = column_slots(grid, grid.column(1), 1, (1, 12), (obstacle(desk, (4, 6), 5, 5),))
    assert rows_of(slots) == [1, 2, 3, 7, 8, 9, 10, 11, 12]


def test_the_wider_side_is_taken(desk: Desk) -> None:
    band = Rect(0, 0, 22 * EM, EM)
    box = Obstacle("o", Rect(6 * EM, 0, 4 * EM, EM), 0, "box")
    assert free_room(band, (box,), HOUSE) == (10 * EM, 12 * EM)
    assert free_room(band, (box, Obstacle("p", Rect(15 * EM, 0, EM, EM), 0, "box")), HOUSE) == (0, 6 * EM)
    assert free_room(band, (Obstacle("all", band, 0, "box"),), HOUSE) is None


def test_a_column_that_is_narrow_by_itself_is_used(desk: Desk) -> None:
    assert free_room(Rect(0, 0, 4 * EM, EM), (), HOUSE) == (0, 4 * EM)


@pytest.mark.parametrize(
    ("covered", "parts"),
    [
        ((5, 8), [[1, 2, 3, 4], [9, 10, 11, 12]]),
        ((1, 4), [[5, 6, 7, 8, 9, 10, 11, 12]]),
        ((9, 12), [[1, 2, 3, 4, 5, 6, 7, 8]]),
        ((3, 8), [[9, 10, 11, 12]]),  # two lonely rows above the picture stay empty
        ((3, 10), [[1, 2], [11, 12]]),  # but two rows are used where there is nothing longer
        ((1, 12), []),
    ],
)
def test_above_and_below_a_picture(desk: Desk, covered: tuple[int, int], parts: list[list[int]]) -> None:
    grid = desk.grid()
    slots = column_slots(grid, grid.column(1), 1, (1, 12), (obstacle(desk, covered, 0, 10, "lines"),))
    assert [rows_of(part) for part in segments(slots)] == parts


def test_text_follows_a_cut_out(desk: Desk) -> None:
    """A picture of ten rows whose visible part is a tenth narrower with each strip: the slots grow by as much."""
    ends = tuple((100 * index, 1000) for index in range(10))
    grid = desk.grid(columns=1)
    where = frame("p", "photo", (1, 1), (1, 10), displaces="outline", caption="none")
    setting = replace(desk.setting(pictures={"p.png": picture("p.png", 220, 145)}), outlines={"p.png": ends})
    placed = place_frames(setting, grid, page("a", where), Waiting(photos=(photo("p.png"),)))
    slots = column_slots(grid, grid.column(1), 1, (1, 12), placed.obstacles)
    lengths = [slot.length for slot in slots]
    assert [slot.row for slot in slots] == [4, 5, 6, 7, 8, 9, 10, 11, 12]  # six em at least
    assert lengths == sorted(lengths) and lengths[-1] == 22 * EM
    assert all(12 * PT < b - a < 32 * PT for a, b in pairwise(lengths[:5]))


def test_a_cut_out_keeps_its_gap_and_its_caption(desk: Desk) -> None:
    grid = desk.grid(columns=1)
    where = frame("p", "photo", (1, 1), (1, 10), displaces="outline", gap=EM)
    for outline, room in ((((500, 1000),), [10, 10]), (((500, 1000), None), [10, 22]), ((), [])):
        setting = replace(desk.setting(pictures={"p.png": picture("p.png", 220, 145)}), outlines={"p.png": outline})
        placed = place_frames(setting, grid, page("a", where), Waiting(photos=(photo("p.png"),)))
        slots = column_slots(grid, grid.column(1), 1, (1, 10), placed.obstacles)
        assert [slots[0].length // EM, slots[-1].length // EM] == room if room else not slots
    captioned = place_frames(
        replace(setting, outlines={"p.png": ((500, 1000),)}), grid, page("a", where),
        Waiting(photos=(photo("p.png", "甲"),)),
    )  # fmt: skip
    assert max(slot.row for slot in column_slots(grid, grid.column(1), 1, (1, 10), captioned.obstacles)) == 8
