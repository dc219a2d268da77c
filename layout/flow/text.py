"""What flow pours: paragraphs with ways to have their lines, a cursor into them, and a column once it is filled."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from layout.flow.notes import NOTHING_OWED, NotePart, Notes
from layout.flow.setting import SetLines
from layout.flow.slots import Slot
from layout.flow.table_text import Going, TableText
from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import PlacedRule
from layout.model.style import BODY_ASCENT, ParagraphStyle
from layout.model.units import Length, scaled
from layout.model.value import replace, value


@value(eq=False)
class Cursor:
    """Where the text goes on: the paragraph, and where it was divided, the lines of it that are still to come."""

    block: int = 0
    rest: tuple[Line, ...] = ()
    owed: NotePart = NOTHING_OWED
    """notes, or the ends of notes, that earlier columns had no room for"""
    full: bool = False
    """the column before has no row left empty"""
    going: Going = ()
    """of a table's row that was divided: where its cells go on"""


class Poured(NamedTuple):
    """A line in its slot; `drop` moves it across, from the slot's baseline (heads centred in whole rows). A line of a
    table's `cell` has a paragraph of its own."""

    block: int
    line: Line
    slot: Slot
    drop: Length = 0
    cell: ShapedParagraph | None = None


@value(eq=False)
class Column:
    """One column filled: its lines, where the text goes on, how many of its slots are taken and how many stayed empty
    at the foot; the notes at its foot, and the slots they take."""

    lines: tuple[Poured, ...]
    after: Cursor
    used: int
    short: int
    notes: NotePart = NOTHING_OWED
    note_slots: tuple[Slot, ...] = ()
    note_depth: Length = 0
    """of notes at the page's foot: that of its deepest column; only the first of them has the rule"""
    note_rule: bool = True
    rules: tuple[PlacedRule, ...] = ()
    """of tables"""


