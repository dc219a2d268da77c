"""Inks go in; the streams that a PDF holds come out: JPEG, or rows as a PNG has them, which lose nothing."""

import struct
from io import BytesIO

from PIL import Image, ImageChops

_PNG_HEAD = 8
"""Bytes before a PNG's first chunk."""


def jpeg(inks: Image.Image, quality: int) -> bytes:
    """A baseline stream with samples as ink; 4:4:4, so that thin coloured edges stay clean.

    Pillow writes CMYK inverted, as Photoshop does: undone first."""
    out = BytesIO()
    inks = ImageChops.invert(inks) if inks.mode == "CMYK" else inks
    inks.save(out, "JPEG", quality=quality, subsampling=0)
    return _without_application_markers(out.getvalue())


def rows(inks: Image.Image) -> bytes:
    """Every sample as it is: filtered row by row and deflated, which PDF calls FlateDecode with Predictor 15.

    PNG knows no CMYK; its pixels of four channels serve, whatever they stand for.
    """
    if inks.mode == "CMYK":
        inks = Image.frombuffer("RGBA", inks.size, inks.tobytes(), "raw", "RGBA", 0, 1)
    out = BytesIO()
    inks.save(out, "PNG")
    return b"".join(_chunks(out.getvalue(), b"IDAT"))


def _chunks(png: bytes, wanted: bytes) -> list[bytes]:
    found, at = [], _PNG_HEAD
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind == wanted:
            found.append(png[at + 8 : at + 8 + length])
        at += 12 + length  # length, kind and checksum are four bytes each
    return found


def _without_application_markers(data: bytes) -> bytes:
    """The stream without APPn segments: without Adobe's APP14, four channels mean plain CMYK (ISO 32000-1 table 13)."""
    kept, at = [data[:2]], 2
    while data[at + 1] != 0xDA:  # SOS: the picture itself begins
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not 0xE0 <= data[at + 1] <= 0xEF:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))
