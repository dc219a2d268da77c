"""A finished page goes in; findings for photos come out that run over other frames on their way off the page."""

from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
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
