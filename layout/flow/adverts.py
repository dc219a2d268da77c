"""A supplied advert and its frame go in; the advert at its place comes out, marked as one, with what is wrong with it.

What an advertiser supplies is not cut: one made to the trimmed size has a message that may reach its edge. So it fills
its place with the bleed only where it has the shape for that.
"""

from layout.flow.grid import PageGrid
from layout.flow.heads import tinted
from layout.flow.pictures import fitted, placeholder
from layout.flow.setting import Setting
from layout.flow.spreads import Half, halves
from layout.flow.stack import place, stack
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFill, PlacedFrame, PlacedLine, PlacedPicture
from layout.model.picture import PictureFile, cut_for
from layout.model.story import Paragraph, Photo
from layout.model.template import Frame, PageTemplate
from layout.model.units import MM, scaled
from layout.model.value import value

TOLERANCE = 10
"""Per mille by which the shape of an advert may differ from its place (ours)."""
NEAR = 5
"""Per mille: so near to the shape with bleed, it has it. Of a page of 210 × 285 mm the trim differs by 7 from it."""
SAFE = 5 * MM
"""Nothing to be read stands nearer to the trim: the label of an advert that bleeds keeps off by as much."""
PLATE_AIR = 400
"""Per mille of the label's size between its letters and the edge of its ground (ours)."""


@value
class _Room:
    """An advert's place with its bleed, and what is left of it when the page is trimmed; over a spread that of both
    pages together."""

    full: Rect
    trim: Rect
    doubled: bool

    def off(self, file: PictureFile, box: Rect) -> int:
        """Per mille by which the file's shape differs from the box's."""
        across = self.across(box)
        return abs(scaled(1000, file.width * box.height, file.height * across) - 1000)

    def bare(self, file: PictureFile) -> bool:
        """Whether the file is made to the trimmed size."""
        off = self.off(file, self.full)
        return off > NEAR and self.off(file, self.trim) < off

    def across(self, box: Rect) -> int:
        return 2 * box.width if self.doubled else box.width


def delivered(setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Of one advert that was delivered in several shapes, the one that suits the page's only place for pictures; else
    the photos as they are."""
    files = [(photo, file) for photo in photos if (file := setting.pictures.get(photo.path))]
    frames = [frame for frame in template.frames if frame.takes in ("advert", "photo")]
    if len(files) < 2 or [frame.takes for frame in frames] != ["advert"]:
        return photos
    room = _wanted(grid, frames[0])
    off = [(min(room.off(file, room.full), room.off(file, room.trim)), at) for at, (_, file) in enumerate(files)]
    if max(off)[0] - min(off)[0] <= TOLERANCE:  # as many adverts, for as many pages
        return photos
    return (files[min(off)[1]][0],)


def place_advert(
    setting: Setting, grid: PageGrid, frame: Frame, advert: Photo, label: Paragraph | None
) -> tuple[PlacedFrame, Half | None, tuple[Finding, ...]]:
    """The advert in its frame; over a spread its first half, and the one that waits for the facing page."""
    rows = _rows(grid, frame)
    box = grid.box(frame.columns, rows)
    full, spread = grid.bled(box, frame.bleed), frame.spread and grid.side == "verso"
    room = _wanted(grid, frame)
    file = setting.pictures.get(advert.path)
    bare = file is not None and room.bare(file)
    found = _faults(room, frame, advert, file, bare) if file else ()
    whole = frame.fit != "crop"
    target = room.trim if bare and whole else room.full
    if file is None:
        shown, cut = room.full, None
    elif whole and not spread and (bare or found or room.full == room.trim):
        shown, cut = fitted(file, target, frame.stand)
    else:
        shown, cut = target, cut_for(file, target.width, target.height, advert.focus)
    lines = () if file else placeholder(setting, frame, advert, room.trim)
    fills = (tinted(frame.tint, full),) if frame.tint else ()
    plates, words = _labelled(setting, grid, frame, full, label)
    placed = PlacedFrame(
        frame.name, "advert", box, frame.columns, rows, fills=fills,
        pictures=(PlacedPicture(advert.path, advert.place, shown, file, cut),), plates=plates, lines=(*lines, *words),
    )  # fmt: skip
    if not frame.spread:
        return placed, None, found
    if not spread:
        return placed, None, (*found, finding("PAGE-SPREAD", advert.place, photo=advert.path, frame=frame.name))
    return *halves(grid, frame, advert, placed), found


def _rows(grid: PageGrid, frame: Frame) -> tuple[int, int]:
    return frame.lines[0] or 1, frame.lines[1] or grid.house.rows


def _wanted(grid: PageGrid, frame: Frame) -> _Room:
    """The frame's place. A verso's half of a spread reaches the spine."""
    full = grid.bled(grid.box(frame.columns, _rows(grid, frame)), frame.bleed)
    spread = frame.spread and grid.side == "verso"
    width, height = grid.house.width, grid.house.height
    if spread:
        full = Rect(full.x, full.y, width - full.x, full.height) if not grid.inner_is_left else Rect(
            0, full.y, full.right, full.height
        )  # fmt: skip
    left, top, right, foot = max(0, full.x), max(0, full.y), min(width, full.right), min(height, full.foot)
    return _Room(full, Rect(left, top, right - left, foot - top), spread)


def _faults(room: _Room, frame: Frame, advert: Photo, file: PictureFile, bare: bool) -> tuple[Finding, ...]:
    """Of another shape than its place, or without the bleed that its place has."""
    path, where = advert.path, advert.place
    width, height = (f"{round(side / MM, 1):g}" for side in (room.across(room.full), room.full.height))
    off = room.off(file, room.trim if bare else room.full)
    if off > TOLERANCE:
        percent = f"{off / 10:.1f}" if off < 100 else f"{off / 10:.0f}"
        return (finding("AD-SHAPE", where, photo=path, percent=percent, frame=frame.name, width=width, height=height),)
    return (finding("AD-BLEED", where, photo=path, width=width, height=height),) if bare else ()


def _labelled(
    setting: Setting, grid: PageGrid, frame: Frame, full: Rect, label: Paragraph | None
) -> tuple[tuple[PlacedFill, ...], tuple[PlacedLine, ...]]:
    """The label over the advert's upper outer corner, on a ground of paper."""
    if label is None:
        return (), ()
    house = grid.house
    words = stack(setting, ((label, dict(frame.styles).get("label", "advert-label")),), full.width)
    if not words.lines:
        return (), ()
    line = words.lines[0]
    air = scaled(line.shaped.style.size, PLATE_AIR, 1000)
    width, height = line.line.natural + 2 * air, words.depth + 2 * air
    left, right = max(full.x, SAFE), min(full.right, house.width - SAFE)
    x = right - width if grid.inner_is_left else left
    plate = Rect(x, max(full.y, SAFE), width, height)
    text = Rect(plate.x + air, plate.y + air, line.line.natural, words.depth)
    return (PlacedFill(plate, "paper"),), place(words, text, "horizontal")
