"""A template and what waits for it go in; every frame but the running text, placed, comes out.

With it comes what stands in the text's way, and what still waits for a later page.
"""

from layout.flow.adverts import delivered, place_advert
from layout.flow.boxes import box_items
from layout.flow.captions import TIGHT, caption_way, worded
from layout.flow.citing import cited, referred
from layout.flow.codes import is_code, place_code
from layout.flow.contents import place_contents
from layout.flow.evading import evaded, is_movable
from layout.flow.grid import PageGrid
from layout.flow.heads import heading_for, set_block, tinted
from layout.flow.listed import Listing
from layout.flow.matching import Deal, dealt
from layout.flow.pictures import cropped, place_photo, strips
from layout.flow.setting import Setting
from layout.flow.shaping import lower
from layout.flow.sharing import Shared, in_grid, ways
from layout.flow.slots import Obstacle
from layout.flow.spreads import Half, covered, facing, halves
from layout.flow.stack import place, stack
from layout.flow.table_text import shaped_table, too_wide
from layout.flow.tables import framed, height
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedLink
from layout.model.place import Place
from layout.model.story import Box, Note, Paragraph, Photo, Table
from layout.model.template import Frame, PageTemplate
from layout.model.units import Length
from layout.model.value import replace, value

Forms = tuple[tuple[Place, int], ...]
"""(photo, in which form its caption is taken), where that is not as it is written."""


@value(eq=False)
class Waiting:
    """What an entry brings for frames other than running text; used up page by page."""

    heading: tuple[Paragraph, ...] = ()
    photos: tuple[Photo, ...] = ()
    boxes: tuple[Box | Table, ...] = ()
    texts: tuple[tuple[str, Paragraph], ...] = ()
    listings: tuple[Listing, ...] = ()
    teasers: tuple[tuple[Photo, int], ...] = ()
    """pictures that announce stories, with the pages where these begin"""
    data: tuple[tuple[str, str], ...] = ()
    """texts of the issue by name, for codes: issn, number …"""
    said_at: tuple[tuple[str, Place], ...] = ()
    """where these are written"""
    halves: tuple[Half, ...] = ()
    """of photos over a spread, for the next page"""
    label: Paragraph | None = None
    """what marks the entry's adverts as such"""
    forms: Forms = ()
    dealt: Deal | None = None
    """which photos the frames of the next page take; None: the first that wait"""
    head_notes: tuple[Note, ...] = ()
    """of a story none of whose pages has running text: those to its heading stand below it"""
    air: Length = 0
    """added below each title of the contents"""
    pressed: int = 0
    """how much closer these stand than they should"""


@value(eq=False)
class Placed:
    """The frames of a page, what stands in the text's way, and what still waits."""

    frames: tuple[PlacedFrame, ...]
    obstacles: tuple[Obstacle, ...]
    waiting: Waiting
    findings: tuple[Finding, ...] = ()


def place_frames(
    setting: Setting, grid: PageGrid, template: PageTemplate, waiting: Waiting, shared: Shared | None = None
) -> Placed:
    """Place the frames in the template's order, those that may evade others last, round what stands there already; a
    frame whose content is used up takes no room."""
    opening = (role for frame in template.frames if frame.takes == "story" for role in frame.roles)
    claimed = frozenset((*(frame.takes for frame in template.frames), *opening))
    photos = delivered(setting, grid, template, waiting.photos)
    waiting = replace(waiting, photos=photos, dealt=dealt(template, photos) if waiting.dealt is None else waiting.dealt)
    count, state = len(waiting.halves), _halved(grid, waiting)
    if shared:
        frames, obstacles = in_grid(grid, shared), ways(shared)
        state = replace(state, frames=(*state.frames, *frames), obstacles=(*state.obstacles, *obstacles))
    for frame in sorted(template.frames, key=is_movable):
        if frame.takes == "story":
            continue
        placed, waiting, found = _place(setting, grid, frame, state, claimed)
        frames, obstacles = state.frames, state.obstacles
        if placed is not None:
            frames = (*frames, placed)
            if frame.displaces != "none":
                obstacles = (*obstacles, _obstacle(setting, frame, placed))
        state = Placed(frames, obstacles, waiting, (*state.findings, *found))
    used = frozenset(p.role for frame in template.frames for p in heading_for(frame, waiting.heading, claimed))
    left = tuple(p for p in state.waiting.heading if p.role not in used)
    found = (*state.findings, *covered(state.frames, count))
    return replace(state, waiting=replace(state.waiting, heading=left, dealt=None), findings=found)


