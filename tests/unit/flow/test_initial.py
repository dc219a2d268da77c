"""layout/flow/initial.py: what goes into the initial of a paragraph, and what is left."""

import pytest

from layout.flow.initial import split
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
    ],
)
def test_what_goes_into_an_initial(text: str, initial: str) -> None:
    parts = split(words(text))
    assert (parts[0].text if parts else "") == initial
    if parts:
        assert parts[0].text + parts[1].text == text
        assert parts[1].source.place(0).column == len(initial) + 1
