"""A picture file goes in; its size after rotation, mode and digest come out, or a finding that says what is wrong."""

import struct
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from PIL import Image

from layout.model.finding import Finding, finding
from layout.model.picture import PictureFile
from layout.model.place import Place

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "MPO")
"""Kinds of file that are placed. MPO is what some cameras write under the name .jpg: its first frame is the photo."""
MODES = frozenset(("1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "LAB"))
MOST_PIXELS = 400_000_000
"""A picture beyond this would need gigabytes when decoded. Ours; a 50-megapixel camera is far below."""
Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit, which warns and says of a larger picture only that it is too large
DAMAGE = (
    OSError,
    SyntaxError,
    LookupError,
    TypeError,
    ArithmeticError,
    ValueError,
    struct.error,
)
"""What Pillow raises, at opening or later, for files that are damaged or made to harm."""
_JPEG = b"\xff\xd8\xff"
ORIENTATION = 0x0112
"""EXIF tag; values 5 to 8 lie on their side (Exif 2.32 §4.6.4)."""


def probe(path: Path, place: Place) -> tuple[PictureFile | None, tuple[Finding, ...]]:
    """What is known of the picture at `path`, named at `place` in a manuscript. Only its header is decoded.

    Damage past the header comes to light in separate(), which reports it the same way.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None, (finding("IMG-06", place, path=path),)
    try:
        with open_picture(data) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return None, (finding("IMG-63", place, path=path, pixels=width * height),)
            turned = image.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)
            mode = image.mode
    except DAMAGE:
        return None, (finding(_why_unread(data), place, path=path),)
    if mode not in MODES:
        return None, (finding("IMG-62", place, path=path),)
    if turned:
        width, height = height, width
    return PictureFile(str(path), digest(data), width, height, mode), ()


def open_picture(data: bytes) -> Image.Image:
    """The picture in `data`, header read. Raises what Pillow raises for files it cannot read."""
    if data.startswith(_JPEG):  # most photos are; Image.open would first load four other formats
        from PIL.JpegImagePlugin import jpeg_factory

        return jpeg_factory(BytesIO(data))
    return Image.open(BytesIO(data), formats=FORMATS)


def digest(data: bytes) -> str:
    """blake2b of a file's bytes, as PictureFile carries it."""
    return blake2b(data, digest_size=20).hexdigest()


def _why_unread(data: bytes) -> str:
    """A file that starts as a picture does but cannot be read is damaged; any other is of the wrong kind. A PDF's sign
    stands within the first 1,024 bytes."""
    if b"%PDF-" in data[:1024]:
        return "IMG-65"
    starts = (_JPEG, b"\x89PNG\r\n", b"II*\0", b"MM\0*", b"RIFF")
    return "IMG-61" if data.startswith(starts) or not data else "IMG-62"
