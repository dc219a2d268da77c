"""Paragraphs go in; a finding for each kind of placeholder that was left in them comes out.

What can only be a placeholder is an error: it stops the press. What may be meant (张××, “时间待定。”) is a warning.
Words in quotation marks are spoken of, not used, and are left alone, as is what stands in an address.
"""

import re
from collections.abc import Iterable, Iterator

from layout.model.finding import Finding, finding
from layout.model.story import Paragraph
from layout.read.listing import Listing

SURE, PERHAPS = "READ-PLACEHOLDER", "READ-PLACEHOLDER-LIKE"

_SUSPECT = re.compile(r"TODO|FIXME|TBD|TBC|TK|待|×|[Xx]{2}|\?{3}|？{3}|[Ll]orem|LOREM|dolor sit")
_LATIN = re.compile(r"(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD|TBC|TK(?:TK)*)(?![A-Za-z0-9_])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_DUMMY = re.compile(r"lorem ipsum|dolor sit amet", re.IGNORECASE)
_AWAITED = re.compile(r"待(?:补(?:充|写|图|齐)?|定|查|核(?:实|对)?|确认|填(?:写)?|写|配图)")
_CROSSES = re.compile(r"×{2,}|[XxＸ]{2,}")
_ASKED = re.compile(r"[?？]{3,}")
_COUNTED = re.compile(r"[页頁元万萬亿億%％米个個张張图圖期月日号號时時分]")
"""What is counted: behind crosses, a number is missing."""
_UNCOUNTED = frozenset("时時分图圖张張")
"""Behind a Latin word these are no units: 写TODO时."""
_ORDERS = re.compile(r"[补查核写加改找问插填配请]")
"""What a note to oneself goes on with: TODO 补图."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_OPENING, _CLOSING = frozenset("“‘「『《〈"), frozenset("”’」』》〉")
_ENDS = frozenset("，。；：、！？…—,.;:!?/|）)】］]〕")
_SENTENCE_ENDS = frozenset("。！？；…!?;")
_BEGINS = frozenset("，。；：、！？…—,;:!?/|（(【［[〔")
_MARKS = "，。；：、！？…—,.;:!? "
_ORDERED = frozenset("届世章卷")
"""Behind XX, a Roman number: 第XX章."""
_PROSE = frozenset("等期亟有尚仍还急须需")
"""Before 待 these make a word or a sentence of it: 期待补偿, 亟待查清."""


def unfinished(paragraphs: Iterable[Paragraph]) -> tuple[Finding, ...]:
    """The findings of one file, one for each kind of placeholder."""
    found = Listing()
    for paragraph in paragraphs:
        if _SUSPECT.search(paragraph.text):
            breaks = [mark.end for mark in paragraph.marks if mark.kind == "break"]
            for start, end in zip((0, *breaks), (*breaks, len(paragraph.text)), strict=True):
                for code, mark, at in _placeholders(paragraph.text[start:end], paragraph.role):
                    found.add((code, mark), paragraph.source.place(start + at))
    return tuple(
        finding(code, places[0], mark=mark, count=len(places), lines=Listing.lines(places))
        for (code, mark), places in found
    )


def _placeholders(text: str, role: str) -> Iterator[tuple[str, str, int]]:
    """(code, the mark, where) of each placeholder in a line."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for pattern, judged in _KINDS:
        for match in pattern.finditer(text):
            if _spoken_of(text, match) or any(start <= match.start() < end for start, end in addresses):
                continue
            if code := judged(text, match, role):
                yield code, match[0], match.start()


def _spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but marks stands beside it within quotation marks: “×××！”."""
    before = text[: match.start()].rstrip(_MARKS)[-1:]
    after = text[match.end() :].lstrip(_MARKS)[:1]
    return before in _OPENING and after in _CLOSING


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides; nothing where the text ends there."""
    return text[match.start() - 1 : match.start()] if match.start() else "", text[match.end() : match.end() + 1]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but marks stands beside it."""
    before, after = _around(text, match)
    return (not before.strip() or before in _BEGINS) and (not after.strip() or after in _ENDS)


def _noted(text: str, match: re.Match[str]) -> bool:
    """Whether a Latin word stands as a note to oneself: at the start or end of a line, alone in brackets or as a
    sentence, before a colon. A word that others of its sentence belong to may be spoken of: TBD是缩写."""
    before = text[: match.start()].rstrip()[-1:]
    behind = text[match.end() :].lstrip()
    after = behind[:1]
    if after in ("：", ":"):
        return True
    if not behind.strip(_MARKS):
        return before != "、"
    if after in _ENDS and after != "、":
        return not before or before in _SENTENCE_ENDS or (before in "（(【[［〔" and after in "）)】］]〕")
    return not before and bool(_ORDERS.match(behind))


def _latin(text: str, match: re.Match[str], role: str) -> str:
    """TODO, TK, TBD: sure where they are noted, or stand for a number."""
    before, after = _around(text, match)
    counted = match[0] != "TODO" and _COUNTED.match(after) and after not in _UNCOUNTED and not before.isdigit()
    return SURE if counted or _noted(text, match) else PERHAPS


def _dummy(text: str, match: re.Match[str], role: str) -> str:
    """Lorem ipsum is never meant."""
    return SURE


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
    if match[0][0] != "×" and not _noted(text, match):
        return PERHAPS
    return PERHAPS if beside or before.isdigit() else SURE


def _asked(text: str, match: re.Match[str], role: str) -> str:
    """???: typed in a hurry where something is not known; behind a word it may be meant."""
    if _stands_alone(text, match):
        return SURE
    before, after = _around(text, match)
    missing = before.isdigit() or _HAN.match(after)
    return SURE if match[0][0] == "?" and missing else PERHAPS


_KINDS = ((_LATIN, _latin), (_DUMMY, _dummy), (_AWAITED, _awaited), (_CROSSES, _crossed), (_ASKED, _asked))
