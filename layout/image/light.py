"""A picture file goes in; how light it is, cell by cell of a coarse grid, comes out: against which text is held."""

from pathlib import Path

from PIL import Image, ImageChops

from layout.image.decode import decode, eight_bit
from layout.image.photo import DAMAGE, open_picture
from layout.image.turn import turn_of, upright
from layout.model.picture import UPRIGHT, Light, Turn

LONGEST = 96
"""Cells along the longer side: on a full page one is about as large as a character of running text (ours)."""
_CURVE = [round(255 * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4))
          for value in (step / 255 for step in range(256))]  # fmt: skip
"""sRGB to amounts of light (IEC 61966-2-1)."""


def light(path: Path) -> Light | None:
    """How light the picture at `path` is; None where it cannot be read, which others report."""
    try:
        data = path.read_bytes()
        with open_picture(data) as image:
            return _light(image, turn_of(image, data))
    except DAMAGE:
        return None


def _light(image: Image.Image, turn: Turn) -> Light:
    plain = image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info
    if image.format in ("JPEG", "MPO"):
        image.draft(None, (2 * LONGEST, 2 * LONGEST))
    decode(image)
    scale = LONGEST / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    # Brought to size before anything else, so that no second picture of full size is made.
    small = eight_bit(image).resize(size, Image.Resampling.BOX)
    small = ImageChops.invert(small) if plain else small
    opacity = upright(small.getchannel("A"), turn).tobytes() if small.mode in ("LA", "RGBA") else b""
    grey = upright(small.convert("RGB").convert("L").point(_CURVE), turn)
    return Light(grey.width, grey.height, grey.tobytes(), opacity)


def packed(found: Light) -> bytes:
    """The grid as bytes, for a cache."""
    return b"%d %d\n" % (found.columns, found.rows) + found.cells + found.opacity


def unpacked(data: bytes) -> Light:
    """The grid that `packed` made bytes of."""
    head, _, rest = data.partition(b"\n")
    columns, rows = map(int, head.split())
    return Light(columns, rows, rest[: columns * rows], rest[columns * rows :])


def of_jpeg(data: bytes) -> Light | None:
    """The same of a JPEG stream as a PDF holds it: upright; CMYK samples are ink where no marker says otherwise."""
    try:
        with open_picture(data) as image:
            return _light(image, UPRIGHT)
    except DAMAGE:
        return None


def of_samples(data: bytes, mode: str, size: tuple[int, int]) -> Light | None:
    """The same of decoded samples of eight bits: mode L, RGB or CMYK."""
    try:
        return _light(Image.frombytes(mode, size, data), UPRIGHT)
    except DAMAGE:
        return None
