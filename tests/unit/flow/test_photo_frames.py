"""Which photo a frame takes, what a photo runs over on its way off the page, and frames that grow into others."""

import pytest

from layout import flow
from layout.model.page import Article
from layout.model.story import Box
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import HERE, HOUSE, Desk, body, frame, frames_of, page, photo, picture, say, story, words

SMALL = frame("small", "photo", (1, 1), (1, 4), displaces="lines")
WIDE = page("wide", frame("w", "photo", (1, 2), (1, 12)))
PICTURES = {f"{name}.jpg": picture(f"{name}.jpg") for name in "abp"}


def shown(article: Article) -> list[list[str]]:
    return [[f.pictures[0].path[:1] for f in frames_of(p, "photo")] for p in article.pages]


def set_two(desk: Desk, wants: int, *templates: str) -> list[list[str]]:
    """Two photos, of which the first wants so many columns."""
    setting = desk.setting(page("a", SMALL, body()), page("b", body()), WIDE, pictures=PICTURES)
    text = story(say(240), replace(photo("a.jpg"), columns=wants), photo("b.jpg"))
    return shown(flow.set_article(setting, desk.copy(text, *templates)))


def test_photos_go_to_frames_in_their_order(desk: Desk) -> None:
    assert set_two(desk, 0, "a", "wide") == [["a"], ["b"]]


def test_a_photo_waits_for_the_frame_it_wants(desk: Desk) -> None:
    assert set_two(desk, 2, "a", "wide", "b") == [["b"], ["a"], []]
    assert set_two(desk, 1, "wide", "a", "b") == [["b"], ["a"], []]


def test_a_photo_waits_on_the_same_page(desk: Desk) -> None:
    low = frame("low", "photo", (1, 2), (6, 12), displaces="lines")
    setting = desk.setting(page("a", SMALL, low, body()), pictures=PICTURES)
    text = story(say(9), replace(photo("a.jpg"), columns=2), photo("b.jpg"))
    assert shown(flow.set_article(setting, desk.copy(text, "a"))) == [["b", "a"]]


def test_a_photo_that_waits_in_vain_takes_what_there_is(desk: Desk) -> None:
    assert set_two(desk, 3, "a", "wide") == [["a"], ["b"]]


def test_a_wish_gives_way_before_a_photo_is_lost(desk: Desk) -> None:
    """Both want two columns, and there is one such frame: the first takes what there is."""
    setting = desk.setting(page("a", SMALL, body()), WIDE, pictures=PICTURES)
    both = (replace(photo(name), columns=2) for name in ("a.jpg", "b.jpg"))
    article = flow.set_article(setting, desk.copy(story(say(240), *both), "a", "wide"))
    assert shown(article) == [["a"], ["b"]]


def test_a_wish_gives_way_before_a_frame_stays_white(desk: Desk) -> None:
    """A frame that no text could take is not left to wait for another."""
    lead = frame("lead", "photo", (1, 1), (1, 4), displaces="lines")
    setting = desk.setting(page("a", lead, body(lines=(5, 12))), WIDE, pictures=PICTURES)
    wants = replace(photo("a.jpg"), columns=2)
    assert shown(flow.set_article(setting, desk.copy(story(say(200), wants), "a", "wide")))[0] == ["a"]


def test_what_others_have_no_pages_for_is_not_waited_for(desk: Desk) -> None:
    """The plan names a wide frame for a page that the entry does not have."""
    setting = desk.setting(page("a", SMALL, body()), WIDE, pictures=PICTURES)
    wants = replace(photo("a.jpg"), columns=2)
    assert shown(flow.set_article(setting, desk.copy(story(say(9), wants), "a", "wide", pages=1))) == [["a"]]


def cut(desk: Desk, shape: tuple[int, int], how: dict[str, object] | None = None, **photo_how: object) -> Article:
    """A photo of that shape in a frame of 220 × 85 pt."""
    how = {"lines": (1, 6), "displaces": "lines", **(how or {})}
    held = frame("p", "photo", (1, 2), **how)  # type: ignore[arg-type]
    setting = desk.setting(page("a", held, body()), pictures={"p.jpg": picture("p.jpg", *shape)})
    return flow.set_article(setting, desk.copy(story(say(9), replace(photo(), **photo_how)), "a"))


