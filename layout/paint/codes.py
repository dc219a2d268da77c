"""A text goes in, the modules of its QR code come out; a placed code goes in, its outline comes out: segno's door."""

from functools import lru_cache

from layout.model.colour import Colour
from layout.model.display import Shape
from layout.model.page import QUIET, CodeRows, PlacedCode
from layout.model.units import Length


@lru_cache(maxsize=64)
def code_rows(text: str) -> CodeRows:
    """Rows of modules, 1 dark, at error correction level M or better; none where no code holds so much. The one
    reckoning of a code: flow reserves its room by it, and paint draws it."""
    import segno  # 20 ms that only issues with a code pay

    try:
        return tuple(map(bytes, segno.make(text, error="m", micro=False, encoding="utf-8").matrix))
    except segno.DataOverflowError:
        return ()


def paint_code(code: PlacedCode, colour: Colour) -> Shape:
    """The code's dark modules within its quiet zone, in one path, so that no seam shows between modules on a screen."""
    module = code.module
    x, y = code.box.x + QUIET * module, code.box.y + QUIET * module
    path: list[tuple[str | Length, ...]] = []
    for index, row in enumerate(code.rows):
        top, foot = y + index * module, y + (index + 1) * module
        for start, end in _runs(row):
            left, right = x + start * module, x + end * module
            path += [("M", left, top), ("L", right, top), ("L", right, foot), ("L", left, foot), ("Z",)]
    return Shape(tuple(path), colour)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """(first, end) of each run of dark modules."""
    edges = [0, *(index for index in range(1, len(row)) if row[index] != row[index - 1]), len(row)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if row[a]]
