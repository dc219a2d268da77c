"""Paragraphs go in; a finding for each kind of bracket or quotation mark without its partner comes out.

Left alone: 1） and a) before items, apostrophes, feet and inches, faces such as :-), intervals such as [0, 1), and a
quotation of several paragraphs, each of which opens with its mark while only the last one closes (GB/T 15834, 4.8.3.4).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.story import Paragraph
from layout.read.listing import Listing

_PAIRS = dict(zip("“‘（《〈「『【〔(［[｛", "”’）》〉」』】〕)］]｝", strict=True))
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_ANY = re.compile(f"[{re.escape(''.join((*_PAIRS, *_CLOSING)))}„]")
_ALIKE = ("“”‘’", "（）()", "「」『』", "《》〈〉", "［］[]【】〔〕")
"""Marks that are mistaken for one another."""
_QUOTES = "“‘「『"
_RESUMED = frozenset({"body", "quote", "item"})
"""Roles of paragraphs over which a quotation or a bracket may go on."""
_INTERVAL = re.compile(r"[\[(（［][-+−∞\d.]+[,，、 ]+[-+−∞\d.]+[\])）］]")
_ITEM = re.compile(
    r"(?:^|[^A-Za-z0-9])(?:\d{1,3}|[A-Za-z])$|(?:^|[\s，。；：、！？（(“—…])[一二三四五六七八九十]{1,3}$"
)
_FACE = re.compile(r"[:：;；=8xX^][-'o^]?$")
_DEEPEST = 100
"""A partner is looked for no further back, so that ten thousand marks cost no minute."""
_FAR = 12
"""A bracket that is opened in one paragraph is closed at most so many later."""

_Lone = tuple[str, Place]
"""A mark without a partner, and where it stands."""


def unpaired(paragraphs: Iterable[Paragraph]) -> tuple[Finding, ...]:
    """The findings of one file: one for each mark without a partner, one for each wrong pair."""
    lone, wrong = Listing(), Listing()
    waiting: list[tuple[str, Place, int]] = []  # opened in an earlier paragraph: mark, place, number of that paragraph
    every = [paragraph for paragraph in paragraphs if paragraph.text]
    for number, paragraph in enumerate(every):
        opened, closed, mixed = _matched(paragraph.text)
        following = every[number + 1 : number + 2]
        for pair, at in mixed:
            wrong.add(pair, paragraph.source.place(at))
        for mark, at in closed:
            if not _closes_earlier(mark, waiting, number):
                lone.add((mark,), paragraph.source.place(at))
        for mark, at in opened:
            if mark in _QUOTES and _resumes(mark, paragraph, following):
                continue
            if paragraph.role in _RESUMED and mark not in _QUOTES:
                waiting.append((mark, paragraph.source.place(at), number))
            else:
                lone.add((mark,), paragraph.source.place(at))
    for mark, place, _ in waiting:
        lone.add((mark,), place)
    return (*_told(lone), *_told_wrong(wrong))


def _matched(text: str) -> tuple[list[tuple[str, int]], list[tuple[str, int]], list[tuple[tuple[str, str], int]]]:
    """Marks that are never closed, marks that close nothing, and pairs that do not belong together, with offsets."""
    if _ANY.search(text) is None:
        return [], [], []
    stack: list[tuple[str, int]] = []
    closed: list[tuple[str, int]] = []
    mixed: list[tuple[tuple[str, str], int]] = []
    lost: list[tuple[str, int]] = []
    for mark, at in _marks(text):
        if mark in _PAIRS or mark == "„":
            if mark == "“" and stack and stack[-1][0] == "„":
                stack.pop()  # „…“ is a German quotation
            else:
                stack.append((mark, at))
            continue
        near = reversed(range(max(len(stack) - _DEEPEST, 0), len(stack)))
        depth = next((i for i in near if _PAIRS.get(stack[i][0], "”") == mark), -1)
        if depth >= 0:
            lost += stack[depth + 1 :]
            del stack[depth:]
        elif _is_typed_alone(text, at, mark):
            continue
        elif stack and any(mark in alike and stack[-1][0] in alike for alike in _ALIKE):
            opening, start = stack.pop()
            mixed.append(((opening, mark), start))
        else:
            closed.append((mark, at))
    opened = [
        (mark, at) for mark, at in (*lost, *stack) if not (mark == "(" and _FACE.search(text[max(at - 2, 0) : at]))
    ]
    return sorted(opened, key=lambda one: one[1]), closed, mixed


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """The marks of a text but for those of intervals."""
    shown = _INTERVAL.sub(lambda interval: " " * len(interval[0]), text)
    return ((match[0], match.start()) for match in _ANY.finditer(shown))


def _is_typed_alone(text: str, at: int, mark: str) -> bool:
    """Whether a closing mark may stand without an opening one: an apostrophe, 1）, 5′, a face."""
    before, after = text[max(at - 6, 0) : at], text[at + 1 : at + 2]
    if mark in "’”":
        return before[-1:].isdigit() or (
            mark == "’" and (_is_latin(before[-1:]) or _is_latin(after) or after.isdigit())
        )
    return mark in ")）" and bool(_ITEM.search(before) or _FACE.search(before))


def _is_latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"


def _resumes(mark: str, paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether the quotation goes on in the next paragraph, which opens with the same mark."""
    return any(
        paragraph.role in _RESUMED and next_one.role in _RESUMED and next_one.text.startswith(mark)
        for next_one in following
    )


def _closes_earlier(mark: str, waiting: list[tuple[str, Place, int]], number: int) -> bool:
    """Whether the mark closes a bracket of one of the paragraphs before; that one waits no longer."""
    for index in reversed(range(max(len(waiting) - _DEEPEST, 0), len(waiting))):
        opening, _, since = waiting[index]
        if _PAIRS[opening] == mark and number - since <= _FAR:
            del waiting[index]
            return True
    return False


def _told(lone: Listing) -> Iterator[Finding]:
    for (mark,), places in lone:
        yield finding("READ-UNPAIRED", places[0], mark=mark, count=len(places), lines=Listing.lines(places))


def _told_wrong(wrong: Listing) -> Iterator[Finding]:
    for (opening, closing), places in wrong:
        count, lines, instead = len(places), Listing.lines(places), _PAIRS[opening]
        yield finding(
            "READ-MISMATCHED", places[0], opening=opening, closing=closing, instead=instead, count=count, lines=lines
        )
