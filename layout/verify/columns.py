"""Where the characters of a text stand in the file they were written in."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from layout.model.place import Source


def columns_of(source: Source, begin: int, stop: int) -> Iterator[tuple[int, int, int, int]]:
    """Where the characters `begin` to `stop`-1 of a text stand in its file: (line, column, offset, length) of each
    stretch that runs on in one line. Characters that have no place there are passed over."""
    runs = source.runs
    at = max(bisect_right(runs, begin, key=itemgetter(0)) - 1, 0)
    while at < len(runs) and runs[at][0] < stop:
        offset, line, column = runs[at]
        following = runs[at + 1][0] if at + 1 < len(runs) else stop
        first, last = max(begin, offset), min(stop, following)
        if line and first < last:
            yield line, column + first - offset, first, last - first
        at += 1
