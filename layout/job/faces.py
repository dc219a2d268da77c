"""Faces and styles go in; findings on fonts that cannot be used, and on characters that no font has, come out."""

from collections.abc import Iterable

from layout.font import Book, FontUnreadable
from layout.model.finding import Finding, finding
from layout.model.story import Paragraph
from layout.model.style import StyleSheet


def check_faces(book: Book, sheet: StyleSheet, own: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Opens every face the styles name, which costs a millisecond each and is needed anyway; and the styles' `own`
    faces, since the order of fallback may ask for one that no style names."""
    found: list[Finding] = []
    known = ", ".join(book.keys)
    for named in sheet.fonts:
        if named.key not in book.keys:
            found.append(finding("FONT-UNKNOWN", named.place, style=named.style, key=named.key, known=known))
    wanted = dict.fromkeys((*(named.key for named in sheet.fonts), *own))
    for key in (key for key in wanted if key in book.keys):
        file = book.file(key)
        try:
            book.face(key)
        except FontUnreadable as error:
            found.append(finding("FONT-UNREADABLE", file.place, key=key, path=error.path))
    return tuple(found)


def lacking(paragraph: Paragraph, offsets: Iterable[int]) -> tuple[Finding, ...]:
    """A finding for each of these characters of a paragraph, which no font has, at its place in the manuscript."""
    return tuple(
        finding("FONT-MISSING", paragraph.source.place(offset), char=char, point=f"U+{ord(char):04X}")
        for offset, char in ((offset, paragraph.text[offset]) for offset in offsets)
    )
