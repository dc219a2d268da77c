"""Columns of a page: short ones healed, the last page levelled, notes at the foot."""

import pytest

from layout import flow
from layout.flow.columns import Filled, filled, stretches
from layout.flow.draft import draft
from layout.flow.levelling import level
from layout.flow.slots import Slot
from layout.flow.text import Cursor
from layout.flow.weighing import fill_page
from layout.model.page import Article
from layout.model.story import Mark, Note, Paragraph
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import BODY, ROW, Desk, body, frame, frames_of, moved, page, say, story, text_of, words


def lines(count: int, role: str = "body") -> Paragraph:
    return say(8 + 10 * (count - 1), role)


def columns(desk: Desk, *heights: int) -> list[tuple[Slot, ...]]:
    return [desk.slots(height, column=index + 1) for index, height in enumerate(heights)]


def lengths(done: Filled) -> list[int]:
    return [column.used for column in done.columns]


def test_a_short_column_takes_a_line_fewer(desk: Desk) -> None:
    """Twelve lines and a head whose paragraph does not fit: a paragraph whose last line holds one character gives it
    up by squeezing its marks, or another takes one more by spacing; the head's row of air is the last resort."""
    loose = desk.having(None, replace(BODY, breaker="total", last_line=1, stretch_cap=400))
    text = loose.text(lines(5), say(58), say(3, "subhead"), lines(4))
    done = fill_page(text, columns(loose, 12, 12), (), Cursor())
    assert done.columns[0].short == 0
    assert done.levers


def test_what_was_asked_of_set_paragraphs_is_forgotten(desk: Desk) -> None:
    """A story of many pages asks no more for a line than one of few: only what still comes keeps its lines and air."""
    text = replace(desk.text(*(lines(4) for _ in range(6))), loose=((0, -1), (3, 1)), airy=((1, 1), (5, 2)))
    later = text.from_block(3)
    assert (later.loose, later.airy) == (((3, 1),), ((5, 2),))
    plain = desk.text(lines(4))
    assert plain.from_block(1) is plain


def test_air_above_subheads_fills_a_column(desk: Desk) -> None:
    """2 + air + head + 3 + 2 + 2 = 11 rows, and three lines cannot be divided over the last one. No paragraph is long
    enough to lose or gain a line unseen: the row goes above the head."""
    text = desk.text(lines(2), say(3, "subhead"), lines(3), lines(2), lines(2), lines(3))
    done = fill_page(text, columns(desk, 12, 12), (), Cursor())
    assert lengths(done) == [12, 3]
    assert moved(done.levers) == ["1 row(s) of air above subheads"]
    assert lengths(filled(text, stretches(columns(desk, 12, 12), ()), Cursor())) == [11, 3]


def test_healing_stops_with_the_text(desk: Desk) -> None:
    done = fill_page(desk.text(lines(5), say(3, "subhead"), lines(2)), columns(desk, 12, 12), (), Cursor())
    assert done.levers == () and lengths(done) == [9, 0]


@pytest.mark.parametrize(
    ("paragraphs", "count", "expected"),
    [
        ((6,), 2, [3, 3]),
        ((7,), 2, [4, 3]),
        ((7,), 3, [3, 2, 2]),
        ((8,), 3, [3, 3, 2]),
        ((3, 3), 2, [3, 3]),
        ((2, 2, 2), 2, [4, 2]),  # no paragraph of two lines is divided
        ((24,), 2, [12, 12]),
        ((1,), 4, [1, 0, 0, 0]),
    ],
)
def test_level(desk: Desk, paragraphs: tuple[int, ...], count: int, expected: list[int]) -> None:
    text = desk.text(*(lines(n) for n in paragraphs))
    assert lengths(level(text, columns(desk, *[12] * count), Cursor())) == expected


def test_level_round_a_picture(desk: Desk) -> None:
    """The second column starts four rows lower: feet are level, not counts."""
    second = tuple(slot for slot in desk.slots(12, column=2) if slot.row > 4)
    done = level(desk.text(lines(8)), [desk.slots(12), second], Cursor())
    assert [column.lines[-1].slot.row for column in done.columns] == [6, 6]


def noted(text: str, *labels: str) -> Paragraph:
    """The text with each label marked where it stands in it."""
    marks = tuple(Mark(text.index(label), text.index(label) + len(label), "note", label) for label in labels)
    return replace(words(text), marks=marks)


def with_notes(desk: Desk, *paragraphs: Paragraph, notes: dict[str, int]) -> Article:
    made = tuple(Note(label, say(count, "note", first=3)) for label, count in notes.items())
    text = story(*paragraphs, notes=made)
    return flow.set_article(desk.setting(page("a", body())), desk.copy(text, "a"))


def styles_in(article: Article) -> list[list[str]]:
    """Names of the styles down each column, each once."""
    found = [[line.shaped.style.name for line in f.lines] for p in article.pages for f in frames_of(p)]
    return [list(dict.fromkeys(names)) for names in found]


