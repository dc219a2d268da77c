"""A level goes in, the classes that may not start or end a line come out (避头尾)."""

from functools import cache
from typing import Final

from layout.cjk.tables import prohibitions

LEVELS: Final = ("none", "basic", "gb", "strict")


@cache
def never_start(level: str) -> frozenset[str]:
    """Class letters that no line may begin with. KeyError-free: an unknown level raises ValueError."""
    return _barred(level, "start")


@cache
def never_end(level: str) -> frozenset[str]:
    """Class letters that no line may end with."""
    return _barred(level, "end")


def _barred(level: str, edge: str) -> frozenset[str]:
    rank = LEVELS.index(level)
    rows = (row for row in prohibitions() if row.never == edge and LEVELS.index(row.level) <= rank)
    return frozenset(letter for row in rows for letter in row.classes)
