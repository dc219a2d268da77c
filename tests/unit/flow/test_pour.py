"""Paragraphs in one column: what stays together, what goes on in the next column. Lines are counted on paper.

A body paragraph of 8 Han has one line, of 18 two, of 28 three …: 10 em with an indent of two.
"""

import pytest

from layout import flow
from layout.flow.keeps import need
from layout.flow.pour import fill
from layout.flow.text import Column, Cursor, Text, measures_of
from layout.model.geometry import Rect
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import (
    BODY,
    EM,
    ROW,
    Desk,
    body,
    frame,
    frames_of,
    page,
    photo,
    picture,
    say,
    story,
    told,
    words,
)


def rows_of(column: Column) -> list[tuple[int, int]]:
    """(paragraph, row) of each line."""
    return [(poured.block, poured.slot.row) for poured in column.lines]


def counts(text: Text, desk: Desk, *heights: int) -> list[list[int]]:
    """Lines of each paragraph in columns of so many rows, one after another."""
    cursor, found = Cursor(), []
    for height in heights:
        column = fill(text, desk.slots(height), desk.slots(12), cursor)
        blocks = [poured.block for poured in column.lines]
        found.append([blocks.count(block) for block in dict.fromkeys(blocks)])
        cursor = column.after
    return found


def lines(count: int, role: str = "body") -> object:
    return say(8 + 10 * (count - 1), role)


@pytest.mark.parametrize(
    ("paragraphs", "heights", "expected"),
    [
        ((5,), (5,), [[5]]),
        ((5,), (3, 3), [[3], [2]]),
        ((5,), (4, 3), [[3], [2]]),  # 孤行: the last line takes one more along
        ((3,), (2, 3), [[], [3]]),  # three lines cannot be divided at all: two and two are four
        ((2, 4), (3, 4), [[2], [4]]),  # one line of a new paragraph would stand alone at the foot
        ((2, 4), (4, 4), [[2, 2], [2]]),
        ((1, 1, 1), (2, 2), [[1, 1], [1]]),
        ((9,), (3, 3, 3), [[3], [3], [3]]),
        ((7,), (3, 3, 3), [[3], [2], [2]]),
        ((30,), (12, 12, 12), [[12], [12], [6]]),
    ],
)
def test_widows_and_orphans(
    desk: Desk, paragraphs: tuple[int, ...], heights: tuple[int, ...], expected: list[list[int]]
) -> None:
    text = desk.text(*(lines(count) for count in paragraphs))  # type: ignore[misc]
    assert counts(text, desk, *heights) == expected


def test_a_leading_of_one_row_is_that_of_running_text(desk: Desk) -> None:
    for leading, expected in ((ROW, [[3], [2]]), (ROW - PT, [[], [5]])):
        own = desk.having(None, replace(BODY, leading=leading))
        assert counts(own.text(lines(5)), own, 3, 5) == expected  # type: ignore[arg-type]
    own = desk.having(None, replace(BODY, leading=ROW))
    column = fill(own.text(say(28)), own.slots(5), own.slots(5), Cursor())
    assert [(poured.slot.row, poured.drop) for poured in column.lines] == [(1, 0), (2, 0), (3, 0)]


@pytest.mark.parametrize(
    ("room", "taken"),
    [
        (6, [(0, 1), (0, 2), (1, 4), (2, 5), (2, 6)]),
        (5, [(0, 1), (0, 2)]),  # the head and one line of its paragraph would be all
        (8, [(0, 1), (0, 2), (1, 4), (2, 5), (2, 6), (2, 7)]),  # five lines part three and two, not four and one
        (9, [(0, 1), (0, 2), (1, 4), (2, 5), (2, 6), (2, 7), (2, 8), (2, 9)]),
    ],
)
def test_a_subhead_keeps_two_lines_of_what_follows(desk: Desk, room: int, taken: list[tuple[int, int]]) -> None:
    text = desk.text(say(18), say(4, "subhead"), say(48))
    assert rows_of(fill(text, desk.slots(room), (), Cursor())) == taken


def test_a_subhead_of_a_short_paragraph_keeps_all_of_it(desk: Desk) -> None:
    text = desk.text(say(18), say(4, "subhead"), say(28))  # three lines cannot be divided two and one
    assert rows_of(fill(text, desk.slots(6), (), Cursor())) == [(0, 1), (0, 2)]
    assert need(text, 2, 2, desk.slots(1)) == 3


