"""A character goes in, which way it stands in a vertical line comes out (UAX #50 with the Chinese overrides)."""

from bisect import bisect_right
from functools import cache

from layout.cjk.tables import uprights


@cache
def way(char: str) -> str:
    """ "stands", "alone", "form" or "turned", as upright.toml says."""
    named = next((row.way for row in uprights() if char in row.marks), "")
    if named:
        return named
    ranges = _ranges()
    at = bisect_right(ranges, (ord(char), 0x110000, "")) - 1
    return ranges[at][2] if at >= 0 and ord(char) <= ranges[at][1] else "turned"


@cache
def _ranges() -> tuple[tuple[int, int, str], ...]:
    """First and last code point and way, ascending."""
    found = []
    for row in uprights():
        for text in row.ranges:
            first, _, last = text.partition("-")
            found.append((int(first, 16), int(last or first, 16), row.way))
    return tuple(sorted(found))
