"""A file that is not there goes in; what lies beside it under nearly its name comes out, and what that is.

Three things are mistaken for the file: a name in other capitals (boat.JPG), which other computers take for the same; a
name in decomposed letters, as macOS writes them, which looks the same; and the manuscript of a word processor.
"""

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.plan import Plan
from layout.read.files import name_of, plain_name, story_file, there

WORDS = {
    ".docx": "Word",
    ".doc": "Word",
    ".wps": "WPS",
    ".rtf": "RTF",
    ".odt": "OpenDocument",
    ".pages": "Pages",
    ".pdf": "PDF",
    ".html": "HTML",
    ".htm": "HTML",
}
"""What a manuscript is that some program did not save as plain text, by the end of its name."""
PLAIN = (".txt", ".md.txt", ".markdown", ".text", ".mdown", ".mkd", ".md.md", "")


def same_name(path: Path) -> Path | None:
    """The file whose name is the same but for the way in which its letters are composed; `path` where it is there."""
    return path if there(path) else _walked(path, _composed)


def alike(path: Path) -> Path | None:
    """The file whose name is the same but for capitals."""
    return _walked(path, lambda name: _composed(name).casefold())


def photo_name(folder: Path, name: str, place: Place, findings: list[Finding]) -> str:
    """The name of a photo as the disk has it; a finding where it is not there, or not under that name."""
    path = folder / name
    if there(path):
        return name
    if same := same_name(path):
        findings.append(finding("READ-NAME-FORM", place, file=name))
        return same.relative_to(folder).as_posix()
    findings.append(finding("READ-PHOTO", place, file=name))
    if other := alike(path):
        findings.append(finding("READ-NAME-CASE", place, file=name, other=other.relative_to(folder).as_posix()))
    return name


def misnamed(folder: Path, plan: Plan) -> tuple[Finding, ...]:
    """A finding for each story whose manuscript lies there under another name, or as another kind of file."""
    found = []
    for entry in plan.entries:
        if entry.kind != "story" or not plain_name(entry.name):
            continue
        file = story_file(folder, entry.name)
        if same_name(file) is None and (told := _instead(file, entry.place)):
            found.append(told)
    return tuple(found)


def _instead(file: Path, place: Place) -> Finding | None:
    if other := alike(file):
        return finding("READ-NAME-CASE", place, file=name_of(file), other=name_of(other))
    beside = file.parent if file.parent.is_dir() else file.parent.parent
    names = (file.stem, file.parent.name) if beside == file.parent else (file.parent.name,)
    listed = sorted(_listed(beside), key=lambda other: other.name)
    for other in listed:
        kind = WORDS.get(other.suffix.lower())
        if kind and (other.stem in names or len(listed) == 1):
            return finding("READ-STORY-KIND", place, file=name_of(file), other=name_of(other), kind=kind)
    for other in listed:
        if other.name in {name + end for name in names for end in (".md", *PLAIN)}:
            return finding("READ-STORY-NAME", place, file=name_of(file), other=name_of(other))
    return None


def _walked(path: Path, key: Callable[[str], str]) -> Path | None:
    """The file at the end of `path` where each name on the way is only as good as `key` makes it."""
    missing: list[str] = []
    while path.name and not _exists(path):
        missing.append(path.name)
        path = path.parent
    for name in reversed(missing):
        match = next((other for other in _entries(path) if key(other.name) == key(name)), None)
        if match is None:
            return None
        path = match
    return path if there(path) else None


def _exists(path: Path) -> bool:
    """True where something is there; a name the file system refuses is not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _entries(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return ()


def _listed(folder: Path) -> list[Path]:
    """The files in a folder that an author may have put there."""
    return [path for path in _entries(folder) if there(path) and path.name[:1] not in (".", "~")]
