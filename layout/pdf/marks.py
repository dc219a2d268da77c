"""A sheet goes in; the crop marks, register crosses and stamp that a proof carries outside the bleed come out."""

from itertools import groupby

from layout.font import Book, Face
from layout.model.colour import BLACK, Colour
from layout.model.display import GlyphRun, Item, Sheet, Stroke
from layout.model.printing import ProofMarks
from layout.model.units import MM, PT, Length, scaled

REGISTRATION = Colour(1000, 1000, 1000, 1000)
"""All four inks, so that every plate shows the marks."""
OFF_BLEED = MM
"""Marks keep clear of the bleed by so much: within it they would print on the trimmed page of a skewed sheet."""
LONGEST = 5 * MM
WEIGHT = PT // 4
STAMP = 7 * PT
STAMP_FACE = "sans-regular"


def marks_for(sheet: Sheet, marks: ProofMarks, book: Book) -> tuple[Item, ...]:
    """Items in the sheet's own coordinates, all of them outside its bleed; none where no margin is left for them."""
    if not marks.margin:
        return ()
    near = sheet.bleed + OFF_BLEED
    far = min(near + LONGEST, sheet.bleed + marks.margin)
    return (*_crop(sheet, near, far), *_crosses(sheet, near, far), *_stamp(sheet, marks, book))


def _crop(sheet: Sheet, near: Length, far: Length) -> tuple[Stroke, ...]:
    """Two marks at each corner, on the prolonged edges of the trim."""
    across = [_mark((-far, y), (-near, y)) for y in (0, sheet.height)]
    across += [_mark((sheet.width + near, y), (sheet.width + far, y)) for y in (0, sheet.height)]
    down = [_mark((x, -far), (x, -near)) for x in (0, sheet.width)]
    down += [_mark((x, sheet.height + near), (x, sheet.height + far)) for x in (0, sheet.width)]
    return (*across, *down)


def _crosses(sheet: Sheet, near: Length, far: Length) -> tuple[Stroke, ...]:
    """A cross in the middle of each side, to judge the register of the plates."""
    arm, mid = (far - near) // 2, (near + far) // 2
    wide, high = sheet.width, sheet.height
    centres = ((wide // 2, -mid), (wide // 2, high + mid), (-mid, high // 2), (wide + mid, high // 2))
    return tuple(
        stroke for x, y in centres for stroke in (_mark((x - arm, y), (x + arm, y)), _mark((x, y - arm), (x, y + arm)))
    )


def _mark(start: tuple[Length, Length], end: tuple[Length, Length]) -> Stroke:
    return Stroke((start, end), WEIGHT, REGISTRATION)


def _stamp(sheet: Sheet, marks: ProofMarks, book: Book) -> tuple[GlyphRun, ...]:
    """The stamp and the page's label in the slug at the foot, between the crop mark and the register cross."""
    x = 2 * MM
    y = sheet.height + sheet.bleed + min(marks.margin, OFF_BLEED + LONGEST) - MM
    runs = []
    wanted = STAMP_FACE if STAMP_FACE in book.keys else book.keys[0]
    faces = [(char, _face_for(char, wanted, book)) for char in f"{sheet.label}  {marks.stamp}"]
    for face, some in groupby(faces, key=lambda pair: pair[1]):
        chars = tuple(char for char, _ in some)
        gids = tuple(face.gids[char] for char in chars)
        along, pen = [], 0
        for gid in gids:
            along.append(pen)
            pen += scaled(face.advances[gid], STAMP, face.upem)
        runs.append(GlyphRun(face.key, STAMP, BLACK, x, y, gids, tuple(along), chars))
        x += pen
    return tuple(runs)


def _face_for(char: str, wanted: str, book: Book) -> Face:
    face = book.face(wanted)
    return face if face.gids[char] else book.fallback(char, wanted) or face
