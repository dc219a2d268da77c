"""Separations go in; image objects come out, their JPEG streams passed through as they are.

The streams hold ink amounts without an Adobe marker (model/picture.py), so no Decode and no guessing comes in.
One-channel pictures are printed with black: /Separation /Black is a process ink, and it shows as K on every device.
A cut-out's opacity is a soft mask, which PDF/X-4 lets be (ISO 15930-7, 6.13).
"""

from collections.abc import Iterable, Mapping

from layout.model.display import Picture, PictureKey, picture_key
from layout.model.picture import Separation
from layout.pdf.objects import File, Value

_TINT = {"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": "[0 0 0 1]", "N": 1}


def write_images(
    file: File, pictures: Iterable[Picture], separations: Mapping[PictureKey, Separation]
) -> dict[PictureKey, tuple[str, Value]]:
    """Resource name and image object of every picture, by key. KeyError for a picture without a separation."""
    images: dict[PictureKey, tuple[str, Value]] = {}
    black: Value = None
    for picture in pictures:
        key = picture_key(picture)
        if key in images:
            continue
        separation = separations[key]
        if separation.channels == 1 and black is None:
            black = ["/Separation", "/Black", "/DeviceCMYK", file.add(_TINT)]
        reference = file.stream(
            separation.data,
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": separation.width,
                "Height": separation.height,
                "BitsPerComponent": 8,
                "ColorSpace": black if separation.channels == 1 else "/DeviceCMYK",
                "Filter": "/DCTDecode",
                "SMask": _soft_mask(file, separation) if separation.mask else None,
            },
        )
        images[key] = f"P{len(images) + 1}", reference
    return images


def _soft_mask(file: File, separation: Separation) -> Value:
    return file.stream(
        separation.mask,
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": separation.width,
            "Height": separation.height,
            "BitsPerComponent": 8,
            "ColorSpace": "/DeviceGray",
            "Filter": "/FlateDecode",
        },
    )
