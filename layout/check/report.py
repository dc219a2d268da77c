"""PDF bytes go in; findings of all checks, in the order document, pages, fonts, ink, come out."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from layout.check import boxes, document, fonts, painted
from layout.check.wanted import Wanted
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile

BROKEN = (pikepdf.PdfError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RuntimeError)
"""What reading a damaged file may raise: pikepdf converts objects on access, so their kind shows only then."""


def findings(data: bytes, profile: PressProfile, wanted: Wanted) -> tuple[Finding, ...]:
    """Each finding once, in the order they are come upon."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return tuple(dict.fromkeys(_all(pdf, profile, wanted)))
    except pikepdf.PasswordError:
        return (finding("DOC-02", key="/Encrypt"),)
    except BROKEN as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        reason = first.removeprefix(first.partition(">: ")[0] + ">: ")  # “stream <_io.BytesIO …>: ” says nothing
        return (finding("DOC-00", reason=reason[:120]),)


def _all(pdf: pikepdf.Pdf, profile: PressProfile, wanted: Wanted) -> Iterator[Finding]:
    yield from document.identity(pdf)
    yield from document.forbidden(pdf)
    yield from document.intent(pdf, profile)
    if wanted.multiple > 1 and len(pdf.pages) % wanted.multiple:
        yield finding("DOC-04", pages=len(pdf.pages), multiple=wanted.multiple)
    for number, page in enumerate(pdf.pages, 1):
        yield from boxes.page_boxes(page, number, wanted, pdf.pages[0])
        yield from document.on_page(page, number)
        yield from painted.page(page, number, profile)
    yield from fonts.embedded(pdf)
