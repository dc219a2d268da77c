"""A story's front matter (TOML) goes in, its heading paragraphs, section and authors come out."""

import re

from layout.model.finding import finding
from layout.model.place import Place, Source
from layout.model.story import Paragraph, without_notes
from layout.model.value import value
from layout.read.comments import blanked
from layout.read.inline import BREAK, Context, Raw, Run, paragraph
from layout.read.table import Table, top
from layout.read.toml_places import TomlFile

KEYS = ("title", "kicker", "deck", "standfirst", "label", "section", "series", "authors", "role")
"""Keys of the front matter."""
ROLES = ("series", "kicker", "title", "deck", "standfirst", "byline", "office", "label")
"""Roles of the heading's paragraphs in the order they are handed on; `office` is what the key `role` says."""

_GAP = "\u3000"
_SPACED = re.compile("^(■?[\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])$")
"""A name of two characters with blanks between them, as it was copied from a printed page."""
_NOTE = re.compile(r"\[\^[^\[\]\s^]{1,40}\]")
"""A reference to a note, in a name."""


@value
class Heading:
    title: str
    section: str
    authors: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def heading(file: TomlFile, slug: str, context: Context) -> Heading:
    """The heading of the story `slug`; a missing title is a warning and leaves the slug in its place."""
    table = top(file, "+++", KEYS, context.findings)
    made: list[Paragraph] = []
    title = slug
    for role in ROLES:
        found = _byline(table, context) if role == "byline" else _lines(table, role, context)
        if found is None:
            continue
        made.append(found)
        if role == "title":
            title = one_line(found)
    if title == slug and not any(item.role == "title" for item in made):
        context.findings.append(finding("READ-TITLE", Place(context.path, 1, 1)))
    names = (_NOTE.sub("", _name(name)) for name in table.texts("authors", example='["…"]'))
    authors = tuple(name for name in names if name)
    return Heading(title, table.text("section").strip(), authors, tuple(made))


def one_line(title: Paragraph) -> str:
    """A title of several lines as one, without its notes, for the contents and bookmarks: 一字空 between Han, a space
    between Latin."""
    title = without_notes(title)
    parts = []
    start = 0
    for mark in title.marks:
        if mark.kind == "break":
            parts.append(title.text[start : mark.end])
            start = mark.end
    parts.append(title.text[start:])
    line = parts[0]
    for part in parts[1:]:
        latin = line[-1:].isascii() and part[:1].isascii()
        line += (" " if latin else _GAP) + part
    return line


def _lines(table: Table, role: str, context: Context) -> Paragraph | None:
    """The paragraph of one key: a text, or a list with one text a line."""
    key = "role" if role == "office" else role
    texts = table.texts(key, example='"…"')
    single = isinstance(table.values.get(key), str)
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    for index, text in enumerate(texts):
        if not text.strip():
            continue
        source = table.file.source((*table.path, key) if single else (*table.path, key, index))
        if parts:
            parts.append(BREAK)
            size += 1
        runs += ((start + size, line, column) for start, line, column in source.runs)
        parts.append(text)
        size += len(text)
    if not parts:
        return None
    source = Source(context.path, tuple(runs))
    text, queries = blanked("".join(parts), source.place)
    context.findings += queries
    return paragraph(role, Raw(text, tuple(runs)), context)


def _name(name: str) -> str:
    """A name as it is: one of two characters that was spaced by hand is spaced by the page."""
    bare = _NOTE.sub("", name).strip()
    return _SPACED.sub(r"\1\2", bare) + "".join(_NOTE.findall(name))


def _byline(table: Table, context: Context) -> Paragraph | None:
    """All authors in one line, a 一字空 between two names. Names are taken as they are, but for references to notes."""
    value = table.values.get("authors")
    if not isinstance(value, (str, list)):
        return None
    names = [value] if isinstance(value, str) else value
    text = ""
    runs: list[Run] = []
    for index, name in enumerate(names):
        if not isinstance(name, str) or not name.strip():
            continue
        path = (*table.path, "authors") if isinstance(value, str) else (*table.path, "authors", index)
        if text:
            text += 2 * _GAP
        runs += ((start + len(text), line, column) for start, line, column in table.file.source(path).runs)
        text += _name(name)
    if _NOTE.search(text):
        return paragraph("byline", Raw(text, tuple(runs)), context)
    return Paragraph("byline", text, Source(context.path, tuple(runs))) if text else None
