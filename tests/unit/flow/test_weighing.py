"""Faults of a page weighed against each other: what is left empty, what stands alone, what is tracked.

Columns of twelve rows of ten em; a paragraph of 8 Han has one line, of 18 two, of 28 three."""

from itertools import product

import pytest

from layout.flow import cost, weighing
from layout.flow.columns import Filled, filled, footed, stretches
from layout.flow.levelling import level
from layout.flow.looks import asked_cost, looks
from layout.flow.pour import fill
from layout.flow.slots import Slot
from layout.flow.text import Cursor, Text
from layout.flow.weighing import fill_page
from layout.model.story import Paragraph
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import BODY, EM, Desk, moved, say, words


def lines(count: int, role: str = "body", first: int = 0) -> Paragraph:
    return say(8 + 10 * (count - 1), role, first)


HEAD = say(3, "subhead")
LONE = "一丁丂七丄丅丆万丈三上下丌不与丏——甲。"
"""Lines of 8 and 10 em, and one character that nothing can join."""


def columns(desk: Desk, *heights: int) -> list[tuple[Slot, ...]]:
    return [desk.slots(height, column=index + 1) for index, height in enumerate(heights)]


def wider(parts: list[tuple[Slot, ...]], by: int) -> list[tuple[Slot, ...]]:
    """The slots so many points longer."""
    return [tuple(replace(slot, length=slot.length + by * PT) for slot in part) for part in parts]


def used(done: Filled) -> list[int]:
    return [column.used for column in done.columns]


def counts(text: Text, done: Filled) -> list[list[int]]:
    """Lines of each paragraph, column by column."""
    found = []
    for column in done.columns:
        blocks = [poured.block for poured in column.lines]
        found.append([blocks.count(block) for block in dict.fromkeys(blocks)])
    return found


def test_faults_are_weighed_in_their_order() -> None:
    """clreq §7.1.2 and §7.1.3.3: one character at a column's head is worst, an empty row least."""
    order = (cost.ALONE, cost.LONE, cost.WIDOW, cost.ORPHAN, cost.LOOSE, cost.SHORT, cost.FOOT, cost.AIR, cost.TIGHTER)
    assert list(order) == sorted(order, reverse=True)
    assert 3 * cost.SHORT < cost.ORPHAN < 6 * cost.SHORT  # two rows are left empty for a line's sake, three are not
    assert cost.WIDOW + cost.LONE < cost.ALONE


def test_a_hole_of_four_rows_is_worse_than_a_line_alone(desk: Desk) -> None:
    """Eight lines, a row of air, a head, and two rows left for a paragraph of three."""
    text = desk.text(lines(2), lines(3), lines(3), HEAD, lines(3), lines(6))
    done = fill_page(text, columns(desk, 12, 12), (), Cursor())
    assert counts(text, done) == [[2, 3, 3, 1, 2], [1, 6]]
    assert moved(done.levers) == ["column 1: a line stands alone"]


def test_two_empty_rows_are_not(desk: Desk) -> None:
    text = desk.text(lines(2), lines(2), lines(3), lines(3), lines(3), lines(3), lines(6))
    done = fill_page(text, columns(desk, 12, 12), (), Cursor())
    assert used(done)[0] == 10 and done.levers == ()


def test_a_style_that_lets_lines_stand_alone_is_not_asked(desk: Desk) -> None:
    free = desk.having(None, replace(BODY, widows=1, orphans=1))
    done = fill_page(
        free.text(lines(2), lines(3), lines(3), HEAD, lines(3), lines(6)), columns(free, 12, 12), (), Cursor()
    )
    assert used(done) == [12, 7] and done.levers == () and done.cost == 0


def test_one_character_alone_at_a_head_is_worse_than_the_hole(desk: Desk) -> None:
    """The same with a paragraph whose third line has one character, of a style that minds it: —— cannot be parted from
    what it would take along."""
    minding = desk.having(None, replace(BODY, last_line=2))
    text = minding.text(lines(2), lines(3), lines(3), HEAD, words(LONE), lines(6))
    assert len(text.lines(4, minding.slots(1))) == 3
    done = fill_page(text, columns(minding, 12, 12), (), Cursor())
    assert used(done)[0] == 8 and not any("alone" in lever for lever in moved(done.levers))
    assert counts(text, done)[1] == [1, 3, 6]


def test_a_subhead_keeps_two_lines_whatever_it_costs(desk: Desk) -> None:
    """Three rows are left: air, head, and one line of its paragraph would be all."""
    text = desk.text(lines(3), lines(3), lines(3), HEAD, lines(5), lines(6))
    done = fill_page(text, columns(desk, 12, 12), (), Cursor())
    assert done.columns[0].lines[-1].block < 3


def test_a_foot_higher_saves_a_worse_fault_in_the_next_column(desk: Desk) -> None:
    """A row of air, a head and two lines have no room in the second column's last two rows: one row is left empty in
    each column instead of two in one."""
    text = desk.text(lines(22), HEAD, lines(2), lines(20))
    plain = filled(text, stretches(columns(desk, 12, 12), ()), Cursor())
    assert used(plain) == [12, 10]
    done = fill_page(text, columns(desk, 12, 12), (), Cursor())
    assert used(done) == [11, 11] and moved(done.levers) == ["column 1: 1 row(s) left free"]
    assert done.cost == 2 * cost.SHORT < plain.cost


