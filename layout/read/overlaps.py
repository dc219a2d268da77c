"""The frames of a template go in; findings for those that lie under text, or on each other, unasked come out."""

from collections.abc import Mapping

from layout.model.finding import Finding, finding
from layout.model.template import Frame
from layout.read.faults import FAR, Nearness

_GROUNDS = ("tint", "rule")
_SOLID = ({"photo", "advert", "table", "contents"}, {"box", "table", "contents"})
"""What hides or crosses what it lies on. A box, a head, a code may stand on a photo."""


def overlaps(frames: tuple[Frame, ...], rows: int, near: Mapping[str, Nearness]) -> list[Finding]:
    """Running text under another frame is an error unless one of the two displaces the other or is a ground; so are
    photo on a photo, a box on a table: neither can give way. Of the two the one whose file is nearer to the issue is
    told, else the later one."""
    found = []
    for index, one in enumerate(frames):
        for other in frames[index + 1 :]:
            nearer = near.get(one.name, FAR) < near.get(other.name, FAR)
            first, second = (other, one) if nearer else (one, other)
            if "story" in (first.takes, second.takes) and _collide(first, second, rows):
                found.append(finding("READ-OVERLAP", second.place, name=second.name, other=first.name))
            elif any({first.takes, second.takes} <= kinds for kinds in _SOLID) and _hides(first, second):
                found.append(finding("READ-HIDDEN", second.place, name=second.name, other=first.name))
    return found


def _hides(first: Frame, second: Frame) -> bool:
    """Whether the frames share a row and a column, whatever they hold: of an open end one row is sure. Boxes of
    different kinds never stand together."""
    if first.kinds and second.kinds and not {*first.kinds} & {*second.kinds}:
        return False
    ends = [(frame.lines[0] or frame.lines[1], frame.lines[1] or frame.lines[0]) for frame in (first, second)]
    return _meet(first.columns, second.columns) and _meet(*ends)


def _collide(first: Frame, second: Frame, rows: int) -> bool:
    if first.displaces != "none" or second.displaces != "none":
        return False
    if first.takes in _GROUNDS or second.takes in _GROUNDS:
        return False
    return _meet(first.columns, second.columns) and _meet(_lines(first, rows), _lines(second, rows))


def _lines(frame: Frame, rows: int) -> tuple[int, int]:
    return frame.lines[0] or 1, frame.lines[1] or rows


def _meet(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]
