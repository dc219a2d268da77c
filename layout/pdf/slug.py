"""Words of a proof's own go in, for its stamp and its margin notes; glyph runs come out, one line at a time."""

from itertools import groupby

from layout.font import Book, Face
from layout.model.colour import Colour
from layout.model.display import GlyphRun
from layout.model.units import Length, scaled

FACE = "sans-regular"


class Slug:
    """Sets single lines in the house's sans, with other faces of the book for the characters it lacks."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._face = FACE if FACE in book.keys else book.keys[0]

    def width(self, text: str, size: Length) -> Length:
        """How long a line of `text` is."""
        return sum(self._advance(char, size) for char in text)

    def line(self, text: str, x: Length, y: Length, size: Length, colour: Colour) -> tuple[GlyphRun, ...]:
        """The runs of a line that starts at x on the baseline y."""
        runs = []
        faces = [(char, self._face_for(char)) for char in text]
        for face, some in groupby(faces, key=lambda pair: pair[1]):
            chars = tuple(char for char, _ in some)
            gids = tuple(face.gids[char] for char in chars)
            along, pen = [], 0
            for gid in gids:
                along.append(pen)
                pen += scaled(face.advances[gid], size, face.upem)
            runs.append(GlyphRun(face.key, size, colour, x, y, gids, tuple(along), chars))
            x += pen
        return tuple(runs)

    def _advance(self, char: str, size: Length) -> Length:
        face = self._face_for(char)
        return scaled(face.advances[face.gids[char]], size, face.upem)

    def _face_for(self, char: str) -> Face:
        face = self._book.face(self._face)
        return face if face.gids[char] else self._book.fallback(char, self._face) or face
