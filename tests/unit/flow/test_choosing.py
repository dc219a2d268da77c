"""Templates chosen for a story whose plan names none; photos sorted for the frames of such a template."""

import pytest

from layout import flow
from layout.flow.choosing import Used, choose, is_verse, positions, story_lines
from layout.flow.matching import loss, matched
from layout.model.place import Place
from layout.model.printing import Resolution
from layout.model.story import Box, Mark, Paragraph, Photo, Story
from layout.model.template import Frame, PageTemplate, Suits
from layout.model.value import replace
from tests.unit.flow.making import (
    HEAD,
    HERE,
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
)

OPEN, NEXT = Suits("open"), Suits("next")
WIDE, TALL = picture("wide.jpg", 3000, 2000), picture("tall.jpg", 2000, 3000)
PICTURES = {"wide.jpg": WIDE, "tall.jpg": TALL, **{f"{n}.jpg": picture(f"{n}.jpg", 3000, 2000) for n in range(9)}}
ACROSS = frame("wide", "photo", (1, 2), (1, 9), displaces="lines")
"""220 × 130 pt"""
UPRIGHT = frame("tall", "photo", (2, 2), (1, 10), displaces="lines")
"""100 × 145 pt"""


def made(name: str, suits: Suits, *frames: Frame) -> PageTemplate:
    following = page(name, *frames, body(), following="plain")
    return replace(following, suits=suits)


PLAIN = made("plain", NEXT)
ONE = made("one", NEXT, ACROSS)
TWO = made("two", NEXT, frame("a", "photo", (1, 1), (1, 5), displaces="lines"), UPRIGHT)


def chosen(
    desk: Desk, text: Story, *templates: PageTemplate, used: Used | None = None, **how: object
) -> tuple[str, ...]:
    setting = desk.setting(*templates, PLAIN, ONE, TWO, pictures=PICTURES)
    copy = desk.copy(text, **how)  # type: ignore[arg-type]
    heading = text.heading
    return choose(setting, replace(copy, waiting=replace(copy.waiting, heading=heading)), used or Used())


def test_a_story_without_a_head_does_not_leave_its_place_empty(desk: Desk) -> None:
    """An editorial begins in the first row, as pages after an opener do, where all openers leave room for a head."""
    sunk = replace(
        page("sunk", frame("h", "heading", (1, 2), (1, 6)), body(lines=(8, 12)), following="plain"), suits=OPEN
    )
    assert chosen(desk, story(say(90)), sunk)[0] == "plain"
    assert chosen(desk, story(say(90), heading=(say(4, "title"),)), sunk)[0] == "sunk"
    assert chosen(desk, story(say(90)), sunk, made("top", OPEN), used=Used({"top": 3}))[0] == "top"


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        (story(say(90)), "bare"),
        (story(say(90), photo("wide.jpg")), "across"),
        (story(say(90), photo("tall.jpg")), "upright"),
        (story(say(90), heading=(say(30, "title"),)), "long"),
        (story(say(20)), "short"),
        (story(say(90), heading=(words("标", "label"),)), "label"),
        (story(say(90), heading=(words("一行太长的边签", "label"),)), "bare"),
        (story(replace(say(20), marks=(Mark(9, 10, "break"),))), "verse"),
    ],
)
def test_the_opener_suits_the_story(desk: Desk, text: Story, opener: str) -> None:
    bare = replace(OPEN, photos=(0, 0), title=(0, 20), text=(30, 999))
    openers = (
        made("bare", bare), made("across", replace(OPEN, photos=(1, 9)), ACROSS),
        made("upright", replace(OPEN, photos=(1, 9)), UPRIGHT), made("long", replace(OPEN, title=(25, 99))),
        made("short", replace(OPEN, text=(0, 29))), made("label", replace(OPEN, label=True, photos=(0, 0))),
        made("verse", replace(OPEN, verse=True)),
    )  # fmt: skip
    used = Used({"bare": 1, "short": 1}) if opener in ("label", "verse") else Used()
    assert chosen(desk, text, *openers, used=used)[0] == opener


