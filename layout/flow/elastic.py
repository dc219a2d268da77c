"""A page with its frames in place goes in; those the fitter may make higher or lower come out, with their limits."""

from layout.flow.heads import padding
from layout.flow.opening import Opened
from layout.model.place import Place
from layout.model.template import Frame
from layout.model.value import value

STANDS = Frame("", "photo", (1, 1), (1, 1), Place(""))


@value
class Elastic:
    """Frames over the same rows that the fitter may make higher or lower together, by at least and at most so many
    rows, each worth `columns` slots."""

    page: int
    frames: tuple[str, ...]
    columns: int
    least: int
    most: int


def elastic_of(index: int, opened: Opened) -> list[Elastic]:
    held = {placed.name for placed in opened.placed.frames}
    groups: dict[tuple[int, int], list[Frame]] = {}
    for frame in opened.template.frames:
        if frame.name in held and frame.lines[0] and frame.lines[1] and frame.elastic != (0, 0):
            groups.setdefault(frame.lines, []).append(frame)
    limits = {lines: [_limits(frame, opened, group) for frame in group] for lines, group in groups.items()}
    return [
        Elastic(
            index,
            tuple(frame.name for frame in group),
            sum(frame.columns[1] - frame.columns[0] + 1 for frame in group),
            max(least for least, _ in limits[lines]),
            min(most for _, most in limits[lines]),
        )
        for lines, group in groups.items()
    ]


def _limits(frame: Frame, opened: Opened, group: list[Frame]) -> tuple[int, int]:
    """What the frame may take and give on its page: at least a row stays, none lies off the type area, and none in
    another frame; two that may grow towards each other have half the rows between them each. A frame with an open end
    is as high as its content, whatever it is allowed, so it is not asked."""
    (first, last), rows = frame.lines, opened.grid.house.rows
    up = last == rows
    most = min(frame.elastic[1], first - 1 if up else rows - last)
    asked = {other.name: other for other in opened.template.frames}
    for placed in opened.placed.frames:
        other = asked.get(placed.name, STANDS)  # half a photo stands where the page before has it
        aside = placed.columns[1] < frame.columns[0] or frame.columns[1] < placed.columns[0]
        if other in group or other.takes in ("tint", "rule") or aside:
            continue
        between = first - placed.rows[1] - 1 if up else placed.rows[0] - last - 1
        if between >= 0:
            most = min(most, between // 2 if other.elastic[1] and (other.lines[1] == rows) != up else between)
    return max(frame.elastic[0], first - last, -_spare(frame, opened)), max(0, most)


def _spare(frame: Frame, opened: Opened) -> int:
    """Rows that the frame has beyond its lines; a picture and vertical lines fit themselves to fewer."""
    first, last = frame.lines
    placed = next((placed for placed in opened.placed.frames if placed.name == frame.name), None)
    if placed is None or placed.pictures or placed.direction == "vertical" or not placed.lines:
        return last - first
    high = max(line.y for line in placed.lines) - min(line.y - line.shaped.style.size for line in placed.lines)
    return max(0, last - first + 1 - opened.grid.rows_for(sum(padding(frame)[:2]) + high))
