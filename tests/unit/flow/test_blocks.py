"""Heads, boxes, photos with captions, contents and furniture in their frames."""

import pytest

from layout import flow
from layout.flow.body import text_of as text_for
from layout.flow.captions import photo_text
from layout.flow.contents import place_contents
from layout.flow.furniture import place_furniture
from layout.flow.grid import Side
from layout.flow.heads import edge_rules, heading_for, set_block, tinted
from layout.flow.listed import Listing
from layout.flow.pictures import place_photo
from layout.flow.stack import stack
from layout.model.colour import Colour
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedFrame, PlacedPicture
from layout.model.picture import Cut
from layout.model.story import Box, Mark, Ornament
from layout.model.template import Furniture
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import (
    EM,
    HEAD,
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
)

TITLE, BYLINE, DECK = say(6, "title"), words("袁卫", "byline"), words("——副题", "deck")


def test_a_head_frame_takes_roles_in_its_order() -> None:
    heading = (DECK, BYLINE, TITLE)
    assert heading_for(frame("h", "heading"), heading, frozenset()) == (TITLE, DECK, BYLINE)
    assert heading_for(frame("h", "heading"), heading, frozenset({"byline"})) == (TITLE, DECK)
    assert heading_for(frame("h", "heading", roles=("byline", "title")), heading, frozenset()) == (BYLINE, TITLE)
    assert heading_for(frame("h", "byline"), heading, frozenset()) == (BYLINE,)
    assert heading_for(frame("h", "label"), heading, frozenset()) == ()


def test_an_open_end_takes_the_rows_it_needs(desk: Desk) -> None:
    """A title of 20 pt over a byline of 10 pt, 30 pt below it: 40 pt, three rows of 15 pt less 5 pt."""
    items = ((TITLE, "title"), (BYLINE, "byline"))
    down, _ = set_block(desk.setting(), desk.grid(), frame("h", "heading", lines=(2, 0)), items)
    up, _ = set_block(desk.setting(), desk.grid(), frame("h", "heading", lines=(0, 12)), items)
    assert (down.rows, up.rows) == ((2, 4), (10, 12))
    assert down.lines[0].y == desk.grid().top(2) + 20 * PT * 88 // 100
    assert down.lines[1].y == desk.grid().baseline(4)


@pytest.mark.parametrize(("stand", "row"), [("top", 1), ("middle", 2), ("foot", 3)])
def test_where_a_block_stands(desk: Desk, stand: str, row: int) -> None:
    where = frame("h", "byline", lines=(1, 3), stand=stand)
    placed, _ = set_block(desk.setting(), desk.grid(), where, ((BYLINE, "byline"),))
    assert placed.lines[0].y == desk.grid().baseline(row)


@pytest.mark.fires("PAGE-FRAME-FULL")
def test_a_full_frame_is_told(desk: Desk) -> None:
    where = frame("h", "words", (1, 1), (1, 2))
    _, found = set_block(desk.setting(), desk.grid(), where, ((say(50, "words"), "words"),))
    assert [(f.code, dict(f.values)["lines"]) for f in found] == [("PAGE-FRAME-FULL", "3")]