def test_prose_is_no_poem(desk: Desk) -> None:
    """However little the other templates suit a story, and however often they were taken."""
    poem, wrong = made("poem", replace(OPEN, verse=True)), made("wrong", replace(OPEN, title=(9, 9), text=(999, 1999)))
    used = Used({"wrong": 9})
    assert chosen(desk, story(say(20)), poem, wrong, used=used)[0] == "wrong"
    verse = story(replace(say(20), marks=(Mark(9, 10, "break"),)))
    assert chosen(desk, verse, poem, wrong, used=used)[0] == "poem"


def test_a_frame_that_may_stay_empty(desk: Desk) -> None:
    """A template for none or one photo suits a story without any; one that says nothing of it is for its frames."""
    one = made("one-or-none", replace(OPEN, photos=(0, 1), text=(0, 30)), UPRIGHT)
    bare = made("bare", replace(OPEN, text=(31, 999)))
    assert chosen(desk, story(say(20)), one, bare)[0] == "one-or-none"
    assert (
        chosen(desk, story(say(20)), made("any", OPEN, UPRIGHT), made("none", OPEN), used=Used({"none": 1}))[0]
        == "none"
    )


def test_vertical_text_does_not_run_on(desk: Desk) -> None:
    upright = replace(page("upright", body(direction="vertical"), following="plain"), suits=OPEN)
    level = made("level", replace(OPEN, text=(999, 1999)))
    text = story(say(20))
    assert chosen(desk, text, upright, level)[0] == "upright"
    copy = desk.copy(text)
    under = replace(copy, entry=replace(copy.entry, start="run-on"))
    assert choose(desk.setting(upright, level, PLAIN), under, Used())[0] == "level"


@pytest.mark.fires("PAGE-TEXT-LEFT")
def test_a_text_of_the_plan_that_the_chosen_pages_do_not_take_is_told(desk: Desk) -> None:
    desk = desk.having(None, replace(HEAD, name="jointly"))
    opener = made("bare", OPEN, frame("w", "text:words", (1, 1), (1, 2), displaces="lines", beside="jointly"))
    named = page("named", frame("o", "text:other", (1, 1), (1, 2)), body())
    texts = tuple((name, words("联办", name)) for name in ("words", "jointly", "teaser", "other", "nowhere"))
    article = flow.set_chosen(desk.setting(opener, PLAIN, named), desk.copy(story(say(9)), texts=texts), Used())
    assert [(f.code, dict(f.values)["name"]) for f in article.findings] == [("PAGE-TEXT-LEFT", "other")]


@pytest.mark.silent("PAGE-TEXT-LEFT")
def test_a_text_that_the_next_page_takes(desk: Desk) -> None:
    opener = replace(made("bare", OPEN), next="later")
    later = page("later", frame("o", "text:other", (1, 1), (1, 2), displaces="lines"), body())
    styled = desk.having(None, replace(HEAD, name="other"))
    copy = styled.copy(story(say(600)), texts=(("other", words("联办", "other")),))
    article = flow.set_chosen(styled.setting(opener, later, PLAIN), copy, Used())
    assert not article.findings and len(article.pages) > 1


def test_openers_take_turns(desk: Desk) -> None:
    first, second = made("a", OPEN), made("b", OPEN)
    setting = desk.setting(first, second, PLAIN)
    used = Used()
    for _ in range(4):
        flow.set_chosen(setting, desk.copy(story(say(50))), used)
    assert used["a"] == used["b"] == 2


def test_photos_stand_near_where_the_manuscript_has_them(desk: Desk) -> None:
    """24 rows a page; the photos come after 60 and 90 rows of text."""
    text = story(say(600), photo("1.jpg"), say(300), photo("2.jpg"), say(200))
    names = chosen(desk, text, made("bare", OPEN))
    assert names == ("bare", "plain", "one", "plain", "one")


