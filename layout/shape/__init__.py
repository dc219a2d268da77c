"""Paragraphs and the faces of a book go in, shaped paragraphs come out: characters, glyphs, room, gaps, hyphens."""

from layout.shape.shaper import Shaper

__all__ = ["Shaper"]
