"""A loaded issue and its painted pages go in; what a reader would not see comes out."""

from collections.abc import Iterable
from pathlib import Path

from layout.font import Book
from layout.job.cache import FileCache, key
from layout.job.load import Loaded
from layout.model.display import Picture, Sheet
from layout.model.finding import Finding
from layout.model.page import Page
from layout.model.picture import Light
from layout.verify.sheet_view import Lookers
from layout.verify.sight import sight
from layout.verify.sight_pages import thin_pages

_LIGHT = "light 1"


def seen(pages: Iterable[tuple[Page, Sheet]], loaded: Loaded, cache: FileCache) -> tuple[Finding, ...]:
    """What is wrong on the pages; each picture under text is looked at once, and kept in the cache."""
    eyes = _Eyes(loaded.book, loaded.folder, cache)
    every = tuple(pages)
    found = sight(every, Lookers(eyes.ink, eyes.upright, eyes.shade), loaded.house.safety)
    shown = [page for page, _ in every]
    return (*found, *thin_pages(shown, loaded.house, loaded.templates))


class _Eyes:
    """What the pass asks of fonts and photos, remembered."""

    def __init__(self, book: Book, folder: Path, cache: FileCache) -> None:
        self._book, self._folder, self._cache = book, folder, cache
        self._lights: dict[str, Light | None] = {}

    def ink(self, font: str, gid: int) -> tuple[int, int, int, int]:
        """Left, top, right and foot of a glyph's ink, per mille of the em, y down."""
        face = self._book.face(font)
        left, low, right, high = (edge * 1000 // face.upem for edge in face.ink(gid))
        return left, -high, right, -low

    def upright(self, font: str, gid: int) -> tuple[int, int]:
        """The vertical origin of a glyph as seen from its horizontal one, per mille of the em, y down."""
        face = self._book.face(font)
        x, y = face.vertical_origin(gid)
        return x * 1000 // face.upem, -y * 1000 // face.upem

    def shade(self, picture: Picture) -> Light | None:
        """How light the picture is, from the cache or its file."""
        digest = picture.file.digest
        if digest not in self._lights:
            self._lights[digest] = self._looked(picture)
        return self._lights[digest]

    def _looked(self, picture: Picture) -> Light | None:
        from layout.image import light  # Pillow, which a build without text on pictures need not load

        named = key(_LIGHT, picture.file.digest)
        kept = self._cache.get(named)
        if kept is not None:
            return light.unpacked(bytes(kept))
        found = light.light(self._folder / picture.file.path)
        if found is not None:
            self._cache.put(named, light.packed(found))
        return found