@pytest.mark.fires("PAGE-CROPPED")
def test_a_hard_cut_is_told(desk: Desk) -> None:
    """85 : 220 of a square are 38 per cent."""
    (told,) = cut(desk, (900, 900)).findings
    assert told.code == "PAGE-CROPPED" and dict(told.values)["percent"] == "38"


@pytest.mark.silent("PAGE-CROPPED")
@pytest.mark.parametrize(
    ("shape", "how", "photo_how"),
    [
        ((1500, 900), {}, {}),  # 64 per cent are shown
        ((900, 900), {}, {"whole": True}),
        ((900, 900), {"fit": "whole"}, {}),
        ((900, 900), {}, {"cut": True}),  # somebody has looked at it
        ((900, 900), {"fit": "crop"}, {}),
    ],
)
def test_what_shows_enough_or_is_meant_is_not_told(
    desk: Desk, shape: tuple[int, int], how: dict[str, object], photo_how: dict[str, object]
) -> None:
    assert not cut(desk, shape, how, **photo_how).findings


def test_a_cut_that_leaves_less_than_a_third_is_told_whoever_asked_for_it(desk: Desk) -> None:
    assert [told.code for told in cut(desk, (600, 900), cut=True).findings] == ["PAGE-CROPPED"]


def test_an_elastic_frame_goes_as_far_as_shows_enough(desk: Desk) -> None:
    """Four rows of 55 pt show 37 per cent of 3:2; seven, of 100 pt, are the first that show 60."""
    article = cut(desk, (900, 600), {"lines": (1, 4)} | {"elastic": (-1, 6), "fit": None})
    (placed,) = frames_of(article.pages[0], "photo")
    assert placed.rows[1] >= 7 and not article.findings


def test_the_fitter_cuts_no_photo_too_hard(desk: Desk) -> None:
    """Text for 22 slots beside a photo of six rows that may give five: it gives one, and a second page comes."""
    held = frame("p", "photo", (1, 2), (1, 7), displaces="lines", elastic=(-6, 3), fit=None)
    setting = desk.setting(page("a", held, body()), page("b", body()), pictures={"p.jpg": picture()})
    article = flow.set_article(setting, desk.copy(story(say(8 + 10 * 13), photo()), "a"))
    (placed,) = frames_of(article.pages[0], "photo")
    assert placed.rows[1] >= 7
    assert not [told.code for told in article.findings if told.code == "PAGE-CROPPED"]


def test_a_teaser_takes_the_rows_that_show_enough_of_it(desk: Desk) -> None:
    """3 : 2 in 100 × 175 pt would lose 62 per cent; 100 × 100 pt show 67, 115 less than 60."""
    setting = desk.setting(page("a", frame("t", "teaser", (2, 2), (1, 12))), pictures=PICTURES)
    article = flow.set_article(setting, desk.copy(None, "a", teasers=((photo("a.jpg"), 2),)))
    (placed,) = frames_of(article.pages[0], "teaser")
    assert placed.pictures[0].box.height == 100 * PT


@pytest.mark.fires("PAGE-FOCUS")
def test_a_focus_point_that_is_trimmed_off_is_told(desk: Desk) -> None:
    """One per cent from the head of a photo that bleeds there."""
    article = cut(desk, (1500, 900), {"bleed": ("top",)}, focus=(500, 10))
    assert [told.code for told in article.findings] == ["PAGE-FOCUS"]


@pytest.mark.silent("PAGE-FOCUS")
@pytest.mark.parametrize(("bleed", "focus"), [((), (500, 10)), (("top",), (500, 300)), (("top",), (500, 500))])
def test_a_focus_point_with_air_round_it_is_not_told(
    desk: Desk, bleed: tuple[str, ...], focus: tuple[int, int]
) -> None:
    assert not cut(desk, (1500, 900), {"bleed": bleed}, focus=focus).findings


