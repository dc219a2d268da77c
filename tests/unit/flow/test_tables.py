"""layout/read/pipes.py and layout/flow/tables.py: what makes a table, its three rules, whole rows, nothing lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow import set_article
from layout.flow.tables import FINE, HEAVY
from layout.font import Book
from layout.model.page import Article
from layout.model.story import Box, Mark, Note, Paragraph, Table
from layout.model.units import MM
from layout.model.value import replace
from layout.read.story import story as read
from tests.unit.flow.making import EM, HERE, ROW, Desk, body, frame, page, say, story, text_of, words


def table(rows: int, caption: bool = True, columns: int = 2, size: int = 2) -> Table:
    """A head and so many rows of cells of `size` Han, none like another."""
    cells = [
        tuple(say(size, "table-cell" if row else "table-head", (row * columns + c) * size) for c in range(columns))
        for row in range(rows + 1)
    ]
    title = words("表1　题", "table-caption") if caption else None
    return Table(tuple(cells), ("left", "right", "center", "left")[:columns], HERE, title)


def article(desk: Desk, *blocks: Paragraph | Table, frames: tuple[object, ...] = ()) -> Article:
    template = page("a", *frames, body())  # type: ignore[arg-type]
    return set_article(desk.setting(template), desk.copy(story(*blocks), "a"))


def columns(made: Article) -> list[list[str]]:
    """The lines' texts, column by column."""
    return [[text_of(line) for line in f.lines] for p in made.pages for f in p.frames if f.takes == "story" and f.lines]


def manuscript(text: str) -> tuple[list[object], list[str]]:
    made, found = read(f"+++\ntitle = '题'\n+++\n{text}", Path("issue"), "a")
    assert made is not None
    return list(made.blocks), [item.code for item in found]


@pytest.mark.fires("READ-TABLE-RAGGED")
def test_reading() -> None:
    (made,), found = manuscript("表1　船期\n\n| 船 | 时 |\n|:-:|--:|\n| **夜** | a \\| b |\n||")
    assert isinstance(made, Table)
    assert [[cell.text for cell in row] for row in made.rows] == [["船", "时"], ["夜", "a | b"], ["", ""]]
    assert made.sides == ("center", "right")
    assert made.caption is not None
    assert (made.caption.role, made.caption.text) == ("table-caption", "表1　船期")
    assert made.rows[1][0].source.place(0).column == 5
    assert found == ["READ-TABLE-RAGGED"]


@pytest.mark.exactly("codes")
@pytest.mark.parametrize(
    ("text", "kinds", "codes"),
    [
        ("| 船 |\n| 时 |", ["Paragraph"], ["READ-TABLE-HEAD"]),
        ("表1 显示了船期。\n| 船 |\n|-|\n| 时 |", ["Paragraph", "Table"], []),
        ("话\n| 船 |\n|-|\n| 时 |\n话", ["Paragraph", "Table", "Paragraph"], []),
        ("| 船 |\n|-|\n| 时 | 多 |", ["Table"], ["READ-TABLE-RAGGED"]),
        ("::: box\n| 船 |\n|-|\n:::", ["Table", "Box"], ["READ-BOX-CONTENT"]),
    ],
)
def test_what_is_a_table(text: str, kinds: list[str], codes: list[str]) -> None:
    blocks, found = manuscript(text)
    assert [type(block).__name__ for block in blocks] == kinds
    assert found == codes


