"""Strings of one line go in; where their glyphs stand, roomily or for sure, and what they say, comes out.

Boxes are in the page's space: left, foot, right, top in points.
"""

from collections.abc import Iterator
from math import hypot
from unicodedata import category

from layout.check.matrix import Edges, turned
from layout.check.pen import Shown

Line = tuple[Shown, ...]

HAN = "\u2e80"
"""Characters from here on fill their em, but for marks."""
HIGH, NARROW_HIGH = 0.74, 0.45
"""Ems over the baseline that the ink of a Han surely reaches, and that of a small letter (ours)."""
INSIDE = 0.1
"""Ems at either side of a glyph that may be blank (ours)."""
OVER, UNDER = 1.0, 0.32
"""Ems over and under the baseline that no ink passes."""
BACK, ON, ASIDE = 0.12, 1.0, 0.6
"""Ems that a string may begin before the end of the one before it, behind it, and off its baseline, on one line."""
MOST_SAID = 60
"""Characters of a line that are put into words."""
_MARKS = ("P", "Z", "C", "M")


def size_of(line: Line) -> float:
    """The size of the largest type of a line, in points."""
    return max(_em(shown) for shown in line)


def _em(shown: Shown) -> float:
    return shown.size * hypot(shown.matrix[2], shown.matrix[3])


def goes_on(one: Shown, other: Shown) -> bool:
    """Whether a string goes on with the line of the one before it."""
    if one.lettering.vertical != other.lettering.vertical:
        return False
    em = max(_em(one), _em(other))
    before, after = _whole(one), _whole(other)
    lies = abs(one.matrix[1]) > abs(one.matrix[0])  # turned by a quarter
    if lies == one.lettering.vertical:  # a level line
        along, aside = after[0] - before[2], after[1] - before[1]
    else:
        along, aside = before[1] - after[3], after[0] - before[0]
    return -BACK * em <= along <= ON * em and abs(aside) < ASIDE * em


def _whole(shown: Shown) -> Edges:
    """The box of a string's first glyph to its last, on the baseline."""
    first, last = shown.corners(0, 0, HIGH), shown.corners(len(shown.codes) - 1, 0, HIGH)
    box = min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
    return turned(shown.matrix, box)


def reach(line: Line) -> Edges:
    """A box that no ink of the line leaves."""
    boxes = []
    for shown in line:
        ends = (shown.corners(at, -UNDER, OVER) for at in (0, len(shown.codes) - 1))
        lefts, feet, rights, tops = zip(*ends, strict=True)
        boxes.append(turned(shown.matrix, (min(lefts), min(feet), max(rights), max(tops))))
    lefts, feet, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(feet), max(rights), max(tops)


def roomy(line: Line) -> Iterator[Edges]:
    """The room of each glyph that is no blank."""
    for shown in line:
        for index, code in enumerate(shown.codes):
            if not shown.lettering.blank(code):
                yield turned(shown.matrix, shown.corners(index, 0, HIGH))


def inked(line: Line) -> Iterator[Edges]:
    """What each letter or figure surely fills; marks, which fill a corner of their room, are passed over, and so are
    glyphs of which the font does not say what they are."""
    for shown in line:
        inside = INSIDE * shown.size * shown.scale
        for index, code in enumerate(shown.codes):
            text = shown.lettering.letter(code)
            if not text or category(text)[0] in _MARKS:
                continue
            left, foot, right, top = shown.corners(index, 0, HIGH if text >= HAN else NARROW_HIGH)
            if right - left > 2 * inside:
                yield turned(shown.matrix, (left + inside, foot, right - inside, top))


def said(line: Line) -> str:
    """The beginning of what a line says."""
    text = ""
    for shown in line:
        for code in shown.codes:
            if len(text) >= MOST_SAID:
                return text
            text += shown.lettering.text(code)
    return text
