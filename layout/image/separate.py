"""A picture file and the cut wanted of it go in; a JPEG stream of printing inks comes out.

Colour goes through ICC: the picture's own profile (or sRGB, or D50 Lab) to the press profile, relative colorimetric
with black point compensation, which keeps neutrals and shadows and lets the profile hold its ink limit. CMYK pictures
without a profile are taken as made for this press and pass unchanged. Greys stay one channel, printed with black.
Transparent places of a cut-out stay transparent: its opacity goes beside the stream, so that a tint shows through.
"""

import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageCms

from layout.image.ink import Press, heaviest, press_of
from layout.image.photo import DAMAGE, open_picture
from layout.image.recipe import QUALITY
from layout.image.turn import as_stored, turn_of, upright
from layout.model.display import Picture
from layout.model.finding import Finding, finding
from layout.model.picture import Separation, Turn


def separate(
    path: Path, picture: Picture, pixels: tuple[int, int], profile: Path, limit: int = 3000
) -> tuple[Separation | None, tuple[Finding, ...]]:
    """The separation of `picture` from the file at `path`, `pixels` wide and high, for the press `profile` (ICC, CMYK).

    `limit` is the press's ink limit, per mille; only pictures that come as CMYK can exceed it. A file that turns out
    damaged gives None and a finding; OSError only for the profile. Safe to call from threads.
    """
    press = press_of(str(profile))
    try:
        data = path.read_bytes()
        with open_picture(data) as image:
            own = image.info.get("icc_profile")
            sized = _sized(image, turn_of(image, data), picture, pixels)
            mask = _mask(sized)
            inks, told = _inks(_opaque(sized), own, press)
    except FileNotFoundError:
        return None, (finding("IMG-06", picture.place, path=path),)
    except DAMAGE:
        return None, (finding("IMG-61", picture.place, path=path),)
    notes: tuple[Finding, ...] = (finding("IMG-64", picture.place, path=path, taken=told),) if told else ()
    ink = heaviest(inks, picture.box) if picture.file.mode == "CMYK" else 0
    if ink > limit:
        notes += (finding("INK-01", picture.place, photo=path, ink=ink // 10, limit=limit // 10),)
    return Separation(_jpeg(inks), inks.width, inks.height, len(inks.getbands()), mask), notes


def _sized(image: Image.Image, turn: Turn, picture: Picture, pixels: tuple[int, int]) -> Image.Image:
    """The cut of an opened image, upright, at its size in pixels; JPEGs are decoded no larger than needed."""
    file, cut = picture.file, picture.cut
    if image.format in ("JPEG", "MPO") and image.mode in ("L", "RGB", "CMYK"):
        wide, high = -(-file.width * pixels[0] // cut.width), -(-file.height * pixels[1] // cut.height)
        image.draft(None, (high, wide) if turn.swapped else (wide, high))
    plain = image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info
    image.load()  # may turn a TIFF, and with it its size
    image = _eight_bit(image)
    if plain:  # Pillow takes every CMYK JPEG for Photoshop's, which are inverted; without Adobe's marker it is not
        image = ImageChops.invert(image)
    # Brought to size as it is stored, then turned: so that no second picture of full size is made.
    size = (image.height, image.width) if turn.swapped else (image.width, image.height)
    across, down = size[0] / file.width, size[1] / file.height
    part = (cut.left * across, cut.top * down, (cut.left + cut.width) * across, (cut.top + cut.height) * down)
    lying = (pixels[1], pixels[0]) if turn.swapped else pixels
    sized = image.resize(lying, Image.Resampling.LANCZOS, box=as_stored(part, size, turn))
    return upright(sized, turn)


def _eight_bit(image: Image.Image) -> Image.Image:
    """The same picture in one of L, RGB, CMYK, LAB, LA, RGBA with eight bits a channel."""
    if image.mode.startswith("I"):
        return image.convert("I").point([value // 257 for value in range(65536)], "L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        return image.convert("LA" if image.mode in ("L", "LA") else "RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    return image.convert({"1": "L", "RGBX": "RGB"}.get(image.mode, image.mode))


def _mask(image: Image.Image) -> bytes:
    """Opacity of the picture, deflated; empty where it is opaque all over."""
    if image.mode not in ("LA", "RGBA"):
        return b""
    alpha = image.getchannel("A")
    return b"" if alpha.getextrema() == (255, 255) else zlib.compress(alpha.tobytes())


def _opaque(image: Image.Image) -> Image.Image:
    """The picture without its opacity. Colours run on from the edge of the cut-out into what is not seen: what a file
    has there, mostly black, would come through the edge with the JPEG's blocks."""
    if image.mode not in ("LA", "RGBA"):
        return image
    mode = "L" if image.mode == "LA" else "RGB"
    ground = Image.new(mode, image.size, "white")
    for part in (64, 16, 4):
        small = (max(1, image.width // part), max(1, image.height // part))
        spread = image.resize(small, Image.Resampling.BOX).resize(image.size, Image.Resampling.BILINEAR)
        ground.paste(spread.convert(mode), mask=_seen(spread))
    ground.paste(image.convert(mode), mask=_seen(image))
    return ground


def _seen(image: Image.Image) -> Image.Image:
    """255 where anything of the picture is seen."""
    return image.getchannel("A").point([0] + [255] * 255)


def _inks(image: Image.Image, own: bytes | None, press: Press) -> tuple[Image.Image, str]:
    """The picture in printing inks, and what it was taken for where its own profile was of no use ("" otherwise)."""
    if image.mode == "L":
        return image.point(press.black_for_grey), ""
    told = ""
    if own:
        try:
            return _applied(press.transform(own, image.mode), image), ""
        except ImageCms.PyCMSError:
            told = "CMYK" if image.mode == "CMYK" else "sRGB"
    if image.mode == "CMYK":
        return image, told
    return _applied(press.transform(b"", image.mode), image), told


def _applied(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None  # only inPlace=True gives None
    return converted


def _jpeg(inks: Image.Image) -> bytes:
    """A baseline stream with samples as ink. Pillow writes CMYK inverted, as Photoshop does: undone first."""
    out = BytesIO()
    inks = ImageChops.invert(inks) if inks.mode == "CMYK" else inks
    inks.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return _without_application_markers(out.getvalue())


def _without_application_markers(data: bytes) -> bytes:
    """The stream without APPn segments: without Adobe's APP14, four channels mean plain CMYK (ISO 32000-1 table 13)."""
    kept, at = [data[:2]], 2
    while data[at + 1] != 0xDA:  # SOS: the picture itself begins
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not 0xE0 <= data[at + 1] <= 0xEF:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))
