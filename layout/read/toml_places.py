"""TOML text goes in, its values and the line and column of every key and text come out."""

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress

from layout.model.finding import Finding, finding
from layout.model.place import Place, Source
from layout.model.value import fresh, record, value
from layout.read.toml_marks import typed

Path = tuple[str | int, ...]
"""Keys and list positions from the top, such as ("entry", 2, "story")."""

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BLANK = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}' r"|'''(?:[^']|'(?!''))*'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'"
)
_BARE = re.compile(r"[^,\]}\n#]*")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\n\s*|[^\n])")


@value
class TomlFile:
    """One parsed TOML text. `keys` and `spans` are offsets into `text`; `first_line` is the line its text starts on."""

    path: str
    text: str
    values: dict[str, object]
    keys: dict[Path, int]
    spans: dict[Path, tuple[int, int]]
    starts: tuple[int, ...]
    first_line: int = 1

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line - 1 + self.first_line, offset - self.starts[line - 1] + 1

    def place(self, path: Path) -> Place:
        """Where the key stands; the nearest table above it where the key itself is not known."""
        while path and path not in self.keys:
            path = path[:-1]
        return Place(self.path, *self.at(self.keys[path])) if path else Place(self.path)

    def value_place(self, path: Path) -> Place:
        """Where the value begins; the key's place where that is not known."""
        span = self.spans.get(path)
        return Place(self.path, *self.at(span[0])) if span else self.place(path)

    def source(self, path: Path) -> Source:
        """Where each character of a text comes from, through escapes and line ends."""
        span = self.spans.get(path)
        if span is None:
            place = self.place(path)
            return Source(self.path, ((0, place.line, place.column),))
        return Source(self.path, tuple(self._runs(*span)))

    def _runs(self, start: int, end: int) -> list[tuple[int, int, int]]:
        quote = self.text[start : start + 3]
        marks = 3 if quote in ('"""', "'''") and end - start >= 6 else 1
        position = start + marks
        if marks == 3 and self.text.startswith("\n", position):
            position += 1
        runs = [(0, *self.at(position))]
        offset = 0
        stop = end - marks
        pattern = _ESCAPE_OR_LINE if quote[0] == '"' else _LINE
        for match in pattern.finditer(self.text, position, stop):
            offset += match.start() - position
            position = match.end()
            swallowed = match.group()[0] == "\\" and "\n" in match.group()
            offset += 0 if swallowed else 1
            runs.append((offset, *self.at(position)))
        return [run for index, run in enumerate(runs) if index + 1 == len(runs) or runs[index + 1][0] != run[0]]


_LINE = re.compile(r"\n")
_ESCAPE_OR_LINE = re.compile(_ESCAPE.pattern + r"|\n")


def parse(text: str, path: str, first_line: int = 1) -> tuple[TomlFile | None, tuple[Finding, ...]]:
    """The parsed text with its places; None with one finding, at its own line and column, where it is not TOML 1.0."""
    starts = (0, *(match.end() for match in _LINE.finditer(text)))
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        return None, (_broken(str(error), text, path, first_line),)
    except RecursionError:
        return None, (finding("READ-TOML", Place(path, first_line, 1), reason="nested too deep"),)
    scan = _Scan(text)
    with suppress(RecursionError):  # the places found so far will do
        scan.run()
    return TomlFile(path, text, values, scan.keys, scan.spans, starts, first_line), ()


def _broken(message: str, text: str, path: str, first_line: int) -> Finding:
    match = _AT.search(message)
    if match and match.group(1):
        line, column = int(match.group(1)), int(match.group(2))
    else:
        shown = text.rstrip("\n")
        line, column = shown.count("\n") + 1, len(shown) - shown.rfind("\n")
    row = line - 1 + first_line
    if mark := typed(text.split("\n")[line - 1], column):
        column, sign, wanted = mark
        return finding("READ-TOML-MARK", Place(path, row, column), mark=sign, wanted=wanted)
    place = Place(path, row, column)
    return finding("READ-TOML", place, reason=_AT.sub("", message))


@record
class _Scan:
    """Walks a text that tomllib has accepted, noting where keys and texts stand."""

    text: str
    keys: dict[Path, int] = fresh(factory=dict)
    spans: dict[Path, tuple[int, int]] = fresh(factory=dict)
    counts: dict[Path, int] = fresh(factory=dict)
    """tables met so far in each list of tables"""

    def run(self) -> None:
        position = self._skip(0)
        table: Path = ()
        while position < len(self.text):
            before = position
            if self.text[position] == "[":
                table, position = self._header(position)
            else:
                position = self._pair(position, table)
            position = max(self._skip(position), before + 1)

    def _skip(self, position: int) -> int:
        match = _BLANK.match(self.text, position)
        return match.end() if match else position

    def _header(self, position: int) -> tuple[Path, int]:
        many = self.text.startswith("[[", position)
        parts, end = self._names(position + (2 if many else 1))
        table: Path = ()
        for part, where in parts[:-1]:
            self.keys.setdefault((*table, part), where)
            table = self._last((*table, part))
        if parts and not many:
            table = self._last((*table, parts[-1][0]))
        if many and parts:
            table = (*table, parts[-1][0])
            self.counts[table] = self.counts.get(table, 0) + 1
            self.keys.setdefault(table, position)
            table = (*table, self.counts[table] - 1)
        self.keys.setdefault(table, position)
        return table, end + (2 if many else 1)

    def _last(self, path: Path) -> Path:
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def _names(self, position: int) -> tuple[list[tuple[str, int]], int]:
        names: list[tuple[str, int]] = []
        while True:
            position = self._space(position)
            match = _KEY.match(self.text, position)
            if match is None:
                return names, position
            names.append((_name(match), position))
            position = self._space(match.end())
            if not self.text.startswith(".", position):
                return names, position
            position += 1

    def _space(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def _pair(self, position: int, table: Path) -> int:
        names, position = self._names(position)
        for name, where in names:
            table = (*table, name)
            self.keys.setdefault(table, where)
        if not names or not self.text.startswith("=", position):
            return position + 1
        return self._value(self._space(position + 1), table)

    def _value(self, position: int, path: Path) -> int:
        char = self.text[position : position + 1]
        if char in ('"', "'"):
            match = _STRING.match(self.text, position)
            end = match.end() if match else len(self.text)
        elif char == "[":
            end = self._list(position + 1, path)
        elif char == "{":
            end = self._inline(position + 1, path)
        else:
            match = _BARE.match(self.text, position)
            end = match.end() if match else position + 1
        self.spans[path] = (position, end)
        return end

    def _list(self, position: int, path: Path) -> int:
        index = 0
        position = self._skip(position)
        while position < len(self.text) and self.text[position] != "]":
            self.keys.setdefault((*path, index), position)
            position = self._skip(self._value(position, (*path, index)))
            if self.text.startswith(",", position):
                position = self._skip(position + 1)
            index += 1
        return position + 1

    def _inline(self, position: int, path: Path) -> int:
        position = self._space(position)
        while position < len(self.text) and self.text[position] != "}":
            position = self._space(self._pair(position, path))
            if self.text.startswith(",", position):
                position = self._space(position + 1)
        return position + 1


def _name(match: re.Match[str]) -> str:
    if match.group(1) is not None:
        value = tomllib.loads(f"k = {match.group()}")["k"]
        return str(value)
    return match.group(2) if match.group(2) is not None else match.group()
