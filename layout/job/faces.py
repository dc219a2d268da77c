"""Faces and styles go in; findings on fonts that cannot be used, and on characters that no font has, come out."""

from collections.abc import Iterable

from layout.font import Book, FontMissing, FontUnreadable
from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph
from layout.model.style import StyleSheet


def check_faces(book: Book, sheet: StyleSheet, path: str, own: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Opens every face the styles of the file `path` name, which costs a millisecond each and is needed anyway; and
    the styles' `own` faces, since the order of fallback may ask for one that no style names."""
    found: dict[str, Finding] = {}
    for style, key in (*_named(sheet), *(("", key) for key in own)):
        try:
            book.face(key)
        except FontMissing as error:
            known = ", ".join(error.known)
            found.setdefault(key, finding("FONT-UNKNOWN", Place(path), style=style, key=key, known=known))
        except FontUnreadable as error:
            found.setdefault(key, finding("FONT-UNREADABLE", Place(path), key=key, path=error.path))
    return tuple(found.values())


def lacking(paragraph: Paragraph, offsets: Iterable[int]) -> tuple[Finding, ...]:
    """A finding for each of these characters of a paragraph, which no font has, at its place in the manuscript."""
    return tuple(
        finding("FONT-MISSING", paragraph.source.place(offset), char=char, point=f"U+{ord(char):04X}")
        for offset, char in ((offset, paragraph.text[offset]) for offset in offsets)
    )


def _named(sheet: StyleSheet) -> list[tuple[str, str]]:
    """(style, font key) for every font the styles name."""
    pairs = [
        (style.name, face.font)
        for style in sheet.paragraphs
        for face in (style.han, style.latin, style.digits)
        if face is not None
    ]
    pairs += [(style.name, key) for style in sheet.characters for key in (style.han, style.latin) if key is not None]
    return list(dict.fromkeys(pairs))
