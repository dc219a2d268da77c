"""A HarfBuzz font and a glyph id in; the exact box of the glyph's ink out.

HarfBuzz's own extents of a CFF glyph count the control points of its curves, which lie over 100 units outside the
ink in Noto Serif CJK SC Black; a bracket must not be squeezed by those.
"""

from math import ceil, floor, sqrt
from typing import Any

import uharfbuzz as hb

Box = tuple[int, int, int, int]


class Outline:
    """Collects the points that can bound an outline: ends of segments, and extrema of curves."""

    def __init__(self) -> None:
        self.xs: list[float] = []
        self.ys: list[float] = []

    def point(self, x: float, y: float) -> None:
        self.xs.append(x)
        self.ys.append(y)

    def cubic(self, c1x: float, c1y: float, c2x: float, c2y: float, x: float, y: float) -> None:
        self.xs.extend(extrema(self.xs[-1], c1x, c2x, x))
        self.ys.extend(extrema(self.ys[-1], c1y, c2y, y))
        self.point(x, y)

    def box(self) -> Box:
        """The box in whole units, rounded outward; zeros when nothing was drawn."""
        if not self.xs:
            return (0, 0, 0, 0)
        return floor(min(self.xs)), floor(min(self.ys)), ceil(max(self.xs)), ceil(max(self.ys))


def extrema(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Values of a cubic Bézier curve in one axis where it turns, between its ends."""
    low, high = (p0, p3) if p0 < p3 else (p3, p0)
    if low <= p1 <= high and low <= p2 <= high:
        return []  # the curve lies in the hull of its points
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    return [
        (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3
        for t in _roots(a, b, c)
        if 0 < t < 1
    ]


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    """Where a t² + b t + c is nothing."""
    if abs(a) < 1e-9:
        return (-c / b,) if b else ()
    inside = b * b - 4 * a * c
    if inside < 0:
        return ()
    return (-b + sqrt(inside)) / (2 * a), (-b - sqrt(inside)) / (2 * a)


Path = tuple[tuple[str | int, ...], ...]
"""Subpaths of ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",) in font units, y upward."""


def contours(font: Any, gid: int) -> Path:
    """The glyph as it is drawn; () for a blank. HarfBuzz gives the quadratic curves of TrueType as cubic ones."""
    path: list[tuple[str | int, ...]] = []
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, drawn: drawn.append(("M", round(x), round(y))))
    funcs.set_line_to_func(lambda x, y, drawn: drawn.append(("L", round(x), round(y))))
    funcs.set_cubic_to_func(lambda *curve: curve[-1].append(("C", *map(round, curve[:-1]))))
    funcs.set_close_path_func(lambda drawn: drawn.append(("Z",)))
    font.draw_glyph(gid, funcs, path)
    return tuple(path)


def draw_funcs() -> Any:
    """HarfBuzz callbacks that draw into an Outline. CFF has lines and cubic curves only."""
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, outline: outline.point(x, y))
    funcs.set_line_to_func(lambda x, y, outline: outline.point(x, y))
    funcs.set_cubic_to_func(lambda c1x, c1y, c2x, c2y, x, y, outline: outline.cubic(c1x, c1y, c2x, c2y, x, y))
    return funcs
