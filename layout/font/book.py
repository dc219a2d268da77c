"""Font files in; a book of faces that are opened when first asked for, with an order of fallback, out."""

from layout.font.face import Face
from layout.font.fault import FontMissing
from layout.model.fonts import FontFile


class Book:
    """The faces an issue may use, by key ("serif-regular"). Faces are opened once and kept."""

    def __init__(self, files: tuple[FontFile, ...], fallback: tuple[str, ...]) -> None:
        self._files = {file.key: file for file in files}
        self.keys: tuple[str, ...] = tuple(self._files)
        for key in fallback:
            self.file(key)
        self._fallback = fallback
        self._faces: dict[str, Face] = {}

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

    def fallback(self, char: str, key: str) -> Face | None:
        """The first face in the fallback order, other than `key`, that has the character."""
        for other in self._fallback:
            if other != key and self.face(other).gids[char]:
                return self.face(other)
        return None
