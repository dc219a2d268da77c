"""A page goes in; findings on its inks, overprint, lines and pictures come out (GWG 2022, rule ids beside)."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pikepdf

from layout.check.colour import Ink, base, painted, spots
from layout.check.effort import Effort, attempt
from layout.check.scan import Fault, Group, Mark, marks, size
from layout.check.sight import Looking
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile

HAIRLINE, HAIRLINE_MORE = 0.25, 0.5
"""Points: thinnest line of one ink, and of several inks or none (R0018, R0019; trade practice for the second)."""
BROADEST_LINE = 2.0
"""Points: up to here a black line must overprint (R0010), and a filled rectangle is a line (I00004)."""
SLACK = 0.005
"""Points a width may fall short through rounding in the file."""
RICH, RICH_TOTAL = 0.85, 1.0
"""Text with so much black and more ink in all than black alone counts as rich black (R0015 is milder: 280 %)."""
TINY = 16
"""Pixels: pictures no larger on either side are exempt from the resolution checks (R0031)."""
STRETCH = 0.02


def page(page: pikepdf.Page, number: int, profile: PressProfile, effort: Effort) -> Iterator[Finding]:
    """Findings of each mark in turn; a mark that cannot be understood costs its own findings and no others."""
    resources = page.resources
    looking = Looking(page, effort) if effort.look else None
    for mark in marks(page, effort):
        yield from attempt(partial(_mark, mark, number, profile, resources), "/Contents", number)
        if looking and isinstance(mark, Mark):
            yield from attempt(partial(_looked_at, looking, mark), "/Contents", number)
    if looking:
        yield from attempt(looking.findings, "/Contents", number)


def _looked_at(looking: Looking, mark: Mark) -> Iterator[Finding]:
    looking.add(mark)
    yield from ()


def _mark(mark: Mark | Group | Fault, number: int, profile: PressProfile, resources: Any) -> Iterator[Finding]:
    if isinstance(mark, Fault):
        yield mark.found
    elif isinstance(mark, Group):
        family, _ = base(mark.space, resources)
        if family != "DeviceCMYK":
            yield finding("COL-03", page=number, space=family)
    elif mark.kind == "image":
        yield from _image(mark, number, profile, resources)
    else:
        yield from _inks(mark.ink, mark.kind, number)
        yield from _overprint(mark, number)
        yield from _line(mark, number)


def _inks(ink: Ink, what: str, number: int) -> Iterator[Finding]:
    """Process inks only (R0020, R0024, R0027)."""
    for name in ink.spots:
        yield finding("COL-06", page=number) if name == "All" else finding("COL-04", page=number, name=name)
    if ink.cmyk is None and not ink.spots:
        yield finding("COL-01", page=number, what=what, space=ink.space)
    if what == "text" and ink.cmyk and ink.cmyk[3] >= RICH and sum(ink.cmyk) > RICH_TOTAL:
        yield finding("TXT-06", page=number, inks=ink)


def _overprint(mark: Mark, number: int) -> Iterator[Finding]:
    """White never overprints (R0007, R0008), black text and lines always do (R0009, R0010), all else does not."""
    ink, text = mark.ink, mark.kind == "text"
    line = mark.kind in ("stroke", "fill") and 0 <= mark.width <= BROADEST_LINE
    if mark.overprint and ink.white:
        yield finding("OVP-01" if text else "OVP-02", page=number)
    elif ink.black_only and (text or line):
        if not (mark.overprint and mark.mode == 1):
            yield finding("OVP-03" if text else "OVP-04", page=number)
    elif mark.overprint and not ink.black_only:
        yield finding("OVP-07", page=number, inks=ink)


def _line(mark: Mark, number: int) -> Iterator[Finding]:
    if mark.kind not in ("stroke", "fill") or mark.width < 0:
        return
    if mark.width == 0:
        yield finding("LIN-03", page=number)
        return
    one_ink = mark.ink.cmyk is not None and sum(1 for part in mark.ink.cmyk if part) == 1
    least = HAIRLINE if one_ink else HAIRLINE_MORE
    if mark.width < least - SLACK:
        yield finding("LIN-01", page=number, width=f"{mark.width:.2f}", wanted=least)


def _image(mark: Mark, number: int, profile: PressProfile, resources: Any) -> Iterator[Finding]:
    """Inks, resolution and proportions of a placed picture."""
    image = mark.image
    photo = f"p. {number} {mark.name}".rstrip()
    if image.get("/ImageMask", False):
        yield from _inks(mark.ink, "image", number)
    else:
        family, names = base(image.get("/ColorSpace", pikepdf.Name.DeviceRGB), resources)
        ink = painted(image.get("/ColorSpace"), [0.0] * len(names), resources) if names else Ink(None, family)
        if family != "DeviceCMYK":
            yield from _inks(ink if names else Ink(None, family, spots(names)), "image", number)
        if mark.overprint:
            yield finding("OVP-07", page=number, inks=photo)
    how = _hard_to_read(image)
    if how:
        yield finding("IMG-07", page=number, photo=photo, how=how)
    yield from _resolution(mark, number, photo, profile)


def _resolution(mark: Mark, number: int, photo: str, profile: PressProfile) -> Iterator[Finding]:
    """R0031, R0032: effective pixels an inch on the smaller axis; and the two axes alike."""
    wide, high = int(mark.image.get("/Width", 0)), int(mark.image.get("/Height", 0))
    across, down = size(mark.matrix)
    if not across or not down or max(wide, high) <= TINY:
        return
    axes = wide * 72 / across, high * 72 / down
    ppi, line_art = round(min(axes)), _is_line_art(mark.image)
    if code := profile.resolution.too_coarse(ppi, line_art):
        wanted = profile.resolution.limits(line_art).wanted
        yield finding(code, page=number, photo=photo, ppi=ppi, wanted=wanted)
    stretch = max(axes) / min(axes) - 1
    if stretch > STRETCH:
        yield finding("IMG-05", page=number, photo=photo, percent=round(stretch * 100))


def _is_line_art(image: Any) -> bool:
    """One bit a pixel, as a picture or as a stencil."""
    return bool(image.get("/ImageMask", False)) or int(image.get("/BitsPerComponent", 8)) == 1


def _hard_to_read(image: Any) -> str:
    """Kinds of storing that PDF/X or old RIPs refuse; "" where there is none."""
    filters = image.get("/Filter", pikepdf.Array())
    names = [str(item) for item in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    odd = next((name.removeprefix("/") for name in names if name in ("/LZWDecode", "/JPXDecode", "/Crypt")), "")
    return odd or ("16 bit" if int(image.get("/BitsPerComponent", 8)) > 8 else "")