def test_a_chain_of_subheads_moves_as_one(desk: Desk) -> None:
    text = desk.text(say(18), say(4, "subhead"), say(4, "subhead3"), say(48))
    assert len(fill(text, desk.slots(6), (), Cursor()).lines) == 2
    assert rows_of(fill(text, desk.slots(7), (), Cursor()))[-1] == (3, 7)


def test_a_subhead_ends_the_text(desk: Desk) -> None:
    text = desk.text(say(18), say(4, "subhead"))
    assert rows_of(fill(text, desk.slots(4), (), Cursor())) == [(0, 1), (0, 2), (1, 4)]


def test_no_space_over_a_subhead_at_the_head_of_a_column(desk: Desk) -> None:
    text = desk.text(say(4, "subhead"), say(18))
    assert rows_of(fill(text, desk.slots(6), (), Cursor())) == [(0, 1), (1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("policy", "lines", "row"),
    [("drop", 5, 1), ("drop", 4, 1), ("keep", 5, 2), ("keep", 4, 2), ("full", 5, 2), ("full", 4, 1)],
)
def test_the_space_over_a_subhead_by_policy(desk: Desk, policy: str, lines: int, row: int) -> None:
    """JLReq §4.1.7: the row above is dropped, kept, or kept where the column before is filled to its foot. Nothing
    stands above the head that opens the story."""
    own = desk.having(None, *(replace(s, at_top=policy) for s in desk.sheet.paragraphs if s.name == "subhead"))
    text = own.text(say(4, "subhead"), say(lines * 10 - 2), say(4, "subhead"), say(18))
    first = fill(text, own.slots(6), own.slots(9, column=2), Cursor())
    second = fill(text, own.slots(9, column=2), (), first.after)
    assert first.lines[0].slot.row == 1 and (first.short, first.after.block) == (5 - lines, 2)
    assert second.lines[0].slot.row == row


def test_a_head_over_rows_stands_in_their_middle(desk: Desk) -> None:
    text = desk.text(say(18), say(4, "subhead-rows"), say(18))
    column = fill(text, desk.slots(7), (), Cursor())
    assert rows_of(column) == [(0, 1), (0, 2), (1, 3), (2, 6), (2, 7)]
    assert column.lines[2].drop == ROW  # one line in three rows: the middle one
    assert not fill(text, desk.slots(6), (), Cursor()).lines[2:]


def test_a_head_as_high_as_its_rows_with_a_gap_more_takes_another_row(desk: Desk) -> None:
    """Six lines 13 pt apart are 75 pt high; five rows have 70 pt, the gap below the last one is not theirs."""
    own = desk.having(None, replace(BODY, name="close", indent=0, leading=13 * PT))
    column = fill(own.text(say(60, "close")), own.slots(8), (), Cursor())
    assert column.used == 6 and column.lines[0].drop == 5 * PT


def test_a_head_with_its_own_leading_takes_whole_rows(desk: Desk) -> None:
    text = desk.text(say(20, "subhead-wide"), say(18))  # two lines, 30 pt apart: 40 pt high, three rows
    column = fill(text, desk.slots(6), (), Cursor())
    assert [poured.drop for poured in column.lines[:2]] == [0, 2 * ROW]
    assert rows_of(column)[2:] == [(1, 4), (1, 5)]
    assert column.used == 5 and column.short == 1


def test_a_larger_head_is_centred_on_its_row(desk: Desk) -> None:
    larger = desk.having(None, replace(BODY, name="subhead", size=12 * PT, rows=1, indent=0))
    drop = fill(larger.text(say(4, "subhead")), larger.slots(3), (), Cursor()).lines[0].drop
    assert drop == -PT + 1_76 * PT // 100  # an em box 2 pt higher, 1 pt above and below; its baseline 0.88 of it


def test_a_paragraph_goes_on_in_another_measure(desk: Desk) -> None:
    text = desk.text(say(48))
    wide, narrow = desk.slots(3), desk.slots(9, length=5, column=2)
    first = fill(text, wide, narrow, Cursor())
    assert [line.line.end - line.line.start for line in first.lines] == [8, 10, 10]
    second = fill(text, narrow, (), first.after)
    assert [line.line.end - line.line.start for line in second.lines] == [5, 5, 5, 5]
    assert [line.line.measure for line in second.lines] == [5 * EM] * 4


def test_a_narrow_slot_in_mid_column_takes_a_short_line(desk: Desk) -> None:
    slots = [replace(slot, length=(6 if slot.row in (3, 4) else 10) * EM) for slot in desk.slots(6)]
    column = fill(desk.text(say(50)), slots, (), Cursor())
    assert [poured.line.end - poured.line.start for poured in column.lines] == [8, 10, 6, 6, 10, 10]


def test_what_is_left_is_set_again_only_where_the_measure_differs(desk: Desk) -> None:
    text = desk.text(say(48))
    first = fill(text, desk.slots(3), desk.slots(9, column=2), Cursor())
    second = fill(text, desk.slots(9, column=2), (), first.after)
    assert tuple(poured.line for poured in second.lines) == first.after.rest


def test_forced_text_is_divided_anyhow(desk: Desk) -> None:
    text = replace(desk.text(say(28)), forced=True)
    assert len(fill(text, desk.slots(2), (), Cursor()).lines) == 2
    assert fill(text, (), (), Cursor()).lines == ()


def test_a_forced_head_stays_in_its_column(desk: Desk) -> None:
    """A subhead of more lines than a column has: it is divided, and no line stands below the column's foot."""
    text = replace(desk.text(say(100, "subhead-wide")), forced=True)
    slots = desk.slots(12)
    column = fill(text, slots, (), Cursor())
    assert column.lines
    assert max(poured.slot.y + poured.drop for poured in column.lines) <= slots[-1].y
    assert column.used <= 12
    assert column.after.rest[0].start == column.lines[-1].line.end


def test_empty_paragraphs_take_no_room(desk: Desk) -> None:
    text = desk.text(words(""), say(18), words(""), words("", "subhead"), say(18), words(""))
    column = fill(text, desk.slots(4), (), Cursor())
    assert rows_of(column) == [(1, 1), (1, 2), (4, 3), (4, 4)]
    assert column.after.block == 6


def test_measures_end_where_they_stay_equal(desk: Desk) -> None:
    assert measures_of(desk.slots(5)) == (10 * EM,)
    assert measures_of((*desk.slots(2), *desk.slots(2, length=6))) == (10 * EM, 10 * EM, 6 * EM)
    assert measures_of(()) == (1,)


@pytest.mark.parametrize(
    ("before", "room", "taken"),
    [
        (5, 7, [[5, 2]]),  # both fit
        (5, 6, [[3], [2, 2]]),  # the sign-off takes two lines of the text along
        (3, 4, [[], [3, 2]]),  # three lines cannot be divided one and two: all of them go
        (4, 2, [[2], [2, 2]]),  # what is divided already stays with its last line
    ],
)
def test_a_sign_off_stays_with_the_end(desk: Desk, before: int, room: int, taken: list[list[int]]) -> None:
    signed = desk.having(None, replace(BODY, name="tail", indent=0, align="right", keep_previous=2))
    text = signed.text(lines(before), say(18, "tail"))  # type: ignore[arg-type]
    assert counts(text, signed, room, *([12] * (len(taken) - 1))) == taken


@pytest.mark.parametrize(("role", "count"), [("subhead-rows", 8), ("subhead-wide", 24), ("subhead-wide", 40)])
@pytest.mark.parametrize("rows", [(1, 1), (1, 4), (2, 5), (3, 6)])
def test_a_head_over_several_rows_keeps_clear_of_a_photo(
    desk: Desk, role: str, count: int, rows: tuple[int, int]
) -> None:
    """Its lines do not stand in one slot each, so it is as narrow as the narrowest row that it takes."""
    template = page("a", frame("p", "photo", (2, 2), rows, displaces="box"), body(linked=False))
    setting = desk.setting(template, pictures={"p.jpg": picture()})
    article = flow.set_article(setting, desk.copy(story(say(count, role), say(90), photo()), "a"))
    (made,) = article.pages
    (shown,) = frames_of(made, "photo")
    assert told((made,)) == say(count).text + say(90).text
    for line in (line for f in frames_of(made) for line in f.lines):
        box = Rect(line.x, line.y - EM, line.line.measure, EM)
        assert not box.meets(shown.box) and box.right <= 240 * PT


def test_keeps_are_given_up_for_the_first_paragraph_alone(desk: Desk) -> None:
    """A cut-in head on a page of four rows has no room for what shall stand with it; the head after it is no such."""
    setting = desk.setting(page("a", body((1, 2), (1, 4), linked=False), following="b"), page("b", body()))
    heads = (say(3, "subhead", first=at) for at in range(9, 60, 9))
    text = story(say(3, "subhead-cut"), *(say(3, "subhead", first=70), say(3, "subhead", first=80)), say(1), *heads)
    first, *_ = flow.set_article(setting, desk.copy(text, "a")).pages
    assert told((first,)) == say(3).text
