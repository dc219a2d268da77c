"""A photo, its frame and the frame's box go in; the room left to the picture and the caption at its place come out."""

from collections.abc import Sequence
from functools import lru_cache

from layout.flow.citing import cited, referred
from layout.flow.grid import PageGrid
from layout.flow.heads import tinted
from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedLine
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Photo
from layout.model.template import Frame
from layout.model.units import Length, scaled
from layout.model.value import replace, value

AIR = 700
"""Per mille of the caption's size between a picture and its caption (ours: ½–1 of the size reads as belonging)."""
LEAST = 4
"""A picture keeps a quarter of its frame's height, however long its caption is."""
PLATE = "ink 90%"
"""Ground of a caption over a picture where its frame has no tint and its style no outline. Not solid: solid black would
overprint the picture (GWG 2022 R0009) and go beyond the ink limit in its shadows."""
PLATE_AIR = 500
"""Per mille of the caption's size between the text over a picture and the edge of its ground (ours)."""

TIGHT, SHORT = 1, 2
"""Forms of a caption that takes fewer rows: asked for a line fewer, in the manuscript's shorter words, or (3) both."""


@value(eq=False)
class Caption:
    """What a caption leaves to its picture, and where it stands."""

    room: Rect
    """of the picture, without bleed"""
    lines: tuple[PlacedLine, ...] = ()
    plates: tuple[PlacedFill, ...] = ()
    findings: tuple[Finding, ...] = ()


def caption_text(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo, looseness: int = 0) -> Stack | None:
    """The caption set to the width it has in its frame, its credit on lines of its own where the frame gives that a
    style; None where the photo has none, it shows nothing, or the frame shows none. `looseness`: lines more or fewer
    that it is asked for."""
    styles = _styles(frame)
    apart = photo.credit if "credit" in styles and photo.caption and photo.caption.text else None
    paragraph = photo.caption if apart else photo_text(photo)
    way = caption_way(frame)
    if paragraph is None or way == "none":
        return None
    style = styles.get("caption", "caption-over" if way == "over" else "caption")
    measure = _text_box(grid, frame, (1, 1)).width
    if way == "over":
        size = setting.shape(paragraph, style, "horizontal").style.size
        measure -= 2 * scaled(size, PLATE_AIR, 1000)
    items = [(paragraph, style)] + ([(apart, styles["credit"])] if apart else [])
    if photo.notes:
        notes = cited(referred(paragraph, apart), photo.notes)
        items += [(note.paragraph, style if way == "over" else styles.get("note", "note")) for note in notes]
    text = stack(setting, items, measure, looseness=looseness)
    return text if text.lines else None


def _styles(frame: Frame) -> dict[str, str]:
    """The styles of the frame's captions; those made for paper are not taken over a picture."""
    return {} if frame.caption != "over" and caption_way(frame) == "over" else dict(frame.styles)


def caption_way(frame: Frame) -> str:
    """Where the frame's captions stand. A frame of one column has no side of its own and has them under the picture;
    under a picture that runs off the foot nothing is left of the page: there they stand over it, on a ground."""
    if frame.caption == "beside" and frame.columns[0] != frame.columns[1] or frame.caption in ("over", "none"):
        return frame.caption
    return "over" if "foot" in frame.bleed else "under"


