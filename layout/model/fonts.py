"""One font file as a manifest lists it: fonts/fonts.toml, or the styles' own fonts.toml."""

from layout.model.place import Place
from layout.model.value import value


@value
class FontFile:
    """One face: the key that text.toml calls it by, family, `weight` 100–900, its file, its number in a collection."""

    key: str
    family: str
    weight: int
    path: str
    index: int = 0
    sha256: str = ""
    """of the file; empty: not recorded"""
    indexed: bool = True
    """whether the manifest names its number in a collection"""
    place: Place = Place("")
    """where the manifest names the file"""
