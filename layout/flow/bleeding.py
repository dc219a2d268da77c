"""A finished page goes in; findings for what lies over something else on it, or cannot run off it, come out."""

from collections.abc import Iterator

from layout.flow.evading import is_movable
from layout.flow.grid import PageGrid
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.template import PageTemplate
from layout.model.value import replace


def bled_over(page: Page) -> tuple[Finding, ...]:
    """Text that stands over a picture outside the picture's own frame, on no ground of its own. Text over the frame
    itself is meant, and furniture is the same on every page."""
    return tuple(
        replace(
            finding("PAGE-BLEED", picture.place, photo=picture.path, frame=frame.name, other=other.name),
            page=page.number,
        )
        for frame in page.frames
        for picture in frame.pictures
        if picture.box != frame.box
        for other in page.frames
        if other is not frame and other.takes != "furniture" and _beside(frame, other) and _covers(picture.box, other)
    )


def kept_back(grid: PageGrid, template: PageTemplate, frames: tuple[PlacedFrame, ...], page: int) -> Iterator[Finding]:
    """Photos that shall run off a side from which other columns part them: they end where their own columns do."""
    asked = {frame.name: frame for frame in template.frames if frame.bleed}
    for placed in frames:
        frame = asked.get(placed.name)
        if frame and placed.pictures and not {"outer", "inner"} <= set(frame.bleed):
            first = placed.pictures[0]
            for edge in unreached(grid, frame.columns, frame.bleed):
                yield finding("PAGE-BLEED-SIDE", first.place, page, photo=first.path, frame=frame.name, edge=edge)


def unreached(grid: PageGrid, columns: tuple[int, int], edges: tuple[str, ...]) -> Iterator[str]:
    """The sides of the page among these edges that the columns do not reach."""
    if grid.left_edge in edges and columns[0] > 1:
        yield grid.left_edge
    if grid.right_edge in edges and columns[1] < grid.grid.columns:
        yield grid.right_edge


def _covers(picture: Rect, frame: PlacedFrame) -> bool:
    """Whether the picture lies over a line of the frame."""
    return any(picture.meets(_room(line)) for line in frame.lines)


def _room(placed: PlacedLine) -> Rect:
    """Where the glyphs of a line stand."""
    size, length = placed.shaped.style.size, placed.line.natural + placed.line.adjust
    if placed.direction == "vertical":
        return Rect(placed.x - size // 2, placed.y, size, length)
    return Rect(placed.x, placed.y - size, length, size)


def _beside(frame: PlacedFrame, other: PlacedFrame) -> bool:
    return bool(other.lines) and not other.fills and not other.pictures and not other.box.meets(frame.box)


def grown_over(template: PageTemplate, frames: tuple[PlacedFrame, ...], page: int) -> Iterator[Finding]:
    """Frames with an open end that their content has carried into another one. One that begins within the other, as
    words on a photo do, is meant to lie there, but for a box that found no place clear of it."""
    ends = {frame.name: frame.lines[0] or frame.lines[1] for frame in template.frames if not all(frame.lines)}
    boxes = {frame.name for frame in template.frames if is_movable(frame)}
    filled = [frame for frame in frames if frame.lines or frame.pictures or frame.codes]
    for frame in (one for one in filled if one.name in ends and one.direction == "horizontal"):
        for other in filled:
            first, last = other.rows
            twice = other.name in ends and other.name < frame.name
            within = first <= ends[frame.name] <= last and not (frame.name in boxes and other.pictures)
            meant = twice or other is frame or within
            if not meant and frame.box.meets(_held(other)):
                at = frame.lines[0].shaped.paragraph.source.place(0) if frame.lines else None
                yield finding("PAGE-MEETS", at, page, frame=frame.name, other=other.name)


def _held(frame: PlacedFrame) -> Rect:
    """How much of its box the frame takes: all where it has a ground or a picture, else as far as its lines."""
    if frame.fills or frame.pictures or frame.codes:
        return frame.box
    vertical = frame.direction == "vertical"
    top = min(one.y - (0 if vertical else one.shaped.style.size) for one in frame.lines)
    foot = max(one.y + (one.line.natural if vertical else 0) for one in frame.lines)
    return replace(frame.box, y=top, height=foot - top)
