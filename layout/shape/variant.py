"""Han with variation selectors go in (U+FE00–FE0F, U+E0100–E01EF); each becomes one glyph, the variant the face has.

A face says in its character map (cmap format 14) which glyph a sequence asks for. Where it has none the character
stands as it is. Either way the selector shows nothing, takes no room, and stays in the text.
"""

import re

from layout.shape.draft import Draft, Glyph, Voice

SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
HAN = "Hryh"
"""Classes whose variants are one em wide like them; marks and Western letters keep their glyph."""


def set_variants(draft: Draft, own: list[Voice], vertical: bool) -> None:
    """One glyph for each Han with its selector; `own` is the voice of each character."""
    letters = list(draft.letters)
    for match in SELECTOR.finditer(draft.text):
        i = match.start()
        if not i or letters[i - 1] not in HAN:
            continue
        face = own[i - 1].face
        gid = face.variant(draft.text[i - 1], match[0])
        gid = (face.upright(gid) if vertical else gid) or draft.gids[i - 1]
        letters[i] = "H"  # what comes after it stands beside a Han
        draft.look[i], draft.widths[i] = draft.look[i - 1], draft.widths[i - 1]
        draft.edits.append((i - 1, i + 1, (Glyph(draft.text[i - 1 : i + 1], i - 1, gid, draft.widths[i - 1]),)))
    draft.letters = "".join(letters)
