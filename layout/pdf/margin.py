"""A sheet's margin notes go in; the lines of type and the leaders that stand for them beside the bleed come out.

Each note stands level with its place where there is room, else below the one before it.
"""

import re
from collections.abc import Iterable, Sequence

from layout.model.colour import Colour
from layout.model.display import GlyphRun, Item, MarginNote, Sheet, Stroke
from layout.model.units import MM, PT, Length
from layout.pdf.slug import Slug

SIZE = 7 * PT
LEADING = 10 * PT
OFF = 9 * MM
"""From the bleed's edge to the notes: crop marks and register crosses stand between."""
EDGE = 2 * MM
"""What is left white at the sheet's edge."""
WEIGHT = PT // 2
COLOURS = {
    "note": Colour(1000, 400, 0, 0),
    "warning": Colour(0, 600, 1000, 0),
    "error": Colour(0, 1000, 1000, 0),
}
"""Blue for queries, orange and red for what is wrong: none of them is taken for text of the page."""
_PIECE = re.compile(r"[!-~]+ ?|.")
"""What a line is not divided within: a Latin word, a character of any other kind."""


def notes_of(sheet: Sheet, room: Length, slug: Slug) -> tuple[Item, ...]:
    """The notes of a sheet that has `room` at either side of its bleed."""
    measure = room - OFF - EDGE
    half = sheet.width // 2
    made: list[Item] = []
    for left in (True, False):
        notes = sorted((note for note in sheet.notes if (note.x < half) == left), key=lambda note: note.y)
        edge = -sheet.bleed if left else sheet.width + sheet.bleed
        x = edge - OFF - measure if left else edge + OFF
        texts = [_broken(f"{note.number}  {note.text}" if note.number else note.text, measure, slug) for note in notes]
        for note, lines, top in zip(notes, texts, _tops(sheet, notes, texts), strict=True):
            made += _set(lines, x, top + SIZE, note, slug)
            made.append(_leader(note, edge, x + measure if left else x, top + SIZE // 2))
    return tuple(made)


def _tops(sheet: Sheet, notes: Sequence[MarginNote], texts: Sequence[Sequence[str]]) -> list[Length]:
    """Where the notes of one side begin: level with their places, pushed down by those above, and up by the foot."""
    depths = [len(lines) * LEADING + LEADING // 2 for lines in texts]
    tops: list[Length] = []
    free = -sheet.bleed
    for note, depth in zip(notes, depths, strict=True):
        tops.append(max(note.y - SIZE, free))
        free = tops[-1] + depth
    foot = sheet.height + sheet.bleed
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], foot - depths[index])
        foot = tops[index]
    return tops


def _set(lines: Iterable[str], x: Length, y: Length, note: MarginNote, slug: Slug) -> list[GlyphRun]:
    runs: list[GlyphRun] = []
    for index, line in enumerate(lines):
        runs += slug.line(line, x, y + index * LEADING, SIZE, COLOURS[note.severity])
    return runs


def _leader(note: MarginNote, edge: Length, end: Length, y: Length) -> Stroke:
    """From the bleed's edge, level with the place, to the note."""
    start = max(note.y - SIZE // 2, 0)  # aslant where the note could not stand level with its place
    return Stroke(((edge, start), (end + (MM if end < edge else -MM), y)), WEIGHT, COLOURS[note.severity])


def _broken(text: str, measure: Length, slug: Slug) -> list[str]:
    """The text in lines no longer than the measure."""
    lines, line, used = [], "", 0
    for piece in _PIECE.findall(text):
        width = slug.width(piece, SIZE)
        if line and used + width > measure:
            lines.append(line)
            line, used = "", 0
        line += piece
        used += width
    return [*lines, line]
