"""A column's lines go in; the notes they refer to come out, set as an area at the column's foot.

JLReq §4.2: notes stand where their references are, over whole lines of the grid, under a rule.
"""

from collections.abc import Sequence

from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.geometry import Rect
from layout.model.glyphs import ShapedParagraph
from layout.model.page import PlacedLine, PlacedRule
from layout.model.story import Note, Paragraph
from layout.model.style import HAIRLINE, Direction
from layout.model.units import Length
from layout.model.value import replace, value

AIR = 600
"""Per mille of a row between the text and the rule over the notes (ours)."""
RULE_SHARE = 4
"""The rule is a quarter of the column wide: it divides, it does not close off."""


@value
class NotePart:
    """Lines `start` to `end` of the notes with these labels, set one below the other; an end of 0 is their end."""

    labels: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


NOTHING_OWED = NotePart()


@value(eq=False)
class Notes:
    """A story's notes and where its paragraphs refer to them: per paragraph (glyph, label)."""

    setting: Setting
    notes: tuple[Note, ...]
    references: tuple[tuple[tuple[int, str], ...], ...]
    direction: Direction = "horizontal"
    """of the text they belong to: vertical notes stand at the left end of their tier"""

    def of(self, spans: Sequence[tuple[int, int, int]]) -> tuple[str, ...]:
        """Labels referred to in (paragraph, first glyph, end glyph) spans, in order, each once."""
        found = [
            label
            for block, start, end in spans
            for glyph, label in self.references[block]
            if start <= glyph < end
        ]  # fmt: skip
        return tuple(dict.fromkeys(found))

    def count(self, label: str, measure: Length) -> int:
        """Lines of one note."""
        return len(stack(self.setting, self._items((label,)), measure, self.direction).lines)

    def stacked(self, part: NotePart, measure: Length) -> Stack:
        """The part's lines, set to the measure."""
        whole = stack(self.setting, self._items(part.labels), measure, self.direction)
        lines = whole.lines[part.start : part.end or None]
        if not lines:
            return Stack((), 0)
        top = lines[0].across
        moved = tuple(replace(line, across=line.across - top) for line in lines)
        return Stack(moved, moved[-1].across + moved[-1].shaped.style.size, whole.findings)

    def rows(self, part: NotePart, measure: Length) -> int:
        """Whole rows of the grid that the part takes, its air and rule included."""
        row = self.setting.house.row
        return -(-(self.stacked(part, measure).depth + row * AIR // 1000) // row)

    def divided(self, part: NotePart, measure: Length, rows: int) -> tuple[NotePart, NotePart]:
        """As many of the part's lines as so many rows hold, and what is left for the next column."""
        counts = [self.count(label, measure) for label in part.labels]
        end = sum(counts)
        while end > part.start and self.rows(NotePart(part.labels, part.start, end), measure) > rows:
            end -= 1
        if end == part.start:
            return NOTHING_OWED, part
        done = 0
        for index, count in enumerate(counts):
            if done + count > end:
                return NotePart(part.labels, part.start, end), NotePart(part.labels[index:], end - done)
            done += count
        return NotePart(part.labels, part.start), NOTHING_OWED

    def _items(self, labels: tuple[str, ...]) -> list[tuple[Paragraph, str]]:
        return [(note.paragraph, "note") for label in labels for note in self.notes if note.label == label]

    def placed(self, part: NotePart, box: Rect) -> tuple[tuple[PlacedLine, ...], PlacedRule]:
        """The part in its box: the notes stand on its foot, the rule over them."""
        away = self.setting.house.row * AIR // 2000
        if self.direction == "vertical":
            stacked = self.stacked(part, box.height)
            x = box.x + stacked.depth + away
            return place(stacked, box, "vertical", "foot"), PlacedRule(
                x, box.y, x, box.y + box.height // RULE_SHARE, HAIRLINE, "ink"
            )
        stacked = self.stacked(part, box.width)
        lines = place(stacked, box, "horizontal", "foot")
        y = box.foot - stacked.depth - away
        return lines, PlacedRule(box.x, y, box.x + box.width // RULE_SHARE, y, HAIRLINE, "ink")


def references(shaped: ShapedParagraph) -> tuple[tuple[int, str], ...]:
    """(glyph, label) of every note reference in the paragraph."""
    marks = {mark.start: mark.value for mark in shaped.paragraph.marks if mark.kind == "note"}
    if not marks:
        return ()
    return tuple((glyph, marks[offset]) for glyph, offset in enumerate(shaped.offsets) if offset in marks)
