"""The press profile goes in; colour transforms to its inks, the black for each grey, and ink sums come out."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

from PIL import Image, ImageCms

from layout.model.geometry import Rect
from layout.model.units import MM

SQUARE = 15 * MM
"""Side of the square over which ink is averaged (GWG 2022 R0026)."""
CELLS = 3
"""Cells along that side: the square is moved by a third of itself."""


class Press:
    """A CMYK profile with the transforms made for it so far: building one takes longer than using it on a photo."""

    def __init__(self, data: bytes) -> None:
        self._profile = ImageCms.getOpenProfile(BytesIO(data))
        self._transforms: dict[tuple[bytes, str], ImageCms.ImageCmsTransform] = {}
        self._lock = Lock()
        self.black_for_grey = _black_for_grey(self._profile)
        """256 amounts of black ink, by 8-bit grey"""

    def transform(self, own: bytes, mode: str) -> ImageCms.ImageCmsTransform:
        """From pictures of `mode` with the ICC profile `own` (b"": sRGB, for LAB D50 Lab). Raises PyCMSError."""
        with self._lock:
            if (own, mode) not in self._transforms:
                self._transforms[own, mode] = self._built(own, mode)
            return self._transforms[own, mode]

    def _built(self, own: bytes, mode: str) -> ImageCms.ImageCmsTransform:
        if own:
            try:
                source = ImageCms.getOpenProfile(BytesIO(own))
            except OSError as error:
                raise ImageCms.PyCMSError(error) from error
        else:
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
        return _transform(source, self._profile, mode, "CMYK")


@lru_cache(maxsize=4)
def press_of(path: str) -> Press:
    """The press whose profile lies at `path`, opened once. OSError when it cannot be read."""
    return Press(Path(path).read_bytes())


def _transform(
    source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, from_mode: str, to_mode: str
) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        source,
        target,
        from_mode,
        to_mode,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _black_for_grey(press: ImageCms.ImageCmsProfile) -> tuple[int, ...]:
    """For every sRGB grey the amount of black alone that looks as light, black scaled to black and paper to paper."""
    ramp = Image.new("CMYK", (256, 1))
    ramp.putdata([(0, 0, 0, black) for black in range(256)])
    greys = Image.new("RGB", (256, 1))
    greys.putdata([(grey, grey, grey) for grey in range(256)])
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    of_black = _lightness(ramp, press, lab)
    of_grey = _lightness(greys, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")), lab)
    full, paper = of_black[255], of_black[0]
    wanted = [full + (light - of_grey[0]) * (paper - full) / (of_grey[255] - of_grey[0]) for light in of_grey]
    return tuple(min(range(256), key=lambda black: abs(of_black[black] - light)) for light in wanted)


def _lightness(image: Image.Image, profile: ImageCms.ImageCmsProfile, lab: ImageCms.ImageCmsProfile) -> list[float]:
    """L* (0–255) of each pixel in a row. Made monotone: profiles may waver by one step at the ends."""
    to_lab = ImageCms.buildTransform(profile, lab, image.mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    converted = ImageCms.applyTransform(image, to_lab)
    assert converted is not None  # only inPlace=True gives None
    return [float(value) for value in converted.getchannel("L").tobytes()]


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
