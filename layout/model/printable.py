"""Any text goes in, what a terminal may be shown comes out: control characters as escapes, which are JSON's as well."""

import re

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 and C1 save the line end (a terminal obeys them), marks that turn the direction of what follows, and the lone
surrogates that stand for bytes of a file's name which are no UTF-8."""


def printable(text: str) -> str:
    """The text with \\u001b for an escape character, and so on; line ends stay."""
    return _CONTROL.sub(_escaped, text)


def in_one_line(text: str) -> str:
    """The same with line ends escaped too: for what comes out of a file, and could pretend to be a line of ours."""
    return printable(text).replace("\n", "\\u000a")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
