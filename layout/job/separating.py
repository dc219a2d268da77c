"""Pictures that no earlier build has separated go in; their separations come out, two at a time.

Loaded only when it is needed: colour management, threads and QPDF, which tells damage in JPEGs, take a tenth of a
second.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Lock

from layout import read
from layout.check.jpeg import is_sound
from layout.image.ink import BadProfileError, Press, press_of
from layout.image.photo import memory
from layout.image.separate import separate
from layout.image.streams import jpeg_streams
from layout.job import places
from layout.job.kept import Kept, Made
from layout.model.display import Picture, PictureKey, picture_key
from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.printing import PressProfile

THREADS = 2
"""Pillow frees the interpreter while it decodes, resizes and encodes. Each thread holds tens of megabytes."""
LARGE = 100_000_000
"""Bytes in memory from which pictures are decoded one at a time."""
_one_at_a_time = Lock()


def separated(
    pictures: Sequence[Picture], folder: Path, profile: PressProfile, kept: Kept
) -> tuple[dict[PictureKey, Made], tuple[Finding, ...]]:
    """Each picture's separation, which is kept for later builds, and findings on the press profile: with one that is of
    no use, pictures are separated for the product's, so that a proof shows them."""
    press, found = _press(profile)
    if press is None:
        return {picture_key(picture): (None, ()) for picture in pictures}, found
    if not found:
        kept.put_profile_is_sound()

    def made(picture: Picture) -> Made:
        separation, told = _made(folder / picture.file.path, picture, press, profile)
        if separation is not None and not found:
            kept.put(picture, separation, told)
        return separation, told

    with ThreadPoolExecutor(THREADS) as pool:
        done = list(pool.map(made, pictures))
    return {picture_key(picture): one for picture, one in zip(pictures, done, strict=True)}, found


def _made(path: Path, picture: Picture, press: Press, profile: PressProfile) -> Made:
    """One separation. A damaged JPEG is found out first: Pillow would show it as if nothing were wrong."""
    file = picture.file
    try:
        data = path.read_bytes()
    except OSError:
        return None, (finding("IMG-06", picture.place, path=file.path),)
    large = memory(file.mode, file.width * file.height) > LARGE
    with _one_at_a_time if large else nullcontext():
        if not all(map(is_sound, jpeg_streams(data))):
            return None, (finding("IMG-61", picture.place, path=file.path),)
        return separate(data, picture, press, profile)


def _press(profile: PressProfile) -> tuple[Press | None, tuple[Finding, ...]]:
    """The press; in place of one whose profile is damaged the product's."""
    try:
        return press_of(Path(profile.icc).read_bytes()), ()
    except BadProfileError:
        found = (finding("COL-09", Place(profile.icc)),)
    usual, _ = read.load_press(places.styles(), profile.name)
    try:
        return (press_of(Path(usual.icc).read_bytes()) if usual else None), found
    except BadProfileError:
        return None, found
