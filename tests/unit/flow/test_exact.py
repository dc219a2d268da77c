"""A story with a page count ends at the last page's foot, or says how much it is short. Two columns of twelve rows."""

import pytest

from layout import flow
from layout.flow import exact
from layout.flow.draft import Draft, draft
from layout.flow.levers import Levers
from layout.model.page import Article
from layout.model.template import Grid
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, frame, frames_of, moved, page, photo, picture, say, story, told, words


def lines(count: int) -> int:
    """Characters of a paragraph of so many lines."""
    return 8 + 10 * (count - 1)


def set_pages(desk: Desk, counts: tuple[int, ...], pages: int, elastic: tuple[int, int], heads: int = 0) -> Article:
    """Paragraphs of so many lines on as many pages, a photo of six rows over both columns of the first."""
    open_page = page("a", frame("p", "photo", lines=(1, 6), displaces="lines", elastic=elastic), body(), following="b")
    setting = desk.setting(open_page, page("b", body()), pictures={"p.jpg": picture()})
    blocks = [say(lines(count)) for count in counts]
    for index in range(heads):
        blocks.insert(1 + 2 * index, say(3, "subhead"))
    article = flow.set_article(setting, desk.copy(story(*blocks, photo()), "a", pages=pages))
    assert len(article.pages) == pages
    assert len(told(article.pages)) == sum(map(lines, counts)) + 3 * heads - article.overset
    return article


def feet(article: Article) -> list[int]:
    return [max(line.row for line in f.lines) for f in frames_of(article.pages[-1])]


@pytest.mark.silent("PAGE-UNDERSET")
@pytest.mark.parametrize(("count", "rows"), [(36, (1, 6)), (32, (1, 8)), (30, (1, 9)), (38, (1, 5)), (40, (1, 4))])
def test_photos_bring_the_end_to_the_foot(desk: Desk, count: int, rows: tuple[int, int]) -> None:
    article = set_pages(desk, (count,), 2, (-2, 3))
    assert [f.rows for p in article.pages for f in frames_of(p, "photo")] == [rows]
    assert feet(article) == [12, 12] and not article.findings


def test_air_above_subheads_comes_next(desk: Desk) -> None:
    """34 lines, two heads with a row above each: two rows are left, one for each head."""
    article = set_pages(desk, (16, 9, 5), 2, (0, 0), heads=2)
    assert feet(article) == [12, 12] and "2 row(s) of air above subheads" in moved(article.levers)


def test_long_paragraphs_come_last(desk: Desk) -> None:
    """39 Han in columns of 10.8 em are five lines, or four drawn together by 2 %: 25 lines are one more than 24."""
    template = replace(page("a", body()), grid=Grid(2, 4 * PT))
    blocks = tuple(say(count, first=at) for at, count in enumerate((39, 39, 18, 39, 39, 8, 8, 8)))
    article = flow.set_article(desk.setting(template), desk.copy(story(*blocks), "a", pages=1))
    assert not article.overset and not article.findings
    assert moved(article.levers)[-1] == "1 paragraph(s) tightened by a line"


def test_what_is_missing_is_told(desk: Desk) -> None:
    article = set_pages(desk, (20,), 2, (0, 3))
    (told_,) = article.findings
    values = dict(told_.values)
    assert told_.code == "PAGE-UNDERSET" and told_.page == 2
    assert (values["rows"], values["characters"], values["pages"]) == ("10", "100", "2")
    assert values["held"] == str(lines(20) + 100)
    (early,) = set_pages(desk, (6,), 3, (0, 3)).findings
    assert dict(early.values)["ended"] == "1"


@pytest.mark.fires("PAGE-UNDERSET")
def test_a_story_much_too_short_has_no_looser_paragraphs(desk: Desk) -> None:
    """Eighteen lines short after three rows more of the photo: neither air nor looser lines would bring it there."""
    article = set_pages(desk, (7, 7, 3), 2, (-2, 3), heads=1)
    assert not {"air", "looser"} & {lever.code for lever in article.levers}
    assert "p. 1: frame p +3 row(s)" in moved(article.levers)
    assert [item.code for item in article.findings] == ["PAGE-UNDERSET"]


def test_what_is_too_much_stays_overset(desk: Desk) -> None:
    article = set_pages(desk, (60,), 2, (-2, 3))
    assert [f.code for f in article.findings] == ["PAGE-OVERSET"]
    assert [f.rows for p in article.pages for f in frames_of(p, "photo")] == [(1, 4)]


def test_a_story_without_text_misses_none(desk: Desk) -> None:
    setting = desk.setting(page("a", frame("p", "photo", lines=(1, 6)), body(lines=(7, 12))), pictures={})
    assert not flow.set_article(setting, desk.copy(story(photo()), "a", pages=1)).findings


def test_levers_are_told() -> None:
    assert moved(Levers((), (3,), ((1, -1), (2, 1), (4, 1))).told) == [
        "1 row(s) of air above subheads",
        "1 paragraph(s) tightened by a line",
        "2 paragraph(s) loosened by a line",
    ]