def _halved(grid: PageGrid, waiting: Waiting) -> Placed:
    """The page with nothing on it but the halves of photos that the page before has begun."""
    frames = tuple(facing(grid, half) for half in waiting.halves)
    asked = [half.frame for half in waiting.halves]
    ways = (Obstacle(f.name, placed.box, f.gap, f.displaces) for f, placed in zip(asked, frames, strict=True))
    return Placed(frames, tuple(way for way in ways if way.how != "none"), replace(waiting, halves=()))


def _obstacle(setting: Setting, frame: Frame, placed: PlacedFrame) -> Obstacle:
    outline = setting.outlines.get(placed.pictures[0].path, ()) if placed.pictures else ()
    shape = strips(placed, outline) if frame.displaces == "outline" else ()
    return Obstacle(frame.name, placed.box, frame.gap, frame.displaces, shape)


_Result = tuple[PlacedFrame | None, Waiting, tuple[Finding, ...]]


def _place(setting: Setting, grid: PageGrid, frame: Frame, state: Placed, claimed: frozenset[str]) -> _Result:
    """One frame by what it takes."""
    waiting = state.waiting
    if frame.takes == "photo":
        return _photo(setting, grid, frame, waiting)
    if frame.takes == "advert":
        return _advert(setting, grid, frame, waiting)
    if frame.takes == "teaser":
        return _teaser(setting, grid, frame, waiting)
    if frame.takes == "box":
        return _box(setting, grid, frame, state)
    if frame.takes == "table":
        return _table(setting, grid, frame, waiting)
    if is_code(frame.takes):
        code, found = place_code(setting, grid, frame, dict(waiting.data), dict(waiting.said_at))
        return code, waiting, found
    if frame.takes == "contents":
        pictures = tuple(placed.box for placed in state.frames if placed.pictures)
        contents, left = place_contents(setting, grid, frame, waiting.listings, pictures, waiting.air, waiting.pressed)
        return contents, replace(waiting, listings=left), ()
    if frame.takes in ("tint", "rule"):
        block, found = set_block(setting, grid, frame, ())
        return block, waiting, found
    if frame.takes.startswith("text:"):
        name = frame.takes.removeprefix("text:")
        items = tuple((text, dict(frame.styles).get("text", name)) for key, text in waiting.texts if key == name)
    else:
        names = dict(frame.styles)
        heads = heading_for(frame, waiting.heading, claimed)
        notes = cited(referred(*heads), waiting.head_notes) if waiting.head_notes else ()
        items = tuple((p, names.get(p.role, p.role)) for p in (*heads, *(note.paragraph for note in notes)))
    if not items:
        return None, waiting, ()
    beside = tuple((text, key) for key, text in waiting.texts if key == frame.beside)
    block, found = set_block(setting, grid, frame, items, beside)
    return block, waiting, found


