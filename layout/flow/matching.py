"""Photos and the frames of a page go in; the photos in the order that cuts least from them, and how much, come out.

Templates that are chosen for a story sort its photos by their shapes. Where a designer has named one, they stand as
written, unless a frame would show too little of one and another order does better.
"""

from itertools import islice, permutations

from layout.flow.captions import caption_way
from layout.flow.grid import PageGrid
from layout.flow.pictures import shown_whole
from layout.flow.setting import Setting
from layout.flow.stretching import drawn
from layout.model.picture import LEAST_SHOWN
from layout.model.story import Photo
from layout.model.template import Frame, PageTemplate
from layout.model.units import INCH

MOST_SORTED = 4
"""Photos of one page that are tried in every order; 5! would be 120."""
UNWISHED = 300
"""Per mille of a picture: a frame of other columns than its photo asks for, or too large for it, weighs as much."""
TOO_MUCH = 1000 - LEAST_SHOWN
"""Per mille: a photo of which more is cut shows too little."""


Deal = tuple[tuple[str, tuple[Photo, ...]], ...]
"""(name of a photo frame, the photos that it takes)"""


def photo_frames(template: PageTemplate) -> tuple[Frame, ...]:
    return tuple(frame for frame in template.frames if frame.takes == "photo")


def matched(
    setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...], free: bool = True
) -> tuple[Photo, ...]:
    """The photos of this page sorted for its frames, the others behind them; of equal orders that of the manuscript.
    `free`: the template is chosen for the story."""
    # as drawn, lest photos change places when the fitter gives one of their frames a row
    frames = tuple(drawn(frame) for frame in photo_frames(template)[:MOST_SORTED])
    count = min(len(frames), len(photos))
    if count < 2:
        return photos
    lost = _losses if free else _too_much
    if not free and not lost(setting, grid, frames, photos):
        return photos
    best = min(permutations(photos[:count]), key=lambda order: lost(setting, grid, frames, order))
    return (*best, *photos[count:])


def loss(setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...]) -> int:
    """Per mille that is cut, at best, from the photo that loses most."""
    order = matched(setting, grid, template, photos)
    return max((_loss(setting, grid, f, p) for f, p in zip(photo_frames(template), order, strict=False)), default=0)


def misfits(setting: Setting, grid: PageGrid, template: PageTemplate, photos: tuple[Photo, ...]) -> int:
    """Photos of which the page would show too little in its frames as they are."""
    return _too_much(setting, grid, photo_frames(template), matched(setting, grid, template, photos))


def dealt(template: PageTemplate, photos: tuple[Photo, ...], later: tuple[int, ...] = ()) -> Deal:
    """Which photos each photo frame of the page takes. `later`: columns of the photo frames that are sure to come on
    the pages after it."""
    groups: list[tuple[str, tuple[Photo, ...]]] = []
    coming = (*map(_columns, photo_frames(template)), *later)
    for frame in template.frames:
        if frame.takes == "advert":
            photos = photos[1:]
        elif frame.takes == "photo":
            coming = coming[1:]
            group = _taken(template, frame, photos, coming)
            groups.append((frame.name, group))
            photos = tuple(photo for photo in photos if all(photo is not one for one in group))
    return tuple(groups)


def _columns(frame: Frame) -> int:
    return frame.columns[1] - frame.columns[0] + 1


def _taken(
    template: PageTemplate, frame: Frame, photos: tuple[Photo, ...], coming: tuple[int, ...]
) -> tuple[Photo, ...]:
    """The photos that the frame takes of those that wait: the first that does not leave it to others; several where it
    has them side by side. A wish for another width gives way where else the frame would stay white, or photos would
    find no frame."""
    ready = [photo for photo in photos if not _waits(photo, frame, coming)]
    if not ready and photos and (len(coming) < len(photos) or not _overlaid(template, frame)):
        ready = [photos[0]]
    return tuple(islice(ready, 1 if frame.spread else frame.abreast))


def _overlaid(template: PageTemplate, frame: Frame) -> bool:
    """Whether running text takes the frame's place where it has no photo."""
    return any(text.takes == "story" and _within(frame, text) for text in template.frames)


def _within(frame: Frame, text: Frame) -> bool:
    first, last = frame.lines[0] or frame.lines[1], frame.lines[1] or frame.lines[0]
    across = text.columns[0] <= frame.columns[0] and frame.columns[1] <= text.columns[1]
    return across and text.lines[0] <= first and (not text.lines[1] or last <= text.lines[1])


def _waits(photo: Photo, frame: Frame, coming: tuple[int, ...]) -> bool:
    """Whether the photo would leave the frame to others, since one as wide as it wants is sure to come."""
    return photo.columns not in (0, _columns(frame)) and photo.columns in coming


def _losses(setting: Setting, grid: PageGrid, frames: tuple[Frame, ...], order: tuple[Photo, ...]) -> int:
    """What the frames cut from the photos together."""
    return sum(_loss(setting, grid, frame, photo) for frame, photo in zip(frames, order, strict=False))


def _too_much(setting: Setting, grid: PageGrid, frames: tuple[Frame, ...], order: tuple[Photo, ...]) -> int:
    """Photos of which too little is shown."""
    return sum(_cut(setting, grid, frame, photo) > TOO_MUCH for frame, photo in zip(frames, order, strict=False))


def _loss(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo) -> int:
    """Per mille of the picture that the frame cuts away, with what else speaks against it; a frame with an open end
    takes the picture's own shape."""
    file, (first, last) = setting.pictures.get(photo.path), frame.lines
    against = UNWISHED if photo.columns not in (0, _columns(frame)) else 0
    if file is None:
        return against
    coarse = setting.resolution.limits(file.line_art).warn  # below it a picture is shown too large
    box = grid.bled(grid.box(frame.columns, (first or last, last or first)), frame.bleed)
    if not (first and last) or frame.fit == "whole":
        return against + (UNWISHED if file.width * INCH < coarse * box.width else 0)
    high = _height(grid, frame, photo, box.height)
    blown_up = min(file.width * INCH // box.width, file.height * INCH // high) < coarse
    return _cut(setting, grid, frame, photo) + against + UNWISHED * blown_up


def _cut(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo) -> int:
    """Per mille of the picture that the frame cuts away."""
    file = setting.pictures.get(photo.path)
    if file is None or not all(frame.lines) or shown_whole(setting, frame, photo):
        return 0
    columns = (frame.columns[0], frame.columns[1] - (caption_way(frame) == "beside"))
    box = grid.bled(grid.box(columns, frame.lines), frame.bleed)
    across = 2 * box.width if frame.spread else box.width
    sides = sorted((file.width * _height(grid, frame, photo, box.height), file.height * across))
    return 1000 - sides[0] * 1000 // sides[1]


def _height(grid: PageGrid, frame: Frame, photo: Photo, height: int) -> int:
    """What a caption of one row leaves of the frame's height."""
    caption = grid.house.row if caption_way(frame) == "under" and (photo.caption or photo.credit) else 0
    return max(1, height - caption)
