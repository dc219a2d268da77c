"""A picture file with transparency goes in; where its visible part begins and ends, strip by strip, comes out."""

from pathlib import Path

from PIL import Image

from layout.image.decode import decode
from layout.image.photo import DAMAGE, open_picture
from layout.image.turn import turn_of, upright
from layout.model.picture import Outline, PictureFile

STRIPS = 200
"""Strips from top to foot: about one a millimetre on a page (ours)."""
VISIBLE = 32
"""Opacity, of 255, from which a place counts as part of the cut-out: soft shadows may lie under text (ours)."""
ALPHA = frozenset(("RGBA", "LA", "PA", "P"))


def outline(path: Path, file: PictureFile) -> Outline:
    """The outline of the picture at `path`, which `probe` has found readable. Empty without transparency, and for a
    damaged file, which separate() reports."""
    if file.mode not in ALPHA:
        return ()
    try:
        data = path.read_bytes()
        with open_picture(data) as image:
            if image.mode == "P" and "transparency" not in image.info:
                return ()
            turn = turn_of(image, data)
            decode(image)
            alpha = image.convert("RGBA").getchannel("A")
            alpha = upright(alpha, turn)
    except DAMAGE:
        return ()
    seen = alpha.resize((1000, STRIPS), Image.Resampling.BOX).point([255 * (at >= VISIBLE) for at in range(256)])
    return tuple(_ends(seen.crop((0, row, 1000, row + 1))) for row in range(STRIPS))


def _ends(strip: Image.Image) -> tuple[int, int] | None:
    box = strip.getbbox()
    return (box[0], box[2]) if box else None
