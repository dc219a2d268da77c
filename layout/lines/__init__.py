"""A shaped paragraph and the measures of its lines go in; lines, and complaints about them, come out."""

from layout.lines.finish import complaints, set_lines

__all__ = ["complaints", "set_lines"]
