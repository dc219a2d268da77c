"""Lines that authors number themselves go in; those that are items of a list come out: 1、… 2、… or （1）… （2）….

One such line may begin any paragraph, so an item has a neighbour: a line with the same kind of marker and the number
before or after its own, with nothing between the two but what belongs to the first.
"""

import re
from collections.abc import Sequence

from layout.model.value import value
from layout.read.signs import BULLETS

_HAN = "一二三四五六七八九十"
_MARKER = re.compile(
    rf"[（(](?:\d{{1,3}}|[{_HAN}]{{1,3}}|[A-Za-z])[）)]"
    rf"|\d{{1,3}}(?:[、)）]|[.．](?!\d))"
    rf"|[{_HAN}]{{1,3}}、"
    r"|[①-⑳㉑-㉟㊱-㊿❶-❿]"
    r"|[A-Za-z](?:[、．)）]|\.(?![\w.]))"
    r"|[A-Za-z]\.(?=[\u2e80-\uffef])"
    rf"|[{BULLETS}]"
)
_NUMBER = re.compile(rf"\d+|[{_HAN}]+|[A-Za-z]")
_CIRCLES = ((0x2460, 1), (0x3251, 21), (0x32B1, 36), (0x2776, 1))
"""First code point and first number of each run of enclosed numbers."""


@value
class Marker:
    """What stands before an item: how long it is in the line, what kind it is, which number it has."""

    length: int
    kind: str
    number: int


def marker_of(text: str) -> Marker | None:
    """The marker that a line begins with, if something stands behind it."""
    match = _MARKER.match(text)
    if match is None or not text[match.end() :].strip():
        return None
    said = match[0]
    if said in BULLETS:
        return Marker(len(said), said, 0)
    number = _NUMBER.search(said)
    if number is None:
        return Marker(len(said), "①", _of_circle(ord(said)))
    kind = said[: number.start()] + _sort(number[0]) + said[number.end() :]
    return Marker(len(said), kind, _value(number[0]))


def are_neighbours(one: Marker, two: Marker) -> bool:
    """Whether the second marker counts on from the first; bullets only have to be alike."""
    step = 0 if one.kind in BULLETS else 1
    return one.kind == two.kind and two.number == one.number + step


def rows(markers: Sequence[tuple[int, Marker]]) -> set[int]:
    """Of (index of a line, its marker) in one run of lines, the lines that are items."""
    found: set[int] = set()
    last: dict[str, tuple[int, Marker]] = {}  # by kind, the latest one: others may stand between, as a list within it
    for index, marker in markers:
        before = last.get(marker.kind)
        if before and are_neighbours(before[1], marker):
            found |= {before[0], index}
        last[marker.kind] = index, marker
    return found


def _sort(number: str) -> str:
    if number.isdigit():
        return "1"
    return "一" if number[0] in _HAN else "A" if number.isupper() else "a"


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if number[0] not in _HAN:
        return ord(number)
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _HAN.index(number) + 1 if len(number) == 1 else -1
    return 10 * (_HAN.index(tens) + 1 if len(tens) == 1 else 1) + (_HAN.index(ones) + 1 if ones in _HAN and ones else 0)


def _of_circle(code: int) -> int:
    start, first = max(row for row in _CIRCLES if row[0] <= code)
    return code - start + first
