"""A page with its frames in place goes in; those the fitter may make higher or lower come out, with their limits."""

from functools import lru_cache

from layout.flow.grid import text_columns
from layout.flow.heads import padding
from layout.flow.opening import Opened
from layout.flow.stretching import given, stretched, upwards
from layout.model.page import PlacedFrame
from layout.model.picture import LEAST_SHOWN, LEAST_WANTED, shown
from layout.model.place import Place
from layout.model.template import Frame, PageTemplate
from layout.model.units import Length, scaled
from layout.model.value import value

MANY = 1000
"""More rows than any page has."""
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


@lru_cache(maxsize=64)
def elastic_of(index: int, opened: Opened) -> tuple[Elastic, ...]:
    held = {placed.name: placed for placed in opened.placed.frames}
    groups: dict[tuple[int, int], list[Frame]] = {}
    for frame in opened.template.frames:
        if frame.elastic != (0, 0) and (all(frame.lines) or frame.takes == "photo"):
            groups.setdefault(frame.lines, []).append(frame)
    return tuple(
        _together(index, opened, group, standing)
        for group in groups.values()
        if (standing := [frame for frame in group if frame.name in held])
    )


def _together(index: int, opened: Opened, group: list[Frame], standing: list[Frame]) -> Elastic:
    """Frames over the same rows; their limits are those of what stands on the page."""
    names = tuple(frame.name for frame in group)
    moved = _moved(opened, names, -1)
    along = {one.name for one, other in zip(opened.template.frames, moved.frames, strict=True) if one != other}
    limits = [_limits(frame, opened, along) for frame in standing]
    least, most = max(least for least, _ in limits), min(most for _, most in limits)
    columns = gained(opened, names, -1)
    if not columns:
        columns, least = gained(opened, names, max(1, most)), 0
    return Elastic(index, names, columns, least, most) if columns else Elastic(index, names, 1, 0, 0)


def gained(opened: Opened, names: tuple[str, ...], by: int) -> int:
    """Slots of running text that each of so many rows given to these frames, or taken from them, is worth: one in each
    column of text that such a frame stands in the way of, or in all where the text follows them."""
    text, rows = opened.frame, opened.grid.house.rows
    if text is None:
        return 0
    after = next(frame for frame in _moved(opened, names, by).frames if frame.takes == "story")
    if after.lines != text.lines:
        return len(text_columns(opened.grid, text))
    held = {placed.name: placed for placed in opened.placed.frames}
    frames = [frame for frame in opened.template.frames if frame.name in names and frame.name in held]
    found = 0
    for text in opened.text_frames:
        boxes = [held[frame.name].box for frame in frames if _in_the_way(frame, held[frame.name], text, by, rows)]
        if text.direction == "vertical":
            return sum(frame.columns[1] - frame.columns[0] + 1 for frame in frames) if boxes else 0
        columns = text_columns(opened.grid, text)
        found += sum(any(box.x < x + width and x < box.right for box in boxes) for x, width in columns)
    return found


def _moved(opened: Opened, names: tuple[str, ...], by: int) -> PageTemplate:
    return stretched(opened.template, 0, {(0, name): by for name in names}, opened.grid.house.rows)


def _in_the_way(frame: Frame, placed: PlacedFrame, text: Frame, by: int, rows: int) -> bool:
    """Whether a row that the frame gives or takes is one of the text's."""
    first, last = placed.rows
    grown = max(0, by)
    edge = first - grown if upwards(frame, rows) else last + grown
    return frame.displaces != "none" and (text.lines[0] or 1) <= edge <= (text.lines[1] or rows)


def _limits(frame: Frame, opened: Opened, along: set[str]) -> tuple[int, int]:
    """What the frame may take and give on its page: at least a row stays, none lies off the type area, and none in
    another frame but those that go along; two that may grow towards each other have half the rows between them each."""
    placed, rows = next(one for one in opened.placed.frames if one.name == frame.name), opened.grid.house.rows
    first, last = placed.rows if not all(frame.lines) else frame.lines
    up = upwards(frame, rows)
    most = min(frame.elastic[1], first - 1 if up else rows - last)
    asked = {other.name: other for other in opened.template.frames}
    for standing in opened.placed.frames:
        other = asked.get(standing.name, STANDS)  # half a photo stands where the page before has it
        aside = standing.columns[1] < frame.columns[0] or frame.columns[1] < standing.columns[0]
        if other.name in along or other.takes in ("tint", "rule") or aside:
            continue
        between = first - standing.rows[1] - 1 if up else standing.rows[0] - last - 1
        if between >= 0:
            most = min(most, between // 2 if other.elastic[1] and upwards(other, rows) != up else between)
    fewer, more = _shapes(frame, placed, opened.grid.house.row)
    least = max(frame.elastic[0], first - last, -_spare(frame, placed, opened), fewer)
    return min(0, least), max(0, min(most, more))


def _shapes(frame: Frame, placed: PlacedFrame, row: Length) -> tuple[int, int]:
    """Rows that a frame of photos may lack, and have, beyond its own, so that enough of them is shown; none in which
    less is shown than now."""
    picture = placed.pictures[0] if placed.pictures else None
    if picture is None or picture.file is None or picture.cut is None or shown(picture.file, picture.cut) == 1000:
        return -MANY, MANY
    enough = LEAST_WANTED if frame.fit == "crop" else LEAST_SHOWN
    own = scaled(picture.box.width, picture.file.height, picture.file.width)
    high = picture.box.height
    lowest, highest = scaled(own, enough, 1000), scaled(own, 1000, enough)
    fewer = (high - lowest) // row if high > lowest else 0
    more = (highest - high) // row if highest > high else 0
    return given(frame) - fewer, given(frame) + more


def _spare(frame: Frame, placed: PlacedFrame, opened: Opened) -> int:
    """Rows that the frame has beyond its lines; a picture and vertical lines fit themselves to fewer."""
    first, last = placed.rows
    if placed.pictures or placed.direction == "vertical" or not placed.lines:
        return last - first
    first, last = frame.lines
    high = max(line.y for line in placed.lines) - min(line.y - line.shaped.style.size for line in placed.lines)
    return max(0, last - first + 1 - opened.grid.rows_for(sum(padding(frame)[:2]) + high))
