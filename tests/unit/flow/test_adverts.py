"""A supplied advert in its place, marked as one; photos shown whole; what a story does on a page it shares."""

import pytest

from layout import flow
from layout.flow.adverts import delivered, place_advert
from layout.flow.grid import Side
from layout.flow.pictures import place_photo
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame
from layout.model.style import ParagraphStyle
from layout.model.value import replace
from tests.unit.flow.making import (
    EM,
    HEAD,
    HERE,
    HOUSE,
    PT,
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
)  # fmt: skip

ALL = ("top", "foot", "outer", "inner")
LABEL: ParagraphStyle = replace(HEAD, name="advert-label", size=5 * PT, leading=6 * PT)


def placed(desk: Desk, size: tuple[int, int], side: Side = "recto", **how: object) -> tuple[PlacedFrame, list[str]]:
    """An advert of so many pixels on a full page: 260 × 215 pt, with its bleed 278 × 233 pt."""
    asked = frame("ad", "advert", **{"bleed": ALL, **how})  # type: ignore[arg-type]
    setting = desk.having(None, LABEL).setting(pictures={"p.jpg": picture("p.jpg", *size)})
    made, half, found = place_advert(setting, desk.grid(side), asked, photo(), words("广告", "advert-label"))
    assert half is None
    return made, [item.code for item in found]


