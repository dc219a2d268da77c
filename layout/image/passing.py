"""A JPEG whose ink amounts are kept goes in; it comes out as it came, byte for byte, where a PDF can hold it so.

Every encoding anew loses something, and turns black text within a picture grey at its edges.
"""

import struct

from PIL import Image

from layout.model.display import Picture
from layout.model.picture import Cut, Separation, Turn

MOST_PIXELS = 1.5
"""A picture whose ink amounts are kept keeps its pixels too, up to so many times the resolution that is wanted: beyond
it they are a burden, and are brought down (the ratio at which PDF exporters do so)."""
LEAST_SHOWN = 0.7
"""So much of a stream must be shown at least, or what is cut away is too much of a burden (ours)."""
_HUFFMAN = (0xC0, 0xC1, 0xC2)
"""Frames of baseline, extended and progressive streams (ITU-T T.81 table B.1); readers of PDF know no other."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def keeps_pixels(pixels: tuple[int, int], cut: Cut) -> bool:
    """Whether a cut is little larger than what is wanted of it."""
    return cut.width <= pixels[0] * MOST_PIXELS and cut.height <= pixels[1] * MOST_PIXELS


def passed_through(
    image: Image.Image, data: bytes, turn: Turn, picture: Picture, pixels: tuple[int, int]
) -> Separation | None:
    """The file's own stream; None where it is none, has too many pixels, or little of it is shown."""
    file, cut = picture.file, picture.cut
    if image.format != "JPEG" or pixels != (cut.width, cut.height) or _frame(data) not in _HUFFMAN:
        return None
    if cut.width * cut.height < LEAST_SHOWN * file.width * file.height:
        return None
    whole = cut == Cut(0, 0, file.width, file.height)
    width, height = (file.height, file.width) if turn.swapped else (file.width, file.height)
    # Photoshop writes CMYK inverted, and Adobe's marker says that it was the writer.
    inverted = "adobe" in image.info
    return Separation(data, width, height, 4, inverted=inverted, turn=turn, shown=None if whole else cut)


def _frame(data: bytes) -> int:
    """The marker that says how the stream is coded; 0 where the file has none."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return 0
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in _FRAMES:
            return marker
        if marker == 0xFF:  # a byte that fills up
            at += 1
            continue
        at += 2 + length
    return 0
