"""A manuscript's text goes in; it comes out with its comments blanked, and a query for each of them.

Comments are written as in HTML and Markdown, `<!-- … -->`, over several lines if need be. They are never set.
"""

import re
from collections.abc import Callable

from layout.model.finding import Finding, finding
from layout.model.place import Place

BLANK = "\x1a"
"""Stands for each character that is not there for the reader: columns stay, and reading drops it. None can come from a
manuscript, whose control characters have been made spaces."""
_OPEN = "<!--"
_COMMENT = re.compile(r"( ?)<!--(.*?)-->( *)", re.DOTALL)
_BLANKED = re.compile(f"[^\n{BLANK}]")


def blanked(text: str, place: Callable[[int], Place]) -> tuple[str, list[Finding]]:
    """The text without its comments, and what they say; `place` knows where a character stands."""
    if _OPEN not in text:
        return text, []
    found: list[Finding] = []

    def gone(match: re.Match[str]) -> str:
        start = match.start() + len(match[1])
        if said := " ".join(match[2].split()):
            found.append(finding("READ-QUERY", place(start), text=said))
        behind = BLANK * len(match[3]) if match[1] else match[3]  # of spaces on both sides one is left
        return match[1] + _BLANKED.sub(BLANK, match[0][len(match[1]) : len(match[0]) - len(match[3])]) + behind

    text = _COMMENT.sub(gone, text)
    at = text.find(_OPEN)
    if at >= 0:
        found.append(finding("READ-QUERY-OPEN", place(at)))
    return text, found


def without_blanks(line: str) -> str:
    """The line with spaces for the blanks at its ends, so that it is known by its first character."""
    bare = line.replace(BLANK, " ")
    end = len(bare.rstrip())
    start = min(len(bare) - len(bare.lstrip()), end)
    return " " * start + line[start:end]
