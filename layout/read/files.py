"""Paths go in, clean text comes out: NFC, one kind of line end, no control characters, never outside a folder."""

import re
import unicodedata
from pathlib import Path

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.read.characters import ordinary

_LINE_END = re.compile(r"\r\n?")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
LINE_SEPARATOR = "\u2028"
_SOFT_ENDS = re.compile("[\x0b\u2028\u2029]")
"""How the line ends that word processors make within a paragraph arrive when text is pasted from them."""
_FIRST_BYTES = (
    (b"pk\x03\x04", "Word (.docx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"%pdf-", "PDF"),
)
"""What files begin with that get saved, or renamed, as if they were plain text."""
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")
_NAME = re.compile(r"\w[\w\-]{0,99}")


def name_of(path: Path) -> str:
    """The path as findings print it."""
    return path.as_posix()


def plain_name(name: str) -> bool:
    """True where `name` may be a folder or template: letters, digits, - and _, no separators, no dots."""
    return _NAME.fullmatch(name) is not None


def story_file(issue: Path, slug: str) -> Path:
    """Where the manuscript of `slug` lies."""
    return issue / "stories" / slug / "story.md"


def read_text(path: Path, asked: Place | None = None) -> tuple[str | None, tuple[Finding, ...]]:
    """The whole file as NFC text with \\n line ends and no byte order mark; None with a finding where that fails.

    NFC, not NFKC: full-width letters and ① mean something in Chinese text. `asked`: who named the file.
    """
    try:
        if not path.is_file():
            return None, (finding("READ-MISSING", asked or Place(name_of(path)), file=name_of(path)),)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return None, (finding("READ-FILE", asked or Place(name_of(path)), file=name_of(path), reason=reason),)
    return decoded(data, name_of(path))


def decoded(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The same for bytes that are already read."""
    if kind := _kind_of(data):
        return None, (finding("READ-NOT-TEXT", Place(path), kind=kind),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        data = error.object  # without the byte order mark, as its positions count
        before = _LINE_END.sub("\n", data[: error.start].decode())
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, (finding("READ-UTF8", place, byte=f"0x{data[error.start]:02X}"),)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return ordinary(text), ()


def _kind_of(data: bytes) -> str:
    """What a file is by its first bytes that is no plain text; nothing where it may be."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:4] == b"PK\x03\x04" and b"mimetype" in start[:40]:
        return "OpenDocument"
    return next((kind for first, kind in _FIRST_BYTES if start[: len(first)].lower() == first), "")


def without_controls(text: str, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with a space for each control character, so that columns stay, and one finding a line and character. A
    line end within a paragraph is kept as LINE_SEPARATOR."""
    if _CONTROL.search(text) is None:
        return text, ()
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        seen: set[str] = set()
        for match in _CONTROL.finditer(line):
            char = match.group()
            if char in seen:
                continue
            seen.add(char)
            place = Place(path, number, match.start() + 1)
            code = "READ-TAB" if char == "\t" else "READ-SOFT-END" if _SOFT_ENDS.match(char) else "READ-CONTROL"
            findings.append(finding(code, place, char=f"U+{ord(char):04X}"))
    return _CONTROL.sub(lambda found: LINE_SEPARATOR if _SOFT_ENDS.match(found[0]) else " ", text), tuple(findings)


def inside(folder: Path, name: str) -> Path | None:
    """folder/name where that stays inside the folder, links followed; None where it leads out."""
    if not name or _ABSOLUTE.match(name) or ".." in re.split(r"[/\\]", name):
        return None
    try:
        path = folder / name
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name too long for the file system
        return None


def there(path: Path) -> bool:
    """True where `path` is a file; a name the file system refuses is not there."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