def bleeding(desk: Desk, edges: tuple[str, ...], tint: str = "", first: int = 1) -> Article:
    """A photo in the right-hand column that bleeds so, beside a head in the other one."""
    outer = frame("p", "photo", (2, 2), (1, 4), displaces="lines", bleed=edges, fit="crop")
    head = frame("head", "title", (1, 1), (1, 4), displaces="lines", tint=tint)
    text = story(say(9), photo(), heading=(words("题", "title"),))
    setting = desk.setting(page("a", outer, head, body()), pictures={"p.jpg": picture(width=1200)})
    return flow.set_article(setting, desk.copy(text, "a", first=first))


@pytest.mark.fires("PAGE-BLEED")
def test_text_that_a_bleeding_photo_runs_over_is_told(desk: Desk) -> None:
    """One that shall run off both sides lies over all columns."""
    assert [f.code for f in bleeding(desk, ("outer", "inner")).findings] == ["PAGE-BLEED"]


@pytest.mark.silent("PAGE-BLEED", "PAGE-BLEED-SIDE")
def test_text_on_a_ground_of_its_own_may_stand_on_a_bleeding_photo(desk: Desk) -> None:
    assert not bleeding(desk, ("outer", "inner"), tint="accent").findings


@pytest.mark.silent("PAGE-BLEED-SIDE")
def test_a_photo_of_the_outer_column_runs_off_the_outer_edge(desk: Desk) -> None:
    article = bleeding(desk, ("outer",))
    (placed,) = frames_of(article.pages[0], "photo")
    assert not article.findings and placed.pictures[0].box.right == HOUSE.width + HOUSE.bleed


@pytest.mark.fires("PAGE-BLEED-SIDE")
def test_a_bleed_never_passes_columns_that_the_frame_does_not_have(desk: Desk) -> None:
    """On a verso the right-hand column is the inner one: the photo ends where its column does, and that is told."""
    article = bleeding(desk, ("outer",), first=2)
    (placed,) = frames_of(article.pages[0], "photo")
    assert placed.pictures[0].box == placed.box
    assert [f.code for f in article.findings] == ["PAGE-BLEED-SIDE"]


def test_a_caption_under_a_photo_that_runs_off_the_foot_stands_over_it_on_a_ground(desk: Desk) -> None:
    low = frame("p", "photo", (1, 2), (7, 12), displaces="lines", bleed=("foot",))
    setting = desk.setting(page("a", low, body()), pictures=PICTURES)
    article = flow.set_article(setting, desk.copy(story(say(9), photo(caption="说明")), "a"))
    (placed,) = frames_of(article.pages[0], "photo")
    assert placed.pictures[0].box.foot == HOUSE.height + HOUSE.bleed
    assert {line.shaped.style.name for line in placed.lines} == {"caption-over"}
    assert len(placed.plates) == 1 and placed.plates[0].box.foot <= placed.box.foot


def test_a_caption_stays_under_a_photo_that_is_shown_whole_at_the_foot(desk: Desk) -> None:
    low = frame("p", "photo", (1, 2), (7, 12), displaces="lines", bleed=("foot",))
    setting = desk.setting(page("a", low, body()), pictures=PICTURES)
    whole = replace(photo(caption="说明"), whole=True)
    (placed,) = frames_of(flow.set_article(setting, desk.copy(story(say(9), whole), "a")).pages[0], "photo")
    assert placed.pictures[0].box.foot < placed.lines[0].y - placed.lines[0].shaped.style.size
    assert not placed.plates


