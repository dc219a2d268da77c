"""A picture file goes in; its size after rotation, mode and digest come out, or a finding that says what is wrong."""

import logging
import stat
import struct
import warnings
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from PIL import Image

from layout.image.kinds import is_raw, kind_of
from layout.image.turn import turn_of
from layout.model.finding import Finding, finding
from layout.model.picture import PictureFile
from layout.model.place import Place

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "MPO")
"""Kinds of file that are placed. MPO is what some cameras write under the name .jpg: its first frame is the photo."""
MODES = frozenset(("1", "L", "LA", "I;16", "I;16B", "I;16L", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "LAB"))
MOST_PIXELS = 400_000_000
"""A bilevel A3 page at 1200 ppi has 280 million. Ours; a 50-megapixel camera is far below."""
MOST_MEMORY = 640_000_000
"""Bytes that one picture may take while it is decoded and brought to size: 160 million pixels in RGB. Ours."""
MOST_BYTES = 1_000_000_000
"""A larger file is not read. Ours; Photoshop's TIFFs with all their layers stay below."""
MEMORY = {"1": 1, "L": 1, "I;16": 7, "I;16B": 7, "I;16L": 7, "P": 9, "LA": 12, "PA": 12, "RGBA": 8, "RGBX": 8}
"""Bytes a pixel takes in Pillow's memory, with the copy that some modes need before they are brought to size."""
_USUAL_MEMORY = 4
# What Pillow thinks of a file's tags is told in our own words, or is no matter: nothing of it goes to the terminal.
logging.getLogger("PIL").addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", module=r"PIL\.")
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
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_STARTS = (_JPEG, b"\x89PNG\r\n", *_TIFF)
_THUMBNAIL = 254, 1
"""TIFF tag NewSubfileType, and its bit that says so of a page (TIFF 6.0 section 8)."""
_MOST_FRAMES = 100


def probe(path: Path, place: Place) -> tuple[PictureFile | None, tuple[Finding, ...]]:
    """What is known of the picture at `path`, named at `place` in a manuscript. Only its header is decoded.

    Damage past the header comes to light in separate(), which reports it the same way.
    """
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None, (finding("IMG-06", place, path=path),)
    if not stat.S_ISREG(about.st_mode):  # a pipe would be waited for, a device has no end
        return None, (finding("IMG-66", place, path=path),)
    if about.st_size > MOST_BYTES:
        return None, (finding("IMG-69", place, path=path, size=about.st_size // 10**6, limit=MOST_BYTES // 10**6),)
    try:
        data = path.read_bytes()
    except OSError:
        return None, (finding("IMG-06", place, path=path),)
    try:
        with open_picture(data) as image:
            return _probed(image, data, path, place)
    except DAMAGE:
        return None, _why_unread(data, path, place)


def _probed(
    image: Image.Image, data: bytes, path: Path, place: Place
) -> tuple[PictureFile | None, tuple[Finding, ...]]:
    width, height = image.size
    if not width * height:
        return None, (finding("IMG-61", place, path=path),)
    if is_raw(image, data):
        return None, (finding("IMG-67", place, path=path, kind="camera raw"),)
    if image.mode not in MODES:
        return None, (finding("IMG-62", place, path=path),)
    if width * height > MOST_PIXELS or memory(image.mode, width * height) + _coefficients(image) > MOST_MEMORY:
        return None, (finding("IMG-63", place, path=path, pixels=width * height),)
    told: tuple[Finding, ...] = ()
    if (count := _frames(image)) > 1:
        told = (finding("IMG-68", place, path=path, count=count),)
    if turn_of(image, data).swapped:
        width, height = height, width
    return PictureFile(str(path), digest(data), width, height, _mode(image)), told


def open_picture(data: bytes) -> Image.Image:
    """The picture in `data`, header read. Raises what Pillow raises for files it cannot read."""
    if is_jpeg(data):  # most photos are; Image.open would first load four other formats
        from PIL.JpegImagePlugin import jpeg_factory

        return jpeg_factory(BytesIO(data))
    return Image.open(BytesIO(data), formats=FORMATS)


def is_jpeg(data: bytes) -> bool:
    return data.startswith(_JPEG)


def is_tiff(data: bytes) -> bool:
    return data.startswith(_TIFF)


def memory(mode: str, pixels: int) -> int:
    """Bytes that so many pixels take while they are brought to size."""
    return MEMORY.get(mode, _USUAL_MEMORY) * pixels


def _coefficients(image: Image.Image) -> int:
    """Bytes that a progressive JPEG takes beside its pixels: its decoder holds all coefficients, two bytes each."""
    layers = getattr(image, "layer", ())
    if not image.info.get("progressive") or not layers:
        return 0
    samples = [int(across * down) for _, across, down, _ in layers]
    return 2 * image.width * image.height * sum(samples) // max(1, *samples)


def digest(data: bytes) -> str:
    """blake2b of a file's bytes, as PictureFile carries it."""
    return blake2b(data, digest_size=20).hexdigest()


def _mode(image: Image.Image) -> str:
    """The mode; 1, line art, also where that is written as a palette. With a transparent colour it is a cut-out."""
    if "transparency" in image.info:
        return "LA" if image.mode in ("1", "L") else image.mode
    return "1" if image.mode == "P" and _black_and_white(image) else image.mode


def _black_and_white(image: Image.Image) -> bool:
    """Whether a palette has these two colours and no other. TIFF fills it up with black."""
    palette = bytes(image.getpalette("RGB") or ())
    colours = {palette[at : at + 3] for at in range(0, len(palette), 3)}
    return colours == {b"\0\0\0", b"\xff\xff\xff"}


def _frames(image: Image.Image) -> int:
    """Pages or frames of the file, small versions of the first page not counted."""
    count = min(getattr(image, "n_frames", 1), _MOST_FRAMES)
    if image.format == "MPO":  # what follows the photo are views of it for other screens
        return 1
    tags = getattr(image, "tag_v2", None)
    if tags is None or count == 1:
        return count
    pages = 0
    tag, bit = _THUMBNAIL
    for index in range(count):
        image.seek(index)
        pages += not image.tag_v2.get(tag, 0) & bit  # type: ignore[attr-defined]
    image.seek(0)
    return pages


def _why_unread(data: bytes, path: Path, place: Place) -> tuple[Finding, ...]:
    """A file that starts as a picture does but cannot be read is damaged; any other is of the wrong kind. A PDF's sign
    stands within the first 1,024 bytes."""
    if b"%PDF-" in data[:1024]:
        return (finding("IMG-65", place, path=path),)
    if kind := kind_of(data):
        return (finding("IMG-67", place, path=path, kind=kind),)
    webp = data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"")
    damaged = data.startswith(_STARTS) or webp or not data
    return (finding("IMG-61" if damaged else "IMG-62", place, path=path),)
