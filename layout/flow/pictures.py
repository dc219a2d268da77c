"""A photo and its frame go in; the picture, cut to the frame's ratio, and its caption come out as a placed frame."""

from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine, PlacedPicture
from layout.model.picture import cut_for
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Photo
from layout.model.template import Frame
from layout.model.units import Length, scaled

CAPTION_AIR = 700
"""Per mille of the caption's size between a picture and its caption (ours: ½–1 of the size reads as belonging)."""
LEAST = 4
"""A picture keeps a quarter of its frame's height, however long its caption is."""


def place_photo(
    setting: Setting, grid: PageGrid, frame: Frame, photo: Photo
) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    """The photo in its frame. A frame with an open end takes the picture's own ratio; otherwise the picture is cut
    round its focus point. The caption takes the frame's last rows, so that the picture's foot stays on the grid."""
    text = _caption(setting, photo, frame, grid) if frame.caption == "under" else None
    whole = _frame_box(setting, grid, frame, photo, text)
    box = whole
    found: tuple[Finding, ...] = ()
    if text is not None:
        left = whole.height - -(-(text.depth + _air(text)) // setting.house.row) * setting.house.row
        box = Rect(whole.x, whole.y, whole.width, max(left, whole.height // LEAST))
        found = text.findings
        if left < box.height:
            lines_over = -(-(box.height - left) // setting.house.row)
            found += (finding("PAGE-FRAME-FULL", photo.place, frame=frame.name, lines=lines_over),)
    file = setting.pictures.get(photo.path)
    shown = grid.bled(box, frame.bleed)
    cut = cut_for(file, shown.width, shown.height, photo.focus) if file else None
    picture = PlacedPicture(photo.path, photo.place, shown, file, cut)
    lines = () if file else _label(setting, frame, photo, box)
    if text is not None:
        inner = grid.box(frame.columns, (1, 1))
        under_box = Rect(inner.x, box.foot + _air(text), inner.width, text.depth)
        lines += place(text, under_box, "horizontal")
    filled = Rect(whole.x, whole.y, whole.width, max(whole.height, lines[-1].y - whole.y if lines else 0))
    placed = PlacedFrame(
        frame.name, "photo", filled, frame.columns, _rows(grid, frame, filled), pictures=(picture,), lines=lines
    )
    return placed, found


def _label(setting: Setting, frame: Frame, photo: Photo, box: Rect) -> tuple[PlacedLine, ...]:
    """What stands on the placeholder of a picture that cannot be read: which one it is."""
    body = setting.house.body
    inner = Rect(box.x + body, box.y + body, box.width - 2 * body, box.height - 2 * body)
    label = Paragraph("caption", photo.path, Source(photo.place.path))
    style = dict(frame.styles).get("caption", "caption")
    return place(stack(setting, ((label, style),), max(inner.width, body)), inner, "horizontal")


def photo_text(photo: Photo) -> Paragraph | None:
    """Caption and credit as one paragraph: the credit follows after an em space, in the character style `credit`."""
    if photo.caption is None or not photo.caption.text:
        return photo.credit if photo.credit and photo.credit.text else None
    if photo.credit is None or not photo.credit.text:
        return photo.caption
    start = len(photo.caption.text) + 1
    text = f"{photo.caption.text}\u3000{photo.credit.text}"
    credit = Mark(start, len(text), "style", "credit")
    runs = photo.caption.source.runs + tuple((start + at, row, column) for at, row, column in photo.credit.source.runs)
    return Paragraph("caption", text, Source(photo.caption.source.path, runs), (*photo.caption.marks, credit))


def _caption(setting: Setting, photo: Photo, frame: Frame, grid: PageGrid) -> Stack | None:
    paragraph = photo_text(photo)
    if paragraph is None:
        return None
    style = dict(frame.styles).get("caption", "caption")
    return stack(setting, ((paragraph, style),), grid.box(frame.columns, (1, 1)).width)


def _air(text: Stack) -> Length:
    return scaled(text.lines[0].shaped.style.size, CAPTION_AIR, 1000) if text.lines else 0


def _frame_box(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo, text: Stack | None) -> Rect:
    """The frame's box; with an open end, as high as the picture's ratio asks at this width, in whole rows."""
    first, last = frame.lines
    if first and last:
        return grid.box(frame.columns, frame.lines)
    width = grid.box(frame.columns, (1, 1)).width
    file = setting.pictures.get(photo.path)
    height = scaled(width, file.height, file.width) if file else scaled(width, 2, 3)
    if text is not None:
        height += -(-(text.depth + _air(text)) // setting.house.row) * setting.house.row
    rows = min(grid.rows_for(height), setting.house.rows)
    if not last:
        return grid.box(frame.columns, (first, min(first + rows - 1, setting.house.rows)))
    return grid.box(frame.columns, (max(1, last - rows + 1), last))


def _rows(grid: PageGrid, frame: Frame, box: Rect) -> tuple[int, int]:
    first, last = frame.lines
    rows = grid.rows_for(box.height)
    return (first, first + rows - 1) if first else (last - rows + 1, last)
