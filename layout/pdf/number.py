"""Lengths in units go in; the shortest decimal of points that is exact to a thousandth comes out."""

from functools import lru_cache

from layout.model.units import PT, Length

Point = tuple[Length, Length]


def decimal(value: float) -> str:
    """At most three decimals, no trailing zeros: 0.001 pt is a third of a micrometre."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


@lru_cache(maxsize=8192)
def pt(value: Length) -> str:
    """A length in points. Remembered: sizes, column edges and baselines come again and again."""
    return decimal(value / PT)
