"""The marks of a test as codes of findings: which it makes, and which it does not make.

`fires` and `silent` name codes, or a parameter of the test: then the codes that stand in that parameter's value are
meant, wherever they stand in it (`"4:3 READ-UTF8"`, `("IMG-01", 42)`). `exactly` names a parameter: the test makes the
codes in it, and none of those that only the other rows of its table have.
"""

import re

import pytest

from layout.model.messages import MESSAGES

_WORD = re.compile(r"[A-Z]+(?:-[A-Z0-9]+)+")


def fires(item: pytest.Item) -> set[str]:
    """The codes that a collected test must make."""
    return _marked(item, "fires") | _marked(item, "exactly")


def silent(item: pytest.Item) -> set[str]:
    """The codes that it must not make."""
    others: set[str] = set()
    for mark in item.iter_markers("exactly"):
        for parameter in mark.args:
            others |= _codes_in(_column(item, parameter))
    return _marked(item, "silent") | (others - _marked(item, "exactly"))


def _marked(item: pytest.Item, mark: str) -> set[str]:
    """The codes that a mark names. ValueError for a word that is neither a code nor a parameter."""
    codes: set[str] = set()
    call = getattr(item, "callspec", None)
    for one in item.iter_markers(mark):
        for word in one.args:
            if word in MESSAGES:
                codes.add(word)
            elif call is not None and word in call.params:
                codes |= _codes_in(call.params[word])
            else:
                raise ValueError(f"{item.nodeid}: {mark}({word!r}) names no finding and no parameter of the test")
    return codes


def _column(item: pytest.Item, parameter: str) -> list[object]:
    """The values of a parameter in all rows of the test's table."""
    for table in item.iter_markers("parametrize"):
        names, rows = table.args
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        if parameter in names:
            at = names.index(parameter)
            return [row if len(names) == 1 else row[at] for row in rows]
    raise ValueError(f"{item.nodeid}: exactly({parameter!r}) names no parameter of a table")


def _codes_in(value: object) -> set[str]:
    return {word for word in _WORD.findall(repr(value)) if word in MESSAGES}