def test_two_paragraphs_together_fill_two_rows(desk: Desk) -> None:
    """39 Han in lines of 10.8 em: 8, 10, 10, 10 and one alone; drawn together by 2 % four lines. A row of air, a head
    and two lines need four rows, and two are left."""
    slots = wider(columns(desk, 12, 12), 8)
    text = desk.text(say(39), say(39), HEAD, lines(2), lines(9))
    assert filled(text, stretches(slots, ()), Cursor()).columns[0].short == 2
    done = fill_page(text, slots, (), Cursor())
    assert used(done)[0] == 12
    assert moved(done.levers) == ["paragraph 1: -1 line", "paragraph 2: -1 line"]
    assert 2 * cost.TIGHTER < done.cost < 3 * cost.SHORT


@pytest.mark.parametrize("height", range(6, 13))
def test_no_single_change_is_cheaper(desk: Desk, height: int) -> None:
    text = desk.text(lines(5), say(58), HEAD, lines(4), say(39), lines(4), HEAD, lines(7))
    parts = columns(desk, height, height, height)
    page, slots = stretches(parts, ()), desk.slots(1)
    best = fill_page(text, parts, (), Cursor()).cost
    assert best <= filled(text, page, Cursor()).cost
    for block, by in product((b for b in range(8) if not text.solid(b)), (-1, 1)):
        asked = text.loosened(block, by)
        if len(asked.lines(block, slots)) - len(text.lines(block, slots)) == by:
            price = asked_cost(text.style(block), text.lines(block, slots), asked.lines(block, slots))
            assert price is None or best <= filled(asked, page, Cursor()).cost + price


def test_a_page_costs_so_many_fills_at_most(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands on it: forty heads and short paragraphs of all kinds in four columns."""
    asked = []
    monkeypatch.setattr(weighing, "footed", lambda *how: asked.append(how) or footed(*how))
    text = desk.text(*(say(9 + 7 * (n % 5), "subhead" if n % 4 == 1 else "total") for n in range(40)))
    assert fill_page(text, columns(desk, 12, 12, 12, 12), (), Cursor()).cost > 0
    assert 0 < len(asked) <= weighing.MOST_FILLS + 1


def test_a_rest_that_ends_in_a_lone_character_costs(desk: Desk) -> None:
    """What is left of a paragraph is set again for the next column's measure: there its end may be one character."""
    minding = desk.having(None, replace(BODY, last_line=2))
    text = minding.text(words("一丁丂七丄丅丆万两严並丧丨丩个丫丬中" + LONE[8:]))
    here = minding.slots(3)
    same, wide = minding.slots(9, column=2), minding.slots(9, length=12, column=2)
    assert looks(text, fill(text, here, same, Cursor()), Cursor()) == 0
    assert looks(text, fill(text, here, wide, Cursor()), Cursor()) == cost.LONE


def test_a_tracked_paragraph_is_so_to_its_end(desk: Desk) -> None:
    """What is left of it in another measure keeps its tracking: no line of a paragraph looks unlike its neighbours."""
    text = desk.text(say(99)).loosened(0, -1)
    ((slots,), narrow) = wider([desk.slots(4)], 8), desk.slots(20, length=7, column=2)
    first = fill(text, slots, slots, Cursor())
    second = fill(text, narrow, (), first.after)
    assert {poured.line.measure for poured in second.lines} == {7 * EM}
    assert {poured.line.tracked for poured in (*first.lines, *second.lines)} == {-20}


def test_levelled_columns_stay_within_a_line_by_a_lever(desk: Desk) -> None:
    """Eight lines; air, a head and three lines that cannot be divided. As they come, columns end on rows 8 and 4."""
    text = desk.text(lines(8), HEAD, lines(3), lines(4))
    done = level(text, columns(desk, 12, 12), Cursor())
    assert abs(used(done)[0] - used(done)[1]) <= 1


def test_levelling_leaves_no_stub_below_a_picture(desk: Desk) -> None:
    """A column goes on below a picture only with three lines or more."""
    upper, lower = desk.slots(4), tuple(slot for slot in desk.slots(12) if slot.row > 8)
    for count in range(6, 24):
        done = level(desk.text(lines(count)), [upper, lower, desk.slots(12, column=2)], Cursor())
        assert len(done.columns[1].lines) not in (1, 2), count


def test_slots_of_unlike_lengths_are_weighed_too(desk: Desk) -> None:
    """Beside a picture a paragraph is asked for a line more in the slots that it would really have."""
    slots = [
        tuple(replace(s, length=(60 if s.row > 6 else 108) * PT) for s in desk.slots(12)),
        desk.slots(12, column=2),
    ]
    text = desk.text(say(16), say(44), HEAD, say(59), say(56), lines(5))
    assert used(filled(text, stretches(slots, ()), Cursor())) == [12, 11]
    done = fill_page(text, slots, (), Cursor())
    assert used(done) == [12, 12] and moved(done.levers) == ["paragraph 5: +1 line"]
