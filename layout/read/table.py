"""A TOML table goes in; typed values come out of its getters, and a finding with a place for whatever does not fit."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from layout.model.colour import Colour
from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.units import Length, LengthError, length
from layout.model.value import replace, value
from layout.read.toml_places import Path, TomlFile

_SHARE = re.compile(r"\s*([+-]?\d{1,5}(?:\.\d{1,3})?)\s*(%|em)?\s*")
_INKS = re.compile(r"\s*(?:[CMYK]\s*\d{1,3}\s*)+")
_INK = re.compile(r"([CMYK])\s*(\d{1,3})")
Word = TypeVar("Word", bound=str)
_LISTED = 12
"""Where one of the names is near, so many are listed."""
_MOST = 3_600_000_000
"""10 m: no length of a magazine is longer."""


@value
class Ems:
    """What 1em and 1row are where a length stands."""

    em: Length
    row: Length


def unknown(code: str, place: Place, name: str, known: Iterable[str], key: str = "") -> Finding:
    """A finding that lists what could stand instead of `name`, the likeliest first."""
    names = [item for item in known if item]
    near = get_close_matches(name, names, n=3, cutoff=0.6)
    every = [*dict.fromkeys([*near, *names])]
    shown = every[:_LISTED] if near else every
    listed = ", ".join([*shown, *(["…"] if len(shown) < len(every) else [])]) or "–"
    if key:
        return finding(code, place, key=key, value=name, known=listed)
    return finding(code, place, name=name, known=listed)


Asked = ParamSpec("Asked")
Got = TypeVar("Got")


def _or_beneath(
    getter: Callable[Concatenate["Table", str, Asked], Got],
) -> Callable[Concatenate["Table", str, Asked], Got]:
    """The getter with what the tables beneath say where this one's word on the key is wrong, which is told."""

    @wraps(getter)
    def got(table: "Table", key: str, /, *rest: Asked.args, **named: Asked.kwargs) -> Got:
        before = len(table.findings)
        value = getter(table, key, *rest, **named)
        if len(table.findings) == before or not table.beneath:
            return value
        lower = replace(table.beneath[0], beneath=table.beneath[1:])
        return got(lower, key, *rest, **named)

    return got


