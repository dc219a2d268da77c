"""Offsets in a text go in, places in a manuscript (file, line, column) come out."""

from bisect import bisect_right
from typing import NamedTuple

from layout.model.value import value


class Place(NamedTuple):
    """A place in a file; line and column count from 1, a column is one character. Line 0: the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@value
class Source:
    """Where the characters of a text come from: runs of (offset in the text, line, column), offsets ascending.

    Within a run the column grows with the offset, so one run serves a whole source line without marks.
    """

    path: str
    runs: tuple[tuple[int, int, int], ...] = ((0, 0, 0),)

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        index = max(bisect_right(self.runs, (offset, 1 << 60, 0)) - 1, 0)
        start, line, column = self.runs[index]
        return Place(self.path, line, column + offset - start if line else 0)
