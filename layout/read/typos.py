"""Paragraphs go in; a finding for each kind of mark or space that is mistyped in Chinese text comes out.

Marks typed half-width come from keyboards left in English mode, full-width letters and figures from converted files
(GB/T 15834—2011 5.1: marks of Chinese text are Chinese marks). One finding a mark and a story, with all its lines.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph
from layout.read.listing import Listing

KINDS = ("ascii", "full-width", "spaces")
"""What can be looked for; `mistypings` of house.toml lists what is."""
CODES = {"ascii": "READ-ASCII", "full-width": "READ-FULL-WIDTH", "spaces": "READ-SPACES"}

_INSTEAD = {
    ",": "，",
    ";": "；",
    ":": "：",
    "!": "！",
    "?": "？",
    ".": "。",
    "( )": "（ ）",
    '"': "“ ”",
    "'": "‘ ’",
    "--": "——",
    "...": "……",
    "。。。": "……",
    "  ": "\u3000",
}
_SUSPECT = re.compile(
    r"(?=[.。,;:!?\"'(\-％＋﹢＝＆＠＃＄０-９Ａ-Ｚａ-ｚ \u00a0])"  # most characters need no other look
    r"(?:(?P<dots>\.{2,}|。{2,})|(?P<dash>--+)|(?P<stop>[,;:!?])|(?P<point>\.)|(?P<quote>[\"'])"
    r"|(?P<pair>\([^()]*\))|(?P<wide>[％＋﹢＝＆＠＃＄０-９Ａ-Ｚａ-ｚ]+)|(?P<gap>[ \u00a0]{2,}))"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|</?[A-Za-z][^<>]{0,300}>|&#?\w{1,10};|!(?=\[)",
    re.ASCII,
)
"""Addresses, and marks of other programs, whose own marks are no typing errors."""
_MARKED = re.compile(r"[.<&]|!\[")
_RUNNING = frozenset({"body", "quote", "item", "note", "standfirst"})
"""Roles of running text, in which a space between Han means nothing; in a caption or a credit it parts names."""
_LONE = re.compile("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_CLAUSE = re.compile(r"[^，。；：！？、（）“”]+")
_NAMES = re.compile("[\u3400-\u9fff·]{2,4}(?: [\u3400-\u9fff·]{2,4})+")
"""Names side by side: 张三 李四 王五."""
_HAN = re.compile(r"[\u3400-\u9fff]")

_Found = tuple[str, str, str, Place]
"""(kind, mark, what to write instead, place)"""


def mistyped(paragraphs: Iterable[Paragraph], kinds: tuple[str, ...] = KINDS) -> tuple[Finding, ...]:
    """The findings of one file, in the order in which their marks first come."""
    groups = Listing()
    for paragraph in paragraphs:
        for kind, mark, instead, place in _found(paragraph):
            if kind in kinds:
                groups.add((kind, mark, instead), place)
    return tuple(_told(kind, mark, instead, places) for (kind, mark, instead), places in groups)


def _told(kind: str, mark: str, instead: str, places: list[Place]) -> Finding:
    count, lines = len(places), Listing.lines(places)
    if mark == " ":
        return finding("READ-SPACE", places[0], count=count, lines=lines)
    return finding(CODES[kind], places[0], mark=mark, instead=instead, count=count, lines=lines)


def _found(paragraph: Paragraph) -> Iterator[_Found]:
    text = paragraph.text
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if _MARKED.search(text) else []
    for match in _SUSPECT.finditer(text):
        start, end = match.span()
        index = bisect_right(addresses, (start, len(text))) - 1
        if index >= 0 and start < addresses[index][1]:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if match.lastgroup == "dash":  # typed with blanks: -- 《夜航》
            before, after = text[max(start - 2, 0) : start].strip()[-1:], text[end : end + 2].strip()[:1]
        kind, mark = _judged(match, before, after)
        if kind:
            instead = _INSTEAD.get(mark) or unicodedata.normalize("NFKC", mark).replace("﹢", "+")
            yield kind, mark, instead, paragraph.source.place(start)
    if paragraph.role in _RUNNING and " " in text:
        for clause in _CLAUSE.finditer(text):
            if _NAMES.fullmatch(clause[0].strip()) is None:
                starts = (match.start() for match in _LONE.finditer(text, clause.start(), clause.end()))
                yield from (("spaces", " ", "", paragraph.source.place(start)) for start in starts)


def _judged(match: re.Match[str], before: str, after: str) -> tuple[str, str]:
    """The kind of mistyping and the mark, as it is reported; no kind where the mark is right as it stands."""
    group, said = match.lastgroup, match[0]
    near = _chinese(before) or _chinese(after)
    if group == "stop":
        number = before.isdigit() and (said == ":" or not _chinese(after))  # 9:30, 1,000
        return "ascii" if near and not number else "", said
    if group == "point":
        ends = _chinese(before) and (not after or _chinese(after) or after in " \u3000”’")
        return "ascii" if ends else "", said
    if group == "quote":
        return "ascii" if near and not before.isdigit() else "", said  # 5'10"
    if group == "pair":
        return "ascii" if _chinese(before) or _HAN.search(said) else "", "( )"
    if group == "dash":
        return "ascii" if near else "", "--"
    if group == "dots":
        return "ascii" if near or said[0] == "。" else "", said[0] * 3
    return ("full-width", said) if group == "wide" else ("spaces", "  ")


def _chinese(char: str) -> bool:
    """Han and the marks that only Chinese text has; quotation marks, dashes and ellipses are others' too."""
    return char >= "\u2e80" and char != "\u3000"
