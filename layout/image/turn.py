"""An opened picture goes in; which way up it is, and a part of it as its file stores that, come out.

Cameras store what the sensor saw and write beside it how the picture is to be turned (Exif 2.32, 4.6.4: orientation).
"""

import struct

from PIL import Image

from layout.model.picture import TURNS, UPRIGHT, Turn

ORIENTATION = 0x0112
"""EXIF tag"""
Box = tuple[float, float, float, float]
"""left, top, right, foot in pixels"""
_PNG_HEAD = 8
"""Bytes before a PNG's first chunk."""
_METHODS = {
    Turn(across=True): Image.Transpose.FLIP_LEFT_RIGHT,
    Turn(across=True, down=True): Image.Transpose.ROTATE_180,
    Turn(down=True): Image.Transpose.FLIP_TOP_BOTTOM,
    Turn(swapped=True): Image.Transpose.TRANSPOSE,
    Turn(across=True, swapped=True): Image.Transpose.ROTATE_270,
    Turn(across=True, down=True, swapped=True): Image.Transpose.TRANSVERSE,
    Turn(down=True, swapped=True): Image.Transpose.ROTATE_90,
}


def turn_of(image: Image.Image, data: bytes) -> Turn:
    """How the pixels that Pillow gives for this file must be turned to stand upright; `image` is opened, not decoded.

    Of a TIFF, Pillow gives them upright. What is no orientation counts as none, as every viewer has it.
    """
    if image.format == "TIFF":
        return UPRIGHT
    if image.format == "PNG" and "exif" not in image.info:
        kept = _png_exif(data)
        if kept:
            image.info["exif"] = kept
    # The method of the base class: a PNG's own would decode the whole picture to look for EXIF behind it.
    said = Image.Image.getexif(image).get(ORIENTATION, 1)
    return TURNS.get(said, UPRIGHT) if isinstance(said, int) else UPRIGHT


def _png_exif(data: bytes) -> bytes:
    """The eXIf chunk of a PNG, which may stand behind the pixels (PNG 3rd edition, 11.3.3.5); b"" where it has none."""
    at = _PNG_HEAD
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"eXIf":
            return data[at + 8 : at + 8 + length]
        at += 12 + length  # length, kind and checksum are four bytes each
    return b""


def as_stored(box: Box, size: tuple[float, float], turn: Turn) -> Box:
    """Where a part of the upright picture, which has this size, lies among the pixels as they are stored."""
    left, top, right, foot = box
    if turn.across:
        left, right = size[0] - right, size[0] - left
    if turn.down:
        top, foot = size[1] - foot, size[1] - top
    return (top, left, foot, right) if turn.swapped else (left, top, right, foot)


def upright(image: Image.Image, turn: Turn) -> Image.Image:
    """The picture, or a part of it, the right way up."""
    return image if turn == UPRIGHT else image.transpose(_METHODS[turn])
