"""fonts.toml in; a book of faces out. The only package that calls HarfBuzz."""

import os
import tomllib
from pathlib import Path

from layout.font.book import Book
from layout.font.face import Face, ShapedGlyph
from layout.font.fault import FontMissing, FontUnreadable
from layout.font.subset import Subset
from layout.font.whole import faults
from layout.model.fonts import FontFile

__all__ = ["Book", "Face", "FontFile", "FontMissing", "FontUnreadable", "ShapedGlyph", "Subset", "faults", "open_book"]


for _name in [name for name in os.environ if name.startswith("HB_")]:
    del os.environ[_name]  # HB_SHAPER_LIST and others change how HarfBuzz sets, which no issue declares


def open_book(manifest: Path, extra: tuple[FontFile, ...] = (), fallback: tuple[str, ...] = ()) -> Book:
    """The faces of a manifest and the user's own; an extra face with a known key takes its place.

    `fallback`, when given, takes the place of the manifest's order. OSError or tomllib.TOMLDecodeError when the
    manifest cannot be read; FontMissing when the fallback order names an unknown face.
    """
    data = tomllib.loads(manifest.read_text(encoding="utf-8"))
    files = tuple(
        FontFile(
            key=row["key"],
            family=row["family"],
            weight=row["weight"],
            path=str(manifest.parent / row["file"]),
            index=row.get("index", 0),
            sha256=row["sha256"],
        )
        for row in data["face"]
    )
    return Book(files + extra, fallback or tuple(data["fallback"]))