def test_three_rules_on_whole_rows(desk: Desk) -> None:
    made = article(desk, table(3))
    first = made.pages[0].frames[0]
    assert [rule.width for rule in first.rules] == [HEAVY, FINE, HEAVY]
    assert [rule.y - first.rules[0].y for rule in first.rules] == [0, ROW, 4 * ROW]
    assert {(rule.x, rule.x2) for rule in first.rules} == {(first.box.x, first.box.x + 10 * EM)}
    assert [line.row for line in first.lines] == [1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_head_is_repeated_and_rows_stay_whole(desk: Desk) -> None:
    made = article(desk, table(20))
    head = columns(made)[0][1:3]
    assert columns(made)[0][0] == "表1　题"
    assert columns(made)[1][:2] == head
    rules = [f.rules for f in made.pages[0].frames if f.takes == "story"]
    assert [[rule.width for rule in part] for part in rules] == [[HEAVY, FINE, FINE], [HEAVY, FINE, HEAVY]]


def test_table_that_would_leave_a_small_hole_goes_on_whole(desk: Desk) -> None:
    made = article(desk, say(88), table(4), say(148))
    assert columns(made)[1][0] == "表1　题"


@pytest.mark.silent("LINES-OVERFULL")
def test_frame_takes_it(desk: Desk) -> None:
    made = article(desk, say(30), table(2), frames=(frame("t", "table", (1, 2), (1, 0), displaces="lines"),))
    held = made.pages[0].frames[0]
    assert (held.takes, held.rows) == ("table", (1, 4))
    assert not made.findings
    assert columns(made)[0][0].startswith(say(30).text[:4])


@pytest.mark.fires("PAGE-TABLE-WIDE")
def test_a_cell_that_sticks_out_is_told(desk: Desk) -> None:
    cells = ((words("头", "table-head"),), (words("1" * 70, "table-cell"),))
    for frames in ((), (frame("t", "table", (1, 1), (1, 0), displaces="lines"),)):
        made = article(desk, say(9), Table(cells, ("left",), HERE), frames=frames)
        assert {item.code for item in made.findings} == {"PAGE-TABLE-WIDE"}


def test_notes_of_a_framed_table_stand_below_it(desk: Desk) -> None:
    noted = replace(say(2, "table-cell"), marks=(Mark(1, 2, "note", "a"),))
    wide = Table(((say(2, "table-head"),), (noted,)), ("left",), HERE)
    template = page("a", frame("t", "table", (1, 2), (1, 0), displaces="lines", inset=EM), body())
    told = story(say(8), wide, notes=(Note("a", words("注文", "note")),))
    made = set_article(desk.setting(template), desk.copy(told, "a"))
    held = made.pages[0].frames[0]
    assert [text_of(line) for line in held.lines][-1] == "注文"
    assert held.rows == (1, 5)  # a row of inset, head, row, note, a row of inset
    assert columns(made) == [[say(8).text]]


def test_notes_of_a_framed_box_stand_at_its_end(desk: Desk) -> None:
    noted = replace(say(2), marks=(Mark(1, 2, "note", "a"),))
    told = story(say(8), Box("bio", None, (noted,), HERE), notes=(Note("a", words("注文", "note")),))
    template = page("a", frame("b", "box", (1, 2), (1, 0), displaces="lines"), body())
    made = set_article(desk.setting(template), desk.copy(told, "a"))
    assert [text_of(line) for line in made.pages[0].frames[0].lines] == [say(2).text, "注文"]


def test_long_cells_share_the_room_and_short_ones_stay_whole(desk: Desk) -> None:
    wide = Table(
        ((words("甲", "table-head"), words("乙", "table-head")), (say(3, "table-cell"), say(60, "table-cell", 10))),
        ("left", "left"),
        HERE,
    )
    (lines,) = columns(article(desk, wide))
    assert lines[2] == say(3).text
    assert "".join(lines[3:]) == say(60, first=10).text


@pytest.mark.fires("PAGE-BOX-LEFT")
def test_vertical_text_leaves_it_to_a_frame(desk: Desk) -> None:
    made = set_article(
        desk.setting(page("a", body(direction="vertical", linked=False))), desk.copy(story(say(9), table(1)), "a")
    )
    assert [item.code for item in made.findings] == ["PAGE-BOX-LEFT"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.integers(1, 60), st.tuples(st.integers(0, 25), st.integers(1, 4), st.integers(1, 9)))),
    st.booleans(),
)
def test_nothing_is_lost(book: Book, blocks: list[object], caption: bool) -> None:
    desk = Desk(book)
    made = [say(b) if isinstance(b, int) else table(b[0], caption, b[1], b[2]) for b in blocks]  # type: ignore[index]
    done = article(desk, *made)
    told = "".join(text for column in columns(done) for text in column)
    for block in made:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for row in block.rows for c in row]
        for char in {char for text in texts for char in text}:
            assert told.count(char) >= sum(text.count(char) for text in texts) > 0
    assert not done.overset


def wide(columns: int, rows: int = 6) -> Table:
    """A table with a number of twenty figures, which is never divided, in every cell but those of its head."""
    cells = [tuple(words("项目", "table-head") for _ in range(columns))]
    cells += [tuple(words("1" * 20, "table-cell") for _ in range(columns)) for _ in range(rows)]
    return Table(tuple(cells), ("left",) * columns, HERE)


def wide_ones(made: Article) -> list[dict[str, str]]:
    return [dict(item.values) for item in made.findings if item.code == "PAGE-TABLE-WIDE"]


@pytest.mark.fires("PAGE-TABLE-WIDE")
@pytest.mark.silent("LINES-OVERFULL")
@pytest.mark.parametrize("apart", [False, True])
def test_a_table_too_wide_is_told_once_with_what_it_needs(desk: Desk, apart: bool) -> None:
    """In the text and in a frame of its own, however many of its cells stick out."""
    frames = (frame("t", "table", (1, 1), (1, 0), displaces="lines"),) if apart else ()
    made = article(desk, say(20), wide(4), frames=frames)
    (told,) = wide_ones(made)
    assert told["cells"] == "24"
    em = 4 * 20 // 2 + 3  # four columns of twenty figures, an em between each two
    size = desk.composer.shape(words("1", "table-cell"), "table-cell", "horizontal").style.size
    assert int(told["need"]) == -(-em * size // MM) and int(told["room"]) < int(told["need"])


@pytest.mark.silent("PAGE-TABLE-WIDE", "LINES-OVERFULL")
def test_a_long_number_has_the_room_that_other_columns_leave(desk: Desk) -> None:
    """One column of long numbers beside one of much text: the numbers stand whole."""
    rows = [(words("项", "table-head"), words("文", "table-head"))]
    rows += [(words("1" * 16, "table-cell"), say(24, "table-cell")) for _ in range(2)]
    made = article(desk, Table(tuple(rows), ("left", "left"), HERE))
    assert "1" * 16 in [line for column in columns(made) for line in column]