@pytest.mark.exactly("codes")
@pytest.mark.parametrize(("count", "codes"), [(18, []), (98, ["PAGE-MEETS"])])
def test_a_frame_that_has_grown_into_another_is_told(desk: Desk, count: int, codes: list[str]) -> None:
    """A box at the column's foot, of two rows or ten, below a head of four."""
    head = frame("head", "title", (1, 1), (1, 4))
    foot = frame("foot", "box", (1, 1), (0, 12))
    setting = desk.setting(page("a", head, foot, body((2, 2))))
    box = Box("box", None, (say(count, "box"),), HERE)
    article = flow.set_article(setting, desk.copy(story(say(9), box, heading=(say(9, "title"),)), "a"))
    assert [f.code for f in article.findings] == codes


def test_words_that_begin_on_a_photo_are_meant(desk: Desk) -> None:
    over = frame("title", "title", (1, 2), (0, 12))
    setting = desk.setting(page("a", frame("p", "photo", (1, 2), (1, 12)), over), pictures=PICTURES)
    article = flow.set_article(setting, desk.copy(story(photo(), heading=(words("题", "title"),)), "a"))
    assert not article.findings


def test_a_caption_follows_a_picture_that_is_shown_whole(desk: Desk) -> None:
    """A wide picture in the middle of a tall frame: the caption stands at its foot, not at the frame's."""
    tall = frame("tall", "photo", (1, 2), (1, 12), fit="whole", stand="middle")
    setting = desk.setting(page("a", tall), pictures={"a.jpg": picture("a.jpg", 1200)})
    text = story(photo("a.jpg", caption="说明"))
    (placed,) = frames_of(flow.set_article(setting, desk.copy(text, "a")).pages[0], "photo")
    (shown_whole,), (line,) = placed.pictures, placed.lines
    assert shown_whole.box.foot < line.y < shown_whole.box.foot + 2 * setting.house.row
    assert line.y < placed.box.foot - setting.house.row and line.x == shown_whole.box.x


@pytest.mark.parametrize(("lines", "rows"), [((1, 9), (1, 7)), ((4, 12), (6, 12)), ((1, 3), (1, 3))])
def test_a_picture_that_must_not_be_cut(desk: Desk, lines: tuple[int, int], rows: tuple[int, int]) -> None:
    """5 : 2 at 220 pt takes 88 pt, seven rows; a higher frame gives the others back to the text."""
    wide = frame("wide", "photo", (1, 2), lines, displaces="lines")
    setting = desk.setting(page("a", wide, body()), pictures={"a.jpg": picture("a.jpg", 1000, 400)})
    uncut = replace(photo("a.jpg"), whole=True)
    (placed,) = frames_of(flow.set_article(setting, desk.copy(story(say(9), uncut), "a")).pages[0], "photo")
    cut = placed.pictures[0].cut
    assert placed.rows == rows and cut and (cut.width, cut.height) == (1000, 400)


@pytest.mark.parametrize(
    ("lines", "photo_rows", "rows"),
    [
        ((3, 0), (1, 5), (6, 8)),  # a box that begins under the photo's head goes below it
        ((9, 0), (8, 12), (5, 7)),  # no room is left below: above it
        ((0, 12), (9, 12), (6, 8)),  # one that ends at the column's foot stands on the photo there
        ((0, 12), (1, 4), (10, 12)),  # nothing is in its way
        ((3, 0), (2, 10), (3, 5)),  # no room anywhere: it stays, and is told
    ],
)
def test_a_box_keeps_clear_of_photos(
    desk: Desk, lines: tuple[int, int], photo_rows: tuple[int, int], rows: tuple[int, int]
) -> None:
    """A box of three rows, named before the photo."""
    inset = frame("inset", "box", (1, 1), lines, displaces="lines")
    held = frame("p", "photo", (1, 2), photo_rows, displaces="lines", fit="crop")
    setting = desk.setting(page("a", inset, held, body()), pictures={"p.jpg": picture("p.jpg", 3000, 2000)})
    text = story(say(9), photo(), Box("box", None, (say(28, "box"),), HERE))
    article = flow.set_article(setting, desk.copy(text, "a"))
    (placed,) = frames_of(article.pages[0], "box")
    assert placed.rows == rows
    assert [item.code for item in article.findings] == ["PAGE-MEETS"] * (rows == (3, 5))
