"""A column's lines go in; the notes they refer to come out, set as an area at the column's foot, or at the page's.

JLReq §4.2: notes stand where their references are, over whole lines of the grid, under a rule.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from layout.flow.citing import cited, referred
from layout.flow.heads import ROLE_ORDER
from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.geometry import Rect
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedFrame, PlacedLine, PlacedRule
from layout.model.story import Note, Paragraph
from layout.model.style import HAIRLINE, Direction
from layout.model.template import NotesAt
from layout.model.units import Length
from layout.model.value import replace, value

AIR = 600
"""Per mille of a row between the text and the rule over the notes (ours)."""
LEAST_LINES = 2
"""A note that is divided has so many lines on either side."""
HEADS = frozenset(("heading", *ROLE_ORDER, "label"))
"""What frames take whose notes stand with those of the text."""
RULE_SHARE = 4
"""The rule is a quarter of the column wide: it divides, it does not close off."""


@value
class NotePart:
    """Lines `start` to `end` of the notes with these labels, set one below the other; an end of 0 is their end. The
    first note begins at `glyph`: what comes before stands in an earlier column, whose measure may be another."""

    labels: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    glyph: int = 0


NOTHING_OWED = NotePart()


@value(eq=False)
class Notes:
    """A story's notes and where its paragraphs refer to them: per paragraph (glyph, label)."""

    setting: Setting
    notes: tuple[Note, ...]
    references: tuple[tuple[tuple[int, str], ...], ...]
    direction: Direction = "horizontal"
    """of the text they belong to: vertical notes stand at the left end of their tier"""
    foot: NotesAt = "column"

    def of(self, spans: Sequence[tuple[int, int, int]]) -> tuple[str, ...]:
        """Labels referred to in (paragraph, first glyph, end glyph) spans, in order, each once."""
        found: list[str] = []
        for block, start, end in spans:
            here = self.references[block]
            for index in range(bisect_left(here, (start,)), len(here)):
                glyph, label = here[index]
                if glyph >= end:
                    break
                found.append(label)
        return tuple(dict.fromkeys(found))

    def of_cell(self, block: int, cell: ShapedParagraph, line: Line) -> list[str]:
        """Labels that a line of a table's cell refers to; the block is the row."""
        here = {label for glyph, label in references(cell) if line.start <= glyph < line.end}
        with_inner = {glyph for glyph, label in self.references[block] if label in here}
        return [label for glyph, label in self.references[block] if glyph in with_inner]

    def of_heads(self, frames: Iterable[PlacedFrame]) -> tuple[str, ...]:
        """Labels of the notes that the heading in a page's frames refers to: they stand with those of its text."""
        lines = (line.shaped.paragraph for frame in frames if frame.takes in HEADS for line in frame.lines)
        path = self.notes[0].paragraph.source.path if self.notes else ""
        heads = (said for said in lines if said.marks and said.source.path == path)
        return tuple(note.label for note in cited(referred(*heads), self.notes))

    def counts(self, part: NotePart, measure: Length) -> list[int]:
        """Lines of each of the part's notes."""
        begins = (part.glyph, *(0 for _ in part.labels[1:]))
        return [len(_set(self, (label,), measure, at).lines) for label, at in zip(part.labels, begins, strict=False)]

    def stacked(self, part: NotePart, measure: Length) -> Stack:
        """The part's lines, set to the measure."""
        whole = _set(self, part.labels, measure, part.glyph)
        lines = whole.lines[part.start : part.end or None]
        if not lines:
            return Stack((), 0)
        top = lines[0].across
        moved = tuple(replace(line, across=line.across - top) for line in lines)
        return Stack(moved, moved[-1].across + moved[-1].shaped.style.size, whole.findings)

    def rows(self, part: NotePart, measure: Length, columns: int = 1) -> int:
        """Whole rows of the grid that the part takes, its air and rule included, over so many columns side by side."""
        row = self.setting.house.row
        return -(-(self.depth(self.shares(part, measure, columns), measure) + row * AIR // 1000) // row)

    def depth(self, shares: tuple[NotePart, ...], measure: Length) -> Length:
        """Of the deepest of the parts that stand beside one another."""
        return max(self._depth(share, measure) for share in shares)

    def _depth(self, part: NotePart, measure: Length) -> Length:
        """As stacked() has it, without moving a line."""
        lines = _set(self, part.labels, measure, part.glyph).lines[part.start : part.end or None]
        return lines[-1].across - lines[0].across + lines[-1].shaped.style.size if lines else 0

    def shares(self, part: NotePart, measure: Length, columns: int) -> tuple[NotePart, ...]:
        """The part's lines over so many columns, as level as can be where a short note stays whole and a longer one has
        two lines in each of its columns at least."""
        if columns == 1:
            return (part,)
        counts = self.counts(part, measure)
        end = part.end or sum(counts)
        begins = list(accumulate(counts, initial=0))
        apart = {at for one, two in pairwise(begins) for at in (one, *range(one + LEAST_LINES, two - LEAST_LINES + 1))}
        most = -(-(end - part.start) // columns)
        ends = _packed(part.start, end, sorted(apart), most)
        while not ends or len(ends) > columns:
            most += 1
            ends = _packed(part.start, end, sorted(apart), most)
        return tuple(replace(part, start=one, end=two) for one, two in pairwise((part.start, *ends)))

    def divided(self, part: NotePart, measure: Length, rows: int, columns: int = 1) -> tuple[NotePart, NotePart]:
        """As many of the part's lines as so many rows hold, and what is left for the next column or page."""
        counts = self.counts(part, measure)
        end = min(sum(counts), part.start + columns * self._most(part, measure, rows))
        while end > part.start and self.rows(replace(part, end=end), measure, columns) > rows:
            end -= 1
        if end == part.start:
            return NOTHING_OWED, part
        done = 0
        for index, count in enumerate(counts):
            if done + count > end:
                glyph = _set(self, part.labels, measure, part.glyph).lines[end].line.start
                return replace(part, end=end), NotePart(part.labels[index:], glyph=glyph)
            done += count
        return replace(part, end=0), NOTHING_OWED

    def _most(self, part: NotePart, measure: Length, rows: int) -> int:
        """More lines than this do not stand below one another in so many rows."""
        lines = _set(self, part.labels, measure, part.glyph).lines
        least = min((two.across - one.across for one, two in pairwise(lines)), default=0)
        return rows * self.setting.house.row // least + 1 if least > 0 else len(lines)

    def placed(self, part: NotePart, box: Rect, depth: Length = 0) -> tuple[tuple[PlacedLine, ...], PlacedRule]:
        """The part in its box: the notes stand on its foot, the rule over them. `depth`: of deeper ones beside them,
        with which they begin level."""
        away = self.setting.house.row * AIR // 2000
        measure = box.height if self.direction == "vertical" else box.width
        stacked = self.stacked(part, measure)
        stacked = replace(stacked, depth=max(stacked.depth, depth))
        lines = place(stacked, box, self.direction, "foot")
        if self.direction == "vertical":
            x = box.x + stacked.depth + away
            return lines, PlacedRule(x, box.y, x, box.y + box.height // RULE_SHARE, HAIRLINE, "ink")
        y = box.foot - stacked.depth - away
        return lines, PlacedRule(box.x, y, box.x + box.width // RULE_SHARE, y, HAIRLINE, "ink")


@lru_cache(maxsize=1024)
def _set(notes: Notes, labels: tuple[str, ...], measure: Length, glyph: int) -> Stack:
    """The notes with these labels, one below the other: asked for again with each row that a column is tried with."""
    items = [(paragraph, "note") for label in labels for paragraph in _by_label(notes).get(label, ())]
    return stack(notes.setting, items, measure, notes.direction, glyph)


@lru_cache(maxsize=16)
def _by_label(notes: Notes) -> Mapping[str, Sequence[Paragraph]]:
    found: dict[str, list[Paragraph]] = {}
    for note in notes.notes:
        found.setdefault(note.label, []).append(note.paragraph)
    return found


def _packed(start: int, end: int, apart: list[int], most: int) -> list[int]:
    """Where columns of at most so many lines end, each at the last place where notes may be parted; nothing where there
    is no such place."""
    ends: list[int] = []
    at = start
    while end - at > most:
        places = [place for place in apart if at < place <= at + most]
        if not places:
            return []
        at = places[-1]
        ends.append(at)
    return [*ends, end]


def references(shaped: ShapedParagraph) -> tuple[tuple[int, str], ...]:
    """(glyph, label) of every note reference in the paragraph."""
    marks = {mark.start: mark.value for mark in shaped.paragraph.marks if mark.kind == "note"}
    if not marks:
        return ()
    return tuple((glyph, marks[offset]) for glyph, offset in enumerate(shaped.offsets) if offset in marks)
