"""The rows of the composition tables as values; each table is read from its TOML file once, when first asked for."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from layout.model.value import value

FOLDER = Path(__file__).parent


@value
class MarkClass:
    """marks.toml: the letter that stands for a class of characters in class strings."""

    letter: str
    name: str
    marks: str
    source: str


@value
class Prohibition:
    """prohibition.toml: classes that may not stand at a line's start or end from a level on."""

    classes: str
    never: str
    level: str
    source: str
    css: str = ""


@value
class Blank:
    """blank.toml: where the blank of a mark sits, per mille of its em, and the step of squeezing it yields in."""

    classes: str
    source: str
    regions: tuple[str, ...] = ()
    direction: str = ""
    lead: int = 0
    trail: int = 0
    rank: int = 0
    fixed: bool = False


@value
class Pair:
    """pairs.toml: which of two marks side by side gives up half an em."""

    first: str
    second: str
    cut: str
    source: str
    regions: tuple[str, ...] = ()


@value
class Punct:
    """punct.toml: a named style of punctuation; its fields are explained at the head of that file."""

    name: str
    full: str
    pairs: bool
    starts: bool
    stretch: str
    source: str
    trim: str = ""
    yield_end: str = ""
    squeeze: str = ""
    stop_before_mark: bool = False
    last_stop: bool = False
    blank_after_quote: bool = False
    most: int = 500


@value
class Practice:
    """regions.toml: what a region does by default, in one direction."""

    region: str
    direction: str
    level: str
    punct: str
    source: str
    hanging: str = ""
    quotes: str = ""
    centred: str = ""


@value
class Upright:
    """upright.toml: characters that stand or lie in vertical lines otherwise than their class does."""

    way: str
    source: str
    marks: str = ""
    ranges: tuple[str, ...] = ()


Row = TypeVar("Row")


def _rows(name: str, build: Callable[..., Row], key: str = "row") -> tuple[Row, ...]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        data = tomllib.load(file)
    return tuple(build(**_frozen(row)) for row in data[key])


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    """Lists as tuples; `from` is a word of Python, so the field is called level."""
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    if "from" in values:
        values["level"] = values.pop("from")
    return values


@cache
def mark_classes() -> tuple[MarkClass, ...]:
    return _rows("marks", MarkClass, "class")


@cache
def prohibitions() -> tuple[Prohibition, ...]:
    return _rows("prohibition", Prohibition)


@cache
def blanks() -> tuple[Blank, ...]:
    return _rows("blank", Blank)


@cache
def pairs() -> tuple[Pair, ...]:
    return _rows("pairs", Pair)


@cache
def puncts() -> dict[str, Punct]:
    """By name."""
    return {row.name: row for row in _rows("punct", Punct)}


@cache
def uprights() -> tuple[Upright, ...]:
    return _rows("upright", Upright)


@cache
def practices() -> dict[tuple[str, str], Practice]:
    """By region and direction."""
    return {(row.region, row.direction): row for row in _rows("regions", Practice)}