@pytest.mark.parametrize("at_end", [True, False])
def test_photos_in_a_heap_are_spread(desk: Desk, at_end: bool) -> None:
    heap = [photo(f"{n}.jpg") for n in range(3)]
    blocks = (say(900), *heap) if at_end else (*heap, say(900))
    where = [row for _, row in positions(story(*blocks), 10)]
    assert where == [0, 30, 60]


@pytest.mark.silent("PAGE-PHOTO-LEFT")
def test_all_photos_stand_before_the_text_ends(desk: Desk) -> None:
    """More photos than pages: two on a page."""
    text = story(say(250), *(photo(f"{n}.jpg") for n in range(4)))
    setting = desk.setting(made("bare", OPEN), PLAIN, ONE, TWO, pictures=PICTURES)
    article = flow.set_chosen(setting, desk.copy(text), Used())
    shown = [f.pictures[0].path for p in article.pages for f in frames_of(p, "photo")]
    assert sorted(shown) == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]
    assert told(article.pages) == say(250).text and not article.findings


def test_a_box_without_a_frame_runs_on_in_the_text(desk: Desk) -> None:
    """The frame for boxes stands on a second page, which the text does not reach."""
    boxed = replace(PLAIN, frames=(frame("box", "box", (2, 2), (6, 12), displaces="lines"), *PLAIN.frames))
    setting = desk.setting(made("bare", OPEN), boxed)
    box = Box("box", None, (say(12, "body", 40),), HERE)
    article = flow.set_chosen(setting, desk.copy(story(say(20), box)), Used())
    assert len(article.pages) == 1 and not article.findings
    assert told(article.pages) == say(20).text + say(12, "body", 40).text


def test_a_box_that_outgrows_its_frame_runs_on_in_the_text(desk: Desk) -> None:
    """The box would take ten rows of the three that the photo leaves it."""
    inset = frame("inset", "box", (2, 2), (0, 12), displaces="lines")
    setting = desk.setting(made("boxed", OPEN, ACROSS, inset), PLAIN, pictures=PICTURES)
    text = story(say(9), photo("wide.jpg"), Box("box", None, (say(98, "box"),), HERE))
    article = flow.set_chosen(setting, desk.copy(text), Used())
    assert not article.findings and not any(frames_of(page, "box") for page in article.pages)


def test_a_small_photo_is_not_blown_up(desk: Desk) -> None:
    """Six columns of 50 pixels: 480 pixels over 220 pt are 157 an inch, over 100 pt 345."""
    small = picture("small.jpg", 300, 200)
    wide, corner = made("wide", OPEN, ACROSS), made("corner", OPEN, frame("s", "photo", (1, 1), (1, 5)))
    setting = desk.setting(wide, replace(corner, name="z"), PLAIN, pictures={"small.jpg": small})
    article = flow.set_chosen(setting, desk.copy(story(say(90), photo("small.jpg"))), Used({"z": 9}))
    assert article.pages[0].template == "z"


def test_what_is_too_coarse_the_printer_says(desk: Desk) -> None:
    """The same photo, for one who prints from 100 pixels an inch: it stands large, as that template is not used up."""
    small = picture("small.jpg", 300, 200)
    wide, corner = made("wide", OPEN, ACROSS), made("corner", OPEN, frame("s", "photo", (1, 1), (1, 5)))
    setting = desk.setting(wide, replace(corner, name="z"), PLAIN, pictures={"small.jpg": small})
    asked = replace(setting, resolution=Resolution(wanted=150, warn=90, error=80))
    article = flow.set_chosen(asked, desk.copy(story(say(90), photo("small.jpg"))), Used({"z": 9}))
    assert article.pages[0].template == "wide"


