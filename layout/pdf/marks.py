"""A sheet goes in; what a proof carries outside the bleed comes out: crop marks, register crosses, stamp, notes."""

from collections.abc import Sequence

from layout.font import Book
from layout.model.colour import BLACK, Colour
from layout.model.display import GlyphRun, Item, Sheet, Stroke
from layout.model.printing import ProofMarks
from layout.model.units import MM, PT, Length
from layout.pdf.margin import notes_of
from layout.pdf.page import Room
from layout.pdf.slug import Slug

REGISTRATION = Colour(1000, 1000, 1000, 1000)
"""All four inks, so that every plate shows the marks."""
OFF_BLEED = MM
"""Marks keep clear of the bleed by so much: within it they would print on the trimmed page of a skewed sheet."""
LONGEST = 5 * MM
WEIGHT = PT // 4
STAMP = 7 * PT


def marks_for(sheet: Sheet, marks: ProofMarks, book: Book) -> tuple[Item, ...]:
    """Items in the sheet's own coordinates, all of them outside its bleed; none where no margin is left for them."""
    if not marks.margin:
        return ()
    near = sheet.bleed + OFF_BLEED
    far = min(near + LONGEST, sheet.bleed + marks.margin)
    slug = Slug(book)
    beside = notes_of(sheet, marks.notes, slug) if sheet.notes else ()
    return (*_crop(sheet, near, far), *_crosses(sheet, near, far), *_stamp(sheet, marks, slug), *beside)


def room_for(sheets: Sequence[Sheet], marks: ProofMarks) -> Room:
    """What all pages of a file have beyond the bleed: more at their sides where one of them has notes there."""
    noted = marks.margin and any(sheet.notes for sheet in sheets)
    return Room(max(marks.notes, marks.margin) if noted else marks.margin, marks.margin)


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


def _stamp(sheet: Sheet, marks: ProofMarks, slug: Slug) -> tuple[GlyphRun, ...]:
    """The stamp and the page's label in the slug at the foot, between the crop mark and the register cross."""
    y = sheet.height + sheet.bleed + min(marks.margin, OFF_BLEED + LONGEST) - MM
    return slug.line(f"{sheet.label}  {marks.stamp}", 2 * MM, y, STAMP, BLACK)
