"""A level goes in, the classes that may not start or end a line come out (避头尾)."""

from functools import cache
from typing import Final

from layout.cjk.tables import prohibitions

LEVELS: Final = ("none", "basic", "gb", "strict")
"""clreq's ladder (CL §6.1.1); the national standard is its third step."""
CSS_LEVELS: Final = ("css-loose", "css-normal", "css-strict")
"""CSS Text's line-break property: another ladder, for text whose breaks shall agree with a web page's."""


@cache
def never_start(level: str) -> frozenset[str]:
    """Class letters that no line may begin with. ValueError for an unknown level."""
    return _barred(level, "start")


@cache
def never_end(level: str) -> frozenset[str]:
    """Class letters that no line may end with."""
    return _barred(level, "end")


def _barred(level: str, edge: str) -> frozenset[str]:
    ladder = CSS_LEVELS if level in CSS_LEVELS else LEVELS
    rank = ladder.index(level)
    found: set[str] = set()
    for row in prohibitions():
        since = row.css if ladder is CSS_LEVELS else row.level
        if row.never == edge and since and ladder.index(since) <= rank:
            found.update(row.classes)
    return frozenset(found)
