"""A PDF goes in; findings of all checks, in the order document, pages, fonts, ink, come out."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import pikepdf

from layout.check import boxes, document, fonts, painted
from layout.check.effort import BROKEN, MEMORY, SAME, Effort, UnreadError, attempt, bounded_decoding, reason
from layout.check.wanted import Wanted
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile


def findings(source: BytesIO | Path, profile: PressProfile, wanted: Wanted) -> Iterator[Finding]:
    """Each finding once, in the order they are come upon, as soon as it is."""
    told: set[Finding] = set()
    alike: Counter[tuple[str, int]] = Counter()
    with bounded_decoding():
        for item in _opened(source, profile, wanted):
            kind = (item.code, item.page)
            if item in told:
                continue
            alike[kind] += 1
            if alike[kind] <= SAME:
                told.add(item)
                yield item
    for (code, page), count in alike.items():
        if count > SAME:
            yield finding("DOC-10", page=page, kind=code, count=count - SAME)


def _opened(source: BytesIO | Path, profile: PressProfile, wanted: Wanted) -> Iterator[Finding]:
    """The findings of a file that can be opened, or the one of a file that cannot."""
    try:
        with source.open("rb") if isinstance(source, Path) else source as stream, pikepdf.open(stream) as pdf:
            yield from _all(pdf, profile, wanted)
            yield from _damage(pdf)
    except UnreadError:
        return  # told already
    except pikepdf.PasswordError:
        yield finding("DOC-02", key="/Encrypt")
    except MemoryError:
        yield finding("DOC-08", limit=MEMORY)
    except BROKEN as error:
        yield finding("DOC-00", reason=reason(error))


def _damage(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What qpdf had to mend or leave out while it read the file: a printer's software may mend it otherwise."""
    told = [str(warning) for warning in pdf.get_warnings()]
    if told:
        yield finding("DOC-12", count=len(told), reason=reason(told[0]))


def _all(pdf: pikepdf.Pdf, profile: PressProfile, wanted: Wanted) -> Iterator[Finding]:
    """Check by check, page by page: what is damaged costs the check that comes upon it and no other."""
    effort = Effort(process_time(), look=wanted.look)
    pages: Any = pdf.pages
    if not len(pages):
        yield finding("DOC-00", reason="it has no page")
        return
    effort.pages = len(pages)
    yield from attempt(partial(document.identity, pdf), "/Info")
    yield from attempt(partial(document.forbidden, pdf), "/Root")
    yield from attempt(partial(document.intent, pdf, profile), "/OutputIntents")
    if wanted.multiple > 1 and len(pages) % wanted.multiple:
        yield finding("DOC-04", pages=len(pages), multiple=wanted.multiple)
    for number, page in enumerate(pages, 1):
        effort.page = number
        yield from attempt(partial(boxes.page_boxes, page, number, wanted, pages[0]), "/TrimBox", number)
        yield from attempt(partial(document.on_page, page, number), "/Annots", number)
        yield from attempt(partial(painted.page, page, number, profile, effort), "/Contents", number)
    effort.page = 0
    yield from attempt(partial(fonts.embedded, pdf, effort), "/Font")
