"""Photos and the frames of a page go in; the photos in the order that cuts least from them, and how much, come out.

Only templates that are chosen for a story sort its photos; where a designer has named one, they stand as written.
"""

from itertools import permutations

from layout.flow.captions import caption_way
from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.model.story import Photo
from layout.model.template import Frame, PageTemplate
from layout.model.units import INCH

MOST_SORTED = 4
"""Photos of one page that are tried in every order; 5! would be 120."""
UNWISHED = 300
"""Per mille of a picture: a frame of other columns than its photo asks for, or too large for it, weighs as much."""


def photo_frames(template: PageTemplate) -> tuple[Frame, ...]:
    return tuple(frame for frame in template.frames if frame.takes == "photo")


def matched(setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """The photos of this page sorted for its frames, the others behind them."""
    frames = photo_frames(template)[:MOST_SORTED]
    count = min(len(frames), len(photos))
    if count < 2 or template.suits is None:
        return photos
    best = min(permutations(photos[:count]), key=lambda order: _losses(setting, grid, frames, order))
    return (*best, *photos[count:])


def loss(setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...]) -> int:
    """Per mille that is cut, at best, from the photo that loses most."""
    order = matched(setting, grid, template, photos)
    return max((_loss(setting, grid, f, p) for f, p in zip(photo_frames(template), order, strict=False)), default=0)


def _losses(setting: Setting, grid: PageGrid, frames: tuple[Frame, ...], order: tuple[Photo, ...]) -> int:
    return sum(_loss(setting, grid, frame, photo) for frame, photo in zip(frames, order, strict=False))


def _loss(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo) -> int:
    """Per mille of the picture that the frame cuts away, with what else speaks against it; a frame with an open end
    takes the picture's own shape."""
    file, (first, last) = setting.pictures.get(photo.path), frame.lines
    wide = frame.columns[1] - frame.columns[0] + 1
    against = UNWISHED if photo.columns and photo.columns != wide else 0
    if file is None:
        return against
    coarse = setting.resolution.limits(file.line_art).warn  # below it a picture is shown too large
    box = grid.bled(grid.box(frame.columns, (first or last, last or first)), frame.bleed)
    if not (first and last) or frame.fit == "whole":
        return against + (UNWISHED if file.width * INCH < coarse * box.width else 0)
    caption = grid.house.row if caption_way(frame) == "under" and (photo.caption or photo.credit) else 0
    high = max(1, box.height - caption)
    blown_up = min(file.width * INCH // box.width, file.height * INCH // high) < coarse
    sides = sorted((file.width * high, file.height * box.width))
    return 1000 - sides[0] * 1000 // sides[1] + against + UNWISHED * blown_up
