"""Cut-in heads: the text runs on beside them."""

import pytest

from layout import flow
from layout.model.page import Article
from layout.model.story import Paragraph
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import BODY, EM, ROW, Desk, body, frames_of, page, say, story

HEAD = replace(BODY, name="subhead3", indent=0, align="left", keep_next=2, cut_in=2, breaker="phrase", leading=13 * PT)


def set_story(desk: Desk, *blocks: Paragraph, **how: object) -> Article:
    own = desk.having(None, HEAD)
    template = page("a", body(columns=(1, 2), linked=False, balance="never", **how))
    return flow.set_article(own.setting(template), own.copy(story(*blocks), "a"))


def split(article: Article) -> tuple[list, list]:  # type: ignore[type-arg]
    lines = [line for p in article.pages for f in frames_of(p) for line in f.lines]
    heads = [line for line in lines if line.shaped.style.name == "subhead3"]
    return heads, [line for line in lines if line.shaped.style.name != "subhead3"]


@pytest.mark.parametrize(
    ("count", "lines", "rows"), [(2, 1, 2), (6, 1, 2), (7, 2, 2), (20, 2, 2), (21, 3, 3), (30, 3, 3)]
)
def test_how_many_lines_a_head_has(desk: Desk, count: int, lines: int, rows: int) -> None:
    """JLReq §4.1.9: up to six characters one line, up to twenty two, more three; one to two em beside it."""
    heads, text = split(set_story(desk, say(count, "subhead3"), say(200)))
    assert len(heads) == lines
    widest = max(line.line.natural for line in heads)
    begins = [line.x - text[-1].x for line in text]
    assert all(begins[:rows]) and not any(begins[rows:])
    assert len(set(begins[:rows])) == 1 and begins[0] % EM == 0 and EM <= begins[0] - widest <= 2 * EM


def test_the_head_stands_in_the_middle_of_its_rows(desk: Desk) -> None:
    heads, text = split(set_story(desk, say(4, "subhead3"), say(200)))
    assert heads[0].y - text[0].y == ROW // 2 and heads[0].x == text[-1].x
    heads, text = split(set_story(desk, say(12, "subhead3"), say(200)))
    assert heads[0].y - text[0].y == text[1].y - heads[1].y == PT


def test_beside_a_short_paragraph_the_next_one_goes_on(desk: Desk) -> None:
    _, text = split(set_story(desk, say(4, "subhead3"), say(5), say(100)))
    assert text[0].x == text[1].x > text[2].x


def test_nothing_stands_under_its_last_row_too_soon(desk: Desk) -> None:
    """A head after a text shorter than the block begins below the block, and so does what ends the story."""
    heads, text = split(set_story(desk, say(4, "subhead3"), say(5), say(4, "subhead3"), say(100)))
    assert [line.row for line in heads] == [1, 3] and text[1].row == 3
    article = set_story(desk, say(4, "subhead3"), say(5), lines=(1, 2))
    assert not article.findings


def test_it_moves_with_a_head_that_stands_below_it(desk: Desk) -> None:
    """Under seven lines two rows for it, a row of air, the other head, two lines of text: the column has twelve."""
    own = desk.having(None, HEAD)
    setting = own.setting(page("a", body(balance="never")))
    text = (say(4, "subhead3"), say(4, "subhead"), say(60))
    for lines, heads in ((7, []), (6, ["subhead3", "subhead"])):
        article = flow.set_article(setting, own.copy(story(say(8 + 10 * (lines - 1)), *text), "a"))
        names = [line.shaped.style.name for line in frames_of(article.pages[0])[0].lines]
        assert [name for name in names if name != "body"] == heads


def test_it_moves_to_the_next_column_with_the_text_beside_it(desk: Desk) -> None:
    own = desk.having(None, HEAD)
    setting = own.setting(page("a", body(balance="never")))
    article = flow.set_article(setting, own.copy(story(say(108), say(4, "subhead3"), say(50)), "a"))
    first, second = frames_of(article.pages[0])
    assert {line.shaped.style.name for line in first.lines} == {"body"} and len(first.lines) == 11
    assert second.lines[0].shaped.style.name == "subhead3"


def test_in_vertical_text(desk: Desk) -> None:
    heads, text = split(set_story(desk, say(4, "subhead3"), say(100), direction="vertical"))
    assert len({line.y for line in text[:2]}) == 1 and text[0].y == heads[0].y + 5 * EM and text[2].y == heads[0].y
    assert text[0].x - heads[0].x == ROW // 2


def test_a_head_too_wide_for_text_beside_it_stands_alone(desk: Desk) -> None:
    """Two lines of eight characters leave one em of a column of ten."""
    own = desk.having(None, HEAD)
    setting = own.setting(page("a", body(balance="never")))
    article = flow.set_article(setting, own.copy(story(say(16, "subhead3"), say(30)), "a"))
    heads, text = split(article)
    assert len({line.x for line in (*heads, *text)}) == 1 and text[0].row > heads[-1].row
