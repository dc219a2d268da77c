"""Pictures and colour profiles made for tests, and what becomes of a picture on its way to the press."""

import struct
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageCms

from layout.image import probe
from layout.image.ink import press_of
from layout.image.separate import separate
from layout.model.display import Picture
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.picture import Cut, Separation
from layout.model.place import Place
from layout.model.printing import PressProfile
from layout.model.units import INCH

ICC = Path(__file__).parents[3] / "styles" / "press" / "ISOcoated_v2_300_bas.icc"
PROFILE = PressProfile("coated", "FOGRA39", "coated", str(ICC))
HERE = Place("story.md", 7, 1)


def placed(path: Path, cut: Cut | None = None, ppi: int = 300) -> Picture:
    """The picture on a page, shown at so many of its pixels an inch."""
    file, _ = probe(path, HERE)
    assert file is not None
    cut = cut or Cut(0, 0, file.width, file.height)
    return Picture(file, cut, Rect(0, 0, cut.width * INCH // ppi, cut.height * INCH // ppi), HERE)


def separated(
    path: Path, cut: Cut | None = None, ppi: int = 300, profile: PressProfile = PROFILE
) -> tuple[Separation, tuple[Finding, ...]]:
    made, found = separate(path.read_bytes(), placed(path, cut, ppi), press_of(Path(profile.icc).read_bytes()), profile)
    assert made is not None
    return made, found


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [item.code for item in found]


def inks(separation: Separation) -> Image.Image:
    """What is printed, as a reader of the PDF decodes it: ink amounts 0–255 in a mode of one or four channels."""
    if separation.coding == "rows":
        return _from_rows(separation)
    image = Image.open(BytesIO(separation.data))
    image.load()
    adobe = "adobe" in image.info
    assert separation.inverted == adobe
    # Pillow inverts every CMYK JPEG it reads; of one that is not inverted that has to be undone.
    return ImageChops.invert(image) if image.mode == "CMYK" and not adobe else image


def _from_rows(separation: Separation) -> Image.Image:
    """The rows read as the PNG they are."""
    kind = {1: 0, 4: 6}[separation.channels]  # grey, or four channels
    head = struct.pack(">IIBBBBB", separation.width, separation.height, separation.bits, kind, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", bytes(separation.data)) + _chunk(b"IEND", b"")
    image = Image.open(BytesIO(b"\x89PNG\r\n\x1a\n" + chunks))
    image.load()
    if separation.channels == 4:
        return Image.frombytes("CMYK", image.size, image.tobytes())
    return image.convert("L")


def _chunk(kind: bytes, data: bytes) -> bytes:
    from zlib import crc32

    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))


def at(image: Image.Image, x: int = 2, y: int = 2) -> tuple[int, ...]:
    value = image.getpixel((x, y))
    return value if isinstance(value, tuple) else (int(value or 0),)


def plain(path: Path, mode: str, colour: object, **how: object) -> Path:
    """A picture of one colour, 64 × 32 pixels."""
    Image.new(mode, (64, 32), colour).save(path, **how)  # type: ignore[arg-type]
    return path


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def grey_profile(curve: list[int]) -> bytes:
    """A grey profile (ICC.1:2001, 6.3.2): lightness by `curve`, 16 bits a value, from black to white."""
    count = struct.pack(">I", len(curve)) + b"".join(struct.pack(">H", value) for value in curve)
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": b"curv\0\0\0\0" + count})


def gamma(power: float) -> bytes:
    return grey_profile([round(65535 * (step / 255) ** power) for step in range(256)])


def dot_gain(percent: int) -> bytes:
    """Grey as black ink that grows in the press by so much in the middle (Murray-Davies: paper that is left)."""
    amounts = [1 - step / 255 for step in range(256)]
    grown = [amount + 4 * percent / 100 * amount * (1 - amount) for amount in amounts]
    return grey_profile([round(65535 * (1 - amount)) for amount in grown])


def cmyk_profile(name: str = "Somewhere else", paper: int = 100, black: int = 30) -> bytes:
    """A profile of a press of its own (ICC.1:2001, 6.5.7, lut8): lightness falls with each ink, `black` is the L* of
    full black; two steps an ink, 16 corners."""
    corners = b"".join(
        bytes(_lab(c, m, y, k, paper, black)) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)
    )
    straight = bytes(range(256))
    head = (
        b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", *(65536 if i in (0, 4, 8) else 0 for i in range(9)))
    )
    lut = head + straight * 4 + corners + straight * 3
    back = b"mft1\0\0\0\0" + bytes((3, 4, 2, 0)) + head[12:] + straight * 3 + bytes(8 * 4) + straight * 4
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut, b"B2A0": back}, name)


def _lab(c: int, m: int, y: int, k: int, paper: int, black: int) -> tuple[int, int, int]:
    """L*, a* and b* of a corner, as eight bits: L* of 100 is 255, a* and b* of 0 are 128."""
    light = paper - 30 * c - 35 * m - 8 * y
    light = min(light, black) - (paper - light) // 8 if k else light
    tint = 1 if not k else 0
    return round(max(0, light) * 2.55), 128 + tint * (60 * m - 30 * c), 128 + tint * (70 * y - 40 * c)


def _profile(kind: bytes, space: bytes, pcs: bytes, tags: dict[bytes, bytes], name: str = "made for a test") -> bytes:
    """Header, table and tags of a profile of version 2.4."""
    words = name.encode("ascii") + b"\0"
    described = b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)  # D50
    every = {b"desc": described, b"cprt": b"text\0\0\0\0none\0", b"wtpt": white, **tags}
    offset, table, body = 128 + 4 + 12 * len(every), b"", b""
    for tag, data in every.items():
        padded = data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", tag, offset + len(body), len(data))
        body += padded
    size = offset + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02400000, kind, space, pcs) + bytes(12) + b"acsp"
    head += bytes(4 * 7) + struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    return head[:128] + struct.pack(">I", len(every)) + table + body
