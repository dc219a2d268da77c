"""The lines of a manuscript go in; its front matter, as far as it can be read, and where the body begins come out."""

import re

from layout.model.finding import finding
from layout.model.place import Place
from layout.read.files import LINE_SEPARATOR
from layout.read.inline import Context
from layout.read.toml_places import TomlFile, parse

_FENCE, _YAML = "+++", "---"
_YAML_LINE = re.compile(r"\s*(?:[\w-]+\s*:|-\s|#|$)|\s+\S")
_KEY_LINE = re.compile(r'\s*(?:[\w-]+\s*=|["\'\]])')
"""A line that belongs to front matter by its look: a key, or what goes on with a list."""
_MOST_BROKEN = 12
"""So many lines are left out before the front matter is given up."""


def front(lines: list[str], context: Context) -> tuple[TomlFile, int]:
    """The TOML between the two +++ lines, and how many lines come before the body. What is wrong with it is told; lines
    that are no TOML are left out of it, so that a proof has the rest."""
    head, rest = _between(lines, context)
    text = "\n".join(head).replace(LINE_SEPARATOR, " ")
    file, broken = parse(text, context.path, first_line=2)
    context.findings += broken
    return file or _mended(text, context.path), rest


def _between(lines: list[str], context: Context) -> tuple[list[str], int]:
    """The lines of the front matter, and how many come before the body."""
    if lines[0].rstrip() == _YAML and (end := _yaml_end(lines)):
        context.findings.append(finding("READ-FRONT-YAML", Place(context.path, 1, 1)))
        return [], end
    if lines[0].rstrip() != _FENCE:
        context.findings.append(finding("READ-FRONT", Place(context.path, 1, 1)))
        return [], 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return lines[1:number], number + 1
    context.findings.append(finding("READ-FRONT-OPEN", Place(context.path, 1, 1)))
    end = next((at for at, line in enumerate(lines) if at and not _KEY_LINE.match(line)), len(lines))
    return lines[1:end], end


def _yaml_end(lines: list[str]) -> int:
    """How many lines the head takes that other programs put between --- lines; 0 where there is none."""
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _YAML:
            return number + 1
        if not _YAML_LINE.match(line):
            return 0
    return 0


def _mended(text: str, path: str) -> TomlFile:
    """The front matter without the lines that parse() stumbles over, one after another; empty where they are many."""
    lines = text.split("\n")
    for _ in range(_MOST_BROKEN):
        file, broken = parse("\n".join(lines), path, first_line=2)
        if file:
            return file
        place = broken[0].place
        at = min(place.line - 2 if place else 0, len(lines) - 1)
        while at and not lines[at].strip():  # what is not closed is found wrong behind its end
            at -= 1
        lines[at] = ""
    empty, _ = parse("", path, first_line=2)
    assert empty
    return empty
