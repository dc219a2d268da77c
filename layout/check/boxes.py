"""A page goes in; what is wrong with its boxes comes out (ISO 15930-7 6.10; GWG 2022 R0002–R0004)."""

from collections.abc import Iterator

import pikepdf

from layout.check.wanted import Wanted
from layout.model.finding import Finding, finding
from layout.model.units import MM, PT

TOLERANCE = 0.1 * MM / PT
"""Points a box may differ: 0.1 mm, finer than any knife."""
DEEPEST = 64
"""Levels of the page tree; beyond this a file is broken or hostile, such as one whose page is its own parent."""
Edges = tuple[float, float, float, float]


def page_boxes(page: pikepdf.Page, number: int, wanted: Wanted, first: pikepdf.Page) -> Iterator[Finding]:
    """Findings on one page; `first` is the page whose size all others share."""
    media, bleed, trim = (edges(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
    if trim is None:
        yield finding("BOX-02", page=number, key="TrimBox")
        return
    bleed = bleed or trim
    if "/ArtBox" in page.obj:
        yield finding("BOX-02", page=number, key="ArtBox")
    if not _inside(trim, bleed):
        yield finding("BOX-02", page=number, key="TrimBox")
    if media is None or not _inside(bleed, media):
        yield finding("BOX-02", page=number, key="BleedBox")
    crop = edges(page, "/CropBox")
    if crop is not None and crop != media:
        yield finding("BOX-03", page=number)
    if "/UserUnit" in page.obj:
        yield finding("BOX-04", page=number)
    yield from _sizes(page, number, wanted, (trim, bleed, edges(first, "/TrimBox") or trim))


def edges(page: pikepdf.Page, name: str) -> Edges | None:
    """left, foot, right, top of a box in points, also where it is inherited; None where there is none."""
    node: pikepdf.Object | None = page.obj
    for _ in range(DEEPEST):
        if node is None:
            break
        if name in node:
            a, b, c, d = (float(value) for value in node[name])
            return min(a, c), min(b, d), max(a, c), max(b, d)
        node = node.get("/Parent") if name in ("/MediaBox", "/CropBox") else None
    return None


def _sizes(page: pikepdf.Page, number: int, wanted: Wanted, found: tuple[Edges, Edges, Edges]) -> Iterator[Finding]:
    trim, bleed, first = found
    size = trim[2] - trim[0], trim[3] - trim[1]
    other = abs(size[0] - first[2] + first[0]) > TOLERANCE or abs(size[1] - first[3] + first[1]) > TOLERANCE
    if other or int(page.obj.get("/Rotate", 0)) % 360:
        yield finding("BOX-05", page=number)
    if wanted.width and _differs(size, (wanted.width / PT, wanted.height / PT)):
        ought = f"{wanted.width / MM:g} × {wanted.height / MM:g}"
        yield finding("BOX-01", page=number, found=f"{_mm(size[0])} × {_mm(size[1])}", wanted=ought)
    least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    if least < wanted.bleed / PT - TOLERANCE:
        yield finding("BOX-06", page=number, found=_mm(least), wanted=f"{wanted.bleed / MM:g}")


def _differs(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return any(abs(a - b) > TOLERANCE for a, b in zip(one, two, strict=True))


def _inside(inner: Edges, outer: Edges) -> bool:
    """With room for the last decimal of two writers that round differently."""
    slack = 0.01
    low = inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
    return low and inner[2] <= outer[2] + slack and inner[3] <= outer[3] + slack


def _mm(points: float) -> str:
    return f"{points * PT / MM:.1f}".removesuffix(".0")
