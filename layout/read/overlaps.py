"""The frames of a template go in; findings for those that lie under running text unasked come out."""

from layout.model.finding import Finding, finding
from layout.model.template import Frame

_GROUNDS = ("tint", "rule")


def overlaps(frames: tuple[Frame, ...], rows: int) -> list[Finding]:
    """Running text under another frame is an error unless one of the two displaces the other or is a ground."""
    pairs = ((first, second) for index, first in enumerate(frames) for second in frames[index + 1 :])
    return [
        finding("READ-OVERLAP", second.place, name=second.name, other=first.name)
        for first, second in pairs
        if "story" in (first.takes, second.takes) and _collide(first, second, rows)
    ]


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
