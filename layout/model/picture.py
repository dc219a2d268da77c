"""What is known of a picture file, and what of it is wanted on a page at which size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A readable picture: size in pixels after EXIF rotation, colour mode as Pillow names it, blake2b of the bytes."""

    path: str
    digest: str
    width: int
    height: int
    mode: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of a picture that is shown, in its pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Separation:
    """A picture made ready for the press: a baseline DCT stream in DeviceCMYK (0 = no ink, not inverted) or DeviceGray."""

    data: bytes
    width: int
    height: int
    channels: int
    """4: CMYK, 1: one channel printed with black"""
