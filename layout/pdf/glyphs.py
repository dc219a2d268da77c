"""Glyph runs go in; which glyphs of which face a file shows, with their codes, widths and plain text, come out.

Codes are the CIDs of the whole font, so a page's operators do not depend on what else is in the file.
"""

from collections.abc import Iterable
from unicodedata import normalize

from layout.font import Book, Face
from layout.model.display import GlyphRun

SOFT_HYPHEN = "\u00ad"
CLOSING = frozenset("，。、；：！？）》〉」』】〕”’")
"""Marks that may have a blank right half."""


class Used:
    """One face as a file uses it: tables by glyph id that text.py and font.py read."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        """resource name of the horizontal font; the vertical one is called the same with a V"""
        self.face = face
        self.code: dict[int, str] = {}
        """CID as four hexadecimal digits"""
        self.width: dict[int, int] = {}
        """advance, per mille of the em: what /W says and what operators reckon with"""
        self.height: dict[int, int] = {}
        """advance down the page, per mille; only glyphs that stand upright in vertical lines"""
        self.hollow: dict[int, int] = {}
        """closing marks: the blank at their right, per mille"""
        self.plain: dict[int, str] = {}
        """what /ToUnicode says a glyph stands for; where a run says otherwise, /ActualText says it"""
        self.doubtful: set[int] = set()
        """glyphs that a run does say otherwise of, or that stand for nothing"""

    def take(self, first: dict[int, str], other: set[tuple[int, str]], upright: set[int]) -> None:
        """Fills the tables from the text each glyph was first met with, the other texts met, and the glyphs of upright
        runs."""
        face, upem = self.face, self.face.upem
        for gid in first:
            self.code[gid] = f"{face.cid(gid):04x}"
            self.width[gid] = per_mille(face.advances[gid], upem)
        for gid in upright:
            self.height[gid] = per_mille(face.vertical_advance(gid), upem)
        self.plain.update(first)
        rivals = {*other, *((gid, first[gid]) for gid, _ in other)}
        self.plain.update(sorted(rivals, key=_plainness, reverse=True))
        self.doubtful.update((gid for gid, _ in other), (gid for gid, text in first.items() if not text))
        for gid, text in (*first.items(), *other):
            if text in CLOSING:
                self.hollow[gid] = max(0, self.width[gid] - per_mille(face.ink(gid)[2], upem))


def used_faces(runs: Iterable[GlyphRun], book: Book) -> dict[str, Used]:
    """Every face that occurs, by font key, in order of first use. FontMissing for a key the book has not."""
    first: dict[str, dict[int, str]] = {}
    other: dict[str, set[tuple[int, str]]] = {}
    upright: dict[str, set[int]] = {}
    for run in runs:
        known = first.setdefault(run.font, {})
        if tuple(map(known.get, run.gids)) != run.text:  # most runs hold nothing new
            pairs = zip(run.gids, run.text, strict=True)
            other.setdefault(run.font, set()).update(pair for pair in pairs if known.setdefault(*pair) != pair[1])
        if run.way == "upright":
            upright.setdefault(run.font, set()).update(run.gids)
    used: dict[str, Used] = {}
    for number, (key, known) in enumerate(first.items(), 1):
        used[key] = Used(f"F{number}", book.face(key))
        used[key].take(known, other.get(key, set()), upright.get(key, set()))
    return used


def per_mille(units: int, upem: int) -> int:
    """Font units as whole thousandths of the em."""
    return units if upem == 1000 else (units * 2000 + upem) // (2 * upem)


def _plainness(pair: tuple[int, str]) -> tuple[bool, bool, bool, int, str]:
    """Order among the texts of one glyph: some text before none, the hyphen before the soft one, 一 before ⼀."""
    text = pair[1]
    return (not text, text == SOFT_HYPHEN, normalize("NFKC", text) != text, len(text), text)
