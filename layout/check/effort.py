"""How much of a PDF is read at most, so that no file, however it was made, takes a machine's memory or an afternoon.

What a bound leaves unread becomes a finding at error level: a file is never passed on account of what was not read.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any, Final, cast

import pikepdf

from layout.model.finding import Finding, finding
from layout.model.value import fresh, record

SECONDS: Final = 15.0
"""CPU seconds for a whole file: a thousand pages of a magazine."""
STREAM_MB: Final = 64
"""Decoded megabytes of one stream of operators. The content of a page with a vector map takes two to ten."""
TOTAL_MB: Final = 1024
"""Decoded megabytes of all content together, each stream as often as it is painted."""
TOKENS: Final = 1_500_000
"""Numbers, names and operators of one stream: 300 MB once they are objects of Python."""
MEMORY: Final = "1 GB"
"""What a whole file may take; layout/job/apart.py sees to it."""
METADATA_MB: Final = 4
"""XMP is read into a tree of ten times its size."""
FORMS_DEEP: Final = 12
"""Levels of forms within forms; beyond this a file is broken or hostile."""
LETTERS: Final = 400_000
"""Bytes of text shown on one page. A page of small print has six thousand."""
STATES_DEEP: Final = 512
"""Levels of `q`; the limits of Acrobat once had 28 (ISO 32000-1 annex C)."""
SAME: Final = 100
"""Findings of one code on one page that are told one by one."""
SECOND_LOOK: Final = 256
"""Operators after which the clock is looked at again."""
_SEPARATORS: Final = b" \n\r\t\f\0()<>[]{}/%"
"""A token begins at the start of a stream or behind one of these (ISO 32000-1, 7.2.2)."""
_ADDRESS: Final = re.compile("^stream <.*?>[:,]? *")
_LIMITS: Final[dict[str, Any]] = {
    "flate_max_memory": STREAM_MB << 20,
    "run_length_max_memory": STREAM_MB << 20,
    "png_max_memory": STREAM_MB << 20,
    "tiff_max_memory": STREAM_MB << 20,
    "parser_max_errors": 0,  # else qpdf stops in a damaged stream after 15 errors and says nothing
}
BROKEN = (pikepdf.PdfError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RuntimeError)
"""What reading a damaged file may raise: pikepdf converts objects on access, so their kind shows only then."""


class UnreadError(Exception):
    """Something was left unread. `found` tells it; `final`: nothing more of this file may be read either."""

    def __init__(self, found: Finding, final: bool = False) -> None:
        super().__init__(found.code)
        self.found, self.final = found, final


@contextmanager
def bounded_decoding() -> Iterator[None]:
    """Bounds on what qpdf decodes by itself: object streams, cross-reference streams, what is asked for as bytes."""
    before = pikepdf.settings.set_qpdf_limits(**_LIMITS)
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**cast(dict[str, Any], before))


@record
class Effort:
    """What has been spent on one file so far."""

    begun: float
    look: bool = True
    """whether what a reader would see is looked at; see Wanted"""
    decoded: int = 0
    page: int = 0
    """the page that is being read"""
    pages: int = 0
    """how many the file has"""
    shown: tuple[int, int] = (0, 0)
    """a page, and bytes of text shown on it so far"""
    letterings: dict[tuple[int, int], Any] = fresh(factory=dict)
    """what was read of fonts, by object number"""
    lights: dict[tuple[int, int], Any] = fresh(factory=dict)
    """how light pictures are, by object number"""

    def look_at_clock(self) -> None:
        """UnreadError, for the whole file, where its time is up."""
        if process_time() - self.begun > SECONDS:
            raise UnreadError(finding("DOC-08", page=self.page, limit=f"{SECONDS:g} s"), final=True)

    def letters(self, operands: list[Any]) -> None:
        """Counts the text of an operator. UnreadError where a page shows too much of it."""
        parts = operands[-1] if operands and isinstance(operands[-1], pikepdf.Array) else operands[-1:]
        count = sum(len(bytes(part)) for part in parts if isinstance(part, pikepdf.String))
        before = self.shown[1] if self.shown[0] == self.page else 0
        self.shown = (self.page, before + count)
        if before + count > LETTERS:
            raise UnreadError(finding("DOC-09", page=self.page, most=f"{LETTERS:,}"))

    def lettering(self, font: Any, read: Callable[[Any], Any]) -> Any:
        """What `read` makes of a font, once; None where there is no font, or none that can be read."""
        if font is None:
            return None
        if font.objgen == (0, 0):  # written into the resources, with no number of its own
            return read(font)
        if font.objgen not in self.letterings:
            try:
                self.letterings[font.objgen] = read(font)
            except BROKEN:
                self.letterings[font.objgen] = None
        return self.letterings[font.objgen]

    def instructions(self, owner: Any) -> Iterator[Any]:
        """The operators of a page or a form with their operands. UnreadError after the last one within the bounds."""
        self.look_at_clock()
        data = decoded(owner, self.page)
        self.decoded += len(data)
        if self.decoded > TOTAL_MB << 20:
            raise UnreadError(finding("DOC-08", page=self.page, limit=f"{TOTAL_MB} MB"), final=True)
        whole = _tokens(data) <= TOKENS
        scratch = pikepdf.new()  # a stream lives as long as its document
        if not whole:
            owner = pikepdf.Stream(scratch, _shortened(data))
        for number, item in enumerate(pikepdf.parse_content_stream(owner)):
            if number % SECOND_LOOK == SECOND_LOOK - 1:
                self.look_at_clock()
            yield item
        if not whole:
            raise UnreadError(finding("DOC-09", page=self.page, most=f"{TOKENS:,}"))


def decoded(owner: Any, page: int = 0) -> bytes:
    """The decoded bytes of a stream, or of all content of a page. UnreadError where there are too many."""
    try:
        return _read(owner) if isinstance(owner, pikepdf.Object) else _content(owner, page)
    except pikepdf.PdfError as error:
        if "memory limit" in str(error):
            raise UnreadError(finding("DOC-08", page=page, limit=f"{STREAM_MB} MB")) from error
        raise


def _read(stream: Any) -> bytes:
    return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))


def _content(owner: pikepdf.Page, page: int) -> bytes:
    """A page has one stream, several that are read as one, or none."""
    contents: Any = owner.obj.get("/Contents", pikepdf.Array())
    parts: list[bytes] = []
    length = 0
    for part in contents if isinstance(contents, pikepdf.Array) else [contents]:
        parts.append(_read(part))
        length += len(parts[-1])
        if length > STREAM_MB << 20:
            raise UnreadError(finding("DOC-08", page=page, limit=f"{STREAM_MB} MB"))
    return b"\n".join(parts)


def _tokens(data: bytes) -> int:
    """At most so many tokens: the separators are counted, those within strings too."""
    return len(data) - len(data.translate(None, _SEPARATORS))


def _shortened(data: bytes) -> bytes:
    """The part of a stream that is within the bound on tokens."""
    step, room = 1 << 16, TOKENS
    for at in range(0, len(data), step):
        room -= _tokens(data[at : at + step])
        if room < 0:
            return data[:at]
    return data


def reason(error: BaseException | str) -> str:
    """What an error says, in one line, without the address of the stream it stands before."""
    first = (str(error).splitlines() or [""])[0] or type(error).__name__
    return _ADDRESS.sub("", first)[:120]


def attempt(check: Callable[[], Iterator[Finding]], what: str, page: int = 0) -> Iterator[Finding]:
    """The findings of one check. Where a damaged file ends it, that is one finding more, and the next check goes on."""
    try:
        yield from check()
    except UnreadError as unread:
        yield unread.found
        if unread.final:
            raise
    except MemoryError:
        yield finding("DOC-08", page=page, limit=MEMORY)
    except BROKEN as error:
        yield finding("DOC-07", page=page, what=what, reason=reason(error))
