"""A vertical text frame and what stands in its way go in; its tiers come out, each with the slots of its lines.

Lines of a tier run down the page and follow each other from right to left; tiers follow from top to foot (clreq §2.1).
"""

from layout.flow.grid import PageGrid
from layout.flow.slots import Obstacle, Slot
from layout.model.geometry import Rect
from layout.model.template import Frame


def tier_slots(
    grid: PageGrid, frame: Frame, rows: tuple[int, int], obstacles: tuple[Obstacle, ...]
) -> tuple[tuple[Slot, ...], ...]:
    """`frame.inner` tiers over the frame's rows, a gutter of whole rows between them; slots an obstacle meets are left
    out."""
    box = grid.box(frame.columns, rows)
    pitch, size = grid.house.row, grid.house.body
    count = (box.width - size) // pitch + 1
    tiers: list[tuple[Slot, ...]] = []
    for first, last in _shares(rows, frame.inner):
        top, foot = grid.top(first), grid.foot(last)
        slots = []
        for index in range(count):
            axis = box.right - size // 2 - index * pitch
            band = Rect(axis - size // 2, top, size, foot - top)
            blocked = any(o.how != "none" and o.box.grown(o.gap).meets(band) for o in obstacles)
            if not blocked:
                slots.append(Slot(index + 1, axis, top, foot - top, len(tiers) + 1))
        tiers.append(tuple(slots))
    return tuple(tiers)


def _shares(rows: tuple[int, int], count: int) -> list[tuple[int, int]]:
    """The rows divided in `count` equal tiers with one row free between two."""
    total = rows[1] - rows[0] + 1
    height = (total - (count - 1)) // count
    return [(rows[0] + i * (height + 1), rows[0] + i * (height + 1) + height - 1) for i in range(count)]
