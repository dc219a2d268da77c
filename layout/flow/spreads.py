"""A photo placed in a frame over a spread goes in; its halves come out, the crop divided at the spine.

Both halves bleed over the spine, so that no white shows where the pages are bound or trimmed a little off.
"""

from layout.flow.grid import PageGrid
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedPicture
from layout.model.picture import Cut, PictureFile, cut_for
from layout.model.story import Photo
from layout.model.template import Frame
from layout.model.units import scaled
from layout.model.value import replace, value

CENTRE = (500, 500)
"""A focus point nobody asked for: it may lie in the gutter."""
OFF_GUTTER = 583
"""Per mille of the picture's width at which a focus point stands that would else come nearer to the spine than a
twelfth of the width: what lies there is hard to see in a bound copy (ours)."""


@value(eq=False)
class Half:
    """The half of a photo that waits for the page after the one its frame stands on."""

    frame: Frame
    picture: PlacedPicture
    rows: tuple[int, int]


def halves(grid: PageGrid, frame: Frame, photo: Photo, placed: PlacedFrame) -> tuple[PlacedFrame, Half]:
    """The frame with its picture carried to the spine and beyond by the bleed, and what stands on the facing page: the
    same rows in the mirrored columns."""
    house, picture = grid.house, placed.pictures[0]
    box = picture.box
    to_spine = (box.right if grid.inner_is_left else house.width - box.x) + house.bleed
    left = Rect(house.width + house.bleed - to_spine, box.y, to_spine, box.height)
    right = Rect(-house.bleed, box.y, to_spine, box.height)
    cuts = _cuts(picture.file, left, house.bleed, photo.focus)
    first, second = (1, 0) if grid.inner_is_left else (0, 1)
    here = replace(picture, box=(left, right)[first], cut=cuts[first])
    there = replace(picture, box=(left, right)[second], cut=cuts[second])
    return replace(placed, pictures=(here,)), Half(frame, there, placed.rows)


def _cuts(file: PictureFile | None, left: Rect, bleed: int, focus: tuple[int, int]) -> tuple[Cut | None, Cut | None]:
    """The parts of the picture on the left and on the right page; they share what lies in the bleed over the spine."""
    if file is None:
        return None, None
    whole = 2 * (left.width - bleed)
    cut = cut_for(file, whole, left.height, focus)
    cut = cut if focus == CENTRE else _off_gutter(file, cut, focus)
    half = max(1, min(cut.width, scaled(cut.width, left.width, whole)))
    return replace(cut, width=half), replace(cut, left=cut.left + cut.width - half, width=half)


def _off_gutter(file: PictureFile, cut: Cut, focus: tuple[int, int]) -> Cut:
    """The cut moved, and where the picture is too small for that made tighter, until its focus point is off the
    gutter."""
    x, y = scaled(file.width, focus[0], 1000), scaled(file.height, focus[1], 1000)
    if not 1000 - OFF_GUTTER < scaled(1000, x - cut.left, cut.width) < OFF_GUTTER:
        return cut
    tries = []
    for share in (OFF_GUTTER, 1000 - OFF_GUTTER):
        width = min(cut.width, scaled(x, 1000, share), scaled(file.width - x, 1000, 1000 - share))
        tries.append((width, -abs(x - scaled(width, share, 1000) - cut.left), share))
    width, _, share = max(tries)
    height = max(1, scaled(cut.height, width, cut.width))
    left = min(max(0, x - scaled(width, share, 1000)), file.width - width)
    return Cut(left, min(max(0, y - height // 2), file.height - height), max(1, width), height)


def facing(grid: PageGrid, half: Half) -> PlacedFrame:
    """The half on the page it waited for."""
    first, last = half.frame.columns
    count = grid.grid.columns
    columns = (max(1, count + 1 - last), max(1, count + 1 - first))
    return PlacedFrame(half.frame.name, "photo", half.picture.box, columns, half.rows, pictures=(half.picture,))


def covered(frames: tuple[PlacedFrame, ...], count: int) -> tuple[Finding, ...]:
    """Findings for frames of a page that lie over one of its first `count`, which are halves of photos."""
    return tuple(
        finding("PAGE-COVERED", half.pictures[0].place, photo=half.pictures[0].path, frame=frame.name)
        for half in frames[:count]
        for frame in frames[count:]
        if frame.takes not in ("tint", "rule") and frame.box.meets(half.box)
    )