@value(eq=False)
class Text:
    """The paragraphs to pour, and how their lines are had. `loose` asks a paragraph for a line more or fewer;
    `airy` gives the paragraph so many rows more above."""

    blocks: Sequence[ShapedParagraph]
    set_lines: SetLines
    row: Length
    body: Length
    """size that the grid's em boxes have"""
    loose: tuple[tuple[int, int], ...] = ()
    airy: tuple[tuple[int, int], ...] = ()
    notes: Notes | None = None
    initials: tuple[tuple[int, int], ...] = ()
    """(paragraph that is an initial, rows it takes): the text after it runs beside it"""
    tables: tuple[TableText, ...] = ()
    tallest: int = 0
    """rows of the tallest column at hand: a table's row that takes more is divided"""
    forced: bool = False
    """keeps are given up for the first paragraph: one that no column could hold whole"""
    lenient: bool = False
    """the same to the text's end, and a subhead keeps a single line: its pages would else not hold it"""
    alone: bool = False
    """a line of a paragraph may stand alone at a column's edge, whatever its style's widows and orphans are"""

    def style(self, block: int) -> ParagraphStyle:
        return self.blocks[block].style

    def lines(self, block: int, slots: Sequence[Slot], rest: tuple[Line, ...] = ()) -> tuple[Line, ...]:
        """The paragraph, or what is left of it, set to the slots; the last slot's length holds for all after it. A
        paragraph that is tracked is so to its end."""
        if rest:
            return self.set_lines(self.blocks[block], measures_of(slots), 0, rest[0].start, rest[0].tracked)
        loose = _loose(self).get(block, 0) if self.loose else 0
        return self.set_lines(self.blocks[block], measures_of(slots), loose, 0)

    def notes_of(self, column: "Column") -> tuple[str, ...]:
        """Labels of the notes that the column's lines refer to."""
        if self.notes is None:
            return ()
        found: list[str] = []
        for block, line, _, _, cell in column.lines:
            if cell:
                found += self.notes.of_cell(block, cell, line)
            else:
                found += self.notes.of(((block, line.start, line.end),))
        return tuple(dict.fromkeys(found))

    def table(self, block: int) -> TableText | None:
        """The table that the block belongs to."""
        index = bisect_right(self.tables, block, key=attrgetter("first")) - 1
        return self.tables[index] if index >= 0 and block < self.tables[index].end else None

    def airable(self, block: int) -> bool:
        """True for a subhead with rows left free above it, which may be given one more."""
        style = self.style(block)
        return bool(style.before and style.keep_next) and self.table(block) is None

    def ended(self, cursor: Cursor) -> bool:
        """True where nothing is left to set, notes included."""
        return cursor.block >= len(self.blocks) and not cursor.owed.labels

    def before(self, block: int) -> int:
        """Rows free above the paragraph where it does not open a column."""
        above = self.style(block - 1).after if block else 0
        rows = max(self.style(block).before, above)
        return rows + _airy(self).get(block, 0) if self.airy else rows

    def kept(self, block: int) -> tuple[int, int]:
        """Fewest lines of the paragraph at a column's foot, and at the next one's head."""
        style = self.style(block)
        if self.alone or self.lenient:
            return min(1, style.orphans), min(1, style.widows)
        return style.orphans, style.widows

    def keeps(self, block: int) -> int:
        """Lines of the next paragraph that stay with this one."""
        keep = self.style(block).keep_next
        return min(1, keep) if self.lenient else keep

    def rows(self, block: int, count: int) -> int:
        """Rows that `count` lines of the paragraph take; heads with a leading of their own take whole rows (占N行: N ×
        size + (N − 1) × gap, JLReq §2.4.2), which they leave no farther than one line of such type would."""
        style = self.style(block)
        if not style.leading or not count:
            return max(count, style.rows)
        spread, one = (count - 1) * style.leading, -(-style.size // self.row)
        room = max((one - 1) * self.row + self.body, style.size)
        return max(1, style.rows, one - (room - style.size - spread) // self.row)

    def solid(self, block: int) -> bool:
        """True for a paragraph that is never divided: a head, or lines that do not stand on the rows."""
        style = self.style(block)
        off_grid = style.leading not in (0, self.row)
        return bool(off_grid or style.rows or style.keep_next or style.keep_previous)

    def from_block(self, block: int) -> "Text":
        """The text with what is asked of paragraphs from `block` on: those before it stand, and going through all that
        was asked of them for each line would make a long story's pages dearer than a short one's."""
        if not self.loose and not self.airy:
            return self
        loose = tuple(asked for asked in self.loose if asked[0] >= block)
        return replace(self, loose=loose, airy=tuple(asked for asked in self.airy if asked[0] >= block))

    def loosened(self, block: int, by: int) -> "Text":
        return replace(self, loose=(*self.loose, (block, by)))

    def aired(self, block: int) -> "Text":
        return replace(self, airy=(*self.airy, (block, _airy(self).get(block, 0) + 1)))


@lru_cache(maxsize=64)
def _loose(text: Text) -> Mapping[int, int]:
    """What is asked of which paragraph; kept, since a story of thousands asks for each of its lines."""
    return dict(text.loose)


@lru_cache(maxsize=64)
def _airy(text: Text) -> Mapping[int, int]:
    return dict(text.airy)


def drop_of(text: Text, block: int, count: int, rows: int) -> tuple[Length, Length]:
    """How far across from the first row's baseline (in vertical text: its axis) the first of `count` lines stands when
    they are in the middle of so many rows, and the distance between two of them."""
    style = text.style(block)
    leading = style.leading or text.row
    depth = (count - 1) * leading + style.size
    spare = (rows - 1) * text.row + text.body - depth
    share = 500 if style.direction == "vertical" else BODY_ASCENT
    return spare // 2 + scaled(style.size - text.body, share, 1000), leading


def measures_of(slots: Sequence[Slot]) -> tuple[Length, ...]:
    """The slots' lengths, cut where they stay equal; a paragraph without any slot gets a token measure of one unit."""
    if len(slots) < 2:
        return (slots[0].length,) if slots else (1,)
    lengths = [slot.length for slot in slots]
    while len(lengths) > 1 and lengths[-1] == lengths[-2]:
        lengths.pop()
    return tuple(lengths)
