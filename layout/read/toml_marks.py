"""A line that is no TOML and where it fails go in; the Chinese mark typed there for one of TOML's comes out."""

import re

MARKS = {
    **dict.fromkeys("“”„‟＂「」『』〝〞", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("［【〔", "["),
    **dict.fromkeys("］】〕", "]"),
    "＝": "=",
    "｛": "{",
    "｝": "}",
    "＃": "#",
}
"""What an input method gives for each mark of TOML."""
_MASKED = re.compile(r""""(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|#.*""")
"""Texts, also one that is not closed, and comments: there any mark may stand."""


def typed(line: str, column: int) -> tuple[int, str, str] | None:
    """(column, mark, what TOML has for it): the mark at the column of the error, one that should have closed a text at
    the line's end, or the first one outside of texts."""
    at = column - 1
    if at < len(line) and line[at] in MARKS:
        return column, line[at], MARKS[line[at]]
    bare = line.rstrip()
    if bare and MARKS.get(bare[-1]) in ('"', "'") and at >= len(bare):
        return len(bare), bare[-1], MARKS[bare[-1]]
    masked = _MASKED.sub(lambda match: " " * len(match.group()), line)
    found = next((index for index, sign in enumerate(masked) if sign in MARKS), None)
    return None if found is None else (found + 1, line[found], MARKS[line[found]])
