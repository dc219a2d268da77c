"""The marks `fires` and `silent` of a test as codes of findings.

A mark names codes, or a parameter of its test: then the codes that stand in that parameter's value are meant, wherever
they stand in it (`"4:3 READ-UTF8"`, `("IMG-01", 42)`).
"""

import re

import pytest

from layout.model.messages import MESSAGES

_WORD = re.compile(r"[A-Z]+(?:-[A-Z0-9]+)+")


def codes_of(item: pytest.Item, mark: str) -> set[str]:
    """The codes that a collected test is marked with. ValueError for a word that is neither a code nor a parameter."""
    codes: set[str] = set()
    call = getattr(item, "callspec", None)
    for one in item.iter_markers(mark):
        for word in one.args:
            if word in MESSAGES:
                codes.add(word)
            elif call is not None and word in call.params:
                codes |= {found for found in _WORD.findall(repr(call.params[word])) if found in MESSAGES}
            else:
                raise ValueError(f"{item.nodeid}: {mark}({word!r}) names no finding and no parameter of the test")
    return codes
