"""What is known of a picture file, and what of it is wanted on a page at which size."""

from typing import Literal

from layout.model.geometry import Rect
from layout.model.units import INCH, Length, scaled
from layout.model.value import value


@value
class Turn:
    """How stored pixels become the upright picture: rows and columns change places (`swapped`), then the picture is
    mirrored from side to side (`across`) or from top to foot (`down`)."""

    across: bool = False
    down: bool = False
    swapped: bool = False


UPRIGHT = Turn()
TURNS = {
    1: UPRIGHT,
    2: Turn(across=True),
    3: Turn(across=True, down=True),
    4: Turn(down=True),
    5: Turn(swapped=True),
    6: Turn(across=True, swapped=True),
    7: Turn(across=True, down=True, swapped=True),
    8: Turn(down=True, swapped=True),
}
"""By EXIF orientation."""


@value
class PictureFile:
    """A readable picture: size in pixels after EXIF rotation, colour mode as Pillow names it, blake2b of the bytes. A
    palette of black and white alone counts as mode 1."""

    path: str
    digest: str
    width: int
    height: int
    mode: str

    @property
    def line_art(self) -> bool:
        """One bit a pixel: black or nothing."""
        return self.mode == "1"


@value
class Cut:
    """The part of a picture that is shown, in its pixels."""

    left: int
    top: int
    width: int
    height: int


LEAST_SHOWN = 600
"""Per mille of a picture: where less is shown it is another picture (ours)."""

LEAST_WANTED = 333
"""The same where a hard cut is asked for (ours)."""

Outline = tuple[tuple[int, int] | None, ...]
"""Where the visible part of a cut-out begins and ends, in per mille of its width, on equal strips from top to foot;
None where nothing of a strip is visible. Empty for a picture without transparency."""


@value(eq=False)
class Light:
    """How light a picture is, seen from afar: cells of a coarse grid over the whole of it, row by row from the top left
    corner, each its relative luminance, 0 black … 255 white."""

    columns: int
    rows: int
    cells: bytes
    opacity: bytes = b""
    """of a cut-out: how much of each cell is seen; empty where all of it is"""


Coding = Literal["jpeg", "rows"]
"""jpeg: a DCT stream; rows: rows of samples, each filtered as in a PNG, deflated."""


@value
class Separation:
    """A picture made ready for the press: a stream whose samples are ink, 0 = none.

    No sample of what we encode is inverted and there is no Adobe marker, so a reader has nothing to guess and no Decode
    is needed. A JPEG that is passed through as it came may be inverted, turned, and more than what is shown.
    """

    data: bytes | memoryview
    width: int
    height: int
    channels: int
    """4: CMYK, 1: one channel printed with black"""
    mask: bytes | memoryview = b""
    """of a cut-out: its opacity, a byte a pixel, deflated; empty where all of it is seen"""
    coding: Coding = "jpeg"
    bits: int = 8
    """a sample; 1: line art"""
    inverted: bool = False
    """0 is full ink, as Photoshop writes CMYK into JPEGs"""
    turn: Turn = UPRIGHT
    """how the samples are to be turned"""
    shown: Cut | None = None
    """the part of the upright picture that is shown; None: all of it"""


def cut_for(file: PictureFile, width: Length, height: Length, focus: tuple[int, int] = (500, 500)) -> Cut:
    """The largest part of `file` in the ratio width : height, as near to `focus` (per mille from top left) as it fits.

    # 3000 × 2000 px into a square, focus 90 % from the left: left 1000, top 0, 2000 × 2000
    """
    wide, high = file.width, file.height
    if wide * height > high * width:
        wide = max(1, min(wide, scaled(high, width, height)))
    else:
        high = max(1, min(high, scaled(wide, height, width)))
    left = scaled(file.width, focus[0], 1000) - wide // 2
    top = scaled(file.height, focus[1], 1000) - high // 2
    return Cut(max(0, min(left, file.width - wide)), max(0, min(top, file.height - high)), wide, high)


def shown(file: PictureFile, *cuts: Cut) -> int:
    """Per mille of the picture that these parts of it show together."""
    return sum(cut.width * cut.height for cut in cuts) * 1000 // (file.width * file.height)


def pixels_for(box: Rect, ppi: int, cut: Cut) -> tuple[int, int]:
    """Width and height in pixels a cut is brought to for `box` at `ppi`; never more than the cut itself has."""
    wide, high = -(-box.width * ppi // INCH), -(-box.height * ppi // INCH)
    if wide >= cut.width or high >= cut.height:
        return cut.width, cut.height
    return max(1, wide), max(1, high)


def resolution(box: Rect, cut: Cut) -> int:
    """Effective pixels an inch of a cut in a box, on the smaller axis (GWG 2022 R0031), rounded down."""
    return min(cut.width * INCH // max(1, box.width), cut.height * INCH // max(1, box.height))
