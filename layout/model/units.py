"""Texts such as "10.5pt" or "2em" go in, whole numbers of 1/360,000 mm come out: the one unit of the whole engine.

mm, Q, pt and inch are all whole multiples of it, so lengths are compared with ==, and dumps are stable.
"""

import re
from typing import Final

Length = int

MM: Final = 360_000
PT: Final = 127_000
Q: Final = 90_000
INCH: Final = 9_144_000

UNITS: Final = {"mm": MM, "cm": 10 * MM, "pt": PT, "Q": Q, "in": INCH}
"""Names a length may end with in TOML, besides `em` and `row`, which depend on where they stand."""

SIZES: Final = {
    "初号": 42 * PT,
    "小初": 36 * PT,
    "一号": 28 * PT,
    "小一": 24 * PT,
    "二号": 22 * PT,
    "小二": 18 * PT,
    "三号": 16 * PT,
    "小三": 15 * PT,
    "四号": 14 * PT,
    "小四": 12 * PT,
    "五号": 10 * PT + PT // 2,
    "小五": 9 * PT,
    "六号": 7 * PT + PT * 7 // 8,
    "小六": 6 * PT + PT // 2,
    "七号": 5 * PT + PT // 2,
}
"""Type sizes by their Chinese names (clreq §7.1.1.5; where printing houses differ, the whole-point value)."""

_LENGTH = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*(mm|cm|pt|Q|in|em|row|rows)?\s*")


class LengthError(ValueError):
    """The text is not a length; its message says what was wanted."""


def scaled(value: int, numerator: int, denominator: int) -> int:
    """value × numerator / denominator, halves away from zero: the engine's only rounding rule."""
    product = value * numerator
    half = denominator // 2
    return (product + half) // denominator if product >= 0 else -((-product + half) // denominator)


def rounded(value: float) -> Length:
    """A computed length as a whole number of units, halves away from zero."""
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)


def length(text: str, em: Length | None = None, row: Length | None = None) -> Length:
    """The length written in `text`, or named as a type size is (五号); `em` and `row` give those two units their size.

    Raises LengthError.
    """
    named = SIZES.get(text.strip())
    if named is not None:
        return named
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise LengthError(f"“{text}” is not a length such as 3mm, 10.5pt, 2em or 1row")
    number, unit = match.group(1), match.group(2)
    if unit is None:
        if float(number) == 0:
            return 0
        raise LengthError(f"“{text}” has no unit: write mm, pt, Q, in, em or row")
    size = {"em": em, "row": row, "rows": row}.get(unit, UNITS.get(unit))
    if size is None:
        raise LengthError(f"“{text}”: {unit} cannot be used here")
    whole, _, fraction = number.lstrip("+-").partition(".")
    size_of = scaled(int(whole + fraction), size, 10 ** len(fraction))
    return -size_of if number.startswith("-") else size_of


def points(value: Length) -> float:
    """The length in PostScript points, for PDF."""
    return value / PT


def millimetres(value: Length) -> float:
    """The length in millimetres, for people."""
    return value / MM
