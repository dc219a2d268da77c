"""Notes at the foot of the page: those of all columns together, level, their text above them."""

import pytest

from layout import flow
from layout.flow.draft import draft
from layout.model.page import Article, PlacedLine
from layout.model.story import Mark, Note, Paragraph
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import ROW, Desk, body, frame, frames_of, page, say, story, text_of, words


def noted(text: str) -> Paragraph:
    """Each digit of the text refers to the note of that label."""
    marks = tuple(Mark(at, at + 1, "note", char) for at, char in enumerate(text) if char.isdigit())
    return replace(words(text), marks=marks)


def set_notes(desk: Desk, *paragraphs: Paragraph, notes: dict[str, int], balance: str = "never") -> Article:
    made = tuple(Note(label, say(count, "note", first=3)) for label, count in notes.items())
    setting = desk.setting(page("a", body(notes="page", balance=balance)))
    return flow.set_article(setting, desk.copy(story(*paragraphs, notes=made), "a"))


def notes_of(article: Article, number: int = 0) -> list[list[PlacedLine]]:
    """The lines of notes in each column of a page."""
    columns = frames_of(article.pages[number])
    return [[line for line in column.lines if line.shaped.style.name == "note"] for column in columns]


def test_notes_of_both_columns_stand_together_and_level(desk: Desk) -> None:
    """Two notes of two lines: one in each column, on the page's last two rows, one rule at the left."""
    article = set_notes(desk, noted("甲" * 20 + "1" + "乙" * 150 + "2" + "丙" * 20), notes={"1": 15, "2": 20})
    first, second = notes_of(article)
    assert [len(first), len(second)] == [2, 2]
    assert [line.y for line in first] == [line.y for line in second]
    assert first[-1].y + 8 * PT * 12 // 100 == pytest.approx(desk.grid().foot(12), abs=PT // 10)
    columns = frames_of(article.pages[0])
    assert [len(column.rules) for column in columns] == [1, 0]
    last = max(line.row for column in columns for line in column.lines if line.shaped.style.name == "body")
    assert last == 12 - 2  # 20 pt and 9 pt of air
    assert columns[0].rules[0].y > desk.grid().foot(last)


@pytest.mark.parametrize(
    ("notes", "shares"), [((10,), [1, 0]), ((30,), [3, 0]), ((45,), [2, 2]), ((30, 20), [3, 2]), ((10, 30), [1, 3])]
)
def test_short_notes_stay_whole(desk: Desk, notes: tuple[int, ...], shares: list[int]) -> None:
    """A note of four lines has two in each column; one of three stands in one."""
    text = noted("甲" * 9 + "".join(str(n) for n, _ in enumerate(notes)) + "乙" * 300)
    article = set_notes(desk, text, notes={str(n): count for n, count in enumerate(notes)})
    assert [len(lines) for lines in notes_of(article)] == shares


def test_a_page_without_references_keeps_its_rows(desk: Desk) -> None:
    article = set_notes(desk, noted("甲" * 250), noted("乙" * 50 + "1"), notes={"1": 9})
    assert (
        notes_of(article) == [[], []] and max(line.row for f in frames_of(article.pages[0]) for line in f.lines) == 12
    )
    assert sum(map(len, notes_of(article, 1))) == 1


@pytest.mark.parametrize("at", range(130, 240, 9))
def test_a_note_stands_on_the_page_that_refers_to_it(desk: Desk, at: int) -> None:
    article = set_notes(desk, noted("甲" * at + "1" + "乙" * 300), notes={"1": 40})
    refers = [
        any("1" in text_of(line) for f in frames_of(p) for line in f.lines if line.shaped.style.name == "body")
        for p in article.pages
    ]
    assert sum(refers) == 1 and article.overset == 0
    assert refers == [any(notes_of(article, number)) for number in range(len(article.pages))]


