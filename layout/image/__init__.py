"""Picture files go in; what is known of them, and separations for the press, come out. The one door to Pillow."""

from layout.image.photo import probe
from layout.image.separate import separate, separation_key

__all__ = ["probe", "separate", "separation_key"]
