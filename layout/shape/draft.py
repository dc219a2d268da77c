"""A paragraph while it is being shaped: one list a column, one entry a character, and the looks its glyphs use."""

from typing import TypeVar

from layout.cjk.flex import HAN, code
from layout.font import Face
from layout.model.glyphs import Look
from layout.model.units import Length
from layout.model.value import fresh, record, value

Entry = TypeVar("Entry")
PLAIN = code(HAN)
"""Flex of a place between two Han."""


@value
class Voice:
    """One look with its open face: what a script is set in. `look` is its number in the paragraph's palette."""

    look: int
    face: Face
    size: Length
    rise: Length = 0


@value
class Cast:
    """The voices of a stretch of text: Han and marks, Latin, Arabic digits. `raised`: super- and subscripts."""

    han: Voice
    latin: Voice
    digits: Voice
    raised: bool = False
    gap: Length | None = None
    """gap to Han, where the character style has its own"""


@record
class Palette:
    """Looks in order of first use, without repeats."""

    looks: list[Look] = fresh(factory=list)

    def add(self, look: Look) -> int:
        if look in self.looks:
            return self.looks.index(look)
        self.looks.append(look)
        return len(self.looks) - 1


@value
class Glyph:
    """One glyph that replaces characters: the columns of Draft that differ from those characters' own."""

    chars: str
    offset: int
    gid: int
    width: Length
    shift: Length = 0


@record
class Draft:
    """Parallel lists, one entry a character; see ShapedParagraph for what each says."""

    text: str
    letters: str
    palette: Palette
    look: list[int]
    gids: list[int]
    widths: list[Length]
    shifts: list[Length]
    gaps: list[Length]
    flex: list[int]
    gives: list[Length]
    starts: list[Length]
    ends: list[Length]
    end_gives: list[Length]
    breaks: list[int]
    edits: list[tuple[int, int, tuple[Glyph, ...]]] = fresh(factory=list)
    """characters i … j-1 become these glyphs; in any order, never overlapping"""
    missing: list[int] = fresh(factory=list)
    """characters that no face has"""

    @classmethod
    def of(cls, text: str, letters: str, palette: Palette, han: Voice) -> "Draft":
        """All characters as Han: one em each, a break after every one."""
        n, zeros = len(text), [0] * len(text)
        return cls(
            text,
            letters,
            palette,
            [han.look] * n,
            list(map(han.face.gids.__getitem__, text)),
            [han.size] * n,
            zeros[:],
            zeros[:],
            [PLAIN] * n,
            zeros[:],
            zeros[:],
            zeros[:],
            zeros,
            [1] * n,
        )

    def columns(self) -> tuple[list[int], ...]:
        """The lists that get one entry a glyph, in the order of ShapedParagraph after chars and offsets."""
        return (
            self.look,
            self.gids,
            self.widths,
            self.shifts,
            self.gaps,
            self.flex,
            self.gives,
            self.starts,
            self.ends,
            self.end_gives,
            self.breaks,
        )

    def applied(self) -> tuple[list[str], list[int]]:
        """Edits made; what each glyph stands for, and where in the text that is. Each list is gone through once: a
        paragraph may have thousands of edits."""
        edits = self._in_order()
        for start, end, glyphs in reversed(edits):
            if not glyphs and start:
                self.breaks[start - 1] = self.breaks[end - 1]
        own = ((self.gids, "gid"), (self.widths, "width"), (self.shifts, "shift"))
        for column in self.columns():
            name = next((name for given, name in own if column is given), "")
            kept = [
                [getattr(glyph, name) for glyph in glyphs] if name else self._kept(column, start, end, len(glyphs))
                for start, end, glyphs in edits
            ]
            column[:] = _replaced(column, edits, kept)
        chars = _replaced(one_each(self.text), edits, [[glyph.chars for glyph in glyphs] for _, _, glyphs in edits])
        places = list(range(len(self.text)))
        offsets = _replaced(places, edits, [[glyph.offset for glyph in glyphs] for _, _, glyphs in edits])
        return chars, offsets

    def _in_order(self) -> "list[tuple[int, int, tuple[Glyph, ...]]]":
        """The edits from the first to the last; of two for the same characters the one that was made first."""
        made: list[tuple[int, int, tuple[Glyph, ...]]] = []
        for edit in sorted(self.edits, key=lambda edit: edit[0]):
            if not made or edit[0] >= made[-1][1]:
                made.append(edit)
        return made

    def _kept(self, column: list[int], start: int, end: int, count: int) -> list[int]:
        """Of replaced characters the last one's entry counts at the end; inside there are no gaps and no breaks."""
        if not count:
            return []
        inside = 0 if any(column is bare for bare in (self.breaks, self.gaps, self.flex)) else column[start]
        return [inside] * (count - 1) + [column[end - 1]]


_SEEN: dict[str, str] = {}
_ZEROS: dict[int, tuple[int, ...]] = {}


def one_each(text: str) -> list[str]:
    """The characters of a text, each the same object wherever it stands: a Han alone takes 76 bytes, its place 8."""
    return list(map(_SEEN.setdefault, text, text))


def thin(column: list[int]) -> tuple[int, ...]:
    """The column as a tuple; one of zeros, as most are, is shared by all paragraphs of that length."""
    if any(column):
        return tuple(column)
    return _ZEROS.setdefault(len(column), tuple(column))


def _replaced(
    column: list[Entry], edits: list[tuple[int, int, tuple[Glyph, ...]]], instead: list[list[Entry]]
) -> list[Entry]:
    """The column with other entries for the characters of each edit."""
    made: list[Entry] = []
    at = 0
    for (start, end, _), entries in zip(edits, instead, strict=True):
        made += column[at:start]
        made += entries
        at = end
    made += column[at:]
    return made
