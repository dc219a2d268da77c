"""A placed QR code goes in, one outline with all its dark modules comes out: the only door to segno.

One path, so that no seam shows between modules on a screen.
"""

from functools import lru_cache

from layout.model.colour import Colour
from layout.model.display import Shape
from layout.model.page import PlacedCode
from layout.model.units import Length

QUIET = 4
"""Modules kept free on each side (ISO/IEC 18004, 5.3.8)."""


def paint_code(code: PlacedCode, colour: Colour) -> Shape:
    """The code's modules, all of one whole size, in the middle of its box."""
    rows = _matrix(code.text)
    count = len(rows) + 2 * QUIET
    module = min(code.box.width, code.box.height) // count
    x = code.box.x + (code.box.width - count * module) // 2 + QUIET * module
    y = code.box.y + (code.box.height - count * module) // 2 + QUIET * module
    path: list[tuple[str | Length, ...]] = []
    for index, row in enumerate(rows):
        top, foot = y + index * module, y + (index + 1) * module
        for start, end in _runs(row):
            left, right = x + start * module, x + end * module
            path += [("M", left, top), ("L", right, top), ("L", right, foot), ("L", left, foot), ("Z",)]
    return Shape(tuple(path), colour)


@lru_cache(maxsize=64)
def _matrix(text: str) -> tuple[bytes, ...]:
    """Rows of modules, 1 dark, at error correction level M or better."""
    import segno  # 20 ms that only issues with a code pay

    return tuple(map(bytes, segno.make(text, error="m", micro=False, encoding="utf-8").matrix))


def _runs(row: bytes) -> list[tuple[int, int]]:
    edges = [0, *(index for index in range(1, len(row)) if row[index] != row[index - 1]), len(row)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if row[a]]
