"""Lengths in units go in; the shortest decimal of points that is exact to a thousandth comes out."""

from layout.model.units import PT, Length

Point = tuple[Length, Length]


def decimal(value: float) -> str:
    """At most three decimals, no trailing zeros: 0.001 pt is a third of a micrometre."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def pt(value: Length) -> str:
    """A length in points."""
    return decimal(value / PT)
