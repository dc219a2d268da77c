"""Bytes go in; the same bytes deflated, with the stream entries that say so, come out."""

import zlib

from layout.pdf.objects import Value

Packed = tuple[bytes, dict[str, Value]]


def deflated(data: bytes, level: int = 6) -> Packed:
    """What File.stream takes: the deflated bytes and their /Filter."""
    return zlib.compress(data, level), {"Filter": "/FlateDecode"}
