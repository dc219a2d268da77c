"""Separations and what was found when they were made go into the cache, and come out of it in later builds."""

import json
from hashlib import blake2b
from pathlib import Path

from layout import image
from layout.job.cache import FileCache
from layout.model.display import Picture
from layout.model.finding import Finding
from layout.model.picture import TURNS, Coding, Cut, Separation
from layout.model.printing import PressProfile

Made = tuple[Separation | None, tuple[Finding, ...]]
"""A separation, None for a picture that cannot be read, and what was found on it."""
_ORIENTATIONS = {turn: number for number, turn in TURNS.items()}
_CODINGS: tuple[Coding, ...] = ("jpeg", "rows")
_HEAD = 100
"""Bytes of an entry's head, filled up with spaces: whole numbers that say how to read what follows."""
_NAMED = ("photo", "path")
"""Values of a finding that hold the picture's path, which may be another when the finding is read again."""


class Kept:
    """What earlier builds made for this printer profile."""

    def __init__(self, cache: FileCache, profile: PressProfile) -> None:
        self._cache, self._profile = cache, profile
        self._digest = blake2b(Path(profile.icc).read_bytes(), digest_size=16).hexdigest()

    def get(self, picture: Picture) -> Made | None:
        """The picture's separation; None where it has to be made."""
        entry = self._cache.get(self._key(picture))
        return None if entry is None else _read(entry, picture)

    def put(self, picture: Picture, separation: Separation, found: tuple[Finding, ...]) -> None:
        """Keeps what was made."""
        self._cache.put(self._key(picture), _written(separation, found))

    def profile_is_sound(self) -> bool:
        """Whether an earlier build could separate with the press profile."""
        return self._cache.get(self._mark) is not None

    def put_profile_is_sound(self) -> None:
        self._cache.put(self._mark, b"sound")

    @property
    def _mark(self) -> str:
        return blake2b(f"press profile {self._digest}".encode(), digest_size=20).hexdigest()

    def _key(self, picture: Picture) -> str:
        return image.separation_key(picture, self._profile, self._digest)


def _written(separation: Separation, found: tuple[Finding, ...]) -> bytes:
    """Head, findings, opacity and stream, one after another."""
    told = [(item.code, item.values) for item in found]
    notes = json.dumps(told, ensure_ascii=False).encode() if told else b""
    cut = separation.shown or Cut(0, 0, 0, 0)
    numbers = (
        separation.width,
        separation.height,
        separation.channels,
        separation.bits,
        _CODINGS.index(separation.coding),
        int(separation.inverted),
        _ORIENTATIONS[separation.turn],
        cut.left,
        cut.top,
        cut.width,
        cut.height,
        len(notes),
        len(separation.mask),
    )
    head = " ".join(map(str, numbers)).encode().ljust(_HEAD)
    return b"".join((head, notes, separation.mask, separation.data))


def _read(entry: memoryview, picture: Picture) -> Made:
    width, height, channels, bits, coding, inverted, turn, left, top, wide, high, noted, masked = map(
        int, bytes(entry[:_HEAD]).split()
    )
    mask = _HEAD + noted
    separation = Separation(
        entry[mask + masked :],
        width,
        height,
        channels,
        entry[mask : mask + masked],
        _CODINGS[coding],
        bits,
        bool(inverted),
        TURNS[turn],
        Cut(left, top, wide, high) if wide else None,
    )
    told = json.loads(bytes(entry[_HEAD:mask])) if noted else ()
    return separation, tuple(_named(code, dict(values), picture) for code, values in told)


def _named(code: str, values: dict[str, str], picture: Picture) -> Finding:
    """The finding as it reads for this picture."""
    here = {name: picture.file.path for name in _NAMED if name in values}
    return Finding(code, picture.place, tuple((values | here).items()))
