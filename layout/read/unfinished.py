"""Paragraphs go in; a finding for each kind of placeholder that was left in them comes out.

What can only be a placeholder is an error: it stops the press. What may be meant (张××, “时间待定。”) is a warning.
Words in quotation marks are spoken of, not used, and are left alone.
"""

import re
from collections.abc import Iterable, Iterator

from layout.model.finding import Finding, finding
from layout.model.story import Paragraph
from layout.read.listing import Listing

SURE, PERHAPS = "READ-PLACEHOLDER", "READ-PLACEHOLDER-LIKE"

_SUSPECT = re.compile(r"TODO|FIXME|TBD|TBC|TK|待|×|[Xx]{2}|\?{3}|？{3}|[Ll]orem|LOREM|dolor sit")
_LATIN = re.compile(r"(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD|TBC|TK(?:TK)*)(?![A-Za-z0-9_])")
_DUMMY = re.compile(r"lorem ipsum|dolor sit amet", re.IGNORECASE)
_AWAITED = re.compile(r"待(?:补(?:充|写|图|齐)?|定|查|核(?:实|对)?|确认|填(?:写)?|写|配图)")
_CROSSES = re.compile(r"×{2,}|[XxＸ]{2,}")
_ASKED = re.compile(r"[?？]{3,}")
_COUNTED = re.compile(r"[页頁元万萬亿億%％米个個张張图圖期月日号號时時分]")
"""What is counted: behind crosses, a number is missing."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_OPENING, _CLOSING = frozenset("“‘「『《〈"), frozenset("”’」』》〉")
_ENDS = frozenset("，。；：、！？…—,.;:!?/|）)】］]〕")
_BEGINS = frozenset("，。；：、！？…—,;:!?/|（(【［[〔")
_ORDERED = frozenset("届世章卷")
"""Behind XX, a Roman number: 第XX章."""
_PROSE = frozenset("等期亟有尚仍还急须需")
"""Before 待 these make a word or a sentence of it: 期待补偿, 亟待查清."""


def unfinished(paragraphs: Iterable[Paragraph]) -> tuple[Finding, ...]:
    """The findings of one file, one for each kind of placeholder."""
    found = Listing()
    for paragraph in paragraphs:
        if _SUSPECT.search(paragraph.text):
            for code, mark, at in _placeholders(paragraph.text, paragraph.role):
                found.add((code, mark), paragraph.source.place(at))
    return tuple(
        finding(code, places[0], mark=mark, count=len(places), lines=Listing.lines(places))
        for (code, mark), places in found
    )


def _placeholders(text: str, role: str) -> Iterator[tuple[str, str, int]]:
    """(code, the mark, where) of each placeholder in a text."""
    for pattern in (_LATIN, _DUMMY):
        for match in pattern.finditer(text):
            if not _spoken_of(text, match):
                yield SURE, match[0], match.start()
    for pattern, judged in ((_AWAITED, _awaited), (_CROSSES, _crossed), (_ASKED, _asked)):
        for match in pattern.finditer(text):
            code = "" if _spoken_of(text, match) else judged(text, match, role)
            if code:
                yield code, match[0], match.start()


def _spoken_of(text: str, match: re.Match[str]) -> bool:
    before, after = _around(text, match)
    return before in _OPENING and after in _CLOSING


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides; nothing where the text ends there."""
    return text[match.start() - 1 : match.start()] if match.start() else "", text[match.end() : match.end() + 1]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but marks stands beside it."""
    before, after = _around(text, match)
    return (not before.strip() or before in _BEGINS) and (not after.strip() or after in _ENDS)


def _awaited(text: str, match: re.Match[str], role: str) -> str:
    """待补, 待定 and their like: alone or in brackets a placeholder, at the end of a sentence perhaps one."""
    before, after = _around(text, match)
    if _stands_alone(text, match):
        return PERHAPS if role.startswith("table") and match[0] == "待定" else SURE
    if before in _PROSE or (after.strip() and after not in _ENDS):
        return ""
    return PERHAPS if match[0] in ("待定", "待补", "待补充", "待补图", "待配图") else ""


def _crossed(text: str, match: re.Match[str], role: str) -> str:
    """××: for a name that is left out on purpose it stands beside Han; before what is counted a number is missing."""
    before, after = _around(text, match)
    beside = bool(_HAN.match(before) or _HAN.match(after))
    if match[0][0] != "×":
        if before.isascii() and before.isalnum() or after.isascii() and after.isalnum():
            return ""
        western = re.search(r"[A-Za-z] $", text[: match.start()]) or re.match(r" [A-Za-z]", text[match.end() :])
        if western or (len(match[0]) < 3 and not beside) or after in _ORDERED:  # Super Bowl XX
            return ""
    if _COUNTED.match(after) and not before.isdigit():
        return SURE
    return PERHAPS if beside or before.isdigit() else SURE


def _asked(text: str, match: re.Match[str], role: str) -> str:
    """???: typed in a hurry where something is not known; behind a word it may be meant."""
    if _stands_alone(text, match):
        return SURE
    before, after = _around(text, match)
    missing = before.isdigit() or _HAN.match(after)
    return SURE if match[0][0] == "?" and missing else PERHAPS