@pytest.mark.exactly("codes")
@pytest.mark.parametrize(
    ("size", "fit", "box", "codes"),
    [
        ((2780, 2330), None, Rect(-9 * PT, -9 * PT, 278 * PT, 233 * PT), []),
        ((2600, 2150), None, Rect(0, 0, 260 * PT, 215 * PT), ["AD-BLEED"]),
        ((2600, 2150), "crop", Rect(-9 * PT, -9 * PT, 278 * PT, 233 * PT), ["AD-BLEED"]),
        ((2330, 2330), None, Rect(13 * PT + PT // 2, -9 * PT, 233 * PT, 233 * PT), ["AD-SHAPE"]),
        ((2330, 2330), "crop", Rect(-9 * PT, -9 * PT, 278 * PT, 233 * PT), ["AD-SHAPE"]),
    ],
)
def test_its_shape(desk: Desk, size: tuple[int, int], fit: str | None, box: Rect, codes: list[str]) -> None:
    made, found = placed(desk, size, fit=fit)
    shown = made.pictures[0]
    assert (shown.box, found) == (box, codes)
    assert shown.cut is not None and (fit == "crop" or (shown.cut.width, shown.cut.height) == size)


def test_in_the_type_area_there_is_no_bleed_to_miss(desk: Desk) -> None:
    made, found = placed(desk, (2200, 850), bleed=(), lines=(7, 12))
    assert not found and made.pictures[0].box == Rect(20 * PT, 110 * PT, 220 * PT, 85 * PT)


@pytest.mark.parametrize(
    ("sizes", "taken"),
    [
        ([(2330, 2330), (2780, 2330), (1000, 2330)], "2.png"),  # delivered in three shapes
        ([(2330, 2330), (2600, 2150)], "2.png"),  # the one made to the trim
        ([(2780, 2330), (2790, 2330)], None),  # two adverts for two pages
        ([(2330, 2330)], None),
    ],
)
def test_of_several_shapes_the_one_that_suits(desk: Desk, sizes: list[tuple[int, int]], taken: str | None) -> None:
    photos = tuple(replace(photo(), path=f"{at}.png") for at, _ in enumerate(sizes, 1))
    files = {one.path: picture(one.path, *size) for one, size in zip(photos, sizes, strict=True)}
    asked = page("ad", frame("ad", "advert", bleed=ALL))
    kept = delivered(desk.setting(pictures=files), desk.grid("recto"), asked, photos)
    assert [one.path for one in kept] == ([taken] if taken else [one.path for one in photos])


@pytest.mark.parametrize("side", ["recto", "verso"])
def test_its_label_stands_in_the_outer_corner(desk: Desk, side: Side) -> None:
    """Two letters of 5 pt with 2 pt of paper round them, 5 mm off the trim."""
    made, _ = placed(desk, (2780, 2330), side)
    plate, line = made.plates[0].box, made.lines[0]
    assert (plate.width, plate.y) == (14 * PT, 5 * 360_000)
    edge = HOUSE.width - plate.right if side == "recto" else plate.x
    assert edge == 5 * 360_000 and line.x == plate.x + 2 * PT


@pytest.mark.fires("AD-BLEED")
def test_over_a_spread(desk: Desk) -> None:
    """Made with bleed it fills both pages; made to the trim it reaches the trim of both."""
    asked = frame("ad", "advert", (1, 2), (1, 12), bleed=ALL, spread=True)
    for size, code, top in (((5380, 2330), [], -9 * PT), ((5200, 2150), ["AD-BLEED"], 0)):
        setting = desk.setting(pictures={"p.jpg": picture("p.jpg", *size)})
        made, half, found = place_advert(setting, desk.grid("verso"), asked, photo(), None)
        assert half is not None and [item.code for item in found] == code
        assert (made.pictures[0].box.y, made.pictures[0].box.x, half.picture.box.right) == (top, top, 260 * PT - top)
    _, half, found = place_advert(desk.setting(), desk.grid("recto"), asked, photo(), None)
    assert half is None and [item.code for item in found] == ["PAGE-SPREAD"]


@pytest.mark.parametrize(("stand", "y"), [("top", 20), ("middle", 30), ("foot", 40)])
def test_a_photo_shown_whole(desk: Desk, stand: str, y: int) -> None:
    """6 rows of 15 pt are 85 pt high; a picture of 220 × 65 pt leaves 20 pt."""
    asked = frame("p", "photo", (1, 2), (1, 6), fit="whole", stand=stand, bleed=("top",))
    setting = desk.setting(pictures={"p.jpg": picture("p.jpg", 2200, 650)})
    made, found = place_photo(setting, desk.grid(), asked, photo())
    assert made.pictures[0].box == Rect(20 * PT, y * PT, 220 * PT, 65 * PT) and not found


def half_page(
    desk: Desk, rows: tuple[int, int] = (7, 12), columns: tuple[int, int] = (1, 2), count: int = 2
) -> flow.Shared:
    asked = frame("ad", "advert", columns, rows, displaces="box")
    made = replace(page("half", asked, columns=count), shares=True)
    article = flow.set_article(
        desk.setting(made, pictures={"p.jpg": picture()}), desk.copy(None, "half", photos=(photo(),))
    )
    return flow.Shared(article.pages[0], made)


def on_page_two(desk: Desk, *frames: object, count: int = 200) -> tuple[Page, ...]:
    made = page("a", *frames, body())  # type: ignore[arg-type]
    setting = desk.setting(made, pictures={"p.jpg": picture()})
    copy = desk.copy(story(say(count), photo()), "a")
    article = flow.set_article(setting, replace(copy, shared={2: half_page(desk)}, booked=frozenset({3})))
    assert told(article.pages) == say(count).text and not article.findings
    return article.pages


def test_a_story_goes_round_booked_pages_and_half_pages(desk: Desk) -> None:
    first, second, third = on_page_two(desk, frame("p", "photo", (1, 1), (1, 4), displaces="lines"), count=400)
    assert [page.number for page in (first, second, third)] == [1, 2, 4]
    assert [f.name for f in second.frames][0] == "ad"
    assert {line.row <= 6 for f in frames_of(second) for line in f.lines} == {True}
    assert third.side == "verso"


def test_a_photo_whose_place_is_taken_waits(desk: Desk) -> None:
    low = frame("p", "photo", (1, 1), (6, 12), displaces="lines")
    made = page("a", low, body())
    setting = desk.setting(made, pictures={"p.jpg": picture()})
    copy = desk.copy(story(say(200), photo()), "a")
    article = flow.set_article(setting, replace(copy, shared={1: half_page(desk)}))
    assert [len(frames_of(page, "photo")) for page in article.pages] == [0, 1]


@pytest.mark.fires("PAGE-SHARED")
def test_a_head_under_a_shared_frame_is_told(desk: Desk) -> None:
    made = page("a", frame("h", "title", (1, 2), (8, 9), displaces="lines"), body())
    copy = desk.copy(story(say(20), heading=(say(4, "title"),)), "a")
    article = flow.set_article(desk.setting(made), replace(copy, shared={1: half_page(desk)}))
    assert [item.code for item in article.findings] == ["PAGE-SHARED"]


@pytest.mark.parametrize(
    ("asked", "advert", "kept"),
    [((1, 3), (1, 1), (2, 3)), ((1, 3), (3, 3), (1, 2)), ((2, 3), (1, 1), (2, 3)), ((1, 3), (2, 2), (1, 1))],
)
def test_a_head_stands_beside_an_advert(
    desk: Desk, asked: tuple[int, int], advert: tuple[int, int], kept: tuple[int, int]
) -> None:
    """In the columns that it leaves, the most that lie side by side."""
    head = frame("h", "title", asked, (1, 2), displaces="lines")
    made = page("a", head, body((1, 3)), columns=3)
    copy = desk.copy(story(say(20), heading=(say(2, "title"),)), "a")
    article = flow.set_article(desk.setting(made), replace(copy, shared={1: half_page(desk, (1, 12), advert, 3)}))
    assert not article.findings and [f.columns for f in frames_of(article.pages[0], "title")] == [kept]


def test_a_spread_whose_facing_page_is_booked(desk: Desk) -> None:
    wide = frame("p", "photo", (1, 2), (1, 6), displaces="lines", spread=True)
    setting = desk.setting(page("a", wide, body()), pictures={"p.jpg": picture(width=1200)})
    copy = desk.copy(story(say(20), photo()), "a", first=2)
    article = flow.set_article(setting, replace(copy, booked=frozenset({3})))
    assert [item.code for item in article.findings] == ["PAGE-SPREAD"]
    assert article.pages[0].frames[0].box.width == 22 * EM and article.findings[0].place == HERE
