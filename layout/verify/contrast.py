"""Inks and the ground under them go in; how well they stand out comes out: the contrast of WCAG 2.2, on paper."""

from functools import lru_cache

from layout.model.colour import Colour
from layout.model.units import PT, Length

PAPER_LIGHT = 1.0
UNREADABLE = (1.5, 1.35, 1.15)
"""Contrast below which letters cannot be made out, in small, large and huge type (ours; WCAG has no such bound): grey
K20 on paper has 1.46. A huge figure in a light tint is an ornament."""
FAINT = (2.5, 2.0, 1.2)
"""Contrast below which letters are hard to read (ours): white on solid orange, which magazines set, has 2.8."""
FAINT_PICTURE = (3.5, 2.0, 1.5)
"""The same on a picture, whose lights and darks run through small letters (ours; WCAG 2.2 1.4.3: 4.5 on a screen)."""
LARGE, HUGE = 14 * PT, 36 * PT
"""Sizes from which type is large (WCAG 2.2: 14 pt bold, 18 pt plain), and huge (ours)."""
_SOLIDS = {
    "": 95, "c": 55, "m": 48, "y": 89, "my": 47, "cy": 50, "cm": 24, "cmy": 23,
    "k": 16, "ck": 9, "mk": 9, "yk": 14, "myk": 9, "cyk": 9, "cmk": 3, "cmyk": 0,
}  # fmt: skip
"""L* of paper and of the solids printed on it: ISO 12647-2:2004, paper types 1 and 2; those under black are ours."""
_GAIN = 220
"""Per mille by which a tint of one half prints fuller: the dot grows, and the paper between the dots grows darker. With
it K50 comes out at L* 58, as in the characterisation data FOGRA39."""


def _light(lightness: float) -> float:
    """L* as an amount of light (CIE 15)."""
    return float(((lightness + 16) / 116) ** 3)


DARKEST = _light(9) / _light(95)
"""Black over any other ink."""
_BARE = {inks: _light(lightness) / _light(95) for inks, lightness in _SOLIDS.items()}


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """How light process inks are on paper, 1 for the bare paper: Neugebauer's rule, each combination of solids by the
    share of the area that it covers."""
    inks = zip("cmyk", (colour.cyan, colour.magenta, colour.yellow, colour.black), strict=True)
    shares = {"": 1.0}
    for ink, amount in inks:
        if not amount:
            continue
        part = amount / 1000
        part += 4 * _GAIN / 1000 * part * (1 - part)
        without = {names: share * (1 - part) for names, share in shares.items()}
        shares = without | {names + ink: share * part for names, share in shares.items()}
    return sum(share * _BARE[names] for names, share in shares.items())


def linear(part: float) -> float:
    """A channel of sRGB, 0 … 1, as an amount of light (IEC 61966-2-1)."""
    part = min(max(part, 0.0), 1.0)
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def grade(size: Length) -> int:
    """Which of the bounds above goes for type of this size."""
    return (size >= LARGE) + (size >= HUGE)


def contrast(one: float, other: float) -> float:
    """1 (alike) … 21 (black on white)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def overprinted(black: int, light: float, ground: Colour | None) -> float:
    """How light black ink is where it lies over a ground: over inks that are known it takes the place of their black,
    over a picture, of which only the light is known, it takes its share of that."""
    if ground is None:
        return max(light * luminance(Colour(0, 0, 0, black)), DARKEST)
    return luminance(Colour(ground.cyan, ground.magenta, ground.yellow, black))
