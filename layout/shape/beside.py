"""A paragraph's marks go in; dots, lines and readings beside the glyphs come out, with the glyphs they belong to."""

from bisect import bisect_left

from layout.model.glyphs import FRAME_AIR, Decoration
from layout.model.story import Mark, Paragraph
from layout.model.units import Length, scaled
from layout.model.value import replace
from layout.shape.draft import Draft
from layout.shape.reading import Readings
from layout.shape.variant import SELECTOR

_NO_DOT = "ocsknwxmMdetifFhpuvSIGzZ"
"""Classes that carry no emphasis dot (CL §5.3.1)."""
KINDS = ("dot", "name", "book", "frame", "ruby")


def decorations(paragraph: Paragraph, draft: Draft, offsets: list[int], readings: Readings) -> tuple[Decoration, ...]:
    """In the order of the marks; `offsets` says which character each glyph begins with. Readings wider than what they
    belong to make room for themselves in the draft."""
    found: list[Decoration] = []
    for mark in paragraph.marks:
        if mark.kind not in KINDS or mark.start >= mark.end or (mark.kind == "ruby" and not mark.value):
            continue
        for part in _parts(draft, mark):
            first, last = bisect_left(offsets, part.start), bisect_left(offsets, part.end)
            if first < last and part.kind == "ruby":
                found.append(readings.shaped(draft, part.value, first, last))
            elif first < last:
                if part.kind == "frame":
                    set_apart(draft, first, last, scaled(2 * FRAME_AIR, readings.style.size, 1000))
                found.append(Decoration(part.kind, first, last))
    if ruby := [mark for mark in found if mark.kind == "ruby"]:
        readings.make_room(draft, ruby)
    return tuple(found)


def set_apart(draft: Draft, first: int, last: int, air: Length) -> None:
    """Room for a frame's ends on either side of the glyphs."""
    draft.widths[first] += air
    draft.shifts[first] += air
    draft.widths[last - 1] += air


def _parts(draft: Draft, mark: Mark) -> list[Mark]:
    """Dots, without punctuation; a reading of as many syllables as characters one by one (bù tóu), any other as a word
    over the whole (bùtóu; CL §5.5.4)."""
    if mark.kind == "dot":
        return [replace(mark, start=start, end=end) for start, end in _dotted(draft, mark)]
    syllables = mark.value.split() if mark.kind == "ruby" else []
    bases = [i for i in range(mark.start, mark.end) if not SELECTOR.match(draft.text, i)]
    if len(syllables) > 1 and len(syllables) == len(bases):
        ends = [*bases[1:], mark.end]
        return [Mark(*part[:2], "ruby", part[2]) for part in zip(bases, ends, syllables, strict=True)]
    return [mark]


def _dotted(draft: Draft, mark: Mark) -> list[tuple[int, int]]:
    """Stretches of the mark that are not punctuation."""
    found: list[tuple[int, int]] = []
    for i in range(mark.start, min(mark.end, len(draft.text))):
        if draft.letters[i] in _NO_DOT:
            continue
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found
