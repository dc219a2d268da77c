"""Stories that go on behind others: nothing is lost or doubled at the jump, and both ends say the right page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import flow
from layout.flow.jumps import jump_line, led_on
from layout.flow.slots import Slot
from layout.model.story import Mark, Note
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, HOUSE, Desk, body, frame, frames_of, page, photo, say, story, text_of, told

WIDE = page("wide", frame("head", "title", lines=(1, 2), displaces="lines"), body())
NARROW = page("narrow", frame("pic", "photo", (1, 1), (1, 6), displaces="lines"), body((1, 1)))


@given(lengths=st.lists(st.integers(1, 150), min_size=1, max_size=12), photos=st.integers(0, 1))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_story_may_be_divided(desk: Desk, lengths: list[int], photos: int) -> None:
    paragraphs = [say(length, first=7 * index) for index, length in enumerate(lengths)]
    pictures = [photo()] * photos
    whole = story(*paragraphs, *pictures, heading=(say(5, "title"),))
    setting = desk.setting(WIDE, NARROW)
    copy = replace(desk.copy(whole, "wide", first=4, pages=1), later=("narrow",))
    first, rest = flow.set_part(setting, copy)
    pages = first.pages
    if rest:
        assert rest.page == 4 and rest.slot
        entry = replace(copy.entry, templates=("narrow",), pages=0)
        second = flow.set_article(setting, flow.Copy(entry, whole, rest.waiting, 9, copy.values, rest=rest))
        first = led_on(setting, first, rest, 9)
        pages = (*first.pages, *second.pages)
        (to,) = [f for f in frames_of(first.pages[-1], "furniture") if f.name == "jump-to"]
        (come,) = [f for f in frames_of(second.pages[0], "furniture") if f.name == "jump-from"]
        assert (text_of(to.lines[0]), text_of(come.lines[0])) == ("（下转第9页）", "（上接第4页）")
        assert (to.links[0].page, come.links[0].page) == (9, 4)
        for mark, one in ((to, first.pages[-1]), (come, second.pages[0])):
            taken = {(line.x, line.y) for f in frames_of(one) for line in f.lines}
            assert not taken & {(line.x, line.y) for line in mark.lines}
        assert [f.code for f in (*first.findings, *second.findings)] == []
    assert told(pages) == "".join(paragraph.text for paragraph in paragraphs)


def test_the_rest_keeps_what_waits(desk: Desk) -> None:
    """The second picture has no frame on the first page: it waits for the pages where the story goes on."""
    setting = desk.setting(WIDE, NARROW)
    copy = replace(desk.copy(story(*[say(90)] * 9, photo("a.jpg")), "wide", pages=1), later=("narrow",))
    article, rest = flow.set_part(setting, copy)
    assert rest and [one.path for one in rest.waiting.photos] == ["a.jpg"]
    assert article.findings == ()


@given(
    lengths=st.lists(st.integers(1, 150), min_size=1, max_size=12),
    others=st.frozensets(st.integers(2, 8), max_size=4),
    pages=st.sampled_from([0, 0, 2, 3]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_of_others_in_its_midst(desk: Desk, lengths: list[int], others: frozenset[int], pages: int) -> None:
    """Wherever they stand, and nowhere else, the text says where it goes on and where it comes from."""
    paragraphs = [say(length, first=7 * index) for index, length in enumerate(lengths)]
    setting = desk.setting(page("plain", body()))
    copy = replace(desk.copy(story(*paragraphs), "plain", pages=pages), booked=others)
    article = flow.set_article(setting, copy)
    whole = "".join(paragraph.text for paragraph in paragraphs)
    assert told(article.pages) == whole[: len(whole) - article.overset]
    filled = [one for one in article.pages if told((one,))]
    for one, following in zip(filled, [*filled[1:], None], strict=True):
        to, come = (
            [text_of(f.lines[0]) for f in frames_of(at, "furniture") if f.name == name] if at else []
            for at, name in ((one, "jump-to"), (following, "jump-from"))
        )
        apart = following and following.number > one.number + 1
        assert to == ([f"（下转第{following.number}页）"] if following and apart else [])
        assert come == ([f"（上接第{one.number}页）"] if apart else [])
    quiet = desk.having(replace(HOUSE, jumps="stories")).setting(page("plain", body()))
    silent = flow.set_article(quiet, copy)
    assert not [f for one in silent.pages for f in frames_of(one, "furniture")]


def test_text_that_ends_at_the_foot_leads_nowhere(desk: Desk) -> None:
    """24 lines fill the page: no line is kept, though page 2 is another's. With one more the text goes on on page 3."""
    copy = replace(desk.copy(story(say(238)), "plain"), booked=frozenset({2}))
    setting = desk.setting(page("plain", body()))
    (only,) = flow.set_article(setting, copy).pages
    assert len(frames_of(only)) == 2 and not frames_of(only, "furniture")
    longer = replace(desk.copy(story(say(239)), "plain"), booked=frozenset({2}))
    assert [one.number for one in flow.set_article(setting, longer).pages] == [1, 3]


@pytest.mark.parametrize("divided", [False, True])
@pytest.mark.parametrize("at", ["column", "page"])
def test_it_stands_above_the_notes(desk: Desk, at: str, divided: bool) -> None:
    """The text ends, then comes the line, then the notes down to the foot."""
    noted = replace(say(60, first=3), marks=(Mark(9, 10, "note", "1"),))
    told_ = story(say(128), noted, say(90), say(90), notes=(Note("1", say(30, "note")),))
    setting = desk.setting(page("plain", body(notes=at)))
    copy = replace(desk.copy(told_, "plain"), booked=frozenset({2}))
    if divided:
        parted = replace(copy, entry=replace(copy.entry, pages=1), later=("plain",), booked=frozenset())
        first, rest = flow.set_part(setting, parted)
        assert rest
        one = led_on(setting, first, rest, 9).pages[0]
    else:
        one = flow.set_article(setting, copy).pages[0]
    (line,) = next(f for f in one.frames if f.name == "jump-to").lines
    last = frames_of(one)[-1]
    text = [each.y for each in last.lines if each.shaped.style.name != "note"]
    notes = [each.y for f in frames_of(one) for each in f.lines if each.shaped.style.name == "note"]
    assert notes and max(text) < line.y < min(notes) and max(notes) <= desk.grid().foot(12)


def test_a_house_without_jump_lines(desk: Desk) -> None:
    bare = desk.having(replace(HOUSE, jump_to="", jump_from=""))
    copy = replace(desk.copy(story(say(400)), "plain"), booked=frozenset({2}))
    article = flow.set_article(bare.setting(page("plain", body())), copy)
    assert [len(f.lines) for f in frames_of(article.pages[0])] == [12, 12]
    assert not [f for one in article.pages for f in frames_of(one, "furniture")]


def test_a_vertical_jump_line_stands_in_its_line(desk: Desk) -> None:
    placed = jump_line(desk.setting(), "jump-to", 12, Slot(1, 100 * PT, 20 * PT, 10 * EM, 1), "vertical")
    (line,) = placed.lines
    assert (line.direction, line.x, line.y) == ("vertical", 100 * PT, 20 * PT)
    assert placed.box.width == EM and placed.box.height == 10 * EM
