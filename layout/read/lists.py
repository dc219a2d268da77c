"""Blocks go in, each item of a list with the column it was typed at; items that know their list's markers come out.

Items that follow one another are a list, those typed further in are a list within it. All items of a list are set in as
far as the widest of its markers asks for, so each is told that marker, and those of the lists around it.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from layout.model.story import Block, Mark, Paragraph
from layout.model.value import replace

_NUMBER = re.compile("[0-9A-Za-z一二三四五六七八九十]+|[①-⑳]")
T = TypeVar("T", bound=Block)


def item(paragraph: Paragraph, column: int, width: int) -> Paragraph:
    """The paragraph as an item whose marker has so many characters, typed at that column."""
    return replace(paragraph, marks=(Mark(0, width, "item", str(column)), *paragraph.marks))


def settled(blocks: Sequence[T]) -> list[T]:
    """The blocks with the columns of items made into markers."""
    made: list[T] = list(blocks)
    start = 0
    while start < len(made):
        end = start
        while end < len(made) and _mark(made[end]):
            end += 1
        if end > start:
            made[start:end] = _list(made[start:end])
        start = end + 1
    return made


def _mark(block: Block) -> Mark | None:
    return next((mark for mark in block.marks if mark.kind == "item"), None) if isinstance(block, Paragraph) else None


def _list(items: list[T]) -> list[T]:
    """The items of one list and of the lists in it."""
    lists: list[list[str]] = []  # the markers of each list, in the order in which they begin
    of: list[tuple[int, ...]] = []  # for each item the lists it stands in
    open_lists: list[tuple[int, int]] = []  # (column, list)
    for block in items:
        mark = _mark(block)
        assert mark and isinstance(block, Paragraph)
        column, marker = int(mark.value), block.text[: mark.end].rstrip()
        while len(open_lists) > 1 and open_lists[-1][0] > column:
            open_lists.pop()
        if open_lists and open_lists[-1][0] >= column and _kind(lists[open_lists[-1][1]][0]) != _kind(marker):
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < column:
            open_lists.append((column, len(lists)))
            lists.append([])
        lists[open_lists[-1][1]].append(marker)
        of.append(tuple(number for _, number in open_lists))
    widest = [max(markers, key=len) for markers in lists]
    return [_told(block, "\n".join(widest[number] for number in stack)) for block, stack in zip(items, of, strict=True)]


def _kind(marker: str) -> str:
    """What a marker is but for its number: another kind begins another list."""
    return _NUMBER.sub("1", marker)


def _told(block: T, markers: str) -> T:
    assert isinstance(block, Paragraph)
    marks = tuple(replace(mark, value=markers) if mark.kind == "item" else mark for mark in block.marks)
    return replace(block, marks=marks)
