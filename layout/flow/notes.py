"""A column's lines go in; the notes they refer to come out, set as an area at the column's foot.

JLReq §4.2: notes stand where their references are, over whole lines of the grid, under a rule.
"""

from collections.abc import Sequence

from layout.flow.setting import Setting
from layout.flow.stack import Stack, place, stack
from layout.model.geometry import Rect
from layout.model.glyphs import ShapedParagraph
from layout.model.page import PlacedLine, PlacedRule
from layout.model.story import Note
from layout.model.style import HAIRLINE, Direction
from layout.model.units import Length
from layout.model.value import value

AIR = 600
"""Per mille of a row between the text and the rule over the notes (ours)."""
RULE_SHARE = 4
"""The rule is a quarter of the column wide: it divides, it does not close off."""


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

    def stacked(self, labels: tuple[str, ...], measure: Length) -> Stack:
        """The notes set to the measure."""
        items = [(note.paragraph, "note") for note in self.notes if note.label in labels]
        return stack(self.setting, items, measure, self.direction)

    def rows(self, labels: tuple[str, ...], measure: Length) -> int:
        """Whole rows of the grid that the area takes, its air and rule included."""
        row = self.setting.house.row
        return -(-(self.stacked(labels, measure).depth + row * AIR // 1000) // row)

    def placed(self, labels: tuple[str, ...], box: Rect) -> tuple[tuple[PlacedLine, ...], PlacedRule]:
        """The area in its box: the notes stand on its foot, the rule over them."""
        away = self.setting.house.row * AIR // 2000
        if self.direction == "vertical":
            stacked = self.stacked(labels, box.height)
            x = box.x + stacked.depth + away
            return place(stacked, box, "vertical", "foot"), PlacedRule(
                x, box.y, x, box.y + box.height // RULE_SHARE, HAIRLINE, "ink"
            )
        stacked = self.stacked(labels, box.width)
        lines = place(stacked, box, "horizontal", "foot")
        y = box.foot - stacked.depth - away
        return lines, PlacedRule(box.x, y, box.x + box.width // RULE_SHARE, y, HAIRLINE, "ink")


def references(shaped: ShapedParagraph) -> tuple[tuple[int, str], ...]:
    """(glyph, label) of every note reference in the paragraph."""
    marks = {mark.start: mark.value for mark in shaped.paragraph.marks if mark.kind == "note"}
    if not marks:
        return ()
    return tuple((glyph, marks[offset]) for glyph, offset in enumerate(shaped.offsets) if offset in marks)
