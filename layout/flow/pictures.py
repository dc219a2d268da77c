"""A photo and its frame go in; the picture, cut to the frame's ratio, and its caption come out as a placed frame."""

from collections.abc import Iterator

from layout.flow.abreast import boxes, height, together
from layout.flow.captions import caption_text, caption_way, followed, photo_text, place_caption, under_rows
from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.flow.spreads import CENTRE
from layout.flow.stack import place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedPicture
from layout.model.picture import LEAST_SHOWN, LEAST_WANTED, Cut, Outline, PictureFile, cut_for, shown
from layout.model.place import Source
from layout.model.story import Paragraph, Photo
from layout.model.template import Frame, Stand
from layout.model.units import INCH, MM, Length, scaled
from layout.model.value import replace

FOCUS_AIR = 5 * MM
"""Least distance of a focus point from the edge at which its picture is trimmed (ours)."""


def place_photo(
    setting: Setting, grid: PageGrid, frame: Frame, *photos: Photo, looseness: int = 0
) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    """The photo in its frame, or several side by side, of one height and under one caption. A frame with an open end
    takes the picture's own ratio; otherwise the picture is cut round its focus point. A caption under it takes the
    frame's last rows, so that the picture's foot stays on the grid; `looseness`: lines more or fewer asked of it."""
    files = tuple(setting.pictures.get(photo.path) for photo in photos)
    whole_shown = any(shown_whole(setting, frame, photo) for photo in photos)
    frame = replace(frame, bleed=()) if whole_shown else frame
    said = said_of(photos)
    text = caption_text(setting, grid, frame, said, looseness)
    rows = _frame_rows(grid, frame, photos, files, under_rows(grid, frame, text))
    whole = grid.box(frame.columns, rows)
    caption = place_caption(grid, frame, said, text, rows)
    pictures, lines = list[PlacedPicture](), tuple[PlacedLine, ...]()
    bled = grid.bled(caption.room, frame.bleed)
    rooms = zip(boxes(files, bled, grid.grid.gutter), boxes(files, caption.room, grid.grid.gutter), strict=True)
    for photo, file, (box, room) in zip(photos, files, rooms, strict=True):
        seen, cut = _shown(setting, frame, photo, file, box)
        pictures.append(PlacedPicture(photo.path, photo.place, seen, file, cut))
        lines += () if file else placeholder(setting, frame, photo, room)
    lines += followed(frame, [picture.box for picture in pictures], caption) if whole_shown else caption.lines
    filled = Rect(whole.x, whole.y, whole.width, max(whole.height, lines[-1].y - whole.y if lines else 0))
    placed = PlacedFrame(
        frame.name, "photo", filled, frame.columns, _rows(grid, frame, rows, filled),
        pictures=tuple(pictures), plates=caption.plates, lines=lines,
    )  # fmt: skip
    return placed, caption.findings


