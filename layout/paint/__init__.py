"""A set page goes in, the list of what to paint on its sheet comes out. Nothing is decided here."""

from layout.paint.codes import code_rows
from layout.paint.cover import cover
from layout.paint.sheet import paint

__all__ = ["code_rows", "cover", "paint"]
