"""The placed columns of a page go in; with their notes numbered anew from ① on, they come out.

Manuscripts are numbered through the story. All circled figures are equally wide, so another one takes no other room:
only glyphs change, once the page is set.
"""

from functools import lru_cache

from layout.flow.notes import HEADS, Notes, references
from layout.model.figures import CIRCLED, circled
from layout.model.glyphs import ShapedParagraph
from layout.model.page import PlacedFrame, PlacedLine
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.value import replace

Numbered = tuple[tuple[int, int], ...]
"""(glyph, its number on this page) …"""


def page_numbered(
    notes: Notes, placed: tuple[PlacedFrame, ...], columns: list[PlacedFrame]
) -> tuple[tuple[PlacedFrame, ...], list[PlacedFrame]]:
    """A page's frames and its columns of text, their notes counted from ① on: those of the heading, then of the text,
    then of captions and boxes."""
    heads = [frame for frame in placed if frame.takes in HEADS]
    others = [frame for frame in placed if frame.takes not in HEADS]
    made = _renumbered(notes, [*heads, *columns, *others])
    new = dict(zip(map(id, (*heads, *others)), (*made[: len(heads)], *made[len(heads) + len(columns) :]), strict=True))
    return tuple(new[id(frame)] for frame in placed), made[len(heads) : len(heads) + len(columns)]


def _renumbered(notes: Notes, frames: list[PlacedFrame]) -> list[PlacedFrame]:
    """The frames of one page, their references and the markers of their notes counted in the order they stand."""
    labels = [label for frame in frames for line in frame.lines for _, label in _referred(line)]
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels), 1)}
    if not numbers or len(numbers) > CIRCLED:
        return frames
    own = {id(note.paragraph): numbers[note.label] for note in notes.notes if note.label in numbers}
    made: list[PlacedFrame] = []
    for frame in frames:
        lines = []
        for line in frame.lines:
            found = tuple((glyph, numbers[label]) for glyph, label in _referred(line))
            if not line.line.start and id(line.shaped.paragraph) in own:
                found = ((0, own[id(line.shaped.paragraph)]), *found)
            lines.append(replace(line, shaped=_with(notes, line.shaped, found)) if found else line)
        made.append(replace(frame, lines=tuple(lines)))
    return made


def _referred(line: PlacedLine) -> list[tuple[int, str]]:
    """(glyph, label) of the references in a line."""
    if not line.shaped.paragraph.marks:
        return []
    return [pair for pair in references(line.shaped) if line.line.start <= pair[0] < line.line.end]


def _with(notes: Notes, shaped: ShapedParagraph, numbered: Numbered) -> ShapedParagraph:
    """The paragraph with other figures; one whose figure is not a single glyph of that face keeps it."""
    gids, chars = list(shaped.gids), list(shaped.chars)
    for glyph, number in numbered:
        at = shaped.offsets[glyph]
        marks = (mark.value for mark in shaped.paragraph.marks if mark.kind == "style" and mark.start <= at < mark.end)
        figure = _figure(circled(number), tuple(marks))
        set_figure = notes.setting.shape(figure, shaped.style.name, shaped.style.direction)
        font = set_figure.looks[set_figure.look[-1]].font
        if chars[glyph] in _FIGURES and font == shaped.looks[shaped.look[glyph]].font:
            gids[glyph], chars[glyph] = set_figure.gids[-1], circled(number)
    return replace(shaped, gids=tuple(gids), chars=tuple(chars))


_FIGURES = frozenset(circled(number) for number in range(1, CIRCLED + 1))


@lru_cache(maxsize=512)
def _figure(char: str, styles: tuple[str, ...]) -> Paragraph:
    """A figure alone in those character styles. Kept, since shaping knows paragraphs by their identity."""
    return Paragraph("body", char, Source(""), tuple(Mark(0, 1, "style", style) for style in styles))