def test_a_head_gives_no_rows_that_its_lines_need(desk: Desk) -> None:
    """Four rows for a title of one line, which needs two."""
    head = frame("head", "title", (1, 2), (1, 4), displaces="lines", elastic=(-3, 1))
    text = story(say(200), heading=(words("题", "title"),))
    drafted = draft(desk.setting(page("a", head, body())), desk.copy(text, "a"))
    assert [(e.frames, e.least, e.most) for e in drafted.elastic] == [(("head",), -2, 1)]


@pytest.mark.parametrize("head", [4, 34])
def test_keeps_give_way_before_text_is_overset(desk: Desk, head: int) -> None:
    """A column of twelve rows has room for the head and one line more; with two lines beside it the head moves, and a
    line finds no room. Heads of one line, and of four."""
    rows = 1 + (head + 9) // 10
    blocks = (say(lines(11 - rows)), say(head, "subhead"), say(lines(12), first=40))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*blocks), "a", pages=1))
    assert not article.overset and feet(article) == [12, 11]
    assert moved(article.levers) == ["p. 1: 1 subhead(s) with a single line below", "p. 1: 1 line(s) stand alone"]
    free = story(*blocks[:2], say(lines(12 - rows), first=40))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(free, "a", pages=1))
    assert not article.overset and not any("single" in lever for lever in moved(article.levers))


def test_a_head_never_gives_up_its_last_line(desk: Desk) -> None:
    blocks = (say(lines(10)), say(4, "subhead"), say(lines(12), first=40))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*blocks), "a", pages=1))
    assert article.overset and "subhead" not in "".join(moved(article.levers))
    assert frames_of(article.pages[0])[0].lines[-1].shaped.style.name == "body"


def test_the_last_page_is_weighed_so_that_all_has_room(desk: Desk) -> None:
    """Three lines that would stand two and one leave two rows empty, which costs less than a line alone; but then the
    last line of all has no room."""
    blocks = (say(lines(10)), say(lines(3), first=30), say(lines(10), first=60))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*blocks), "a", pages=1))
    assert not article.overset and moved(article.levers) == ["p. 1: column 1: a line stands alone"]


def test_keeps_give_way_on_no_more_pages_than_it_takes(desk: Desk) -> None:
    """Two pages alike, each with a head whose second line has no room; one line too many: the last page gives way."""
    blocks = (
        say(lines(9)),
        say(4, "subhead"),
        say(lines(11), first=40),
        say(lines(9)),
        say(4, "subhead"),
        say(lines(12)),
    )
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*blocks), "a", pages=2))
    assert not article.overset
    assert [lever for lever in moved(article.levers) if "single" in lever] == [
        "p. 2: 1 subhead(s) with a single line below"
    ]


def test_a_hole_before_the_end_is_no_room_for_more(desk: Desk) -> None:
    """Nine lines and three empty rows where a head would stand alone; the second column ends at its foot."""
    blocks = (*(say(lines(3), first=at) for at in (0, 30, 60)), say(4, "subhead"), say(lines(11)))
    article = flow.set_article(desk.setting(page("a", body())), desk.copy(story(*blocks), "a", pages=1))
    assert [len(f.lines) for f in frames_of(article.pages[0])] == [9, 12] and not article.findings
    (told_,) = flow.set_article(
        desk.setting(page("a", body())), desk.copy(story(*blocks[:-1], say(lines(8))), "a", pages=1)
    ).findings
    assert dict(told_.values)["rows"] == "2"


def test_only_levers_that_helped_are_told(desk: Desk) -> None:
    """Air above a head vanishes where the head comes to a column's head."""
    shown = frame("p", "photo", lines=(1, 6), displaces="lines", elastic=(-3, 4))
    setting = desk.setting(page("a", shown, body()), pictures={"p.jpg": picture()})
    blocks = (say(44), say(28, first=15), say(4, "subhead"), say(43, first=40))
    article = flow.set_article(setting, desk.copy(story(*blocks, photo()), "a", pages=1))
    assert moved(article.levers) == ["p. 1: frame p -2 row(s)"]


@pytest.mark.parametrize(("count", "rows"), [(60, (1, 4)), (6, (1, 9))])
def test_what_no_lever_can_bring_is_drafted_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, count: int, rows: tuple[int, int]
) -> None:
    """With every lever as far as it goes: forty lines on two pages are told how far they are off all the same."""
    asked: list[object] = []

    def counted(*how: object) -> Draft:
        asked.append(how)
        return draft(*how)  # type: ignore[arg-type]

    monkeypatch.setattr(exact, "draft", counted)
    article = set_pages(desk, (count,), 2, (-2, 3))
    assert [f.rows for p in article.pages for f in frames_of(p, "photo")] == [rows]
    assert len(asked) <= 2 and len(article.findings) == 1
