"""Separations go in; image objects come out, their streams passed through as they are.

What we encode holds ink amounts without an Adobe marker (model/picture.py), so no Decode and no guessing comes in; only
a JPEG that came as CMYK and is passed through may be inverted, as Photoshop writes it, and says so. Pictures of one
channel are printed with black: /Separation /Black is a process ink, and it shows as K on every device. A cut-out's
opacity is a soft mask, which PDF/X-4 lets be (ISO 15930-7, 6.13).
"""

from collections.abc import Iterable, Mapping

from layout.model.display import Picture, PictureKey, picture_key
from layout.model.geometry import Rect
from layout.model.picture import Separation
from layout.model.units import scaled
from layout.pdf.number import Point, pt
from layout.pdf.objects import File, Value

_TINT = {"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": "[0 0 0 1]", "N": 1}
_PNG_ROWS = 15
"""Predictor: each row says how it is filtered (ISO 32000-1 table 10)."""


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
                "BitsPerComponent": separation.bits,
                "ColorSpace": black if separation.channels == 1 else "/DeviceCMYK",
                "Decode": [1, 0] * separation.channels if separation.inverted else None,
                "SMask": _soft_mask(file, separation) if separation.mask else None,
                **_filter(separation),
            },
        )
        images[key] = f"P{len(images) + 1}", reference
    return images


def _filter(separation: Separation) -> dict[str, Value]:
    if separation.coding == "jpeg":
        return {"Filter": "/DCTDecode"}
    rows = {
        "Predictor": _PNG_ROWS,
        "Colors": separation.channels,
        "BitsPerComponent": separation.bits,
        "Columns": separation.width,
    }
    return {"Filter": "/FlateDecode", "DecodeParms": rows}


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


def placed(picture: Picture, separation: Separation, name: str, origin: Point) -> str:
    """Operators that show the picture in its box: a separation that holds more than what is shown is laid out whole and
    clipped, one that lies on its side is turned."""
    box, clip = picture.box, ""
    if separation.shown is not None:
        clip = f"{_corner(box, origin)} {pt(box.width)} {pt(box.height)} re W n "
        box = _whole(picture)
    return f"q {clip}{_matrix(box, separation, origin)} cm /{name} Do Q\n"


def _corner(box: Rect, origin: Point) -> str:
    """The lower left corner of a box on the page."""
    return f"{pt(origin[0] + box.x)} {pt(origin[1] - box.foot)}"


def _whole(picture: Picture) -> Rect:
    """Where all of a picture lies of which the box shows a cut."""
    cut, box, file = picture.cut, picture.box, picture.file
    left, top = scaled(box.width, cut.left, cut.width), scaled(box.height, cut.top, cut.height)
    width, height = scaled(box.width, file.width, cut.width), scaled(box.height, file.height, cut.height)
    return Rect(box.x - left, box.y - top, width, height)


def _matrix(box: Rect, separation: Separation, origin: Point) -> str:
    """The six numbers a b c d e f that lay the unit square of an image over a box.

    A point (s, t) of the square, whose first row is at t = 1, comes to (a s + c t + e, b s + d t + f).
    """
    turn = separation.turn
    x, y = origin[0] + box.x, origin[1] - box.foot
    # What is mirrored starts at the other edge of the box and runs back.
    across, start = (-box.width, x + box.width) if turn.across else (box.width, x)
    up, foot = (-box.height, y + box.height) if turn.down else (box.height, y)
    if turn.swapped:  # rows run down the page, the first of them on the left
        return " ".join(map(pt, (0, -up, -across, 0, start + across, foot + up)))
    return " ".join(map(pt, (across, 0, 0, up, start, foot)))