def _photo(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    group = dict(waiting.dealt or ()).get(frame.name, ())
    if not group:
        return None, waiting, ()
    form = max((dict(waiting.forms).get(one.place, 0) for one in group), default=0) if waiting.forms else 0
    placed, found = place_photo(setting, grid, frame, *worded(group, form), looseness=-(form & TIGHT))
    if frame.tint and caption_way(frame) != "over":  # there the tint is the ground of the caption
        placed = replace(placed, fills=(tinted(frame.tint, placed.box), *placed.fills))
    waiting = replace(
        waiting, photos=tuple(other for other in waiting.photos if all(other is not one for one in group))
    )
    if not frame.spread:
        return placed, waiting, (*found, *cropped(grid, frame, group, placed.pictures))
    photo = group[0]
    if grid.side == "recto":
        return placed, waiting, (*found, finding("PAGE-SPREAD", photo.place, photo=photo.path, frame=frame.name))
    placed, half = halves(grid, frame, photo, placed)
    found = (*found, *cropped(grid, frame, group, (*placed.pictures, half.picture)))
    return placed, replace(waiting, halves=(*waiting.halves, half)), found


def _advert(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    if not waiting.photos:
        return None, waiting, ()
    placed, half, found = place_advert(setting, grid, frame, waiting.photos[0], waiting.label)
    later = (*waiting.halves, half) if half else waiting.halves
    return placed, replace(waiting, photos=waiting.photos[1:], halves=later), found


def _teaser(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    """The next picture that announces a story, leading there in proofs."""
    if not waiting.teasers:
        return None, waiting, ()
    (photo, page), *rest = waiting.teasers
    placed, found = place_photo(setting, grid, lower(setting, grid, frame, photo), photo)
    placed = replace(placed, links=(PlacedLink(placed.box, page),))
    return replace(placed, takes="teaser"), replace(waiting, teasers=tuple(rest)), found


def _box(setting: Setting, grid: PageGrid, frame: Frame, state: Placed) -> _Result:
    """The first waiting box of a kind the frame wants, clear of what stands on the page."""
    waiting = state.waiting
    boxes = (box for box in waiting.boxes if isinstance(box, Box) and (not frame.kinds or box.kind in frame.kinds))
    if (box := next(boxes, None)) is None:
        return None, waiting, ()
    names = dict(frame.styles)
    items = tuple((paragraph, names.get(style, style)) for paragraph, style in box_items(box))
    placed, found = set_block(setting, grid, frame, items)
    if is_movable(frame) and (clear := evaded(grid, frame, placed.rows, state.obstacles)) != frame:
        placed, found = set_block(setting, grid, clear, items)
    return placed, replace(waiting, boxes=tuple(other for other in waiting.boxes if other is not box)), found


def _table(setting: Setting, grid: PageGrid, frame: Frame, waiting: Waiting) -> _Result:
    """The first waiting table, whole; an open end of the frame is as far as it needs."""
    table = next((table for table in waiting.boxes if isinstance(table, Table)), None)
    if table is None:
        return None, waiting, ()
    text = shaped_table(setting, table)
    x, width = grid.column(*frame.columns)
    measure, row, most = width - 2 * frame.inset, setting.house.row, setting.house.rows
    notes = stack(setting, [(note, "note") for note in table.notes], measure)
    high, pad = height(text, measure), -(-frame.inset // row)
    need = high + 2 * pad + -(-notes.depth // row)
    first, last = frame.lines
    rows = (first or max(1, last - need + 1), last or min(first + need - 1, most))
    spare = max(0, rows[1] - rows[0] + 1 - need)
    begin = rows[0] + pad + {"top": 0, "middle": spare // 2, "foot": spare}[frame.stand]
    box = grid.box(frame.columns, rows)
    inner = Rect(x + frame.inset, box.y, measure, box.height)
    set_table = framed(text, inner, (begin, rows[1]), grid.baseline(begin))
    lines = tuple(PlacedLine(c.shaped, c.line, c.slot.x, c.slot.y, c.slot.row) for c in set_table.cells)
    lines += place(notes, Rect(inner.x, grid.top(begin + high), measure, notes.depth), "horizontal")
    fills = (tinted(frame.tint, grid.bled(box, frame.bleed)),) if frame.tint else ()
    placed = PlacedFrame(frame.name, "table", box, frame.columns, rows, fills=fills, rules=set_table.rules, lines=lines)
    over = need - (rows[1] - rows[0] + 1)
    found = too_wide(text, lines)
    if over > 0:
        found += (finding("PAGE-FRAME-FULL", table.place, frame=frame.name, lines=over),)
    return placed, replace(waiting, boxes=tuple(other for other in waiting.boxes if other is not table)), found