@value
class Table:
    """One table of a file. Getters return the fallback where the key is absent or wrong; wrong ones leave a finding."""

    file: TomlFile
    path: Path
    values: dict[str, object]
    title: str
    findings: list[Finding]
    beneath: tuple["Table", ...] = ()
    """those that have the key too, and whose word counts where this one's is wrong; see layers.py"""

    def check_keys(self, known: Sequence[str]) -> None:
        """A finding for each key that nobody knows here."""
        for key in self.values:
            if key in known:
                continue
            near = get_close_matches(key.replace("_", "-").lower(), known, n=1, cutoff=0.6)
            place = self.place(key)
            if near:
                self.findings.append(finding("READ-KEY", place, key=key, table=self.title, guess=near[0]))
            else:
                names = ", ".join(known)
                self.findings.append(finding("READ-KEY-STRANGE", place, key=key, table=self.title, known=names))

    def place(self, key: str) -> Place:
        return self.file.place((*self.path, key))

    def value_place(self, key: str) -> Place:
        return self.file.value_place((*self.path, key))

    def has(self, key: str) -> bool:
        return key in self.values

    def need(self, key: str, example: str) -> bool:
        """True where the key is there; a finding where it is not."""
        if key in self.values:
            return True
        self.findings.append(
            finding("READ-NEEDED", self.file.place(self.path), table=self.title, key=key, example=example)
        )
        return False

    def wrong(self, key: str, example: str) -> None:
        self.findings.append(finding("READ-TYPE", self.value_place(key), key=key, example=example))

    def bad(self, key: str, value: object, example: str) -> None:
        self.findings.append(finding("READ-VALUE", self.value_place(key), key=key, value=value, example=example))

    @_or_beneath
    def text(self, key: str, fallback: str = "", example: str = '"…"') -> str:
        value = self.values.get(key)
        if isinstance(value, str):
            return value
        if value is not None:
            self.wrong(key, example)
        return fallback

    @_or_beneath
    def texts(self, key: str, fallback: tuple[str, ...] = (), example: str = '["…", "…"]') -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        value = self.values.get(key)
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        if value is not None:
            self.wrong(key, example)
        return fallback

    @_or_beneath
    def whole(self, key: str, fallback: int, low: int = 0, high: int = 10_000) -> int:
        value = self.values.get(key)
        if value is None:
            return fallback
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(key, str(max(low, 1)))
        elif not low <= value <= high:
            shown = str(value) if abs(value) < 10**12 else "…"
            place = self.value_place(key)
            self.findings.append(finding("READ-RANGE", place, key=key, value=shown, low=low, high=high))
        else:
            return value
        return fallback

    @_or_beneath
    def yes(self, key: str, fallback: bool) -> bool:
        value = self.values.get(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.wrong(key, "true")
        return fallback

    @_or_beneath
    def choice(self, key: str, known: Sequence[Word], fallback: Word) -> Word:
        """One of the words of `known`."""
        value = self.values.get(key)
        if value is None:
            return fallback
        for word in known:
            if value == word:
                return word
        if isinstance(value, str):
            self.findings.append(unknown("READ-CHOICE", self.value_place(key), value, known, key))
        else:
            self.wrong(key, f'"{known[0]}"')
        return fallback

    @_or_beneath
    def length(self, key: str, fallback: Length, ems: Ems | None = None, example: str = '"3mm"') -> Length:
        """A length; `ems` gives em and row their size where they may be used."""
        value = self.values.get(key)
        if value is None:
            return fallback
        if value == 0 and not isinstance(value, bool):
            return 0
        if not isinstance(value, str):
            self.wrong(key, example)
            return fallback
        try:
            found = length(value, ems.em if ems else None, ems.row if ems else None)
        except (LengthError, ValueError):
            self.findings.append(finding("READ-LENGTH", self.value_place(key), key=key, value=value))
            return fallback
        if abs(found) > _MOST:
            self.findings.append(finding("READ-LENGTH", self.value_place(key), key=key, value=value))
            return fallback
        return found

    @_or_beneath
    def span(self, key: str, fallback: Length, ems: Ems | None = None, example: str = '"3mm"') -> Length:
        """A length that is not below nothing."""
        found = self.length(key, fallback, ems, example)
        if found >= 0 or key not in self.values:
            return found
        self.findings.append(finding("READ-NEGATIVE", self.value_place(key), key=key, value=self.values[key]))
        return fallback

    @_or_beneath
    def share(self, key: str, fallback: int, low: int = -10_000, high: int = 10_000) -> int:
        """A proportion such as "104%" or "0.125em", in per mille."""
        value = self.values.get(key)
        if value is None:
            return fallback
        if value == 0 and not isinstance(value, bool):
            value = "0"
        match = _SHARE.fullmatch(value) if isinstance(value, str) else None
        if match is None or (match.group(2) is None and float(match.group(1)) != 0):
            self.wrong(key, '"12.5%"')
            return fallback
        scale = 1000 if match.group(2) == "em" else 10
        found = round(float(match.group(1)) * scale)
        if not low <= found <= high:
            place = self.value_place(key)
            lowest, highest = f"{low / 10:g}%", f"{high / 10:g}%"
            self.findings.append(finding("READ-RANGE", place, key=key, value=value, low=lowest, high=highest))
            return fallback
        return found

    @_or_beneath
    def colour(self, key: str) -> Colour | None:
        """Process inks such as "C15 M95 Y90 K5", in percent."""
        value = self.values.get(key)
        if not isinstance(value, str) or _INKS.fullmatch(value) is None:
            self.wrong(key, '"C15 M95 Y90 K5"')
            return None
        inks: dict[str, int] = {}
        for name, percent in _INK.findall(value):
            if name in inks or int(percent) > 100:
                self.bad(key, value, '"C15 M95 Y90 K5"')
                return None
            inks[name] = int(percent) * 10
        return Colour(inks.get("C", 0), inks.get("M", 0), inks.get("Y", 0), inks.get("K", 0))

    def table(self, key: str, known: Sequence[str] | None = None) -> "Table":
        """The table under `key`, empty where there is none; `known` keys are checked at once."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, dict):
            self.wrong(key, "{ … }")
        inner = Table(self.file, (*self.path, key), value if isinstance(value, dict) else {}, f"[{key}]", self.findings)
        if known is not None:
            inner.check_keys(known)
        return inner

    def tables(self, key: str, known: Sequence[str]) -> tuple["Table", ...]:
        """The tables of a list [[key]], their keys checked."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.findings.append(finding("READ-TABLES", self.value_place(key), key=key))
            return ()
        inner = tuple(
            Table(self.file, (*self.path, key, index), item, f"[[{key}]]", self.findings)
            for index, item in enumerate(value)
        )
        for item in inner:
            item.check_keys(known)
        return inner


def top(file: TomlFile, title: str, known: Sequence[str], findings: list[Finding]) -> Table:
    """The whole file as a table, its keys checked."""
    table = Table(file, (), file.values, title, findings)
    table.check_keys(known)
    return table
