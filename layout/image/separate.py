"""A picture file and the cut wanted of it go in; a stream of printing inks comes out.

Colour goes through ICC: the picture's own profile (or sRGB, or D50 Lab) to the press profile, relative colorimetric
with black point compensation, which keeps neutrals and shadows and lets the profile hold its ink limit. Ink amounts of
CMYK pictures are kept (inks.py). Greys stay one channel, printed with black; line art keeps its pixels. Transparent
places of a cut-out stay transparent: its opacity goes beside the stream, so that a tint shows through.
"""

import zlib

from PIL import Image, ImageChops

from layout.image.decode import decode, eight_bit
from layout.image.encode import jpeg, rows
from layout.image.ink import Press, heaviest
from layout.image.inks import in_inks
from layout.image.passing import keeps_pixels, passed_through
from layout.image.photo import DAMAGE, open_picture
from layout.image.turn import as_stored, turn_of, upright
from layout.model.display import Picture
from layout.model.finding import Finding, finding
from layout.model.picture import Separation, Turn, pixels_for
from layout.model.printing import INK_TOLERANCE, PressProfile

Made = tuple[Separation | None, tuple[Finding, ...]]


def separate(data: bytes, picture: Picture, press: Press, profile: PressProfile) -> Made:
    """The separation of `picture` from the bytes of its file, for the press of `profile`.

    Findings have the picture's place. A file that turns out damaged gives None and one. Safe to call from threads.
    """
    file = picture.file
    try:
        with open_picture(data) as image:
            turn = turn_of(image, data)
            if file.line_art:
                return _line_art(image, turn, picture), ()
            return _separated(image, data, turn, picture, press, profile)
    except DAMAGE:
        return None, (finding("IMG-61", picture.place, path=file.path),)


def _separated(
    image: Image.Image, data: bytes, turn: Turn, picture: Picture, press: Press, profile: PressProfile
) -> Made:
    """A picture in tones: as it came, where that can be, else in inks and encoded anew."""
    lossless = image.format not in ("JPEG", "MPO", "WEBP")
    pixels = pixels_for(picture.box, profile.resolution.wanted, picture.cut)
    if image.mode == "CMYK" and keeps_pixels(pixels, picture.cut):
        pixels = picture.cut.width, picture.cut.height
    sized = _sized(image, turn, picture, pixels)
    mask, opaque = _mask(sized), _opaque(sized)
    inks = in_inks(opaque, image.info, picture, press, profile)
    found = inks.findings
    if inks.kept:
        found += _too_much(heaviest(inks.image, picture.box), picture, profile.ink_limit)
        as_it_came = passed_through(image, data, turn, picture, pixels)
        if as_it_came is not None:
            return as_it_came, found
    width, height = inks.image.size
    channels = len(inks.image.getbands())
    if inks.kept and lossless and pixels == (picture.cut.width, picture.cut.height):
        return Separation(rows(inks.image), width, height, channels, mask, coding="rows"), found
    return Separation(jpeg(inks.image, profile.jpeg_quality), width, height, channels, mask), found


def _too_much(ink: int, picture: Picture, limit: int) -> tuple[Finding, ...]:
    """Only pictures that come as ink amounts can have more than the press takes: its profile holds its limit."""
    if ink <= limit:
        return ()
    code = "INK-02" if ink > limit + INK_TOLERANCE else "INK-01"
    return (finding(code, picture.place, photo=picture.file.path, ink=ink // 10, limit=limit // 10),)


def _line_art(image: Image.Image, turn: Turn, picture: Picture) -> Separation:
    """Black or nothing, pixel by pixel as it came: the cut upright, 1 for ink."""
    cut, file = picture.cut, picture.file
    decode(image)
    box = (cut.left, cut.top, cut.left + cut.width, cut.top + cut.height)
    left, top, right, foot = map(round, as_stored(box, (file.width, file.height), turn))
    if (left, top, right, foot) != (0, 0, *image.size):  # a page at 1200 ppi is not copied without need
        image = image.crop((left, top, right, foot))
    black_first = [255] * 128 + [0] * 128
    inverted = ImageChops.invert(image) if image.mode == "1" else image.convert("L").point(black_first, "1")
    bits = upright(inverted, turn)
    return Separation(rows(bits), bits.width, bits.height, 1, coding="rows", bits=1)


def _sized(image: Image.Image, turn: Turn, picture: Picture, pixels: tuple[int, int]) -> Image.Image:
    """The cut of an opened image, upright, at its size in pixels; JPEGs are decoded no larger than needed."""
    file, cut = picture.file, picture.cut
    if image.format in ("JPEG", "MPO") and image.mode in ("L", "RGB", "CMYK"):
        wide, high = -(-file.width * pixels[0] // cut.width), -(-file.height * pixels[1] // cut.height)
        image.draft(None, (high, wide) if turn.swapped else (wide, high))
    plain = image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info
    decode(image)
    image = eight_bit(image)
    if plain:  # Pillow takes every CMYK JPEG for Photoshop's, which are inverted; without Adobe's marker it is not
        image = ImageChops.invert(image)
    # Brought to size as it is stored, then turned: so that no second picture of full size is made.
    size = (image.height, image.width) if turn.swapped else (image.width, image.height)
    across, down = size[0] / file.width, size[1] / file.height
    part = (cut.left * across, cut.top * down, (cut.left + cut.width) * across, (cut.top + cut.height) * down)
    lying = (pixels[1], pixels[0]) if turn.swapped else pixels
    sized = image.resize(lying, Image.Resampling.LANCZOS, box=as_stored(part, size, turn))
    return upright(sized, turn)


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