@pytest.mark.fires("PAGE-HEAD-SMALLER")
def test_what_has_no_room_takes_a_smaller_style(desk: Desk) -> None:
    """50 characters of 10 pt need five lines; of 5 pt they need three, and the frame has two of 15 pt."""
    small = replace(HEAD, name="words-close", size=EM // 2, leading=7 * PT, smaller="words")
    having = desk.having(None, replace(HEAD, name="words", size=EM, leading=15 * PT, smaller="words-close"), small)
    where = frame("h", "words", (1, 1), (1, 2))
    placed, found = set_block(having.setting(), desk.grid(), where, ((say(50, "words"), "words"),))
    assert {line.shaped.style.name for line in placed.lines} == {"words-close"}
    assert [item.code for item in found] == ["PAGE-HEAD-SMALLER"]
    placed, found = set_block(having.setting(), desk.grid(), where, ((say(10, "words"), "words"),))
    assert {line.shaped.style.name for line in placed.lines} == {"words"} and not found
    _, found = set_block(having.setting(), desk.grid(), where, ((say(150, "words"), "words"),))
    assert [item.code for item in found] == ["PAGE-HEAD-SMALLER", "PAGE-FRAME-FULL"]
    words_of_the_plan = replace(where, takes="text:words")
    _, found = set_block(having.setting(), desk.grid(), words_of_the_plan, ((say(50, "words"), "words"),))
    assert not found


def test_a_title_too_long_for_its_place_in_the_furniture_takes_a_smaller_style(desk: Desk) -> None:
    small = replace(HEAD, name="folio-close", size=EM // 2)
    having = desk.having(None, replace(HEAD, name="folio", size=EM, smaller="folio-close"), small)
    piece = Furniture("t", "{title}", "folio", "outer", 2 * EM, 2 * EM)
    wide = (HOUSE.width - 4 * EM) // EM
    for count, style in ((wide, "folio"), (wide + 1, "folio-close")):
        (made,) = place_furniture(having.setting(), desk.grid(), (piece,), {"title": "题" * count}, "issue.toml")
        assert made.lines[0].shaped.style.name == style


def test_rows_and_space_within_a_stack(desk: Desk) -> None:
    with_rows = desk.having(None, replace(HEAD, name="box-title", rows=3), replace(HEAD, name="box", before=1, after=2))
    items = [(words("题"), "box-title"), (say(5), "box"), (say(5), "box"), (say(5), "words")]
    made = stack(with_rows.setting(), items, 10 * EM)
    assert [line.across for line in made.lines] == [17 * PT + PT // 2, 4 * ROW, 8 * ROW, 11 * ROW]
    assert made.depth == 11 * ROW + EM


def test_grounds_and_rules(desk: Desk) -> None:
    box = Rect(0, 0, 10, 20)
    assert [tinted(text, box).tint for text in ("ink", "ink 12%", "ink 100%", "ink 0%")] == [1000, 120, 1000, 0]
    assert [(r.x, r.y, r.x2, r.y2) for r in edge_rules("top left foot right", box)] == [
        (0, 0, 10, 0), (0, 0, 0, 20), (0, 20, 10, 20), (10, 0, 10, 20),
    ]  # fmt: skip
    placed, _ = set_block(desk.setting(), desk.grid(), frame("t", "tint", tint="ink 12%", bleed=("top",)), ())
    assert placed.fills[0].box.y == -HOUSE.bleed and placed.box.y == HOUSE.margins.head


def test_inset_text_keeps_off_the_edge(desk: Desk) -> None:
    placed, _ = set_block(desk.setting(), desk.grid(), frame("b", "box", (1, 1), (1, 0), inset=EM), ((say(20), "box"),))
    assert {line.line.measure for line in placed.lines} == {8 * EM}
    assert placed.lines[0].x == desk.grid().area.x + EM
    assert placed.rows == (1, 5)  # three lines, 40 pt, and 10 pt above and below


# ── photos ──────────────────────────────────────────────────────────────────────────────────────


def test_a_caption_takes_the_last_rows_of_its_frame(desk: Desk) -> None:
    """8 pt, 5.6 pt from the picture: one row for one line; 2 lines are 25.6 pt, two rows."""
    setting = desk.setting(pictures={"p.jpg": picture()})
    where = frame("p", "photo", (1, 1), (1, 6))
    for count, foot in ((10, 5), (20, 4)):
        placed, found = place_photo(setting, desk.grid(), where, photo(caption="甲" * count))
        assert not found
        assert placed.pictures[0].box.foot == desk.grid().foot(foot)
        assert len(placed.lines) == -(-count // 12)
        assert placed.rows == (1, 6)


def test_a_credit_on_a_line_of_its_own(desk: Desk) -> None:
    """Caption of 34 characters at 8 pt on 27 em, its first line indented; the credit below, at the right."""
    styled = desk.having(
        None,
        replace(HEAD, name="caption", size=8 * PT, leading=12 * PT, indent=16 * PT),
        replace(HEAD, name="credit", size=8 * PT, leading=12 * PT, align="right"),
    )
    where = frame("p", "photo", styles=(("caption", "caption"), ("credit", "credit")))
    placed, _ = place_photo(styled.setting(), styled.grid(), where, photo(caption="山" * 34, credit="袁卫 摄"))
    *_, first, second, credit = placed.lines  # after the placeholder's label
    assert [line.line.along[0] for line in (first, second)] == [16 * PT, 0]
    assert text_of(credit) == "袁卫 摄" and credit.line.along[0] > 150 * PT
    assert second.y - first.y == credit.y - second.y == 12 * PT


def test_caption_and_credit_are_one_paragraph() -> None:
    both = photo_text(photo(caption="溪边", credit="岑文华摄"))
    assert both and both.text == "溪边\u3000岑文华摄"
    assert both.marks == (Mark(3, 7, "style", "credit"),)
    assert (photo_text(photo(credit="岑文华摄")) or TITLE).text == "岑文华摄"
    assert photo_text(photo()) is None


def test_a_caption_lengthens_a_frame_with_an_open_end(desk: Desk) -> None:
    """Four rows of picture, 55 pt, and one of caption."""
    setting = desk.setting(pictures={"p.jpg": picture("p.jpg", 600, 300)})
    for lines, rows in (((3, 0), (3, 7)), ((0, 12), (8, 12))):
        placed, _ = place_photo(setting, desk.grid(), frame("p", "photo", (1, 1), lines), photo(caption="溪边"))
        assert placed.rows == rows and len(placed.lines) == 1


@pytest.mark.parametrize(
    ("lines", "size", "rows"),
    [
        ((3, 0), (600, 300), (3, 6)),
        ((0, 12), (600, 300), (9, 12)),
        ((3, 0), (100, 900), (3, 12)),
        ((3, 0), None, (3, 7)),
    ],
)
def test_an_open_end_follows_the_pictures_ratio(
    desk: Desk, lines: tuple[int, int], size: tuple[int, int] | None, rows: tuple[int, int]
) -> None:
    """100 pt wide, 50 pt high: four rows, 55 pt. A missing picture is taken as 3 : 2."""
    setting = desk.setting(pictures={"p.jpg": picture("p.jpg", *size) if size else None})
    placed, _ = place_photo(setting, desk.grid(), frame("p", "photo", (1, 1), lines), photo())
    assert placed.rows == rows


def test_a_picture_is_cut_to_its_frame(desk: Desk) -> None:
    setting = desk.setting(pictures={"p.jpg": picture("p.jpg", 1000, 1000)})
    placed, _ = place_photo(setting, desk.grid(), frame("p", "photo", (1, 1), (1, 6)), replace(photo(), focus=(500, 0)))
    assert placed.pictures[0].cut == Cut(0, 0, 1000, 850)  # 100 × 85 pt, from the top


def test_a_missing_picture_says_which(desk: Desk) -> None:
    placed, _ = place_photo(desk.setting(), desk.grid(), frame("p", "photo", (1, 1), (1, 6)), photo("photos/no.jpg"))
    assert placed.pictures[0].file is None and placed.pictures[0].cut is None
    assert "photos/no.jpg" in "".join(map(text_of, placed.lines))


def test_a_caption_longer_than_its_frame_is_told(desk: Desk) -> None:
    setting = desk.setting(pictures={"p.jpg": picture()})
    placed, found = place_photo(setting, desk.grid(), frame("p", "photo", (1, 1), (1, 2)), photo(caption="甲" * 60))
    assert placed.pictures[0].box.height > 0
    assert [f.code for f in found] == ["PAGE-FRAME-FULL"]


def test_a_caption_beside_a_bleeding_picture_stays_in_the_type_area(desk: Desk) -> None:
    setting = desk.setting(pictures={"p.jpg": picture()})
    placed, _ = place_photo(
        setting, desk.grid("recto"), frame("p", "photo", lines=(1, 6), bleed=("inner", "top")), photo(caption="溪边")
    )
    assert placed.pictures[0].box.x == -HOUSE.bleed and placed.pictures[0].box.y == -HOUSE.bleed
    assert placed.lines[0].x == desk.grid().area.x


# ── running text and boxes ──────────────────────────────────────────────────────────────────────


def test_boxes_stand_apart_only_where_a_frame_wants_them(desk: Desk) -> None:
    points, bio = Box("keypoints", words("要点"), (say(5), say(6)), HERE), Box("bio", None, (say(7),), HERE)
    setting = desk.setting(page("a", frame("b", "box", (1, 2), (10, 12), kinds=("bio",), displaces="lines"), body()))
    text, apart = text_for(setting, story(say(9), points, bio, bio), ("a",))
    assert apart == (bio,)
    assert [block.style.name for block in text.blocks] == ["body", "box-title", "keypoint", "keypoint", "bio"]


def test_a_box_in_its_frame(desk: Desk) -> None:
    setting = desk.setting(page("a", frame("b", "box", (2, 2), (10, 12), displaces="lines", tint="ink 10%"), body()))
    text = story(say(30), Box("box", words("题"), (say(5), say(6, "item")), HERE))
    article = flow.set_article(setting, desk.copy(text, "a"))
    (box,) = frames_of(article.pages[0], "box")
    assert [line.shaped.style.name for line in box.lines] == ["box-title", "box", "box-item"]
    assert told(article.pages) == say(30).text


@pytest.mark.silent("PAGE-HEADING-LEFT")
def test_a_head_over_a_spread(desk: Desk) -> None:
    """What the head on the left page leaves, the one on the right page takes."""
    left = page("left", frame("h", "heading", (1, 2), (1, 4), roles=("title",)), body(lines=(6, 12)), following="right")
    right = page("right", frame("h", "heading", (1, 2), (1, 4), roles=("deck",)), body(lines=(6, 12)))
    text = story(say(200), heading=(TITLE, DECK))
    article = flow.set_article(desk.setting(left, right), desk.copy(text, "left", first=2))
    heads = [[line.shaped.style.name for f in frames_of(p, "heading") for line in f.lines] for p in article.pages]
    assert heads == [["title"], ["deck"]] and not article.findings


def test_a_box_is_set_in_the_styles_of_its_frame(desk: Desk) -> None:
    asked = frame("b", "box", (2, 2), (6, 12), styles=(("keypoint", "deck"), ("box-title", "kicker")))
    setting = desk.setting(page("a", asked, body((1, 1))))
    box = Box("keypoints", words("题"), (say(5, "item"),), HERE)
    article = flow.set_article(setting, desk.copy(story(say(9), box), "a"))
    assert [line.shaped.style.name for f in frames_of(article.pages[0], "box") for line in f.lines] == [
        "kicker",
        "deck",
    ]


def test_ornaments_and_bullets(desk: Desk) -> None:
    setting = desk.setting(page("a", body()))
    text, _ = text_for(setting, story(say(9), Ornament(HERE), words("●头", "subhead"), words("头", "subhead")), ("a",))
    assert [block.style.name for block in text.blocks] == ["body", "ornament", "subhead-bullet", "subhead"]
    assert text.blocks[1].paragraph.text == "◆"


def test_a_text_frame_has_its_own_styles(desk: Desk) -> None:
    setting = desk.setting(page("a", body(styles=(("body", "quote"),))))
    text, _ = text_for(setting, story(say(9)), ("a",))
    assert text.blocks[0].style.name == "quote"


@pytest.mark.fires("PAGE-HEADING-LEFT", "PAGE-PHOTO-LEFT")
def test_what_no_frame_takes_is_told(desk: Desk) -> None:
    setting = desk.setting(page("a", body()))
    left = story(say(9), photo(), heading=(TITLE, DECK))
    article = flow.set_article(setting, desk.copy(left, "a"))
    assert [f.code for f in article.findings] == ["PAGE-PHOTO-LEFT", "PAGE-HEADING-LEFT", "PAGE-HEADING-LEFT"]


# ── contents ────────────────────────────────────────────────────────────────────────────────────


def test_contents(desk: Desk) -> None:
    listings = tuple(
        Listing("水路" if index < 2 else "草木", f"第{index}篇", ("袁卫",), page=10 + index, path="story.md")
        for index in range(4)
    )
    placed, left = place_contents(desk.setting(), desk.grid(), frame("c", "contents", inner=2), listings)
    assert not left
    said = [text_of(line) for line in placed.lines]
    assert [text for text in said if text.isdigit()] == ["10", "11", "12", "13"]
    assert [text for text in said if text in ("水路", "草木")] == ["水路", "草木"]
    assert [link.page for link in placed.links] == [10, 11, 12, 13]
    assert {link.box.x for link in placed.links} == {x for x, _ in desk.grid().inner_columns(placed.box, 2)}
    boxes = [link.box for link in placed.links]
    assert not any(a.meets(b) for a in boxes for b in boxes if a is not b)


def test_contents_beside_a_picture_that_announces_a_story(desk: Desk) -> None:
    setting = desk.setting(page("a", frame("t", "teaser", (2, 2), (1, 3)), frame("c", "contents", inner=2)))
    listings = tuple(Listing("", f"第{index}篇", (), page=index, path="story.md") for index in range(1, 5))
    article = flow.set_article(setting, desk.copy(None, "a", listings=listings, teasers=((photo(), 2),)))
    (placed,) = frames_of(article.pages[0], "contents")
    assert len({link.box.x for link in placed.links}) == 1


@pytest.mark.parametrize(
    ("lines", "columns", "foot"),
    [((13, 13), 2, 12), ((1, 3), 1, 12), ((9, 12), 2, 8), ((4, 12), 1, 12)],
)
def test_contents_leave_room_to_pictures(desk: Desk, lines: tuple[int, int], columns: int, foot: int) -> None:
    """Twelve rows in two columns, a picture in the second: high up it has the column, low down nothing stands by it."""
    listings = tuple(Listing("", f"第{index}篇", (), page=index, path="story.md") for index in range(1, 30))
    picture = desk.grid().box((2, 2), lines)
    asked = frame("c", "contents", inner=2)
    placed, _ = place_contents(desk.setting(), desk.grid(), asked, listings, (picture,))
    assert len({link.box.x for link in placed.links}) == columns
    assert max(line.y for line in placed.lines) <= desk.grid().baseline(foot)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({}, ["9", "看水", "袁卫　　岑文华"]),
        ({"roles": ("title", "byline", "office")}, ["9", "看水", "袁卫　　岑文华　本刊记者"]),
        ({"roles": ("office", "byline", "title")}, ["9", "本刊记者　袁卫　　岑文华", "看水"]),
        ({"roles": ("byline", "deck", "office")}, ["9", "袁卫　　岑文华", "——副题", "本刊记者"]),
        ({"roles": ("office", "byline"), "offices": ("特约记者",)}, ["9", "袁卫　　岑文华"]),
        ({"join": "／"}, ["9", "看水／袁　卫 岑文华"]),
        ({"folio": "after"}, ["看水", "袁卫　　岑文华", "9"]),
        ({"folio": "after", "leader": "·"}, ["看水", "袁卫　　岑文华", "·" * 37, "9"]),
    ],
)
def test_what_the_contents_say_of_a_story(desk: Desk, how: dict[str, object], said: list[str]) -> None:
    heading = (DECK, words("本刊记者", "office"))
    listing = Listing("", "看水", ("袁卫", "岑文华"), 9, "story.md", heading=heading)
    named = desk.having(None, replace(HEAD, name="contents-author", spread_names=3))
    placed, _ = place_contents(named.setting(), named.grid(), frame("c", "contents", **how), (listing,))
    assert [text_of(line) for line in placed.lines] == said
    if how.get("folio"):
        assert placed.lines[-1].y == placed.lines[0].y
        assert placed.lines[-1].x + placed.lines[-1].line.natural == placed.box.right


def test_contents_have_the_inks_of_sections(desk: Desk) -> None:
    colours = (*HOUSE.inks, ("leaf", Colour(600, 0, 800, 0)))
    house = replace(HOUSE, inks=colours, sections=(("草木", "leaf"),))
    inked = desk.having(house, replace(HEAD, name="contents-section", colour="section"))
    listings = tuple(Listing(name, "题", (), page, "story.md") for page, name in ((2, "水路"), (4, "草木")))
    placed, _ = place_contents(inked.setting(), inked.grid(), frame("c", "contents"), listings)
    shown = {text_of(line): line.shaped.looks[line.shaped.look[0]].colour for line in placed.lines}
    assert shown == {"水路": "ink", "草木": "leaf", "2": "ink", "4": "ink", "题": "ink"}


def test_contents_that_find_no_room_wait_for_the_next_frame(desk: Desk) -> None:
    listings = tuple(Listing("", f"第{index}篇", (), page=index, path="story.md") for index in range(1, 30))
    placed, left = place_contents(desk.setting(), desk.grid(), frame("c", "contents"), listings)
    assert [link.page for link in placed.links] + [one.page for one in left] == list(range(1, 30))
    assert left and max(line.y for line in placed.lines) <= placed.box.foot


@pytest.mark.fires("codes")
@pytest.mark.parametrize(
    ("titles", "air", "codes"),
    [(2, 1, []), (4, 1, []), (5, 0, []), (9, -1, []), (13, -1, ["PAGE-CONTENTS-LEFT"])],
)
def test_titles_of_the_contents_stand_as_far_apart_as_they_can(
    desk: Desk, titles: int, air: int, codes: list[str]
) -> None:
    """Twelve rows; a title takes two, and one more where all have room so. More than six titles take one each, and the
    thirteenth has none."""
    listings = tuple(Listing("", f"第{index}篇", (), page=index, path="story.md") for index in range(1, titles + 1))
    setting = desk.setting(page("a", frame("c", "contents")))
    article = flow.set_contents(setting, desk.copy(None, "a", listings=listings))
    (placed,) = frames_of(article.pages[0], "contents")
    first, second, *_ = [link.box.y for link in placed.links]
    assert (second - first) // setting.house.row == 2 + air
    assert [item.code for item in article.findings] == codes


# ── furniture ───────────────────────────────────────────────────────────────────────────────────


def furnished(desk: Desk, side: Side, **how: object) -> list[tuple[int, int, str]]:
    """x and y in pt of where the text's box starts, and the text."""
    known = {"name": "f", "text": "{section}", "style": "folio", "edge": "outer", "along": 20 * PT, "down": 10 * PT}
    piece = Furniture(**{**known, **how})  # type: ignore[arg-type]
    values = {"section": "水路", "folio": "7", "title": ""}
    frames = place_furniture(desk.setting(), desk.grid(side), (piece,), values, "p.toml")
    for f in frames:
        for line in f.lines:
            ink = (
                line.x - EM // 2
                if line.direction == "vertical"
                else line.x + line.line.along[0] - line.shaped.shifts[0]
            )
            assert (f.box.x, f.box.right) == (ink, ink + (EM if line.direction == "vertical" else line.line.natural))
    return [(f.box.x // PT, f.lines[0].y // PT, text_of(f.lines[0])) for f in frames]


@pytest.mark.parametrize(
    ("side", "how", "expected"),
    [
        ("recto", {}, (220, 10, "水路")),  # 260 − 20 − 20
        ("verso", {}, (20, 10, "水路")),
        ("recto", {"edge": "inner"}, (20, 10, "水路")),
        ("verso", {"edge": "inner"}, (220, 10, "水路")),
        ("recto", {"edge": "centre", "along": 0}, (120, 10, "水路")),
        ("verso", {"down": -10 * PT, "text": "{folio}"}, (20, 205, "7")),
        ("recto", {"direction": "vertical"}, (230, 10, "水路")),
        ("verso", {"direction": "vertical"}, (20, 10, "水路")),
        ("recto", {"direction": "vertical", "edge": "centre", "along": 0}, (125, 10, "水路")),
        ("verso", {"direction": "vertical", "edge": "centre", "along": 0}, (125, 10, "水路")),
    ],
)
def test_furniture(desk: Desk, side: Side, how: dict[str, object], expected: tuple[int, int, str]) -> None:
    assert furnished(desk, side, **how) == [expected]


@pytest.mark.parametrize("align", ["left", "center", "right", "justify"])
@pytest.mark.parametrize("side", ["recto", "verso"])
def test_furniture_of_any_alignment_stands_at_its_edge(desk: Desk, align: str, side: Side) -> None:
    other = desk.having(None, replace(HEAD, name="folio", align=align, indent=2 * EM))  # type: ignore[arg-type]
    assert furnished(other, side) == [(220 if side == "recto" else 20, 10, "水路")]


@pytest.mark.parametrize(
    ("number", "side", "y"),
    [(0, "recto", 20), (1, "verso", 20), (2, "recto", 80), (3, "recto", 140), (4, "recto", 20)],
)
def test_a_colour_tab_steps_down_and_runs_off_the_trim(desk: Desk, number: int, side: Side, y: int) -> None:
    """The page is 215 pt high: a fourth tab of 50 pt would run off its foot, and begins at the top again."""
    tab = Furniture(
        "t", "{section}", "folio", "outer", 0, 20 * PT, "vertical", 0, "section 50%", 16 * PT, 50 * PT, 60 * PT
    )
    values = {"section": "水路", "section-number": str(number or "")}
    (placed,) = place_furniture(desk.setting(), desk.grid(side), (tab,), values, "p.toml")
    x = 244 if side == "recto" else 0
    assert placed.box == Rect(x * PT, y * PT, 16 * PT, 50 * PT)
    (ground,) = placed.fills
    assert (ground.ink, ground.tint, ground.box.width) == ("section", 500, 25 * PT)
    (line,) = placed.lines
    assert (line.x, line.y) == ((x + 8) * PT, (y + 15) * PT)  # two characters of 10 pt in the middle of 50


def test_words_of_a_level_tab_stand_in_its_middle(desk: Desk) -> None:
    tab = Furniture("t", "{section}", "folio", "inner", 20 * PT, 10 * PT, tint="ink", width=40 * PT, height=16 * PT)
    (placed,) = place_furniture(desk.setting(), desk.grid(), (tab,), {"section": "水路"}, "p.toml")
    assert (placed.lines[0].x, placed.lines[0].y) == (30 * PT, 10 * PT + 3 * PT + EM * 88 // 100)
    assert place_furniture(desk.setting(), desk.grid(), (replace(tab, text=""),), {}, "p.toml") == ()


OVER = Furniture("folio", "{folio}", "folio", "outer", 10 * PT, 30 * PT, over="words")


@pytest.mark.parametrize(
    ("over", "frames", "styles"),
    [
        ("words", ("photo",), ["words"]),
        ("none", ("photo",), []),
        ("", ("photo",), ["folio"]),
        ("words", (), ["folio"]),
        ("words", ("photo", "ground"), ["folio"]),
        ("words", ("ground", "photo"), ["words"]),
    ],
)
def test_furniture_on_a_picture(desk: Desk, over: str, frames: tuple[str, ...], styles: list[str]) -> None:
    """In the style it has there or not at all; a ground that is painted over the picture makes it as everywhere."""
    whole = Rect(0, 0, desk.house.width, desk.house.height)
    shown = {
        "photo": PlacedFrame("p", "photo", whole, pictures=(PlacedPicture("p.jpg", HERE, whole, None, None),)),
        "ground": PlacedFrame("g", "tint", whole, fills=(PlacedFill(whole, "ink"),)),
    }
    under = [shown[name] for name in frames]
    placed = place_furniture(desk.setting(), desk.grid(), (replace(OVER, over=over),), {"folio": "7"}, "p.toml", under)
    assert [line.shaped.style.name for frame in placed for line in frame.lines] == styles


def test_furniture_without_text_is_left_out(desk: Desk) -> None:
    assert furnished(desk, "recto", text="{title}") == []


@pytest.mark.parametrize("char", ["\u200b", "\u2060"])
def test_furniture_that_shows_nothing_is_left_out(desk: Desk, char: str) -> None:
    assert furnished(desk, "recto", text=char) == []


def test_furniture_longer_than_the_page_is_told(desk: Desk) -> None:
    piece = Furniture("head", "", "folio", "outer", 20 * PT, 10 * PT)
    for count, codes in ((9, ["PAGE-FRAME-FULL"]), (1, [])):
        template = page("a", body(), furniture=(replace(piece, text="{section}" * 2 * count),))
        article = flow.set_article(desk.setting(template), desk.copy(story(say(9)), "a"))
        assert [item.code for item in article.findings] == codes


def test_names_furniture_does_not_know_stay(desk: Desk) -> None:
    assert furnished(desk, "verso", text="{sectoin}{}{") == [(20, 10, "{sectoin}{}{")]


def test_rule_under_a_running_head(desk: Desk) -> None:
    piece = Furniture("f", "{section}", "folio", "outer", 20 * PT, 10 * PT, rule=30 * PT)
    for side, ends in (("recto", (210, 240)), ("verso", (20, 50))):
        (placed,) = place_furniture(desk.setting(), desk.grid(side), (piece,), {"section": "水路"}, "p.toml")  # type: ignore[arg-type]
        assert (placed.rules[0].x // PT, placed.rules[0].x2 // PT) == ends


@pytest.mark.parametrize("where", ["under", "over", "beside"])
def test_a_caption_that_shows_nothing_takes_no_room(desk: Desk, where: str) -> None:
    setting = desk.setting(pictures={"p.jpg": picture()})
    shown, found = place_photo(
        setting, desk.grid(), frame("p", "photo", (1, 2), (1, 6), caption=where), photo(caption="\u200b")
    )
    assert not (found or shown.lines or shown.plates) and shown.pictures[0].box == shown.box


def test_a_caption_over_its_picture_has_a_ground(desk: Desk) -> None:
    """8 pt text with 4 pt of ground round it, at the picture's foot; the picture keeps the whole frame."""
    setting = desk.setting(pictures={"p.jpg": picture()})
    where = frame("p", "photo", (1, 1), (1, 6), caption="over", inset=EM)
    placed, found = place_photo(setting, desk.grid(), where, photo(caption="甲" * 5))
    (plate,), (line,) = placed.plates, placed.lines
    assert not found and placed.pictures[0].box == placed.box == desk.grid().box((1, 1), (1, 6))
    assert (plate.ink, plate.tint) == ("ink", 900) and line.shaped.style.name == "caption-over"
    assert (plate.box.x, plate.box.foot) == (placed.box.x + EM, placed.box.foot - EM)
    assert (plate.box.width, plate.box.height) == (48 * PT, 16 * PT)
    tinted_plate, _ = place_photo(setting, desk.grid(), replace(where, tint="paper"), photo(caption="甲"))
    assert [p.ink for p in tinted_plate.plates] == ["paper"] and not tinted_plate.fills
    edged = replace(where, styles=(("caption", "caption-edged"),))
    bare, _ = place_photo(setting, desk.grid(), edged, photo(caption="甲" * 5))
    assert not bare.plates and bare.lines[0].x == line.x
    both, _ = place_photo(setting, desk.grid(), replace(edged, tint="paper"), photo(caption="甲"))
    assert both.plates


def test_a_caption_beside_its_picture_stands_in_the_last_column(desk: Desk) -> None:
    setting, grid = desk.setting(pictures={"p.jpg": picture()}), desk.grid()
    where = frame("p", "photo", (1, 2), (1, 6), caption="beside")
    placed, found = place_photo(setting, grid, where, photo(caption="甲" * 20))
    assert not found and placed.pictures[0].box == grid.box((1, 1), (1, 6)) and placed.rows == (1, 6)
    assert {line.x for line in placed.lines} == {grid.column(2)[0]}
    assert placed.lines[-1].y + 8 * PT * 12 // 100 == placed.box.foot
    _, found = place_photo(setting, grid, where, photo(caption="甲" * 120))
    assert [f.code for f in found] == ["PAGE-FRAME-FULL"]
    narrow, _ = place_photo(setting, grid, replace(where, columns=(1, 1)), photo(caption="甲"))
    assert narrow.pictures[0].box.foot == grid.foot(5)  # one column has no side: the caption is under it


def test_a_caption_that_is_not_wanted_is_not_shown(desk: Desk) -> None:
    setting = desk.setting(pictures={"p.jpg": picture()})
    placed, found = place_photo(setting, desk.grid(), frame("p", "photo", caption="none"), photo(caption="甲" * 999))
    assert not placed.lines and not found


def test_speeches_have_a_style_of_their_own(desk: Desk) -> None:
    """凸排: paragraphs led by a name and a colon, where the frame has a style for them."""
    blocks = (words("老周：开船了"), words("船开了，他说：走"), words("　：无名"))
    for styles, names in ((), ["body"] * 3), ((("speech", "quote"),), ["quote", "body", "body"]):
        setting = desk.setting(page("a", body(styles=styles)))
        text, _ = text_for(setting, story(*blocks), ("a",))
        assert [block.style.name for block in text.blocks] == names


@pytest.mark.silent("PAGE-FRAME-FULL", "PAGE-HEAD-SMALLER")
def test_a_box_with_columns_of_its_own(desk: Desk) -> None:
    """20 em less a gutter of 2 em: two columns of 9 em; seven lines under a title of a row: four and three."""
    asked = frame("b", "box", (1, 2), (1, 0), inner=2, gutter=2 * EM, inset=EM)
    items = ((words("题"), "box-title"), (say(45), "box"), (say(18), "box"))
    made, found = set_block(desk.setting(), desk.grid(), asked, items)
    assert not found and made.rows == (1, 7)
    left, right = 20 * PT + EM, 20 * PT + 12 * EM
    assert [line.x for line in made.lines] == [left] + [left] * 4 + [right] * 3
    assert made.lines[1].y == made.lines[5].y == made.lines[0].y + ROW
    assert [line.line.measure for line in made.lines] == [20 * EM] + [9 * EM] * 7


def test_a_subhead_is_not_the_last_of_a_column(desk: Desk) -> None:
    setting = desk.having(None, replace(HEAD, name="figure-number", keep_next=1)).setting()
    asked = frame("b", "box", (1, 2), (1, 0), inner=2)
    items = ((say(28), "box"), (words("六"), "figure-number"), (say(18), "box"))
    made, _ = set_block(setting, desk.grid(), asked, items)
    assert [line.x == made.lines[0].x for line in made.lines] == [True] * 3 + [False] * 3
