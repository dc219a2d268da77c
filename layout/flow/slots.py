"""A column and what stands in its way go in; the slots that lines may fill come out. Runaround lives here alone."""

from functools import lru_cache

from layout.flow.grid import PageGrid
from layout.model.geometry import Rect
from layout.model.style import House
from layout.model.template import Displaces
from layout.model.units import Length
from layout.model.value import value

MIN_SLOT_EM = 6
"""A slot beside a picture narrower than this many em is not used (ours; InDesign leaves it to the designer)."""

MIN_SEGMENT = 3
"""Rows above or below a picture that are worth filling (ours)."""


@value
class Slot:
    """Room for one line: x where it starts, y its baseline."""

    row: int
    x: Length
    y: Length
    length: Length
    column: int


@value
class Obstacle:
    """Something placed that text keeps away from by `gap`."""

    name: str
    box: Rect
    gap: Length
    how: Displaces
    strips: tuple[Rect, ...] = ()
    """of an `outline`: its visible parts; empty: its box"""

    def beside(self, band: Rect) -> Rect | None:
        """What of it stands in the way of a line, with its gap; None where the line runs clear of it."""
        box = self.box.grown(self.gap)
        if self.how == "none" or not box.meets(band):
            return None
        if self.how != "outline" or not self.strips:
            return box
        tall = Rect(band.x, band.y - self.gap, band.width, band.height + 2 * self.gap)
        near = [strip for strip in self.strips if strip.y < tall.foot and tall.y < strip.foot]
        if not near:
            return None
        left = min(strip.x for strip in near) - self.gap
        return Rect(left, band.y, max(strip.right for strip in near) + self.gap - left, band.height)


@lru_cache(maxsize=1024)
def column_slots(
    grid: PageGrid, column: tuple[Length, Length], index: int, rows: tuple[int, int], obstacles: tuple[Obstacle, ...]
) -> tuple[Slot, ...]:
    """The slots of one column from row to row; a row an obstacle covers has a shorter slot, or none."""
    slots = []
    x, width = column
    for row in range(rows[0], rows[1] + 1):
        band = Rect(x, grid.top(row), width, grid.house.body)
        room = free_room(band, obstacles, grid.house)
        if room is not None:
            slots.append(Slot(row, room[0], grid.baseline(row), room[1], index))
    return tuple(slots)


def segments(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], ...]:
    """The column divided where rows are missing: text above a picture ends there as at a column's foot. A stretch of
    fewer than MIN_SEGMENT rows beside a longer one stays empty (JLReq §4.3: no lone line at a picture)."""
    parts: list[list[Slot]] = []
    for slot in slots:
        if parts and slot.row == parts[-1][-1].row + 1:
            parts[-1].append(slot)
        else:
            parts.append([slot])
    longest = max(map(len, parts), default=0)
    return tuple(tuple(part) for part in parts if len(part) >= min(MIN_SEGMENT, longest))


def free_room(band: Rect, obstacles: tuple[Obstacle, ...], house: House) -> tuple[Length, Length] | None:
    """Start and length of the widest stretch of the band no obstacle covers; None where it is too narrow for text."""
    stretches = [(band.x, band.right)]
    for obstacle in obstacles:
        box = obstacle.beside(band)
        if box is None:
            continue
        if obstacle.how == "lines":
            if obstacle.box.x < band.right and band.x < obstacle.box.right:
                return None
            continue
        stretches = [part for stretch in stretches for part in _without(stretch, box.x, box.right)]
    if not stretches:
        return None
    start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    if end - start < min(MIN_SLOT_EM * house.body, band.width):
        return None
    return start, end - start


def _without(stretch: tuple[Length, Length], start: Length, end: Length) -> list[tuple[Length, Length]]:
    left, right = (stretch[0], min(stretch[1], start)), (max(stretch[0], end), stretch[1])
    return [part for part in (left, right) if part[1] > part[0]]
