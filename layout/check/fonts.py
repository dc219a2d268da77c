"""A document goes in; fonts that are not embedded, not subset, or of a kind presses dislike come out."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pikepdf

from layout.check.effort import SECOND_LOOK, Effort, attempt
from layout.model.finding import Finding, finding

TAGGED = re.compile(r"[A-Z]{6}\+.")
"""ISO 32000-1, 9.6.4: how a subset's name starts."""
PROGRAMS = {"/FontFile", "/FontFile2", "/FontFile3"}


def embedded(pdf: pikepdf.Pdf, effort: Effort) -> Iterator[Finding]:
    """Every font of the file, whether or not a page shows it."""
    for number, item in enumerate(pdf.objects):
        if number % SECOND_LOOK == 0:
            effort.look_at_clock()
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/Subtype" in item:
            yield from attempt(partial(_font, item), "/Font")


def _font(font: Any) -> Iterator[Finding]:
    kind, name = str(font.Subtype).removeprefix("/"), str(font.get("/BaseFont", "–")).removeprefix("/")
    if kind == "Type3":
        yield finding("FNT-04", font=name, kind=kind)
        return
    if kind == "Type0":  # its descendant is a font of its own
        return
    if not PROGRAMS & set(font.get("/FontDescriptor", {}).keys()):
        yield finding("FNT-01", font=name)
    elif not TAGGED.match(name):
        yield finding("FNT-06", font=name)
    if kind in ("Type1", "MMType1"):
        yield finding("FNT-04", font=name, kind=kind)
