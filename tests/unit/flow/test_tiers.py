"""Vertical text: tiers over whole rows, lines from right to left."""

from layout import flow
from layout.flow.slots import Obstacle
from layout.flow.tiers import tier_slots
from layout.model.geometry import Rect
from layout.model.story import Mark, Note
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, ROW, Desk, body, frame, frames_of, page, say, story, text_of, told, words


def test_two_tiers(desk: Desk) -> None:
    """Twelve rows: two tiers of five with a row between, 22 em wide: 1 + (220 − 10) / 15 lines each."""
    tiers = tier_slots(desk.grid(), body(direction="vertical", inner=2), (1, 12), ())
    assert [len(tier) for tier in tiers] == [15, 15]
    assert [tier[0].length for tier in tiers] == [4 * ROW + EM] * 2
    assert tiers[0][0].x == desk.grid().area.right - 5 * PT
    assert [a.x - b.x for a, b in zip(tiers[0], tiers[0][1:], strict=False)] == [ROW] * 14
    assert (tiers[0][0].y, tiers[1][0].y) == (desk.grid().top(1), desk.grid().top(7))


def test_what_stands_in_the_way(desk: Desk) -> None:
    grid = desk.grid()
    box = Rect(grid.area.x, grid.top(1), 60 * PT, grid.foot(5) - grid.top(1))
    first, second = tier_slots(grid, body(direction="vertical", inner=2), (1, 12), (Obstacle("p", box, 0, "box"),))
    assert len(second) == 15
    assert all(slot.x - 5 * PT >= box.right for slot in first) and len(first) == 11


def test_a_vertical_story(desk: Desk) -> None:
    """One tier of 17.5 em a line: sixteen lines a page, first character at the top right."""
    setting = desk.setting(page("a", body(direction="vertical", linked=False)))
    article = flow.set_article(setting, desk.copy(story(say(400)), "a"))
    assert len(told(article.pages)) == 400
    assert len(article.pages) == 2
    (f,) = frames_of(article.pages[0])
    assert f.direction == "vertical" and all(line.direction == "vertical" for line in f.lines)
    assert [a.x > b.x for a, b in zip(f.lines, f.lines[1:], strict=False)] == [True] * (len(f.lines) - 1)
    assert {line.y for line in f.lines} == {desk.grid().top(1)}


def test_notes_of_a_vertical_story_are_not_lost(desk: Desk) -> None:
    text = replace(words("甲" * 40 + "1" + "乙" * 100), marks=(Mark(40, 41, "note", "1"),))
    set_story = story(text, notes=(Note("1", say(25, "note")),))
    setting = desk.setting(page("a", body(direction="vertical", linked=False)))
    article = flow.set_article(setting, desk.copy(set_story, "a"))
    grid = desk.grid()
    lines = [line for p in article.pages for f in frames_of(p) for line in f.lines]
    assert sum(len(text_of(line)) for line in lines) == 141 + 25
    for line in lines:
        half = line.shaped.style.size // 2
        assert line.direction == "vertical"
        assert grid.area.contains(Rect(line.x - half, line.y, 2 * half, line.line.natural)), text_of(line)
    assert len({line.x for line in lines}) == len(lines)


def test_a_vertical_head(desk: Desk) -> None:
    label = frame("h", "title", (2, 2), (1, 12), direction="vertical", displaces="lines")
    setting = desk.setting(page("a", label, body()))
    article = flow.set_article(setting, desk.copy(story(say(50), heading=(say(6, "title"),)), "a"))
    head = next(f for f in article.pages[0].frames if f.name == "h")
    assert head.lines[0].x == desk.grid().area.right - EM  # half of its 20 pt
    assert head.lines[0].y == desk.grid().top(1)
    assert {f.columns for f in frames_of(article.pages[0])} == {(1, 1)}
