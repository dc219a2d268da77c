"""A cut-in head (窗式标题) and the slots it opens go in; its lines in their block, and the slots beside it, come out.

JLReq §4.1.9: up to six characters stand in one line, up to twenty in two, more in three; the block takes two or three
lines of the text, which runs on beside it one to two em away.
"""

from collections.abc import Sequence

from layout.flow.initial import beside
from layout.flow.slots import Slot
from layout.flow.text import Poured, Text, drop_of
from layout.model.glyphs import Line
from layout.model.units import Length
from layout.model.value import replace, value

IN_ONE, IN_TWO = 6, 20
"""Most characters of a head in one line, and in two."""
LEAST = 5
"""Fewest em of text beside a head (ours)."""
AIR = 1000
"""Per mille of the body size that stays free beside the head at least; its room is a whole number of em."""


@value(eq=False)
class CutIn:
    """The head's lines where they stand, how many rows its block takes, and the column's slots with that block taken
    out."""

    poured: tuple[Poured, ...]
    rows: int
    slots: tuple[Slot, ...]


def cut_in(text: Text, block: int, here: Sequence[Slot]) -> CutIn | None:
    """The head at the first of the slots; None where the column has too few rows for it, or too little room beside it:
    then it stands like any other."""
    measure, lines = _lines(text, block, here[0])
    rows = max(text.style(block).cut_in, text.rows(block, len(lines)))
    if rows > len(here):
        return None
    vertical = text.style(block).direction == "vertical"
    slots = beside(here, rows, measure, text.body, AIR, vertical)
    if min(slot.length for slot in slots[:rows]) < LEAST * text.body:
        return None
    drop, leading = drop_of(text, block, len(lines), rows)
    poured = tuple(Poured(block, line, here[0], drop + index * leading) for index, line in enumerate(lines))
    return CutIn(poured, rows, slots)


def _lines(text: Text, block: int, slot: Slot) -> tuple[Length, tuple[Line, ...]]:
    """The narrowest measure, in half em, that has the head in so many lines as its length asks for."""
    size, said = text.style(block).size, text.blocks[block].paragraph.text
    count = sum(not char.isspace() for char in said)
    wanted = 1 if count <= IN_ONE else 2 if count <= IN_TWO else 3
    measure = -(-count // wanted) * size
    while True:
        lines = text.lines(block, [replace(slot, length=measure)])
        if len(lines) <= wanted or measure >= count * size:
            return measure, lines
        measure += size // 2
