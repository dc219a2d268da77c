"""Glyphs that shall take whole ems go in; they come out spaced: 均排, a speaker's name, the marker of a list.

JLReq §3.7.3: so many characters over so many cells, the same space between all of them but inside units and within
brackets. clreq §6.2.1.2 (凸排): a name and its colon take so many ems, and the speech is set in by as many.
"""

from bisect import bisect_left
from collections.abc import Callable

from layout.cjk.flex import RIGID, code
from layout.model.story import SPEAKER, Paragraph
from layout.model.style import ParagraphStyle
from layout.model.units import Length
from layout.model.value import replace, value
from layout.shape.draft import Draft

FORCED = 3
"""Kind of break that was asked for."""
_SOLID_AFTER, _SOLID_BEFORE = "o", "cskn"
"""Classes that no space is put after, and before."""
NEARLY = 20
"""A marker that is so little wider than whole ems, a part of the em, takes no further one."""


@value(eq=False)
class Cells:
    """A paragraph whose glyphs are set; `offsets` says which character each of them begins with."""

    paragraph: Paragraph
    draft: Draft
    offsets: list[int]
    style: ParagraphStyle

    def set(self, width_of: Callable[[str], Length]) -> ParagraphStyle:
        """Spaces what asks for it; the style with the indents of a list's item. `width_of` measures a marker."""
        style, em = self.style, self.style.size
        for mark in self.paragraph.marks:
            if mark.kind == "cells":
                self._spread(*self._span(mark.start, mark.end), int(mark.value) * em)
            elif mark.kind == "item":
                style = self._item(mark.end, mark.value.split("\n"), width_of)
        if style.cells:
            self._lines()
        if style.speaker and (match := SPEAKER.match(self.paragraph.text)):
            self._name(match.end() - 1)
        return style

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """Characters as glyphs."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)

    def _width(self, first: int, last: int) -> Length:
        draft = self.draft
        return sum(draft.widths[first:last]) + sum(draft.gaps[first : last - 1]) - (0 if first else draft.starts[0])

    def _letter(self, glyph: int) -> str:
        return self.draft.letters[self.offsets[glyph]]

    def _spread(self, first: int, last: int, room: Length) -> None:
        """The glyphs over so much room, where they need less."""
        if first >= last:
            return
        draft, spare = self.draft, room - self._width(first, last)
        places = [
            i
            for i in range(first, last - 1)
            if draft.flex[i] & 3 and self._letter(i) not in _SOLID_AFTER and self._letter(i + 1) not in _SOLID_BEFORE
        ]
        if spare < 0 or not places:
            return
        for i in range(first, last - 1):
            draft.breaks[i], draft.flex[i] = 0, code(RIGID)
        for number, i in enumerate(places):
            draft.gaps[i] += spare * (number + 1) // len(places) - spare * number // len(places)

    def _lines(self) -> None:
        """Each line that was asked for, by the number of its characters."""
        breaks = self.draft.breaks
        ends = [i + 1 for i, kind in enumerate(breaks) if kind == FORCED or i + 1 == len(breaks)]
        for first, last in zip([0, *ends[:-1]], ends, strict=True):
            count = last - first
            cells = next((cells for least, most, cells in self.style.cells if least <= count <= most), 0)
            self._spread(first, last, cells * self.style.size)

    def _name(self, end: int) -> None:
        """A speaker's name of two characters and more over all ems but that of its colon, what follows set beside."""
        em, cells = self.style.size, self.style.speaker
        colon = bisect_left(self.offsets, end)
        if end >= cells:
            return
        if end > 1:
            self._spread(0, colon, (cells - 1) * em)
        self._pad(colon + 1, cells * em)

    def _pad(self, last: int, room: Length, over: Length = 0) -> None:
        """The first glyphs, never parted, in so much room; what comes after begins behind it, where they are longer by
        no more than `over`."""
        draft = self.draft
        for i in range(last):
            draft.breaks[i], draft.flex[i] = 0, code(RIGID)
        draft.gaps[last - 1] = max(-over, room - self._width(0, last))

    def _item(self, end: int, markers: list[str], width_of: Callable[[str], Length]) -> ParagraphStyle:
        """The marker in whole ems, as many as the widest of its list needs; lines after the first begin where its text
        does. `markers`: the widest of each list that this one stands in, and its own."""
        em, last = self.style.size, bisect_left(self.offsets, end)
        rooms = [-(-(width_of(marker) - em // NEARLY) // em) * em for marker in markers]
        if 0 < last < len(self.offsets):
            self._pad(last, rooms[-1], em // 2)  # a bullet that is set larger takes room from its own blanks
        outer = sum(rooms[:-1])
        indent, hang = self.style.indent + outer, self.style.indent + sum(rooms)
        return replace(self.style, indent=indent, hang=hang if self.style.hang else outer)
