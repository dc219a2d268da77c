"""Faces and styles go in; findings on fonts that cannot be used, and on characters that no font has, come out."""

import unicodedata
from collections.abc import Iterable

from layout.font import Book, FontUnreadable, faults
from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph
from layout.model.style import StyleSheet

MOST_CHARS, MOST_PLACES = 24, 6
"""So many characters, and places, a finding lists; it counts the others (ours)."""
USABLE = ("FONT-CHANGED", "FONT-COLLECTION", "FONT-WEIGHT")
"""Findings on a font with which it can be set all the same."""

Lacking = tuple[Paragraph, tuple[int, ...]]
"""A paragraph and the offsets of its characters that no font has."""


def check_faces(book: Book, sheet: StyleSheet, own: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Opens every face the styles name, which costs a millisecond each and is needed anyway; and the styles' `own`
    faces, since the order of fallback may ask for one that no style names. In the book a face of the product's then
    stands for each that is no use."""
    found: list[Finding] = []
    known = ", ".join(book.keys)
    for named in sheet.fonts:
        if named.key not in book.keys:
            found.append(finding("FONT-UNKNOWN", named.place, style=named.style, key=named.key, known=known))
            book.substitute(named.key)
    wanted = dict.fromkeys((*(named.key for named in sheet.fonts if named.key in book.keys), *own))
    for key in wanted:
        wrong = _wrong(book, key)
        if any(item.code not in USABLE for item in wrong):
            book.substitute(key)
        found += wrong
    return tuple(found)


def completed(sheet: StyleSheet, house: StyleSheet) -> StyleSheet:
    """The sheet with those styles of the house's that it lacks."""
    paragraphs = {style.name: style for style in (*house.paragraphs, *sheet.paragraphs)}
    characters = {style.name: style for style in (*house.characters, *sheet.characters)}
    return StyleSheet(tuple(paragraphs.values()), tuple(characters.values()), (*house.fonts, *sheet.fonts))


def _wrong(book: Book, key: str) -> tuple[Finding, ...]:
    """What is wrong with the face of this key; those of the product are only opened."""
    file = book.file(key)
    found = faults(file) if file.place.path else ()
    if any(item.code not in USABLE for item in found):
        return found
    try:
        book.face(key)
    except FontUnreadable as error:
        return (*found, finding("FONT-UNREADABLE", file.place, key=key, path=error.path))
    return found


def lacking(every: Iterable[Lacking]) -> tuple[Finding, ...]:
    """One finding for all characters of a script that no font has, with the first places in the manuscript."""
    scripts: dict[str, dict[Place, str]] = {}
    for paragraph, offsets in every:
        for offset in offsets:
            char = paragraph.text[offset]
            scripts.setdefault(_script(char), {})[paragraph.source.place(offset)] = char
    return tuple(_missing(dict(sorted(found.items()))) for _, found in sorted(scripts.items()))


def _script(char: str) -> str:
    """The writing system that a character's name begins with, such as CJK, HANGUL, ARABIC."""
    return unicodedata.name(char, "").partition(" ")[0]


def _missing(found: dict[Place, str]) -> Finding:
    first, chars = next(iter(found)), dict.fromkeys(found.values())
    shown = [f"{char} (U+{ord(char):04X})" for char in list(chars)[:MOST_CHARS]]
    return finding(
        "FONT-MISSING",
        first,
        kinds=len(chars),
        times=len(found),
        chars=", ".join([*shown, "…"] if len(chars) > MOST_CHARS else shown),
        places=", ".join(map(str, list(found)[:MOST_PLACES])),
    )


def holes(book: Book) -> tuple[Finding, ...]:
    """Once all is set: characters of the issue that fonts of the house's own have as blanks, or not at all."""
    blank = {face.key: face.blank for face in book.own if face.blank}
    found = [
        finding("FONT-BLANK", book.file(key).place, key=key, kinds=len(chars), chars=_listed(chars))
        for key, chars in sorted(blank.items())
    ]
    for (key, other), chars in sorted(book.filled.items()):
        if absent := chars - blank.get(key, set()):
            place = book.file(key).place
            found.append(
                finding("FONT-FALLBACK", place, key=key, other=other, kinds=len(absent), chars=_listed(absent))
            )
    return tuple(found)


def _listed(chars: set[str]) -> str:
    return "".join(sorted(chars)[:MOST_CHARS]) + "…" * (len(chars) > MOST_CHARS)
