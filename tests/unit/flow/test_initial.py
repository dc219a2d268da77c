"""layout/flow/initial.py: what goes into the initial of a paragraph, and what is left."""

import pytest

from layout.flow.initial import split
from layout.model.story import Mark
from layout.model.value import replace
from tests.unit.flow.making import words


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("春天来了", "春"),
        ("“春天", "“春"),
        ("“《红楼梦》", "“《红"),
        ("葛\U000e0100城", "葛\U000e0100"),
        ("e\u0301tude", "e\u0301"),
        ("\u200b春天", "\u200b春"),
        ("春", ""),
        ("“春", ""),
        ("“", ""),
        ("", ""),
        ("\u3000春天", ""),
        ("\u200b", ""),
        ("2026年春天", ""),
    ],
)
def test_what_goes_into_an_initial(text: str, initial: str) -> None:
    parts = split(words(text))
    assert (parts[0].text if parts else "") == initial
    if parts:
        assert parts[0].text + parts[1].text == text
        assert parts[1].source.place(0).column == len(initial) + 1


def test_what_stands_beside_an_initial_stays() -> None:
    """By character its reading goes with it, by word all of it; names and dots are divided, faces are its own."""
    marks = (
        Mark(0, 2, "ruby", "bù tóu"),
        Mark(0, 2, "ruby", "bùtóu"),
        Mark(0, 3, "name"),
        Mark(0, 1, "dot"),
        Mark(0, 1, "style", "kai"),
        Mark(2, 4, "book"),
    )
    parts = split(replace(words("埠头夜话"), marks=marks))
    assert parts is not None
    assert parts[0].marks == (
        Mark(0, 1, "ruby", "bù"),
        Mark(0, 1, "ruby", "bùtóu"),
        Mark(0, 1, "name"),
        Mark(0, 1, "dot"),
    )
    assert parts[1].marks == (Mark(0, 1, "ruby", "tóu"), Mark(0, 2, "name"), Mark(1, 3, "book"))
