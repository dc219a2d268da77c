"""The press profile goes in; colour transforms to its inks, the black for each grey, and ink sums come out."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Literal

from PIL import Image, ImageCms

from layout.model.geometry import Rect
from layout.model.units import MM

SQUARE = 15 * MM
"""Side of the square over which ink is averaged (GWG 2022 R0026)."""
CELLS = 3
"""Cells along that side: the square is moved by a third of itself."""
SAME_MEAN, SAME_MOST = 1.5, 6.0
"""ΔE*ab up to which two profiles say the same of a set of ink amounts, on average and at most: those of one printing
condition by several makers differ by less, those of two conditions by more (ours)."""
_STEPS = (0, 85, 170, 255)
"""Ink amounts of these patches, in every combination that a press takes."""
_HEAVIEST = 3 * 255
_LONGEST_NAME = 60
Ramp = Literal["L", "RGB", "CMYK"]
"""A row of greys as a picture of this mode has them: L and RGB from black to white, CMYK as black ink from none."""


class BadProfileError(Exception):
    """These bytes are no ICC profile that can be used here."""


class Press:
    """A CMYK profile with the transforms made for it so far: building one takes longer than using it on a photo."""

    def __init__(self, data: bytes) -> None:
        """BadProfileError where nothing can be separated with this profile."""
        self._profile = opened(data)
        self._data = data
        self._lock = Lock()
        self._transforms: dict[tuple[bytes, str], ImageCms.ImageCmsTransform] = {}
        self._blacks: dict[tuple[bytes, Ramp], tuple[int, ...]] = {}
        self._same: dict[bytes, bool] = {}
        self._lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        self._of_black = self._lightness(self._profile, "CMYK")
        self.name = name_of(self._profile)
        self.transform(b"", "RGB")

    def transform(self, own: bytes, mode: str) -> ImageCms.ImageCmsTransform:
        """From pictures of `mode` with the ICC profile `own` (b"": sRGB, for LAB D50 Lab). BadProfileError."""
        with self._lock:
            if (own, mode) not in self._transforms:
                self._transforms[own, mode] = _transform(_source(own, mode), self._profile, mode, "CMYK")
            return self._transforms[own, mode]

    def black_for(self, own: bytes, ramp: Ramp) -> tuple[int, ...]:
        """For every step of this ramp in the profile `own` (b"": sRGB) the amount of black alone that looks as light,
        black scaled to black and paper to paper. BadProfileError."""
        with self._lock:
            if (own, ramp) not in self._blacks:
                self._blacks[own, ramp] = self._matched(self._lightness(_source(own, ramp), ramp))
            return self._blacks[own, ramp]

    def means_the_same(self, own: bytes) -> bool:
        """Whether a CMYK profile stands for this press: it is the same one, or it shows a set of ink amounts in the
        same colours, as profiles of one printing condition do, whoever made them. BadProfileError."""
        with self._lock:
            if own not in self._same:
                self._same[own] = own == self._data or self._alike(opened(own))
            return self._same[own]

    def _alike(self, other: ImageCms.ImageCmsProfile) -> bool:
        every = [(c, m, y, k) for c in _STEPS for m in _STEPS for y in _STEPS for k in _STEPS]
        amounts = [patch for patch in every if sum(patch) <= _HEAVIEST]
        patches = Image.new("CMYK", (len(amounts), 1))
        patches.putdata(amounts)
        one, two = (self._colours(patches, profile) for profile in (self._profile, other))
        differences = [_difference(one[at : at + 3], two[at : at + 3]) for at in range(0, len(one), 3)]
        return sum(differences) / len(differences) <= SAME_MEAN and max(differences) <= SAME_MOST

    def _colours(self, image: Image.Image, profile: ImageCms.ImageCmsProfile) -> bytes:
        """L*, a* and b* of the pixels, eight bits each."""
        return applied(_transform(profile, self._lab, image.mode, "LAB", exact=True), image).tobytes()

    def _lightness(self, profile: ImageCms.ImageCmsProfile, ramp: Ramp) -> list[int]:
        """L* (0–255) of the 256 steps of a ramp."""
        grey = Image.new("L", (256, 1))
        grey.putdata(range(256))
        none = Image.new("L", (256, 1))
        mode_of: dict[Ramp, Image.Image] = {
            "L": grey,
            "RGB": Image.merge("RGB", (grey, grey, grey)),
            "CMYK": Image.merge("CMYK", (none, none, none, grey)),
        }
        return list(self._colours(mode_of[ramp], profile)[::3])

    def _matched(self, lightness: Sequence[int]) -> tuple[int, ...]:
        """The amount of black for each lightness, the darkest taken as full black and the lightest as paper: scaled as
        black point compensation does it for colours, by the light that comes back."""
        of_black, given = ([_luminance(value) for value in row] for row in (self._of_black, lightness))
        full, paper = of_black[255], of_black[0]
        dark, light = min(given), max(given)
        if dark == light:
            raise BadProfileError("a profile that knows one grey only")
        wanted = [full + (value - dark) * (paper - full) / (light - dark) for value in given]
        return tuple(min(range(256), key=lambda black: abs(of_black[black] - value)) for value in wanted)


@lru_cache(maxsize=4)
def press_of(data: bytes) -> Press:
    """The press whose profile these bytes are, opened once. BadProfileError."""
    return Press(data)


def opened(data: bytes) -> ImageCms.ImageCmsProfile:
    """A profile whose size is the one it names (ICC.1:2022, 7.2.2). BadProfileError for what is cut short or none."""
    if len(data) < 132 or int.from_bytes(data[:4], "big") > len(data):
        raise BadProfileError("cut short")
    try:
        return ImageCms.getOpenProfile(BytesIO(data))
    except (OSError, ImageCms.PyCMSError) as error:
        raise BadProfileError(str(error)) from error


def space_of(data: bytes) -> str:
    """The colour space that a profile is for: RGB, GRAY, CMYK, Lab …"""
    return data[16:20].decode("latin-1").strip()


def name_of(profile: ImageCms.ImageCmsProfile) -> str:
    """What a profile calls itself, as one line that can be printed."""
    try:
        said = ImageCms.getProfileDescription(profile)
    except ImageCms.PyCMSError:
        said = ""
    words = " ".join(said.split())
    return "".join(char for char in words if char.isprintable())[:_LONGEST_NAME] or "–"


def applied(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    """The picture through the transform. ImageCms.applyTransform would also give it the output profile, and write that
    out for each picture: a megabyte, which takes as long as a fifth of the conversion."""
    converted = Image.new(transform.output_mode, image.size)
    transform.transform.apply(image.getim(), converted.getim())
    return converted


def _source(own: bytes, mode: str) -> ImageCms.ImageCmsProfile:
    """A picture's own profile, or what a picture of this mode is taken for without one."""
    if own:
        return opened(own)
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))


