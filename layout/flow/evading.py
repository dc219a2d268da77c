"""A box of an open end and what stands on the page go in; its frame where nothing is in the way comes out."""

from collections.abc import Iterable

from layout.flow.grid import PageGrid
from layout.flow.slots import Obstacle
from layout.model.geometry import Rect
from layout.model.template import Frame
from layout.model.value import replace


def is_movable(frame: Frame) -> bool:
    """Whether the frame's content may stand farther down, or up, than its template has it: a box with an open end that
    text keeps clear of. Such frames are placed behind the others."""
    return frame.takes == "box" and frame.displaces != "none" and not all(frame.lines)


def evaded(grid: PageGrid, frame: Frame, rows: tuple[int, int], obstacles: Iterable[Obstacle]) -> Frame:
    """The frame moved to the nearest rows on which its content meets nothing that is placed: away from its fixed end as
    far as the page goes, else the other way; as it is where there is no such place."""
    ways = tuple(obstacles)
    high, fixed = rows[1] - rows[0], rows[0] if frame.lines[0] else rows[1]
    down, up = range(rows[0], grid.house.rows - high + 1), range(rows[0], 0, -1)
    for first in (*down, *up) if frame.lines[0] else (*up, *down):
        box = grid.box(frame.columns, (first, first + high))
        if not any(_in_the_way(obstacle, box) for obstacle in ways):
            shift = first - rows[0]
            return replace(frame, lines=(fixed + shift, 0) if frame.lines[0] else (0, fixed + shift))
    return frame


def _in_the_way(obstacle: Obstacle, box: Rect) -> bool:
    held = obstacle.box
    return box.meets(Rect(held.x, held.y - obstacle.gap, held.width, held.height + 2 * obstacle.gap))
