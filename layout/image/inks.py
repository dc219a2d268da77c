"""A picture at its size goes in; the same in printing inks comes out, with what is to be said of its colours.

Whose ink amounts stay: a CMYK picture that was separated for this press, and by default every other, since whoever
separated it chose its inks. The printer's profile may ask that others are separated anew; black alone then stays alone.
"""

from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageChops

from layout.image.ink import BadProfileError, Press, Ramp, applied, name_of, opened, space_of
from layout.model.display import Picture
from layout.model.finding import Finding, finding
from layout.model.printing import PressProfile
from layout.model.value import value

NEUTRAL = 2
"""Steps of 255 by which the channels of a grey may differ, and what other inks may lie under black alone: what JPEG
does to them."""
_FITS = {"L": ("GRAY", "RGB"), "RGB": ("RGB",), "CMYK": ("CMYK",), "LAB": ("Lab",)}
"""Mode of a picture → spaces of the profiles it may carry. A grey one made from an RGB picture often has that one's."""
_TAKEN = {"CMYK": "CMYK", "LAB": "Lab"}


@value(eq=False)
class Inks:
    """A picture in one channel of black or four of process inks; whether these are the amounts it came with."""

    image: Image.Image
    findings: tuple[Finding, ...] = ()
    kept: bool = False


def in_inks(image: Image.Image, info: Mapping[Any, Any], picture: Picture, press: Press, profile: PressProfile) -> Inks:
    """The picture in inks. `info`: what Pillow found beside its pixels."""
    own, broken = _own(image, info)
    if not broken:
        try:
            return _converted(image, own, picture, press, profile)
        except BadProfileError:
            pass  # told below, as one whose head is wrong is
    told = (finding("IMG-64", picture.place, path=picture.file.path, taken=_TAKEN.get(image.mode, "sRGB")),)
    if image.mode == "CMYK":
        return Inks(image, told, kept=True)
    return Inks(_converted(image, b"", picture, press, profile).image, told)


def _own(image: Image.Image, info: Mapping[Any, Any]) -> tuple[bytes, bool]:
    """The picture's own profile, b"" where it has none; whether it has one that is of no use: of a profile in pieces of
    which some are lost, Pillow keeps an empty entry."""
    own = info.get("icc_profile")
    if "icc_profile" not in info:
        return b"", False
    if not isinstance(own, bytes) or not own:
        return b"", True
    return own, space_of(own) not in _FITS.get(image.mode, ())


def _converted(image: Image.Image, own: bytes, picture: Picture, press: Press, profile: PressProfile) -> Inks:
    """The picture through this profile. BadProfileError."""
    if image.mode == "CMYK":
        return _of_cmyk(image, own, picture, press, profile)
    if image.mode == "L":
        ramp: Ramp = "L" if own and space_of(own) == "GRAY" else "RGB"
        return Inks(image.point(press.black_for(own, ramp)))
    inks = applied(press.transform(own, image.mode), image)
    if image.mode == "RGB" and profile.neutral_rgb == "black":
        black = image.getchannel("G").point(press.black_for(own, "RGB"))
        inks.paste(_black_alone(black), mask=_neutral(image))
    return Inks(inks)


def _of_cmyk(image: Image.Image, own: bytes, picture: Picture, press: Press, profile: PressProfile) -> Inks:
    """Ink amounts as they are, or separated anew where they are another press's and the printer asks for it."""
    path = picture.file.path
    if not own:
        return Inks(image, (finding("COL-08", picture.place, photo=path, press=press.name),), kept=True)
    if press.means_the_same(own):
        return Inks(image, kept=True)
    if profile.cmyk == "keep":
        said = name_of(opened(own))
        return Inks(image, (finding("COL-07", picture.place, photo=path, own=said, press=press.name),), kept=True)
    inks = applied(press.transform(own, "CMYK"), image)
    black = image.getchannel("K").point(press.black_for(own, "CMYK"))
    inks.paste(_black_alone(black), mask=_without_colour(image))
    return Inks(inks)


def _black_alone(black: Image.Image) -> Image.Image:
    none = Image.new("L", black.size)
    return Image.merge("CMYK", (none, none, none, black))


def _neutral(image: Image.Image) -> Image.Image:
    """255 where red, green and blue are the same."""
    red, green, blue = image.split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return apart.point([255 * (step <= NEUTRAL) for step in range(256)])


def _without_colour(image: Image.Image) -> Image.Image:
    """255 where there is no ink but black."""
    cyan, magenta, yellow, _ = image.split()
    most = ImageChops.lighter(ImageChops.lighter(cyan, magenta), yellow)
    return most.point([255 * (step <= NEUTRAL) for step in range(256)])
