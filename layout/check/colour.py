"""Colour spaces and operands of a PDF go in; process inks and the name of what is foreign to the press come out."""

from typing import Any, NamedTuple

import pikepdf

PROCESS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}


class Ink(NamedTuple):
    """A colour as painted. `cmyk` is None for what is not process ink; `space` names it: DeviceRGB, spot names …"""

    cmyk: tuple[float, float, float, float] | None
    space: str = "DeviceCMYK"
    spots: tuple[str, ...] = ()

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
    return Ink(None, family, spots(names))


def spots(names: tuple[str, ...]) -> tuple[str, ...]:
    """The colorants that would need plates of their own."""
    return tuple(name.removeprefix("/") for name in names if name not in PROCESS and name != "/None")
