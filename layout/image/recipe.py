"""All that a separation depends on goes in, the name it is kept under comes out."""

from hashlib import blake2b

from layout.model.picture import Cut, PictureFile

QUALITY = 88
"""JPEG quality; 4:4:4, so that thin coloured edges stay clean. Its noise is finer than a 175 lpi screen shows."""
_RECIPE = f"separation 2 {QUALITY} relative bpc"


def separation_key(file: PictureFile, cut: Cut, pixels: tuple[int, int], profile_digest: str) -> str:
    """Name under which a separation is cached: a digest of all it depends on."""
    parts = (_RECIPE, file.digest, cut.left, cut.top, cut.width, cut.height, *pixels, profile_digest)
    return blake2b("\n".join(map(str, parts)).encode(), digest_size=20).hexdigest()
