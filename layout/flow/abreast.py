"""Photos that stand side by side go in; their boxes, of one height, and the caption of them all come out."""

from layout.model.geometry import Rect
from layout.model.picture import PictureFile
from layout.model.place import Source
from layout.model.story import Mark, Paragraph, Photo
from layout.model.units import Length, scaled
from layout.model.value import replace

BETWEEN = "\u3000"
"""Between the captions of two photos that share a place for them: an em space."""
_WHOLE = 1_000_000


def boxes(files: tuple[PictureFile | None, ...], room: Rect, gutter: Length) -> tuple[Rect, ...]:
    """The room divided so that each picture is cut by the same share, with the gutter between them."""
    if len(files) == 1:
        return (room,)
    shares = [_ratio(file) for file in files]
    across = room.width - gutter * (len(files) - 1)
    ends = [scaled(across, sum(shares[: at + 1]), sum(shares)) for at in range(len(files))]
    begins = [0, *ends]
    return tuple(
        Rect(room.x + begin + at * gutter, room.y, end - begin, room.height)
        for at, (begin, end) in enumerate(zip(begins, ends, strict=False))
    )


def height(files: tuple[PictureFile | None, ...], width: Length, gutter: Length) -> Length:
    """How high the pictures are in this width where none is cut."""
    return scaled(width - gutter * (len(files) - 1), _WHOLE, sum(map(_ratio, files)))


def _ratio(file: PictureFile | None) -> int:
    """Width for a height of a million; of a missing picture 3 : 2."""
    return max(1, _WHOLE * file.width // file.height) if file else _WHOLE * 3 // 2


def joined(captions: tuple[Paragraph, ...]) -> Paragraph | None:
    """The captions one after another as one paragraph."""
    if len(captions) < 2:
        return captions[0] if captions else None
    text, runs, marks = "", list[tuple[int, int, int]](), list[Mark]()
    for paragraph in captions:
        text += BETWEEN if text else ""
        at = len(text)
        runs += ((start + at, row, column) for start, row, column in paragraph.source.runs)
        marks += (replace(mark, start=mark.start + at, end=mark.end + at) for mark in paragraph.marks)
        text += paragraph.text
    return Paragraph("caption", text, Source(captions[0].source.path, tuple(runs)), tuple(marks))


def together(photos: tuple[Photo, ...], captions: tuple[Paragraph, ...]) -> Photo:
    """The first photo with the captions of all."""
    if len(photos) == 1:
        return photos[0]
    notes = tuple(note for photo in photos for note in photo.notes)
    return replace(photos[0], caption=joined(captions), credit=None, notes=notes)
