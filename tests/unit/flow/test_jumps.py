"""Stories that go on behind others: nothing is lost or doubled at the jump, and both ends say the right page."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import flow
from layout.flow.jumps import jump_line, led_on
from layout.flow.slots import Slot
from layout.model.units import PT
from layout.model.value import replace
from tests.unit.flow.making import EM, Desk, body, frame, frames_of, page, photo, say, story, text_of, told

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


def test_a_vertical_jump_line_stands_in_its_line(desk: Desk) -> None:
    placed = jump_line(desk.setting(), "jump-to", 12, Slot(1, 100 * PT, 20 * PT, 10 * EM, 1), "vertical")
    (line,) = placed.lines
    assert (line.direction, line.x, line.y) == ("vertical", 100 * PT, 20 * PT)
    assert placed.box.width == EM and placed.box.height == 10 * EM
