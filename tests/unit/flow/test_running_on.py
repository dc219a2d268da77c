"""A story under the end of the one before it; the mark behind a story's last character."""

import pytest

from layout import flow
from layout.flow.opening import under
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame
from layout.model.story import Table
from layout.model.value import replace
from tests.unit.flow.making import (
    HERE,
    HOUSE,
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
    text_of,
    told,
    words,
)  # fmt: skip

TALL = replace(HOUSE, rows=24, height=HOUSE.height + 12 * ROW)
TITLE = say(6, "title")


def test_head_and_text_move_down_together(desk: Desk) -> None:
    made = page(
        "a", frame("p", "photo", lines=(1, 6), displaces="lines"), frame("h", "heading", lines=(7, 9)),
        frame("r", "rule", lines=(7, 7)), body(lines=(10, 24)),
    )  # fmt: skip
    moved = under(made, 8, 24)
    assert moved is not None and not moved.furniture
    assert [(f.name, f.lines) for f in moved.frames] == [("h", (11, 13)), ("r", (11, 11)), ("body", (14, 24))]
    assert under(made, 13, 24) is not None and under(made, 14, 24) is None  # six rows of text at least


def test_where_a_story_runs_on(desk: Desk) -> None:
    tall = desk.having(TALL)
    made = page("a", frame("h", "heading", lines=(1, 3), displaces="lines"), body(lines=(1, 24)))
    setting = tall.setting(made)
    first = flow.set_article(setting, tall.copy(story(say(88)), "a"))
    taken = flow.rows_taken(setting, first.pages[-1])
    assert taken == 5  # nine lines in two columns
    second = replace(tall.copy(story(say(108), heading=(TITLE,)), "a"), above=taken)
    assert flow.runs_on(setting, second)
    assert not flow.runs_on(setting, replace(second, above=15))
    article = flow.set_article(setting, second)
    assert [f.rows for f in frames_of(article.pages[0], "heading")] == [(8, 10)]
    assert min(line.row for f in frames_of(article.pages[0]) for line in f.lines) == 11
    both = flow.joined(first.pages[-1], article.pages[0])
    assert told((both,)) == say(88).text + say(108).text


def test_photos_wait_for_the_next_page(desk: Desk) -> None:
    tall = desk.having(TALL)
    made = page("a", frame("p", "photo", (1, 1), (1, 6), displaces="lines"), body(lines=(1, 24)))
    setting = tall.setting(made, pictures={"p.jpg": picture()})
    copy = replace(tall.copy(story(say(500), photo()), "a"), above=10)
    article = flow.set_article(setting, copy)
    assert [len(frames_of(p, "photo")) for p in article.pages] == [0, 1]


def test_what_takes_room_on_a_page(desk: Desk) -> None:
    setting = desk.setting(page("a", body()))
    grid = desk.grid()
    for frames, rows in (
        ((), 0),
        ((PlacedFrame("p", "photo", grid.box((1, 1), (3, 9))),), 9),
        ((PlacedFrame("f", "furniture", Rect(0, 0, 9, HOUSE.height)),), 0),
        ((PlacedFrame("b", "story", grid.box((1, 1), (1, 12)), direction="vertical"),), 12),
    ):
        assert flow.rows_taken(setting, Page(1, "1", "recto", "a", frames)) == rows


@pytest.mark.parametrize("count", [8, 9, 17, 18, 19])
def test_the_mark_at_the_end_is_never_alone(desk: Desk, count: int) -> None:
    setting = desk.setting(page("a", body(end_mark="■")))
    last = words(say(count - 1).text + "。")
    article = flow.set_article(setting, desk.copy(story(say(20), last, photo()), "a"))
    line = [line for f in frames_of(article.pages[0]) for line in f.lines][-1]
    assert text_of(line).endswith("。■") and len(text_of(line)) > 2
    assert told(article.pages) == say(20).text + last.text + "■"


def test_a_table_at_the_end_stands_behind_the_mark(desk: Desk) -> None:
    setting = desk.setting(page("a", body(end_mark="■")))
    table = Table(((words("甲", "table-head"),), (words("乙", "table-cell"),)), ("left",), HERE)
    article = flow.set_article(setting, desk.copy(story(say(20), table), "a"))
    assert told(article.pages) == say(20).text + "■甲乙"
