"""The bytes of a file that cannot be placed go in; what it is, so that one knows what to ask for, comes out."""

import re

from PIL import Image

_STARTS = (
    ("GIF", b"GIF8"),
    ("BMP", b"BM"),
    ("Photoshop (PSD)", b"8BPS"),
    ("EPS", b"%!PS"),
    ("EPS", b"\xc5\xd0\xd3\xc6"),
    ("JPEG 2000", b"\x00\x00\x00\x0cjP  "),
    ("JPEG 2000", b"\xff\x4f\xff\x51"),
    ("JPEG XL", b"\xff\x0a"),
    ("JPEG XL", b"\x00\x00\x00\x0cJXL "),
    ("Windows Metafile", b"\xd7\xcd\xc6\x9a"),
    ("camera raw", b"FUJIFILMCCD-RAW"),
    ("camera raw", b"IIRO"),
    ("camera raw", b"IIU\0"),
)
_BRANDS = {
    "HEIC": (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"),
    "AVIF": (b"avif", b"avis"),
    "camera raw": (b"crx ",),
}
"""Brands of the ISO base media file format (ISO/IEC 14496-12, 4.3), by what people call such a file."""
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_DNG_VERSION, _SUBFILE_TYPE = 50706, 254
"""TIFF tags: only DNG has the first; where a first page calls itself a thumbnail, the photo behind it is raw."""


def kind_of(data: bytes) -> str:
    """Name of the file's kind; "" where it is not one that people send for pictures."""
    for name, start in _STARTS:
        if data.startswith(start):
            return name
    if data[4:8] == b"ftyp":
        for name, brands in _BRANDS.items():
            if data[8:12] in brands:
                return name
    return "SVG" if _SVG.search(data[:2048]) else ""


def is_raw(image: Image.Image, data: bytes) -> bool:
    """Whether this TIFF is what a camera writes before any development: what opens is a small preview."""
    tags = getattr(image, "tag_v2", None)
    if tags is None:
        return False
    return data[8:10] == b"CR" or _DNG_VERSION in tags or bool(tags.get(_SUBFILE_TYPE, 0) & 1)
