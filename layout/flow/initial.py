"""A story's first paragraph goes in; its initial (首字下沉), the rest of it, and the slots beside it come out."""

import unicodedata
from collections.abc import Sequence

from layout.flow.slots import Slot
from layout.model.place import Source
from layout.model.story import Mark, Paragraph
from layout.model.units import Length
from layout.model.value import replace

OPENERS = frozenset("“‘《〈「『（【〔")
"""Opening marks before the first character go into the initial with it."""
AIR = 250
"""Per mille of the body size that stays free beside the initial at least; its room is a whole number of em."""


def split(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """The initial, with the role `initial`, and the rest; None for a paragraph too short to have one, or that begins
    with a space."""
    text = paragraph.text
    first = next((at for at, char in enumerate(text) if char not in OPENERS and not _joins(char)), len(text))
    count = next((at for at in range(first + 1, len(text)) if not _joins(text[at])), len(text))
    if len(text) <= count or text[first].isspace():
        return None
    place = paragraph.source.place(count)
    later = tuple((at - count, line, column) for at, line, column in paragraph.source.runs if at > count)
    source = Source(paragraph.source.path, ((0, place.line, place.column), *later))
    marks = tuple(
        Mark(max(0, mark.start - count), mark.end - count, mark.kind, mark.value)
        for mark in paragraph.marks
        if mark.end > count
    )
    return Paragraph("initial", text[:count], paragraph.source), Paragraph(paragraph.role, text[count:], source, marks)


def _joins(char: str) -> bool:
    """Whether it belongs to the character before, or shows nothing: accents, variation selectors, joiners."""
    return unicodedata.category(char) in ("Mn", "Mc", "Cf")


def beside(slots: Sequence[Slot], rows: int, width: Length, body: Length) -> tuple[Slot, ...]:
    """The slots, the first `rows` of them begun after an initial of this width, which takes whole em of the body."""
    room = -(-(width + body * AIR // 1000) // body) * body
    short = (replace(slot, x=slot.x + room, length=max(1, slot.length - room)) for slot in slots[:rows])
    return (*short, *slots[rows:])
