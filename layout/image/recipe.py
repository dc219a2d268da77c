"""All that a separation depends on goes in, the name it is kept under comes out."""

from hashlib import blake2b

from layout.model.display import Picture
from layout.model.printing import PressProfile

_RECIPE = "separation 3"
"""Raised when the same inputs give another separation."""


def separation_key(picture: Picture, profile: PressProfile, profile_digest: str) -> str:
    """Name under which a separation, and what was found when it was made, is cached: a digest of all it depends on. Its
    resolution follows from the box and the cut."""
    file, cut, box = picture.file, picture.cut, picture.box
    of_picture = (file.digest, file.mode, cut.left, cut.top, cut.width, cut.height, box.width, box.height)
    of_press = (
        profile_digest,
        profile.resolution.wanted,
        profile.ink_limit,
        profile.jpeg_quality,
        profile.cmyk,
        profile.neutral_rgb,
    )
    return blake2b("\n".join(map(str, (_RECIPE, *of_picture, *of_press))).encode(), digest_size=20).hexdigest()
