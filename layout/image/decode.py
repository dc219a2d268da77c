"""An opened picture goes in; its pixels, of eight bits a channel, come out, or OSError where a decoder had to guess.

libtiff goes on past damage in fax and other strips, and has one word on it: a line on the process's error stream.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from threading import Lock

from PIL import Image

_COMPRESSION, _NONE = 259, 1
"""TIFF tag, and its value for rows as they are."""
_PHOTOMETRIC, _FROM_WHITE = 262, 0
"""TIFF tag, and its value where 0 is white."""
_ERRORS = 2
"""File descriptor of the error stream."""
_COMPLAINT = re.compile(rb"[\w. -]{1,80}: .*[.)]\s*")
"""How libtiff's lines look: who complains, of what."""
_one_at_a_time = Lock()


def decode(image: Image.Image) -> None:
    """Loads the pixels of an opened picture. Of a TIFF on its side Pillow turns them, and with them its size."""
    tags = getattr(image, "tag_v2", None)
    if tags is None or tags.get(_COMPRESSION, _NONE) == _NONE:
        image.load()
        return
    with _one_at_a_time, _heard() as said:
        image.load()
    if said:
        raise OSError(said[0].decode("utf-8", "replace"))


def eight_bit(image: Image.Image) -> Image.Image:
    """The same picture in one of L, RGB, CMYK, LAB, LA, RGBA with eight bits a channel."""
    if image.mode.startswith("I"):
        steps = [value // 257 for value in range(65536)]
        # Pillow reads 16 bits as they are, also where a TIFF counts from white.
        from_white = getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == _FROM_WHITE
        return image.convert("I").point(steps[::-1] if from_white else steps, "L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        return image.convert("LA" if image.mode in ("1", "L", "LA") else "RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    if image.mode in ("1", "RGBX"):
        return image.convert("L" if image.mode == "1" else "RGB")
    return image


@contextmanager
def _heard() -> Iterator[list[bytes]]:
    """Lines that libtiff writes to the error stream while the block runs; those of others go where they should."""
    said: list[bytes] = []
    try:
        errors = os.dup(_ERRORS)
    except OSError:  # the error stream is closed, as a daemon's may be
        errors = -1
    with TemporaryFile() as kept:
        os.dup2(kept.fileno(), _ERRORS)
        try:
            yield said
        finally:
            if errors >= 0:
                os.dup2(errors, _ERRORS)
                os.close(errors)
            else:
                os.close(_ERRORS)
            kept.seek(0)
            lines = kept.read().splitlines(keepends=True)
            said += [line for line in lines if _COMPLAINT.fullmatch(line)]
            if errors >= 0:
                for line in lines:
                    if line not in said:
                        os.write(_ERRORS, line)
