"""Picture files go in; what is known of them comes out. The one door to Pillow.

What makes separations, separate.py, is loaded only when one has to be made: with its colour management it takes 4 ms.
"""

from layout.image.photo import probe
from layout.image.recipe import separation_key

__all__ = ["probe", "separation_key"]
