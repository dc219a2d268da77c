"""A picture of a PDF goes in; how light it is, cell by cell, comes out, or None where that cannot be known for sure."""

from typing import Any

import pikepdf

from layout.check.colour import base
from layout.check.effort import BROKEN
from layout.image.light import of_jpeg, of_samples
from layout.model.picture import Light

_MODES = {"DeviceGray": "L", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK"}
_BY_CHANNELS = {1: "L", 3: "RGB", 4: "CMYK"}
MOST = 64 << 20
"""Bytes of samples that are looked at."""


def image_light(image: Any, resources: Any) -> Light | None:
    """Only plain pictures are looked at: eight bits, not inverted, without a mask."""
    try:
        if any(key in image for key in ("/SMask", "/Mask", "/Decode", "/ImageMask")):
            return None
        return _looked(image, resources)
    except BROKEN:
        return None


def _looked(image: Any, resources: Any) -> Light | None:
    filters = image.get("/Filter", pikepdf.Array())
    names = [str(item) for item in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names == ["/DCTDecode"]:
        return of_jpeg(image.read_raw_bytes())
    mode = _mode(image.get("/ColorSpace"), resources)
    size = int(image.Width), int(image.Height)
    if mode is None or int(image.get("/BitsPerComponent", 8)) != 8 or set(names) - {"/FlateDecode"}:
        return None
    length = size[0] * size[1] * len(mode)
    if length > MOST:
        return None
    data = image.read_bytes()
    return of_samples(data[:length], mode, size)


def _mode(space: Any, resources: Any) -> str | None:
    """As Pillow names it; None for spaces of other kinds."""
    if space is None:
        return None
    family, _ = base(space, resources)
    if family == "ICCBased" and isinstance(space, pikepdf.Array):
        return _BY_CHANNELS.get(int(space[1].N))
    return _MODES.get(family) if isinstance(space, pikepdf.Name) else None
