"""Titles of the contents round pictures, pressed more and more: each is placed once and in order, or is left over."""

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow.contents import AIRS, place_contents
from layout.flow.listed import Listing
from layout.font import Book
from layout.model.geometry import Rect
from layout.model.units import PT
from tests.unit.flow.making import Desk, frame

PICTURES = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 180), st.integers(20, 120), st.integers(15, 150)), max_size=2
)


@settings(max_examples=25, deadline=None)
@given(count=st.integers(1, 40), inner=st.integers(1, 3), boxes=PICTURES, pressed=st.integers(0, len(AIRS) - 1))
def test_each_title_is_placed_once_or_left(
    book: Book, count: int, inner: int, boxes: list[tuple[int, int, int, int]], pressed: int
) -> None:
    desk = Desk(book)
    listings = tuple(
        Listing("甲乙丙"[at // 9 % 3], f"第{at}篇", ("袁卫",) * (at % 3), at + 2, "a.md") for at in range(count)
    )
    pictures = tuple(Rect(x * PT, y * PT, width * PT, height * PT) for x, y, width, height in boxes)
    asked = frame("c", "contents", inner=inner)
    placed, left = place_contents(desk.setting(), desk.grid(), asked, listings, pictures, pressed=pressed)
    assert [link.page for link in placed.links] + [one.page for one in left] == [one.page for one in listings]
    lines = placed.lines
    assert all(placed.box.y <= line.y <= placed.box.foot for line in lines)


@settings(max_examples=15, deadline=None)
@given(count=st.integers(2, 40), pressed=st.integers(1, len(AIRS) - 1))
def test_the_more_they_are_pressed_the_more_have_room(book: Book, count: int, pressed: int) -> None:
    desk = Desk(book)
    listings = tuple(Listing("", f"第{at}篇", (), at, "a.md") for at in range(count))
    picture = (Rect(desk.grid().area.x, desk.grid().area.y, 30 * PT, 60 * PT),)
    left = [
        len(place_contents(desk.setting(), desk.grid(), frame("c", "contents", inner=2), listings, picture, 0, at)[1])
        for at in (pressed - 1, pressed)
    ]
    assert left[1] <= left[0]
