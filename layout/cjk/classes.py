"""Text goes in, a string of class letters comes out, one a character: H for Han and all that behaves like it.

Letters of marks.toml, and besides them: L letters of alphabetic scripts, p other Western marks, Z characters that
belong to the one before (combining marks, joiners, variation selectors).
"""

import re
import unicodedata
from functools import cache

from layout.cjk.tables import mark_classes

FIRST_CJK = 0x2E80
"""Letters below this code point are set as Latin; from the CJK radicals on everything has a Han's em."""
MARKS = "ocsknwx"
"""Full-width marks with a blank of their own."""

_QUOTES = re.compile("[“”‘’„]")
_SKIPPED = " .,:;!?()[]“”‘’"
"""Between a quotation mark and the letter that decides whose mark it is."""


class _Letters(dict[int, str]):
    """Code point → class letter, for str.translate; each character is looked at once."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _letter(code)
        return letter


def _letter(code: int) -> str:
    category = unicodedata.category(chr(code))
    if category[0] == "M" or category == "Cf":
        return "Z"
    if code >= FIRST_CJK:
        return "H"
    if category[0] == "L" or category == "Nd":
        return "L"
    return "p" if code < 0x100 else "H"


@cache
def letters() -> dict[int, str]:
    """The table that str.translate takes."""
    known = {ord(mark): row.letter for row in mark_classes() for mark in row.marks}
    return _Letters(known)


def classify(text: str) -> str:
    """Class letters of `text`; “ ” ‘ ’ and signs are judged by their neighbours (typst#5858, #8191)."""
    found = text.translate(letters())
    if _WESTERN_TEXT.search(found):
        found = _settle_quotes(text, found)
        found = _settle_signs(text, found)
    return found


_WESTERN_TEXT = re.compile("[LDj]")


def _settle_quotes(text: str, found: str) -> str:
    """Quotation marks between Western letters are Western: they take the room the Latin face gives them."""
    if _QUOTES.search(text) is None:
        return found
    settled = list(found)
    opened: list[tuple[int, str]] = []
    for match in _QUOTES.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "“" and opened and opened[-1][1] == "„":
            opened.pop()
            settled[at] = "v"  # „…“
            continue
        if mark in "“‘„":
            opened.append((at, mark))
            continue
        if mark == "’" and _is_apostrophe(text, found, at, opened):
            settled[at] = "p"
            continue
        wanted = "“„" if mark == "”" else "‘"
        if opened and opened[-1][1] in wanted:
            start = opened.pop()[0]
            if _western(text, found, start, at):
                settled[start], settled[at] = "u", "v"
    return "".join(settled)


def _is_apostrophe(text: str, found: str, at: int, opened: list[tuple[int, str]]) -> bool:
    """Whether ’ is a letter's: don’t, the boys’ boat, ’tis; no quotation that it could close is open."""
    before, after = _letter_at(found, at - 1), _letter_at(found, at + 1)
    if before == "L" and after == "L":
        return True
    if opened and opened[-1][1] == "‘":
        return False
    if before == "L":
        return _near(text, found, at, 1) in ("L", "-")
    return after != "" and after in "LD" and _near(text, found, at, -1) in ("L", "-")


def _western(text: str, found: str, start: int, end: int) -> bool:
    """Whether the quotation start … end is Western: all letters next to its marks, inside and outside, are."""
    inside = (_near(text, found, start, 1), _near(text, found, end, -1))
    outside = (_near(text, found, start, -1), _near(text, found, end, 1))
    return all(side == "L" for side in inside) and all(side in "L-" for side in outside)


def _near(text: str, found: str, at: int, step: int) -> str:
    """L where the next letter in that direction is Western, H where it is Chinese, - where the text ends."""
    at += step
    while 0 <= at < len(text) and text[at] in _SKIPPED:
        at += step
    if not 0 <= at < len(text):
        return "-"
    return "L" if found[at] in "LDpjPq" else "H"


def _letter_at(found: str, at: int) -> str:
    return found[at] if 0 <= at < len(found) else ""


_SIGN = re.compile(r"(?:(?<=[^LDqvj])|^)j(?=D)")
_FRACTION = re.compile("(?<=D)f(?=D)")
_SLASH = re.compile("(?<=[LD])f(?=[LD])")


def _settle_signs(text: str, found: str) -> str:
    """+ and - before a number are its sign, unless they join it to what comes before: 5-8, A+, 常驻+轮驻. A solidus
    between letters or figures is one of them: 1/2 and 24/7 are numbers, km/h a word."""
    if "f" in found:
        found = _SLASH.sub("p", _FRACTION.sub("v", found))
    return _SIGN.sub("P", found) if "j" in found else found