@pytest.mark.parametrize("count", [90, 300, 800])
def test_a_long_note_goes_on_at_the_foot_of_the_next_page(desk: Desk, count: int) -> None:
    article = set_notes(desk, noted("甲" * 40 + "1" + "乙" * 400), notes={"1": count, "2": 5})
    said = "".join(
        text_of(line) for number in range(len(article.pages)) for column in notes_of(article, number) for line in column
    )
    assert said == say(count, "note", first=3).text and article.overset == 0 and not article.findings
    assert any(notes_of(article, 0)) and (count < 200 or any(notes_of(article, 1)))
    bodies = [line.shaped.style.name for f in frames_of(article.pages[0]) for line in f.lines]
    assert bodies.count("body") > 4


def test_a_column_that_ends_at_a_picture_has_no_notes(desk: Desk) -> None:
    made = (Note("1", say(30, "note")),)
    setting = desk.setting(
        page("a", body(notes="page", balance="never"), frame("t", "tint", (2, 2), (9, 12), displaces="lines"))
    )
    article = flow.set_article(setting, desk.copy(story(noted("甲" * 100 + "1" + "乙" * 200), notes=made), "a"))
    assert [len(lines) for lines in notes_of(article)] == [3, 0]
    second = frames_of(article.pages[0])[1]
    assert max(line.row for line in second.lines) == 8


@pytest.mark.parametrize("balance", ["last", "always"])
def test_the_last_page_is_level_above_its_notes(desk: Desk, balance: str) -> None:
    article = set_notes(desk, noted("甲" * 50 + "1" + "乙" * 30), notes={"1": 15}, balance=balance)
    rows = [[line.row for line in f.lines if line.shaped.style.name == "body"] for f in frames_of(article.pages[0])]
    assert [max(column) for column in rows] == [5, 4]
    assert [len(lines) for lines in notes_of(article)] == [2, 0]
    assert notes_of(article)[0][0].y - desk.grid().baseline(5) < 3 * ROW


def test_rows_of_notes_are_taken(desk: Desk) -> None:
    setting = desk.setting(page("a", body(notes="page")))
    text = story(noted("甲" * 40 + "1" + "乙" * 60), notes=(Note("1", say(20, "note")),))
    drafted = draft(setting, desk.copy(text, "a"))
    assert drafted.done and drafted.used == 12 + 2 * 2  # a line of notes in each column, and its air


def test_in_vertical_text_they_stand_at_the_left_end_of_the_tiers(desk: Desk) -> None:
    made = (Note("1", say(20, "note")), Note("2", say(9, "note")))
    setting = desk.setting(page("a", body(notes="page", direction="vertical", inner=2, balance="never")))
    text = noted("甲" * 20 + "1" + "乙" * 80 + "2" + "丙" * 300)
    article = flow.set_article(setting, desk.copy(story(text, notes=made), "a"))
    upper, lower = notes_of(article)
    assert [len(upper), len(lower)] == [3, 2]
    assert upper[0].x == lower[0].x
    texts = [[line.x for line in f.lines if line.shaped.style.name == "body"] for f in frames_of(article.pages[0])]
    assert all(min(column) > upper[0].x for column in texts)
    rules = [f.rules for f in frames_of(article.pages[0])]
    assert len(rules[0]) == 1 and not rules[1] and upper[0].x < rules[0][0].x < min(texts[0])


@pytest.mark.parametrize("at", ["column", "page"])
def test_a_note_goes_on_in_another_measure_where_it_was_divided(desk: Desk, at: str) -> None:
    """Half of it in a column of 22 em, the rest in columns of 10 em on the next page: each character once."""
    wide = page("a", body((1, 2), (1, 6), linked=False, notes=at, balance="never"), following="b")
    setting = desk.setting(wide, page("b", body(notes=at, balance="never")))
    made = (Note("1", say(150, "note", first=3)),)
    article = flow.set_article(setting, desk.copy(story(noted("甲" * 20 + "1" + "乙" * 300), notes=made), "a"))
    lines = [line for number in range(len(article.pages)) for column in notes_of(article, number) for line in column]
    assert len({line.line.measure for line in lines}) == 2
    assert "".join(map(text_of, lines)) == made[0].paragraph.text
