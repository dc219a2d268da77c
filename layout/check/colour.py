"""Colour spaces and operands of a PDF go in; process inks and the name of what is foreign to the press come out."""

from typing import Any, NamedTuple

import pikepdf

from layout.model.colour import Colour
from layout.verify.contrast import linear, luminance

PROCESS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}


class Ink(NamedTuple):
    """A colour as painted. `cmyk` is None for what is not process ink; `space` names it: DeviceRGB, spot names …"""

    cmyk: tuple[float, float, float, float] | None
    space: str = "DeviceCMYK"
    spots: tuple[str, ...] = ()
    grey: float | None = None
    """of grey and RGB: relative luminance on a screen; None where it is not known"""

    @property
    def white(self) -> bool:
        return self.cmyk is not None and not any(self.cmyk)

    @property
    def black_only(self) -> bool:
        return self.cmyk is not None and not any(self.cmyk[:3]) and self.cmyk[3] > 0

    def __str__(self) -> str:
        if self.cmyk is None:
            return self.space
        return " ".join(f"{name}{round(part * 100)}" for name, part in zip("CMYK", self.cmyk, strict=True) if part)


def base(space: Any, resources: Any) -> tuple[str, tuple[str, ...]]:
    """Family of a colour space and the colorants it names; names are looked up, indexed and pattern spaces opened."""
    if isinstance(space, pikepdf.Name):
        found = resources.get("/ColorSpace", {}).get(str(space))
        return base(found, resources) if found is not None else (str(space).removeprefix("/"), ())
    family = str(space[0]).removeprefix("/")
    if family in ("Indexed", "Pattern") and len(space) > 1:
        return base(space[1], resources)
    if family == "Separation":
        return family, (str(space[1]),)
    if family == "DeviceN":
        return family, tuple(map(str, space[1]))
    return family, ()


def painted(space: Any, values: list[float], resources: Any) -> Ink:
    """The ink that operands in a colour space make."""
    family, names = base(space, resources)
    if family == "DeviceCMYK" and len(values) == 4:
        return Ink((values[0], values[1], values[2], values[3]))
    if names and len(values) == len(names) and set(names) <= {*PROCESS, "/None"}:
        inks = [0.0, 0.0, 0.0, 0.0]
        for name, value in zip(names, values, strict=True):
            if name in PROCESS:
                inks[PROCESS[name]] = value
        return Ink((inks[0], inks[1], inks[2], inks[3]), family)
    return Ink(None, family, spots(names), screen_light(family, values))


def screen_light(family: str, values: list[float]) -> float | None:
    """Relative luminance of a grey or an RGB colour; None for what is neither."""
    if len(values) == 1 and family in ("DeviceGray", "CalGray", "ICCBased"):
        return linear(values[0])
    if len(values) == 3 and family in ("DeviceRGB", "CalRGB", "ICCBased"):
        red, green, blue = map(linear, values)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return None


def light(ink: Ink) -> float | None:
    """How light an ink is on paper; None where that is not known: patterns, spot colours, Lab."""
    if ink.cmyk is None:
        return ink.grey
    return luminance(Colour(*(round(1000 * min(max(part, 0), 1)) for part in ink.cmyk)))


def spots(names: tuple[str, ...]) -> tuple[str, ...]:
    """The colorants that would need plates of their own."""
    return tuple(name.removeprefix("/") for name in names if name not in PROCESS and name != "/None")
