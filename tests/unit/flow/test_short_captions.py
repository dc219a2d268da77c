"""Captions take a row less where a story lacks room. A row is 15 pt; captions of 8 pt on 12 pt take a row a line, 27
Han over both columns of 22 em, 28 where they are drawn together by 3 %.
"""

import pytest

from layout import flow
from layout.flow.draft import draft
from layout.flow.short_captions import enough, short_captions
from layout.model.page import Article
from layout.model.story import Photo
from layout.model.template import Frame
from layout.model.value import replace
from tests.unit.flow.making import Desk, body, frame, frames_of, moved, page, photo, picture, say, story, told

FIXED = frame("p", "photo", lines=(1, 6), displaces="lines")
OPEN = frame("p", "photo", lines=(1, 0), displaces="lines")


def captioned(count: int, short: int = 0) -> Photo:
    made = replace(photo(), caption=say(count, "caption"))
    return replace(made, short=say(short, "caption", first=40)) if short else made


def set_lines(desk: Desk, count: int, taken: Photo, where: Frame = FIXED, pages: int = 1) -> Article:
    """So many lines of text on pages with the photo over both columns."""
    setting = desk.setting(page("a", where, body()), pictures={"p.jpg": picture(width=1200, height=400)})
    return flow.set_article(setting, desk.copy(story(say(8 + 10 * (count - 1)), taken), "a", pages=pages))


def rows_of(article: Article) -> tuple[int, int]:
    return frames_of(article.pages[0], "photo")[0].rows


@pytest.mark.parametrize(
    ("taken", "lines", "how", "rows"),
    [
        (captioned(28), 14, "a line tighter: -1 row(s)", (1, 5)),
        (captioned(40, 20), 14, "in its shorter words: -1 row(s)", (1, 5)),
        (captioned(60, 40), 14, "in its shorter words: -1 row(s)", (1, 5)),
        (captioned(60, 28), 14, "in its shorter words: -1 row(s)", (1, 5)),
        (captioned(60, 28), 16, "in its shorter words, a line tighter: -2 row(s)", (1, 4)),
        (captioned(28, 20), 14, "a line tighter: -1 row(s)", (1, 5)),  # what was written stays as long as it can
    ],
)
def test_a_caption_gives_its_rows_to_the_text(
    desk: Desk, taken: Photo, lines: int, how: str, rows: tuple[int, int]
) -> None:
    """The picture stays as high as it was: the frame is as much lower as its caption."""
    as_it_was = set_lines(desk, 12, taken)
    article = set_lines(desk, lines, taken)
    assert not article.overset and moved(article.levers) == [f"p. 1: caption of p.jpg {how}"]
    assert rows_of(as_it_was) == (1, 6) and rows_of(article) == rows
    before, after = (frames_of(one.pages[0], "photo")[0].pictures[0].box for one in (as_it_was, article))
    assert after.height == before.height


def test_a_frame_with_an_open_end_is_as_much_lower(desk: Desk) -> None:
    """220 × 73 pt and a caption: eight rows with two lines of it, seven with one."""
    assert rows_of(set_lines(desk, 8, captioned(28), OPEN)) == (1, 8)
    article = set_lines(desk, 10, captioned(28), OPEN)
    assert rows_of(article) == (1, 7) and not article.overset and "tighter" in moved(article.levers)[0]


@pytest.mark.parametrize(
    ("taken", "where"),
    [
        (captioned(27), FIXED),  # one line: nothing to give
        (captioned(30), FIXED),  # three characters too many to be drawn together
        (captioned(28), replace(FIXED, caption="over")),
        (captioned(28), replace(FIXED, caption="none")),
        (captioned(28), replace(FIXED, displaces="none", lines=(1, 6))),
    ],
)
def test_what_frees_no_row_stays_as_it_is(desk: Desk, taken: Photo, where: Frame) -> None:
    article = set_lines(desk, 26 if where.displaces == "none" else 14, taken, where)
    assert article.overset and not article.levers


def test_photos_side_by_side_give_a_row_together(desk: Desk) -> None:
    """Each caption has 13 Han a line, 14 14 where they are drawn together."""
    sides = (replace(FIXED, name="q", columns=(1, 1)), replace(FIXED, name="r", columns=(2, 2)))
    setting = desk.setting(page("a", *sides, body(), gutter=0), pictures={"p.jpg": picture()})
    both, one = ((captioned(14), captioned(count)) for count in (14, 20))
    for photos, fits in ((both, True), (one, False)):
        article = flow.set_article(setting, desk.copy(story(say(138), *photos), "a", pages=1))
        assert (not article.overset) == fits
        assert len({f.rows for f in frames_of(article.pages[0], "photo")}) == 1


def test_captions_save_a_page(desk: Desk) -> None:
    """A story without a page count is brought back from a page of two lines."""
    article = set_lines(desk, 14, captioned(28), pages=0)
    assert len(article.pages) == 1 and "caption" in moved(article.levers)[0]
    assert len(set_lines(desk, 14, captioned(30), pages=0).pages) == 2


@pytest.mark.fires("PAGE-CAPTION-CUT")
def test_an_overset_story_tells_which_caption_would_free_a_row(desk: Desk) -> None:
    article = set_lines(desk, 14, captioned(30))
    assert [f.code for f in article.findings] == ["PAGE-OVERSET", "PAGE-CAPTION-CUT"]
    hint = article.findings[1]
    assert dict(hint.values) == {"characters": "3", "lines": "2"} and hint.place and hint.place.line
    assert not set_lines(desk, 14, captioned(30, 27)).overset
    assert [f.code for f in set_lines(desk, 18, captioned(30)).findings] == ["PAGE-OVERSET"]  # it would not be enough


@pytest.mark.silent("PAGE-CAPTION-CUT")
def test_as_few_captions_as_do_are_taken(desk: Desk) -> None:
    setting = desk.setting(page("a", FIXED, body()), pictures={"p.jpg": picture()})
    copy = desk.copy(story(say(238), captioned(60, 28), captioned(28)), "a", pages=2)
    copy = replace(copy, waiting=replace(copy.waiting, photos=tuple(
        replace(one, place=replace_line(one, at)) for at, one in enumerate(copy.waiting.photos))))  # fmt: skip
    found = short_captions(setting, copy, draft(setting, copy), 2)
    assert [(one.page, one.form, one.slots) for one in found] == [(1, 1, 2), (0, 2, 2), (0, 3, 4)]
    assert [len(enough(found, slots)) for slots in (1, 2, 3, 5, 7)] == [1, 1, 1, 2, 2]
    assert told(flow.set_article(setting, copy).pages)


def replace_line(one: Photo, at: int) -> object:
    return one.place._replace(line=at + 1)
