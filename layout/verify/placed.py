"""What stands on the pages: ranges of the lines of manuscripts, each with the page it stands on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from unicodedata import category

from layout.model.glyphs import ShapedParagraph
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.place import Source
from layout.model.value import value
from layout.verify.columns import columns_of

ANNOUNCING = ("contents", "teaser", "furniture")
"""What frames take that show again what has its own place elsewhere."""
_UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn")
"""Unicode categories of characters that show nothing by themselves, or that a neighbour's glyph shows."""


@value
class Range:
    """Columns `start` to `end`-1 of one line of a file, as they stand on a page."""

    start: int
    end: int
    page: Page
    shaped: ShapedParagraph
    offset: int
    """of the character at `start`, in the shaped paragraph's text"""
    again: bool = False
    """in a frame that repeats by design"""


Line = tuple[str, int]
"""A file and the number of one of its lines."""
Span = tuple[int, int]
"""Columns from, and up to but without."""


@value(eq=False)
class Placed:
    """All that stands on the pages, by lines of the manuscripts."""

    covered: Mapping[Line, list[Span]]
    """columns that stand on some page; ascending, apart from one another"""
    doubled: Mapping[Line, list[tuple[Range, ...]]]
    """ranges that overlap, each group with the one that begins last at its end; announcements left out"""

    def gaps(self, at: Line, column: int, end: int) -> Iterator[Span]:
        """Columns from `column` up to `end` that stand on no page."""
        spans = self.covered.get(at, [])
        index = max(bisect_right(spans, column, key=itemgetter(0)) - 1, 0)
        while index < len(spans) and spans[index][0] < end and column < end:
            start, stop = spans[index]
            if start > column:
                yield column, start
            column = max(column, stop)
            index += 1
        if column < end:
            yield column, end


def placed_on(pages: Sequence[Page]) -> Placed:
    """Every range of a manuscript's line that stands on a page."""
    ranges: dict[Line, list[Range]] = {}
    for page in pages:
        for frame in page.frames:
            for at, one in _of_frame(page, frame):
                ranges.setdefault(at, []).append(one)
    covered: dict[Line, list[Span]] = {}
    doubled: dict[Line, list[tuple[Range, ...]]] = {}
    for at, found in ranges.items():
        found.sort(key=lambda one: one.start)
        covered[at] = _merged(found)
        if groups := _overlapping([one for one in found if not one.again]):
            doubled[at] = groups
    return Placed(covered, doubled)


def _merged(ranges: Sequence[Range]) -> list[Span]:
    """The columns of ranges that ascend, those that touch made into one."""
    spans: list[Span] = []
    for one in ranges:
        if spans and one.start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], one.end)
        else:
            spans.append((one.start, one.end))
    return spans


def _overlapping(ranges: Sequence[Range]) -> list[tuple[Range, ...]]:
    """Of ranges that ascend, those that have a column in common."""
    groups = []
    live: list[Range] = []
    for one in ranges:
        live = [*(other for other in live if other.end > one.start), one]
        if len(live) > 1:
            groups.append(tuple(live))
    return groups


def _of_frame(page: Page, frame: PlacedFrame) -> Iterator[tuple[Line, Range]]:
    """The ranges that a frame's lines show; lines of one paragraph that follow one another are one stretch."""
    again = frame.takes in ANNOUNCING
    for _, group in groupby(frame.lines, key=lambda placed: id(placed.shaped)):
        lines = tuple(group)
        shaped = lines[0].shaped
        if not _has_place(shaped.paragraph.source):
            continue
        for start, end in _stretches((placed.line.start, placed.line.end) for placed in lines):
            yield from _of_stretch(page, shaped, start, end, again)


def _has_place(source: Source) -> bool:
    """Whether a text was written in a file's line, and not made by flow."""
    return any(line for _, line, _ in source.runs)


def _stretches(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of glyphs, those that touch made into one."""
    first = last = -1
    for start, end in spans:
        if start == last:
            last = end
            continue
        if last > first:
            yield first, last
        first, last = start, end
    if last > first:
        yield first, last


def _of_stretch(page: Page, shaped: ShapedParagraph, start: int, end: int, again: bool) -> Iterator[tuple[Line, Range]]:
    """The ranges that the glyphs `start` to `end`-1 of a paragraph show."""
    text, offsets = shaped.paragraph.text, shaped.offsets
    begin = offsets[start]
    stop = offsets[end] if end < len(offsets) else len(text)
    source = shaped.paragraph.source
    for line, column, offset, length in columns_of(source, begin, stop):
        yield (source.path, line), Range(column, column + length, page, shaped, offset, again)


def line_characters(placed: PlacedLine) -> str:
    """The characters of a placed line as its manuscript has them, without a hyphen that breaking added."""
    return "".join(placed.shaped.chars[placed.line.start : placed.line.end])


def unseen(character: str) -> bool:
    """Whether a character shows nothing by itself."""
    return character == "\u3000" or category(character) in _UNSEEN


def squeezed(text: str) -> str:
    """The text without what shows nothing."""
    return "".join(character for character in text if not unseen(character))
