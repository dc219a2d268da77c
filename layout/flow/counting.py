"""A text and two places in it go in; how many characters stand between them comes out, as an editor counts them."""

from layout.flow.text import Cursor, Text
from layout.model.story import characters


def between(text: Text, since: Cursor, until: Cursor) -> int:
    """Characters of running text from one cursor to the other."""
    said = [block.paragraph.text for block in text.blocks[since.block : until.block + 1]]
    if until.block < len(text.blocks):
        said[-1] = said[-1][: offset(text, until)]
    if said:
        said[0] = said[0][offset(text, since) :]
    return sum(map(characters, said))


def behind(text: Text, cursor: Cursor) -> int:
    """Characters from the cursor on."""
    return between(text, cursor, Cursor(len(text.blocks)))


def offset(text: Text, cursor: Cursor) -> int:
    """Which character of its paragraph the cursor stands before."""
    if cursor.block >= len(text.blocks) or not cursor.rest:
        return 0
    offsets = text.blocks[cursor.block].offsets
    return offsets[cursor.rest[0].start] if offsets else 0
