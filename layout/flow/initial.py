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
BESIDE = ("dot", "name", "book", "frame", "ruby")
"""Marks that an initial keeps; its type is that of its own style."""
AIR = 250
"""Per mille of the body size that stays free beside the initial at least; its room is a whole number of em."""


def split(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """The initial, with the role `initial`, and the rest; None for a paragraph too short to have one, or that begins
    with a space or with a number, which is not divided."""
    text = paragraph.text
    first = next((at for at, char in enumerate(text) if char not in OPENERS and not _joins(char)), len(text))
    count = next((at for at in range(first + 1, len(text)) if not _joins(text[at])), len(text))
    if len(text) <= count or text[first].isspace() or text[first].isdigit():
        return None
    place = paragraph.source.place(count)
    later = tuple((at - count, line, column) for at, line, column in paragraph.source.runs if at > count)
    source = Source(paragraph.source.path, ((0, place.line, place.column), *later))
    pairs = [_divided(mark, count) for mark in paragraph.marks]
    own = tuple(first for first, _ in pairs if first and first.kind in BESIDE)
    marks = tuple(second for _, second in pairs if second)
    initial = Paragraph("initial", text[:count], paragraph.source, own)
    return initial, Paragraph(paragraph.role, text[count:], source, marks)


def _divided(mark: Mark, count: int) -> tuple[Mark | None, Mark | None]:
    """What the initial's `count` characters have of a mark, and the rest. Readings go with their characters; one of a
    whole word stands at the initial."""
    first = replace(mark, end=min(mark.end, count)) if mark.start < count else None
    second = replace(mark, start=max(0, mark.start - count), end=mark.end - count) if mark.end > count else None
    if mark.kind != "ruby" or not first or not second:
        return first, second
    syllables = mark.value.split()
    if len(syllables) != mark.end - mark.start:
        return first, None
    here = count - mark.start
    return replace(first, value=" ".join(syllables[:here])), replace(second, value=" ".join(syllables[here:]))


def _joins(char: str) -> bool:
    """Whether it belongs to the character before, or shows nothing: accents, variation selectors, joiners."""
    return unicodedata.category(char) in ("Mn", "Mc", "Cf")


def beside(
    slots: Sequence[Slot], rows: int, width: Length, body: Length, air: int = AIR, vertical: bool = False
) -> tuple[Slot, ...]:
    """The slots, the first `rows` of them begun after an initial of this width, which takes whole em of the body."""
    room = -(-(width + body * air // 1000) // body) * body
    short = (
        replace(
            slot,
            x=slot.x if vertical else slot.x + room,
            y=slot.y + room if vertical else slot.y,
            length=max(1, slot.length - room),
        )
        for slot in slots[:rows]
    )
    return (*short, *slots[rows:])
