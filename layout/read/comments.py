"""A manuscript's text goes in; it comes out with its comments blanked, and a query for each of them.

Comments are written as in HTML and Markdown, `<!-- … -->`, over several lines if need be. They are never set. Behind a
backslash, `\\<!--` is text.
"""

import re
from collections.abc import Callable

from layout.model.finding import Finding, finding
from layout.model.place import Place

BLANK = "\x1a"
"""Stands for each character that is not there for the reader: columns stay, and reading drops it. None can come from a
manuscript, whose control characters have been made spaces."""
MOST_BACKSLASHES = 100
"""Looked back over, so that ten thousand of them cost no minute."""
_OPEN, _CLOSE = "<!--", "-->"
_BLANKED = re.compile(f"[^\\n{BLANK}]")


def blanked(text: str, place: Callable[[int], Place]) -> tuple[str, list[Finding]]:
    """The text without its comments, and what they say; `place` knows where a character stands."""
    found: list[Finding] = []
    parts: list[str] = []
    done = 0
    start = -1
    while (start := text.find(_OPEN, max(done, start + 1))) >= 0:
        if _is_escaped(text, start):
            continue
        end = text.find(_CLOSE, start + len(_OPEN))
        if end < 0:
            found.append(finding("READ-QUERY-OPEN", place(start)))
            break
        if said := " ".join(text[start + len(_OPEN) : end].split()):
            found.append(finding("READ-QUERY", place(start), text=said))
        end += len(_CLOSE)
        if text[start - 1 : start] == " ":  # of spaces on both sides one is left
            while text[end : end + 1] == " ":
                end += 1
        parts += (text[done:start], _BLANKED.sub(BLANK, text[start:end]))
        done = end
    return "".join((*parts, text[done:])), found


def _is_escaped(text: str, at: int) -> bool:
    """Whether a backslash stands before that character; two are a backslash that is set."""
    before = text[max(at - MOST_BACKSLASHES, 0) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def without_comments(text: str) -> str:
    """The text as it is without its comments, and without the lines that hold nothing else."""
    shown, _ = blanked(text, lambda _: Place(""))
    if BLANK not in shown:
        return shown
    lines = (line.replace(BLANK, "") for line in shown.split("\n") if BLANK not in line or without_blanks(line).strip())
    return "\n".join(lines)


def without_blanks(line: str) -> str:
    """The line with spaces for the blanks at its ends, so that it is known by its first character."""
    bare = line.replace(BLANK, " ")
    end = len(bare.rstrip())
    start = min(len(bare) - len(bare.lstrip()), end)
    return " " * start + line[start:end]