def _transform(
    source: ImageCms.ImageCmsProfile,
    target: ImageCms.ImageCmsProfile,
    from_mode: str,
    to_mode: str,
    exact: bool = False,
) -> ImageCms.ImageCmsTransform:
    """Relative colorimetric, black scaled to black; `exact`: colours as they are."""
    flags = ImageCms.Flags.NONE if exact else ImageCms.Flags.BLACKPOINTCOMPENSATION
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        return ImageCms.buildTransform(source, target, from_mode, to_mode, intent, flags)
    except ImageCms.PyCMSError as error:
        raise BadProfileError(str(error)) from error


def _luminance(lightness: int) -> float:
    """Y, 0 to 1, of an L* of eight bits (CIE 15:2004, 8.2.1.1)."""
    light = lightness * 100 / 255
    return float(((light + 16) / 116) ** 3) if light > 8 else light / 903.3


def _difference(one: bytes, two: bytes) -> float:
    """ΔE*ab of two colours of eight bits: L* has 255 steps for 100, a* and b* run from 0 for −128."""
    light = (one[0] - two[0]) * 100 / 255
    across = [(_signed(a) - _signed(b)) ** 2 for a, b in zip(one[1:], two[1:], strict=True)]
    return float((light**2 + sum(across)) ** 0.5)


def _signed(value: int) -> int:
    """Pillow keeps a* and b* as signed bytes."""
    return value - 256 if value > 127 else value


def heaviest(inks: Image.Image, box: Rect) -> int:
    """Sum of the four inks, per mille, in the square of 15 mm that has most, for a CMYK picture shown in `box`."""
    wide, high = (max(1, round(side * CELLS / SQUARE)) for side in (box.width, box.height))
    cells = inks.resize((wide, high), Image.Resampling.BOX)
    sums = [sum(cells.getpixel((x, y))) for y in range(high) for x in range(wide)]  # type: ignore[arg-type]
    across, down = min(CELLS, wide), min(CELLS, high)
    squares = (
        sum(sums[(top + y) * wide + left + x] for y in range(down) for x in range(across))
        for top in range(high - down + 1)
        for left in range(wide - across + 1)
    )
    return max(squares) * 1000 // (255 * across * down)