def cropped(
    grid: PageGrid, frame: Frame, photos: tuple[Photo, ...], pictures: tuple[PlacedPicture, ...]
) -> Iterator[Finding]:
    """A finding for each photo of the frame of which too little is shown, or whose focus point is cut off with the
    bleed; the halves of a photo over a spread are one."""
    for at, photo in enumerate(photos):
        parts = pictures if frame.spread else pictures[at : at + 1]
        file, cuts = parts[0].file, [part.cut for part in parts if part.cut]
        if file is None or not cuts:
            continue
        box, share = parts[0].box, shown(file, *cuts)
        if share < (LEAST_WANTED if photo.cut or frame.fit == "crop" else LEAST_SHOWN):
            yield finding("PAGE-CROPPED", photo.place, box=box, photo=photo.path, frame=frame.name, percent=share // 10)
        if photo.focus != CENTRE and not any(_is_seen(grid, part, photo.focus) for part in parts):
            yield finding("PAGE-FOCUS", photo.place, box=box, photo=photo.path, frame=frame.name, air=FOCUS_AIR // MM)


def _is_seen(grid: PageGrid, picture: PlacedPicture, focus: tuple[int, int]) -> bool:
    """Whether the focus point stands on the page, some air from where its picture is trimmed."""
    box, cut, file = picture.box, picture.cut, picture.file
    assert cut is not None and file is not None  # asked by cropped()
    x = box.x + scaled(box.width, scaled(file.width, focus[0], 1000) - cut.left, cut.width)
    y = box.y + scaled(box.height, scaled(file.height, focus[1], 1000) - cut.top, cut.height)
    left = FOCUS_AIR if box.x < 0 else 0
    top = FOCUS_AIR if box.y < 0 else 0
    right = grid.house.width - (FOCUS_AIR if box.right > grid.house.width else 0)
    foot = grid.house.height - (FOCUS_AIR if box.foot > grid.house.height else 0)
    return max(left, box.x) <= x <= min(right, box.right) and max(top, box.y) <= y <= min(foot, box.foot)


def rows_of(
    setting: Setting, grid: PageGrid, frame: Frame, photos: tuple[Photo, ...], looseness: int = 0
) -> tuple[int, int]:
    """Rows that the photos take in their frame, and those of them that their caption takes under them."""
    files = tuple(setting.pictures.get(photo.path) for photo in photos)
    under = under_rows(grid, frame, caption_text(setting, grid, frame, said_of(photos), looseness))
    first, last = _frame_rows(grid, frame, photos, files, under)
    return last - first + 1, under // grid.house.row


def said_of(photos: tuple[Photo, ...]) -> Photo:
    """The first of the photos that stand in one frame with the captions of all."""
    return together(photos, tuple(filter(None, map(photo_text, photos))))


def _shown(
    setting: Setting, frame: Frame, photo: Photo, file: PictureFile | None, box: Rect
) -> tuple[Rect, Cut | None]:
    """Where the picture stands and how much of it: all of it, or what fills the box."""
    if file and shown_whole(setting, frame, photo):
        return fitted(file, box, frame.stand)
    return box, cut_for(file, box.width, box.height, photo.focus) if file else None


def shown_whole(setting: Setting, frame: Frame, photo: Photo) -> bool:
    """Whether nothing of the picture is cut off: where the manuscript or its frame says so, and of a cut-out that text
    follows, where the frame does not say otherwise."""
    cut_out = frame.displaces == "outline" and bool(setting.outlines.get(photo.path))
    return photo.whole or frame.fit == "whole" or (frame.fit is None and cut_out)


def fitted(file: PictureFile, room: Rect, stand: Stand) -> tuple[Rect, Cut]:
    """The whole picture as large as the room lets it be, in the middle across, up or down as the frame says."""
    width = min(room.width, scaled(room.height, file.width, file.height))
    height = min(room.height, scaled(room.width, file.height, file.width))
    down = {"top": 0, "middle": (room.height - height) // 2, "foot": room.height - height}[stand]
    box = Rect(room.x + (room.width - width) // 2, room.y + down, width, height)
    return box, Cut(0, 0, file.width, file.height)


def placeholder(setting: Setting, frame: Frame, photo: Photo, box: Rect) -> tuple[PlacedLine, ...]:
    """What stands on the placeholder of a picture that cannot be read: which one it is, and what size is wanted; clear
    of the cross from corner to corner."""
    inner = Rect(box.x + box.width // 5, box.y + setting.house.body, box.width * 3 // 5, box.height)
    wide, high = (f"{side / MM:.0f}" for side in (box.width, box.height))
    ppi = setting.resolution.wanted
    pixels = f"{-(-box.width * ppi // INCH)}×{-(-box.height * ppi // INCH)}"
    said = (photo.path, f"{wide}×{high} mm, {pixels} px")
    style = "caption" if caption_way(frame) == "over" else dict(frame.styles).get("caption", "caption")
    items = tuple((Paragraph("caption", text, Source(photo.place.path)), style) for text in said)
    return place(stack(setting, items, max(inner.width, setting.house.body)), inner, "horizontal")


def _frame_rows(
    grid: PageGrid,
    frame: Frame,
    photos: tuple[Photo, ...],
    files: tuple[PictureFile | None, ...],
    caption: Length,
) -> tuple[int, int]:
    """The frame's rows; with an open end, as many as the picture's ratio asks for at this width, and its caption, and
    what the fitter gives it beyond that. No more where the manuscript wants nothing of it cut."""
    first, last = frame.lines
    if first and last and not (frame.displaces == "lines" and all(photo.whole for photo in photos)):
        return first, last
    width = grid.box(frame.columns, (1, 1)).width
    rows = grid.rows_for(height(files, width, grid.grid.gutter) + caption) + frame.given
    rows = max(1, min(rows, grid.house.rows, last - first + 1 if first and last else rows))
    if first and last < grid.house.rows:
        return first, min(first + rows - 1, grid.house.rows)
    return max(1, last - rows + 1), last


def _rows(grid: PageGrid, frame: Frame, asked: tuple[int, int], box: Rect) -> tuple[int, int]:
    (first, last), rows = asked, grid.rows_for(box.height)
    return (first, first + rows - 1) if frame.lines[0] else (last - rows + 1, last)


def strips(placed: PlacedFrame, outline: Outline) -> tuple[Rect, ...]:
    """What text runs round instead of the frame's box: the visible part of each row of its cut-out, and the place of
    the caption below it. Empty for a picture that has no outline, and for a frame without a picture."""
    picture = placed.pictures[0] if placed.pictures else None
    if not outline or picture is None or picture.cut is None or picture.file is None:
        return ()
    below = placed.box.foot - picture.box.foot
    caption = (Rect(placed.box.x, picture.box.foot, placed.box.width, below),) if below > 0 else ()
    return (*_visible(picture, outline), *caption)


def _visible(picture: PlacedPicture, outline: Outline) -> Iterator[Rect]:
    box, cut, file = picture.box, picture.cut, picture.file
    assert cut is not None and file is not None  # asked by strips()
    for index, ends in enumerate(outline):
        top, foot = (scaled(file.height, at, len(outline)) - cut.top for at in (index, index + 1))
        if ends is None or foot <= 0 or top >= cut.height:
            continue
        left, right = (min(max(scaled(file.width, end, 1000) - cut.left, 0), cut.width) for end in ends)
        x, y = box.x + scaled(box.width, left, cut.width), box.y + scaled(box.height, max(0, top), cut.height)
        end = box.y + scaled(box.height, min(foot, cut.height), cut.height)
        if right > left:
            yield Rect(x, y, box.x + scaled(box.width, right, cut.width) - x, end - y)
