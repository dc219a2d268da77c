"""A finished page goes in; findings for what lies over something else on it come out."""

from collections.abc import Iterator

from layout.flow.evading import is_movable
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame
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
        if other is not frame and other.takes != "furniture" and _beside(frame, other) and other.box.meets(picture.box)
    )


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
