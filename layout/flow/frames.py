"""A template and what waits for it go in; every frame but the running text, placed, comes out.

With it comes what stands in the text's way, and what still waits for a later page.
"""

from layout.flow.boxes import box_items
from layout.flow.contents import Listing, place_contents
from layout.flow.grid import PageGrid
from layout.flow.heads import heading_for, set_block, tinted
from layout.flow.pictures import place_photo
from layout.flow.setting import Setting
from layout.flow.slots import Obstacle
from layout.model.finding import Finding
from layout.model.page import PlacedFrame
from layout.model.story import Box, Paragraph, Photo
from layout.model.template import Frame, PageTemplate
from layout.model.value import replace, value


@value(eq=False)
class Waiting:
    """What an entry brings for frames other than running text; used up page by page."""

    heading: tuple[Paragraph, ...] = ()
    photos: tuple[Photo, ...] = ()
    boxes: tuple[Box, ...] = ()
    texts: tuple[tuple[str, Paragraph], ...] = ()
    listings: tuple[Listing, ...] = ()


@value(eq=False)
class Placed:
    """The frames of a page, what stands in the text's way, and what still waits."""

    frames: tuple[PlacedFrame, ...]
    obstacles: tuple[Obstacle, ...]
    waiting: Waiting
    findings: tuple[Finding, ...] = ()


def place_frames(setting: Setting, grid: PageGrid, template: PageTemplate, waiting: Waiting) -> Placed:
    """Place the frames in the template's order; a frame whose content is used up takes no room."""
    opening = (role for frame in template.frames if frame.takes == "story" for role in frame.roles)
    claimed = frozenset((*(frame.takes for frame in template.frames), *opening))
    state = Placed((), (), waiting)
    for frame in template.frames:
        if frame.takes == "story":
            continue
        placed, waiting, found = _place(setting, grid, frame, state.waiting, claimed)
        frames, obstacles = state.frames, state.obstacles
        if placed is not None:
            frames = (*frames, placed)
            if frame.displaces != "none":
                obstacles = (*obstacles, Obstacle(frame.name, placed.box, frame.gap, frame.displaces))
        state = Placed(frames, obstacles, waiting, (*state.findings, *found))
    used = frozenset(p.role for frame in template.frames for p in heading_for(frame, waiting.heading, claimed))
    left = tuple(p for p in state.waiting.heading if p.role not in used)
    return replace(state, waiting=replace(state.waiting, heading=left))


_Result = tuple[PlacedFrame | None, Waiting, tuple[Finding, ...]]


def _place(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting, claimed: frozenset[str]) -> _Result:
    """One frame by what it takes."""
    if frame.takes == "photo":
        return _photo(setting, grid, frame, waiting)
    if frame.takes == "box":
        return _box(setting, grid, frame, waiting)
    if frame.takes == "contents":
        contents, left = place_contents(setting, grid, frame, waiting.listings)
        return contents, replace(waiting, listings=left), ()
    if frame.takes in ("tint", "rule"):
        block, found = set_block(setting, grid, frame, ())
        return block, waiting, found
    if frame.takes.startswith("text:"):
        name = frame.takes.removeprefix("text:")
        items = tuple((text, dict(frame.styles).get("text", name)) for key, text in waiting.texts if key == name)
    else:
        names = dict(frame.styles)
        items = tuple((p, names.get(p.role, p.role)) for p in heading_for(frame, waiting.heading, claimed))
    if not items:
        return None, waiting, ()
    block, found = set_block(setting, grid, frame, items)
    return block, waiting, found


def _photo(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    if not waiting.photos:
        return None, waiting, ()
    photo, *rest = waiting.photos
    placed, found = place_photo(setting, grid, frame, photo)
    if frame.tint:
        placed = replace(placed, fills=(tinted(frame.tint, placed.box), *placed.fills))
    return placed, replace(waiting, photos=tuple(rest)), found


def _box(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    """The first waiting box of a kind the frame wants."""
    box = next((box for box in waiting.boxes if not frame.kinds or box.kind in frame.kinds), None)
    if box is None:
        return None, waiting, ()
    placed, found = set_block(setting, grid, frame, box_items(box))
    return placed, replace(waiting, boxes=tuple(other for other in waiting.boxes if other is not box)), found
