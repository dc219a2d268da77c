"""TOML and manuscripts go in; what of them can change a page comes out, for a digest: no comments, no blank space."""

import re

from layout.read.comments import without_comments

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"""|\#[^\n]*|\s+|[^\s"'\#]+|["']"""
)
"""Texts, comments, space, and all else. A quote alone is no TOML, but has its meaning for whoever mends it."""
_FENCE, _LINE = "+++", "\n"


def of_toml(text: str) -> str:
    """The tokens of a TOML text, line by line."""
    parts = [_LINE]
    for token in _TOKEN.findall(text):
        if token.isspace():
            if _LINE in token and parts[-1] != _LINE:
                parts.append(_LINE)
        elif token[0] != "#":
            parts.append(token)
    return "".join(parts).strip(_LINE)


def of_manuscript(text: str) -> str:
    """Its front matter in the same way, and its body as it stands but for the comments, which are never set."""
    if not text.startswith(_FENCE):
        return without_comments(text)
    head, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return f"{of_toml(head)}{fence}{without_comments(body)}"
