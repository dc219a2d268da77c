"""A character goes in, which way it stands in a vertical line comes out (UAX #50 with the Chinese overrides)."""

from functools import cache

from layout.cjk.tables import Upright, uprights


@cache
def way(char: str) -> str:
    """ "stands", "alone" or "turned" where upright.toml names the character; "" where its class decides."""
    return next((row.way for row in uprights() if _has(row, char)), "")


def _has(row: Upright, char: str) -> bool:
    if char in row.marks:
        return True
    return any(int(first, 16) <= ord(char) <= int(last, 16) for first, last in (r.split("-") for r in row.ranges))
