"""A ground with a picture and a cell on it go in; how light the picture is there comes out."""

from typing import NamedTuple

from layout.model.picture import Cut, Light
from layout.model.units import Length
from layout.verify.view import Cell, Ground

SEEN = 96
"""Opacity, of 255, from which a cut-out counts as there (ours; soft shadows lie under text)."""


CLEAR = -1.0
"""In the place of a luminance: a cut-out is transparent there."""


def under(ground: Ground, cell: Cell) -> float | None:
    """Mean luminance of the picture under the cell; CLEAR where it is transparent, None where nothing is known."""
    light = ground.shade() if ground.shade else None
    if light is None or not light.columns or not light.rows:
        return None
    columns, rows = _span(ground, light, cell)
    total = count = seen = 0
    for row in range(*rows):
        for at in range(row * light.columns + columns[0], row * light.columns + columns[1]):
            count += 1
            if light.opacity and light.opacity[at] < SEEN:
                continue
            seen += 1
            total += light.cells[at]
    return total / seen / 255 if 2 * seen >= count and seen else CLEAR


def _span(ground: Ground, light: Light, cell: Cell) -> tuple[tuple[int, int], tuple[int, int]]:
    """First column and row of the grid under the cell, and those after the last."""
    box, (wide, high) = ground.box, ground.size
    cut = ground.cut or Cut(0, 0, wide, high)
    # from the page to the grid: so many cells from the picture's edge, so many cells for a unit of length
    across = _Axis(cut.left * light.columns / wide, cut.width * light.columns / wide / max(1, box.width))
    down = _Axis(cut.top * light.rows / high, cut.height * light.rows / high / max(1, box.height))
    columns = across.cells(cell.left - box.x, cell.right - box.x, light.columns)
    return columns, down.cells(cell.top - box.y, cell.foot - box.y, light.rows)


class _Axis(NamedTuple):
    """How places on a page become cells of a grid, one way."""

    start: float
    step: float

    def cells(self, low: Length, high: Length, count: int) -> tuple[int, int]:
        begin = min(max(int(self.start + low * self.step), 0), count - 1)
        end = int(self.start + high * self.step) + 1
        return begin, min(max(end, begin + 1), count)
