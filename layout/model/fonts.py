"""Which font files a folder of styles brings along, as styles/fonts.toml lists them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: the key that text.toml calls it by, its file, its number in a collection, family, weight."""

    key: str
    path: str
    index: int = 0
    family: str = ""
    weight: int = 400
    sha256: str = ""
    """of the file; empty: not recorded"""