def test_notes_stand_at_the_foot_of_their_column(desk: Desk) -> None:
    """Ten characters of 8 pt to the line: two lines of 12 pt, 20 pt, and 9 pt air and rule: two of twelve rows."""
    article = with_notes(desk, noted("甲" * 40 + "1" + "乙" * 400, "1"), notes={"1": 20})
    first, second, *_ = frames_of(article.pages[0])
    assert [line.shaped.style.name for line in first.lines].count("body") == 10
    assert second.lines[0].shaped.style.name == "body" and len(second.lines) == 12
    ends = [line.y + 8 * PT * 12 // 100 for line in first.lines if line.shaped.style.name == "note"]
    assert abs(ends[-1] - desk.grid().foot(12)) < PT // 10
    rule = first.rules[0]
    assert first.lines[9].y < rule.y < first.lines[10].y - 7 * PT
    assert rule.x2 - rule.x == 25 * PT


def test_each_note_stands_once_and_in_order(desk: Desk) -> None:
    article = with_notes(desk, noted("甲" * 30 + "2" + "乙" * 30 + "1" + "丙" * 300, "2", "1"), notes={"1": 5, "2": 9})
    said = [text_of(line) for f in frames_of(article.pages[0]) for line in f.lines if line.shaped.style.name == "note"]
    assert len(said) == 2 and sorted(map(len, said)) == [5, 9]


@pytest.mark.parametrize("at", range(70, 140, 9))
def test_a_note_stands_in_the_column_that_refers_to_it(desk: Desk, at: int) -> None:
    """However near the foot the reference stands, the note is in the same column, and neither is lost."""
    article = with_notes(desk, noted("甲" * at + "1" + "乙" * 300, "1"), notes={"1": 40})
    placed = [
        [(line.shaped.style.name, text_of(line)) for line in f.lines] for p in article.pages for f in frames_of(p)
    ]
    refers = [any(style == "body" and "1" in text for style, text in column) for column in placed]
    assert sum(refers) == 1
    assert refers == [any(style == "note" for style, _ in column) for column in placed]


@pytest.mark.parametrize("count", [90, 140, 400, 1200])
def test_a_note_longer_than_its_column_goes_on_in_the_next(desk: Desk, count: int) -> None:
    article = with_notes(desk, noted("甲" * 40 + "1" + "乙" * 400, "1"), notes={"1": count})
    placed = [line for p in article.pages for f in frames_of(p) for line in f.lines]
    said = {style: "".join(text_of(x) for x in placed if x.shaped.style.name == style) for style in ("body", "note")}
    assert len(said["body"]) == 441 and said["note"] == say(count, "note", first=3).text
    assert article.overset == 0 and not article.findings
    first = frames_of(article.pages[0])[0]
    assert first.lines[4].line.end > 40 and first.lines[-1].shaped.style.name == "note"
    told = [styles[0] for styles in styles_in(article)]
    assert told == sorted(told)  # no column of notes alone before the text is at its end


def test_notes_behind_one_another_are_divided_once(desk: Desk) -> None:
    """The second note waits behind the end of the first; all their lines stand once, in order."""
    text = noted("甲" * 20 + "1" + "乙" * 200 + "2" + "丙" * 30, "1", "2")
    article = with_notes(desk, text, notes={"1": 150, "2": 20})
    lines = [line for p in article.pages for f in frames_of(p) for line in f.lines]
    notes = [(line.line.start, text_of(line)) for line in lines if line.shaped.style.name == "note"]
    assert "".join(said for _, said in notes) == say(150, "note", first=3).text + say(20, "note", first=3).text
    assert [start for start, _ in notes].count(0) == 2


def test_rows_of_notes_are_not_empty_rows(desk: Desk) -> None:
    made = (Note("1", say(20, "note")),)
    text = story(noted("甲" * 40 + "1" + "乙" * 60, "1"), notes=made)
    drafted = draft(desk.setting(page("a", body())), desk.copy(text, "a"))
    assert (drafted.used, drafted.empty) == (14, 10)  # ten lines and a note of two rows, two lines


def test_a_subhead_may_open_a_column(desk: Desk) -> None:
    setting = desk.setting(page("a", frame("t", "tint", (1, 1), (1, 6), displaces="lines"), body(balance="never")))
    article = flow.set_article(setting, desk.copy(story(lines(5), say(3, "subhead"), lines(6)), "a"))
    first, second = frames_of(article.pages[0])
    assert second.lines[0].shaped.style.name == "subhead"
    assert second.lines[0].y == desk.grid().baseline(1)
    assert first.lines[0].y == desk.grid().baseline(1) + 6 * ROW


def test_a_column_says_what_displaces_it(desk: Desk) -> None:
    setting = desk.setting(page("a", frame("t", "tint", (2, 2), (1, 6), displaces="lines"), body()))
    article = flow.set_article(setting, desk.copy(story(lines(5)), "a"))
    assert [f.displaced_by for f in frames_of(article.pages[0])] == [(), ("t",)]


@pytest.mark.parametrize("balance", ["never", "last", "always"])
def test_columns_of_every_page_end_on_one_row(desk: Desk, balance: str) -> None:
    """A heading does not fit at the foot of the second column, which ends a row short; as a rule that is left so. Both
    columns give up two rows: with one, a line would stand alone at the next page's head."""
    parts = (lines(23), say(3, "subhead"), lines(30))
    setting = desk.setting(page("a", body(balance=balance)))
    article = flow.set_article(setting, desk.copy(story(*parts), "a"))
    feet = [max(line.row for line in f.lines) for f in frames_of(article.pages[0])]
    assert (feet[0] == feet[1]) is (balance == "always")
