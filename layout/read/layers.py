"""TOML files of house, design and issue go in; tables that stand before one another, key by key, come out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from layout.model.finding import Finding
from layout.model.place import Place
from layout.model.value import replace, value
from layout.read.files import read_text
from layout.read.table import Table, top
from layout.read.toml_places import parse


@value
class Layers:
    """Tables that say something of the same thing, the one that wins first. Never empty."""

    tables: tuple[Table, ...]

    def of(self, key: str) -> Table:
        """The table whose word on `key` counts: the first that has it, or the last where none has. Where its word is
        wrong, that of the next one counts."""
        having = tuple(table for table in self.tables if table.has(key))
        if not having:
            return self.tables[-1]
        return replace(having[0], beneath=having[1:]) if having[1:] else having[0]

    def table(self, key: str, known: Sequence[str] | None = None) -> "Layers":
        """The tables under `key`, in the same order."""
        found = tuple(table.table(key, known) for table in self.tables if table.has(key))
        return Layers(found or (self.tables[-1].table(key, known),))

    def names(self) -> tuple[str, ...]:
        """All keys, those of the last table first, each once."""
        return tuple(dict.fromkeys(key for table in reversed(self.tables) for key in table.values))


@value
class Inherited:
    """What a style says with all that it extends: under each key the tables that have it, the nearest first."""

    having: Mapping[str, tuple[Table, ...]]
    last: Table

    def of(self, key: str) -> Table:
        """The table whose word on `key` counts, as Layers has it."""
        having = self.having.get(key, (self.last,))
        return replace(having[0], beneath=having[1:]) if having[1:] else having[0]


def inherited(own: Layers, under: Inherited | None) -> Inherited:
    """The tables of a style over those of what it extends."""
    having = dict(under.having) if under else {}
    for table in reversed(own.tables):
        for key in table.values:
            having[key] = (table, *having.get(key, ()))
    return Inherited(having, under.last if under else own.tables[-1])


def load(path: Path, known: Sequence[str], findings: list[Finding], asked: Place | None = None) -> Table | None:
    """One TOML file as a table with its top keys checked; None with a finding where it cannot be read."""
    text, found = read_text(path, asked)
    findings += found
    if text is None:
        return None
    file, broken = parse(text, path.as_posix())
    findings += broken
    return top(file, path.name, known, findings) if file else None


def load_layers(folders: Sequence[Path], name: str, known: Sequence[str], findings: list[Finding]) -> Layers | None:
    """The file of that name in each folder, the first one's before the others'; only the last one's must be there. One
    that cannot be read has its finding and is left out; None where none can be read."""
    *before, last = folders
    files = [*(folder / name for folder in before if (folder / name).is_file()), last / name]
    tables = [load(file, known, findings) for file in files]
    read = tuple(table for table in tables if table is not None)
    return Layers(read) if read else None
