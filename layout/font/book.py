"""Font files in; a book of faces that are opened when first asked for, with an order of fallback, out."""

from layout.font.face import Face
from layout.font.fault import FontMissing
from layout.model.fonts import FontFile
from layout.model.value import replace


class Book:
    """The faces an issue may use, by key ("serif-regular"). Faces are opened once and kept."""

    def __init__(self, files: tuple[FontFile, ...], fallback: tuple[str, ...]) -> None:
        self._files = {file.key: file for file in files}
        self.keys: tuple[str, ...] = tuple(self._files)
        for key in fallback:
            self.file(key)
        self._fallback = fallback
        self._faces: dict[str, Face] = {}
        self._bundled = {file.key: file for file in files if not file.place.path}
        self.filled: dict[tuple[str, str], set[str]] = {}
        """(face of a house's own that lacks characters, the one that has them) → these characters"""

    def file(self, key: str) -> FontFile:
        """The manifest entry of a face; FontMissing when there is none."""
        try:
            return self._files[key]
        except KeyError:
            raise FontMissing(key, self.keys) from None

    def face(self, key: str) -> Face:
        """The face with this key; FontMissing when the book has none, FontUnreadable when its file is no font."""
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(self.file(key))
        return face

    @property
    def own(self) -> tuple[Face, ...]:
        """The faces of a house's own that were asked for."""
        return tuple(face for face in self._faces.values() if face.own)

    def substitute(self, key: str) -> None:
        """From now on a face of the product's stands under this key, the one it has there or its first: what is set in
        a font that is no use can be proofread all the same."""
        stands_in = self._bundled.get(key) or next(iter(self._bundled.values()), None)
        if stands_in is not None:
            self._files[key] = replace(stands_in, key=key)
            self._faces.pop(key, None)

    def fallback(self, char: str, key: str) -> Face | None:
        """The first face in the fallback order, other than `key`, that has the character."""
        for other in self._fallback:
            if other != key and self.face(other).gids[char]:
                if self.face(key).own:
                    self.filled.setdefault((key, other), set()).add(char)
                return self.face(other)
        return None
