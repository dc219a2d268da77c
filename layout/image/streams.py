"""The bytes of a picture file go in; the JPEG streams within it come out, for a check of each."""

from collections.abc import Iterator

from layout.image.photo import DAMAGE, is_jpeg, is_tiff, open_picture

_COMPRESSION, _JPEG = 259, 7
"""TIFF tag, and its value for strips that are JPEG streams (TIFF technical note 2)."""
_TABLES = 347
"""Tag of the tables that all strips share: a stream of its own, without a picture."""
_PARTS = ((273, 279), (324, 325))
"""Tags with where strips begin and how long they are; the same of tiles."""
_MARKER = 2
"""Bytes of the markers that begin and end a stream."""


def jpeg_streams(data: bytes) -> Iterator[bytes]:
    """The file itself, or each strip or tile of a TIFF; none of other files, and of TIFFs that cannot be opened."""
    if is_jpeg(data):
        yield data
    elif is_tiff(data):
        yield from _of_tiff(data)


def _of_tiff(data: bytes) -> Iterator[bytes]:
    try:
        with open_picture(data) as image:
            tags = image.tag_v2  # type: ignore[attr-defined]
            if tags.get(_COMPRESSION) != _JPEG:
                return
            tables = bytes(tags.get(_TABLES, b""))
            found = next(((tags[at], tags[size]) for at, size in _PARTS if at in tags and size in tags), ((), ()))
            places = tuple(zip(*found, strict=True))
    except DAMAGE:
        return
    for start, length in places:
        strip = data[start : start + length]
        yield tables[:-_MARKER] + strip[_MARKER:] if tables else strip
