"""Character styles over one another: what each character is set in, however the marks lie and however many they are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.model.story import Mark
from layout.model.style import CharacterStyle, ParagraphStyle, StyleSheet
from layout.shape.casting import Casting
from layout.shape.draft import Palette
from tests.unit.lines.making import EM, SHEET, book, quick

LENGTH = 12
MARKS = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH + 3), st.sampled_from(["strong", "kai", "sup", "small"])),
    max_size=6,
)


def casting() -> Casting:
    return Casting(book(), SHEET, ParagraphStyle("body", size=EM))


@settings(quick, max_examples=150)
@given(MARKS)
def test_each_character_has_the_styles_that_lie_over_it(spans: list[tuple[int, int, str]]) -> None:
    """The outermost mark first; of two that begin together, the longer one."""
    marks = tuple(Mark(start, end, "style", name) for start, end, name in spans)
    made, palette = casting(), Palette()
    casts = made.spans(marks, LENGTH, palette, made.base(palette))
    over = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for i in range(LENGTH):
        styles = [SHEET.character(mark.value) for mark in over if mark.start <= i < mark.end]
        wanted = made._cast(tuple(style for style in styles if style), palette)
        found = casts[i] if casts else made.base(palette)
        assert (found.han, found.latin, found.digits, found.raised, found.gap) == (
            wanted.han, wanted.latin, wanted.digits, wanted.raised, wanted.gap,
        )  # fmt: skip


def test_the_same_styles_are_the_same_cast() -> None:
    """A run of characters in one style is shaped as one piece, though two marks make it."""
    marks = (Mark(0, 3, "style", "kai"), Mark(3, 6, "style", "kai"))
    palette = Palette()
    casts = casting().spans(marks, 8, palette, casting().base(palette))
    assert casts is not None and len({id(cast) for cast in casts[:6]}) == 1


def test_ten_thousand_marks_within_one_another() -> None:
    count = 10_000
    marks = tuple(Mark(i, 2 * count - i, "style", "kai") for i in range(count))
    sheet, palette = StyleSheet((), (CharacterStyle("kai", han="kai-regular"),)), Palette()
    made = Casting(book(), sheet, ParagraphStyle("body", size=EM))
    casts = made.spans(marks, 2 * count, palette, made.base(palette))
    assert casts is not None and len(casts) == 2 * count
