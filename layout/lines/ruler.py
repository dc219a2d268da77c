"""A shaped paragraph goes in; sums over its glyphs come out, so that a line's width is a subtraction of two of them."""

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from operator import add, sub

from layout.cjk.flex import GAP, GAP_FLOOR, SPACE
from layout.model.glyphs import ShapedParagraph
from layout.model.units import Length, scaled
from layout.model.value import value

_PLACES = bytes(1 if flex & 3 else 0 for flex in range(256))
"""Flex code → 1 where something may be added after the glyph; a table for bytes.translate."""
_GAPS = bytes(1 if flex & 3 in (GAP, SPACE) else 0 for flex in range(256))
"""Flex code → 1 for word spaces and Han–Latin gaps."""
_ENDS = bytes(1 if kind not in (0, 4) else 0 for kind in range(256))
"""Kind of break → 1 where a line may end …"""
_SEEN = bytes(1 if kind not in (0, 4, 5) else 0 for kind in range(256))
"""… and where it may for a breaker that does not weigh whether the line would else be loose."""


@lru_cache(maxsize=256)
def ruler_of(shaped: ShapedParagraph, tracking: int) -> "Ruler":
    """The ruler of a paragraph; flow asks for the same few again and again while it fills a page."""
    return Ruler(shaped, tracking)


class Ruler:
    """Widths of one paragraph. Line a … b-1 is heads[a] to tails[b]: its set width is tails[b] - heads[a].

    `ends` are the glyphs a line may end before, ascending, the paragraph's end included; `tracking` is per mille of
    the size, added after every glyph that may be spaced.
    """

    __slots__ = ("shaped", "size", "along", "heads", "tails", "places", "ends", "forced", "last", "by", "__dict__")

    def __init__(self, shaped: ShapedParagraph, tracking: int = 0) -> None:
        self.shaped, self.by = shaped, tracking
        self.size = shaped.style.size
        gaps: tuple[int, ...] | list[int] = shaped.gaps
        if tracking:
            by = scaled(tracking, self.size, 1000)
            gaps = [gap + by if flex & 3 else gap for gap, flex in zip(gaps, shaped.flex, strict=True)]
        self.last = len(shaped.widths)
        self.along: list[Length] = list(accumulate(map(add, shaped.widths, gaps), initial=0))
        self.heads: list[Length] = list(map(add, self.along, shaped.starts))
        self.heads.append(self.along[-1])
        self.tails: list[Length] = [0, *map(sub, self.along[1:], map(add, gaps, shaped.ends))]
        self.places = list(accumulate(bytes(shaped.flex).translate(_PLACES), initial=0))
        breaks = bytes(shaped.breaks)
        if 2 in breaks:
            for i, kind in enumerate(breaks, 1):
                if kind == 2:
                    self.tails[i] += shaped.hyphen_width
        kinds = _ENDS if shaped.style.breaker == "total" else _SEEN
        self.ends = list(compress(range(1, self.last + 1), breaks.translate(kinds)))
        if not self.ends or self.ends[-1] != self.last:
            self.ends.append(self.last)
        self.forced = [i for i, kind in enumerate(breaks, 1) if kind == 3 and i < self.last] if 3 in breaks else []

    def tracked(self, tracking: int) -> "Ruler":
        """The same paragraph with so much tracking more, made from these sums instead of from the glyphs."""
        by = scaled(tracking, self.size, 1000)
        shift = [by * count for count in self.places]
        made = object.__new__(Ruler)
        made.shaped, made.size, made.last = self.shaped, self.size, self.last
        made.by = self.by + tracking
        made.places, made.ends, made.forced = self.places, self.ends, self.forced
        made.along = list(map(add, self.along, shift))
        made.heads = list(map(add, self.heads, shift))
        made.tails = [0, *map(add, self.tails[1:], shift)]
        made.__dict__["blanks"] = self.blanks  # tracking gives no blank and takes none
        return made

    @cached_property
    def humps(self) -> list[int]:
        """Glyphs that a line may end before where it would else be loose, and that are not among the `ends`."""
        breaks = bytes(self.shaped.breaks)
        return [i for i, kind in enumerate(breaks, 1) if kind == 5] if 5 in breaks else []

    @cached_property
    def origins(self) -> list[Length]:
        """Where each glyph's origin stands in a line without an end."""
        return list(map(add, self.along, self.shaped.shifts))

    @cached_property
    def gaps(self) -> bytes:
        """1 after each glyph where a word space or a Han–Latin gap stretches before other places."""
        return bytes(self.shaped.flex).translate(_GAPS)

    @cached_property
    def blanks(self) -> list[Length]:
        """Running sum of what marks, word spaces and Han–Latin gaps can give up in mid-line."""
        shaped = self.shaped
        floor = scaled(GAP_FLOOR, self.size, 1000)
        gives = [
            give + (gap - floor if flex & 3 == GAP and gap > floor else 0)
            for give, gap, flex in zip(shaped.gives, shaped.gaps, shaped.flex, strict=True)
        ]
        return list(accumulate(gives, initial=0))

    @cached_property
    def _givers(self) -> list[int]:
        return list(accumulate(map(bool, self.shaped.gives), initial=0))

    def givers(self, a: int, b: int) -> int:
        """Marks and word spaces of line a … b-1 that can give something."""
        ends = self.shaped.end_gives
        return self._givers[b - 1] - self._givers[a] + (1 if ends and ends[b - 1] else 0)

    def give(self, a: int, b: int) -> Length:
        """Most that line a … b-1 can be squeezed by."""
        shaped = self.shaped
        inside = self.blanks[b - 1] - self.blanks[a]
        if inside and shaped.starts[a]:
            inside -= min(shaped.gives[a], inside)
        return inside + (shaped.end_gives[b - 1] if shaped.end_gives else 0)

    def characters(self, a: int, b: int) -> int:
        """Han, letters and digits of line a … b-1, without its marks."""
        return sum(char.isalnum() for chars in self.shaped.chars[a:b] for char in chars)

    def emergency(self, a: int, target: Length) -> int:
        """Where the line from a may end when no proper break fits: inside a long word, else the next break there is."""
        until = self.ends[bisect_right(self.ends, a)]
        breaks = self.shaped.breaks
        fitting = bisect_right(self.tails, target, a + 1, until + 1)  # within a word the tails ascend
        for kinds in ((5,), (4, 5)):
            for end in range(min(fitting, until), a, -1):
                if breaks[end - 1] in kinds and self.tails[end] <= target:
                    return end
        return next((i + 1 for i in range(a, until) if breaks[i] in (4, 5)), until)

    def until(self, a: int) -> int:
        """The next place where a break is forced, after a; the paragraph's end where there is none."""
        if not self.forced:
            return self.last
        index = bisect_left(self.forced, a + 1)
        return self.forced[index] if index < len(self.forced) else self.last


