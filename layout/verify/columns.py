"""Where the characters of a text stand in the file they were written in."""

from collections.abc import Iterator

from layout.model.place import Source


def columns_of(source: Source, begin: int, stop: int) -> Iterator[tuple[int, int, int, int]]:
    """Where the characters `begin` to `stop`-1 of a text stand in its file: (line, column, offset, length) of each
    stretch that runs on in one line. Characters that have no place there are passed over."""
    runs = source.runs
    for index, (offset, line, column) in enumerate(runs):
        following = runs[index + 1][0] if index + 1 < len(runs) else stop
        first, last = max(begin, offset), min(stop, following)
        if line and first < last:
            yield line, column + first - offset, first, last - first