def test_text_that_ends_early_has_its_photo_above_it(desk: Desk) -> None:
    low = made("low", NEXT, frame("low", "photo", (1, 2), (8, 12), displaces="lines"))
    high = made("z-high", NEXT, frame("high", "photo", (1, 2), (1, 5), displaces="lines"))
    setting = desk.setting(made("bare", OPEN), low, high, PLAIN, pictures=PICTURES)
    pages = {}
    for count in (270, 340):
        text = story(say(count - 20), photo("wide.jpg"), say(20))
        copy = desk.copy(text)
        pages[count] = choose(setting, copy, Used())
    assert pages == {270: ("bare", "z-high"), 340: ("bare", "low")}


def test_pages_without_text_only_where_none_is_left(desk: Desk) -> None:
    plate = replace(page("plate", frame("p", "photo", (1, 2), (1, 12))), suits=NEXT)
    for size, names in ((8, ("bare", "plate")), (500, ("bare", "plain", "one"))):
        text = story(say(size), photo("1.jpg")) if size > 99 else story(photo("1.jpg"), say(size))
        assert chosen(desk, text, made("bare", OPEN), plate)[: len(names)] == names


def test_photos_are_sorted_for_their_frames(desk: Desk) -> None:
    """A frame of 100 × 70 pt and one of 100 × 145: the tall photo goes into the second."""
    setting = desk.setting(TWO, pictures=PICTURES)
    brought = (photo("tall.jpg"), photo("wide.jpg"), photo("1.jpg"))
    order = matched(setting, desk.grid(), TWO, brought)
    assert [p.path for p in order] == ["wide.jpg", "tall.jpg", "1.jpg"]
    assert loss(setting, desk.grid(), TWO, brought) < 100


def test_in_a_template_that_is_named_photos_change_places_only_where_one_is_cut_too_hard(desk: Desk) -> None:
    """3:2 and 2:3 in 100 × 70 and 100 × 145 pt: the other way round 47 and 46 per cent would be seen. A square is at
    home in both."""
    pictures = PICTURES | {"square.jpg": picture("square.jpg", 2000, 2000)}
    setting = desk.setting(TWO, pictures=pictures)

    def order(*names: str) -> list[str]:
        brought = tuple(photo(f"{name}.jpg") for name in names)
        return [p.path for p in matched(setting, desk.grid(), TWO, brought, free=False)]

    assert order("tall", "wide") == ["wide.jpg", "tall.jpg"]
    assert order("wide", "square") == ["wide.jpg", "square.jpg"]
    assert order("square", "tall") == ["square.jpg", "tall.jpg"]


def test_a_photo_that_asks_for_columns(desk: Desk) -> None:
    both = made("both", NEXT, frame("s", "photo", (1, 1), (6, 9)), frame("l", "photo", (1, 2), (1, 9)))
    setting = desk.setting(both, pictures=PICTURES)
    asks = replace(photo("1.jpg"), columns=2)
    assert matched(setting, desk.grid(), both, (asks, photo("2.jpg")))[1] is asks


def test_a_photo_too_small_for_a_frame(desk: Desk) -> None:
    """300 pixels over 220 pt are 98 an inch: as bad as losing a third."""
    small = {"p.jpg": picture("p.jpg", 300, 177)}
    assert loss(desk.setting(pictures=small), desk.grid(), ONE, (photo("p.jpg"),)) >= 300


def test_what_a_story_takes() -> None:
    subhead = Paragraph("subhead", "题", say(1).source)
    assert story_lines(story(say(18), subhead, Photo("p.jpg", Place("s.md"))), 10) == 2 + 1 + 2


@pytest.mark.parametrize(("broken", "whole", "verse"), [(2, 1, True), (1, 1, False), (0, 3, False), (0, 0, False)])
def test_verse(broken: int, whole: int, verse: bool) -> None:
    lines = [replace(say(9), marks=(Mark(4, 5, "break"),))] * broken + [say(30)] * whole
    assert is_verse(story(*lines)) == verse