@value
class Slots:
    """Measures of the lines to come: the last one holds for all after it. `indent` for the first line, `hang` for the
    others, `inset` at both ends of all; `first` is False where the paragraph began in another column."""

    measures: tuple[Length, ...]
    indent: Length
    hang: Length
    inset: Length
    first: bool = True
    most: Length = 0
    """no line is longer than this; 0: as long as its measure allows"""
    ragged: bool = False
    """lines are left as long as they are, whatever the style says"""

    def measure(self, k: int) -> Length:
        return self.measures[k] if k < len(self.measures) else self.measures[-1]

    def offset(self, k: int) -> Length:
        """From the slot's start to the line's."""
        return self.inset + (self.indent if k == 0 and self.first else self.hang)

    def room(self, k: int) -> Length:
        """What line k may fill. Never less than one unit: a measure eaten up by its indent still ends. measure() and
        offset() are written out here, since every line that is tried asks for its room."""
        measure = self.measures[k] if k < len(self.measures) else self.measures[-1]
        room = measure - (self.indent if k == 0 and self.first else self.hang) - 2 * self.inset
        if self.most and room > self.most:
            return self.most
        return room if room > 0 else 1

    @property
    def steady(self) -> int:
        """From which line on all rooms are equal."""
        return max(len(self.measures) - 1, 1)
