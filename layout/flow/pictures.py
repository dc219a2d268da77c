"""A photo and its frame go in; the picture, cut to the frame's ratio, and its caption come out as a placed frame."""

from collections.abc import Iterator

from layout.flow.captions import caption_text, place_caption, under_rows
from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.flow.stack import place, stack
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedPicture
from layout.model.picture import Cut, Outline, PictureFile, cut_for
from layout.model.place import Source
from layout.model.story import Paragraph, Photo
from layout.model.template import Frame, Stand
from layout.model.units import Length, scaled


def place_photo(
    setting: Setting, grid: PageGrid, frame: Frame, photo: Photo
) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    """The photo in its frame. A frame with an open end takes the picture's own ratio; otherwise the picture is cut
    round its focus point. A caption under it takes the frame's last rows, so that the picture's foot stays on the
    grid."""
    file = setting.pictures.get(photo.path)
    text = caption_text(setting, grid, frame, photo)
    rows = _frame_rows(grid, frame, file, under_rows(grid, frame, text))
    whole = grid.box(frame.columns, rows)
    caption = place_caption(grid, frame, photo, text, rows)
    shown, cut = _shown(grid, frame, photo, file, caption.room)
    picture = PlacedPicture(photo.path, photo.place, shown, file, cut)
    lines = () if file else placeholder(setting, frame, photo, caption.room)
    lines += caption.lines
    filled = Rect(whole.x, whole.y, whole.width, max(whole.height, lines[-1].y - whole.y if lines else 0))
    placed = PlacedFrame(
        frame.name, "photo", filled, frame.columns, _rows(grid, frame, filled),
        pictures=(picture,), plates=caption.plates, lines=lines,
    )  # fmt: skip
    return placed, caption.findings


def _shown(grid: PageGrid, frame: Frame, photo: Photo, file: PictureFile | None, room: Rect) -> tuple[Rect, Cut | None]:
    """Where the picture stands and how much of it: all of it where its frame says so, else what fills the frame with
    its bleed."""
    if file and frame.fit == "whole":
        return fitted(file, room, frame.stand)
    box = grid.bled(room, frame.bleed)
    return box, cut_for(file, box.width, box.height, photo.focus) if file else None


def fitted(file: PictureFile, room: Rect, stand: Stand) -> tuple[Rect, Cut]:
    """The whole picture as large as the room lets it be, in the middle across, up or down as the frame says."""
    width = min(room.width, scaled(room.height, file.width, file.height))
    height = min(room.height, scaled(room.width, file.height, file.width))
    down = {"top": 0, "middle": (room.height - height) // 2, "foot": room.height - height}[stand]
    box = Rect(room.x + (room.width - width) // 2, room.y + down, width, height)
    return box, Cut(0, 0, file.width, file.height)


def placeholder(setting: Setting, frame: Frame, photo: Photo, box: Rect) -> tuple[PlacedLine, ...]:
    """What stands on the placeholder of a picture that cannot be read: which one it is."""
    body = setting.house.body
    inner = Rect(box.x + body, box.y + body, box.width - 2 * body, box.height - 2 * body)
    label = Paragraph("caption", photo.path, Source(photo.place.path))
    style = "caption" if frame.caption == "over" else dict(frame.styles).get("caption", "caption")
    return place(stack(setting, ((label, style),), max(inner.width, body)), inner, "horizontal")


def _frame_rows(grid: PageGrid, frame: Frame, file: PictureFile | None, caption: Length) -> tuple[int, int]:
    """The frame's rows; with an open end, as many as the picture's ratio asks for at this width, and its caption."""
    first, last = frame.lines
    if first and last:
        return first, last
    width = grid.box(frame.columns, (1, 1)).width
    height = scaled(width, file.height, file.width) if file else scaled(width, 2, 3)
    rows = min(grid.rows_for(height + caption), grid.house.rows)
    if not last:
        return first, min(first + rows - 1, grid.house.rows)
    return max(1, last - rows + 1), last


def _rows(grid: PageGrid, frame: Frame, box: Rect) -> tuple[int, int]:
    first, last = frame.lines
    rows = grid.rows_for(box.height)
    return (first, first + rows - 1) if first else (last - rows + 1, last)


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