def under_rows(grid: PageGrid, frame: Frame, text: Stack | None) -> Length:
    """Height in whole rows of the grid that a caption under its picture takes of the frame."""
    if text is None or caption_way(frame) != "under":
        return 0
    row = grid.house.row
    return -(-(text.depth + _air(text)) // row) * row


def place_caption(grid: PageGrid, frame: Frame, photo: Photo, text: Stack | None, rows: tuple[int, int]) -> Caption:
    """The caption of the photo in the rows of its frame: on the last ones, over the picture's foot, or in the frame's
    last column at the picture's foot."""
    whole = grid.box(frame.columns, rows)
    if text is None:
        return Caption(whole)
    box = _text_box(grid, frame, rows)
    way = caption_way(frame)
    if way == "over":
        return _over(frame, text, whole, box)
    if way == "beside":
        x, width = grid.column(frame.columns[0], frame.columns[1] - 1)
        found = _too_long(grid, frame, photo, text.depth - whole.height)
        return Caption(
            Rect(x, whole.y, width, whole.height), place(text, box, "horizontal", "foot"), (), (*text.findings, *found)
        )
    left, least = whole.height - under_rows(grid, frame, text), whole.height // LEAST
    room = Rect(whole.x, whole.y, whole.width, max(left, least))
    under = Rect(box.x, room.foot + _air(text), box.width, text.depth)
    found = _too_long(grid, frame, photo, least - left)
    return Caption(room, place(text, under, "horizontal"), (), (*text.findings, *found))


def followed(frame: Frame, shown: Sequence[Rect], caption: Caption) -> tuple[PlacedLine, ...]:
    """The lines of a caption under pictures that are shown whole and do not fill their room: they follow the lowest
    foot, and begin at the first one's side where the pictures are as wide together as they are."""
    if caption_way(frame) != "under":
        return caption.lines
    left, room = shown[0].x, caption.room
    wide = max(box.right for box in shown) - left
    narrow = all(one.line.natural + one.line.adjust <= wide for one in caption.lines)
    aside, up = (left - room.x) * narrow, room.foot - max(box.foot for box in shown)
    return tuple(replace(one, x=one.x + aside, y=one.y - up) for one in caption.lines)


def _over(frame: Frame, text: Stack, whole: Rect, box: Rect) -> Caption:
    air = scaled(text.lines[0].shaped.style.size, PLATE_AIR, 1000)
    wide = max(stacked.line.natural + stacked.line.adjust for stacked in text.lines)
    foot = whole.foot - frame.inset - air
    lines = place(text, Rect(box.x + air, foot - text.depth, box.width - 2 * air, text.depth), "horizontal")
    plate = Rect(box.x, foot - text.depth - air, wide + 2 * air, text.depth + 2 * air)
    tint = frame.tint if frame.caption == "over" else ""
    ground = tint or ("" if text.lines[0].shaped.style.outline else PLATE)
    return Caption(whole, lines, (tinted(ground, plate),) if ground else (), text.findings)


def _text_box(grid: PageGrid, frame: Frame, rows: tuple[int, int]) -> Rect:
    """The part of the frame that a caption may fill."""
    way = caption_way(frame)
    box = grid.box((frame.columns[1], frame.columns[1]) if way == "beside" else frame.columns, rows)
    return Rect(box.x + frame.inset, box.y, box.width - 2 * frame.inset, box.height) if way == "over" else box


def _too_long(grid: PageGrid, frame: Frame, photo: Photo, over: Length) -> tuple[Finding, ...]:
    if over <= 0:
        return ()
    return (finding("PAGE-FRAME-FULL", photo.place, frame=frame.name, lines=-(-over // grid.house.row)),)


@lru_cache(maxsize=256)
def photo_text(photo: Photo) -> Paragraph | None:
    """Caption and credit as one paragraph: the credit follows after an em space, in the character style `credit`."""
    if photo.caption is None or not photo.caption.text:
        return photo.credit if photo.credit and photo.credit.text else None
    if photo.credit is None or not photo.credit.text:
        return photo.caption
    start = len(photo.caption.text) + 1
    text = f"{photo.caption.text}\u3000{photo.credit.text}"
    credit = Mark(start, len(text), "style", "credit")
    said = tuple(replace(mark, start=mark.start + start, end=mark.end + start) for mark in photo.credit.marks)
    runs = photo.caption.source.runs + tuple((start + at, row, column) for at, row, column in photo.credit.source.runs)
    return Paragraph("caption", text, Source(photo.caption.source.path, runs), (*photo.caption.marks, credit, *said))


def worded(photos: tuple[Photo, ...], form: int) -> tuple[Photo, ...]:
    """The photos with their shorter captions, where the form asks for them and the manuscript has them."""
    if not form & SHORT:
        return photos
    return tuple(replace(photo, caption=photo.short) if photo.short else photo for photo in photos)


def _air(text: Stack) -> Length:
    return scaled(text.lines[0].shaped.style.size, AIR, 1000)
