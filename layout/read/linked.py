"""The frames of a template go in; findings for keys of a second text frame that only the first can have come out."""

from layout.model.finding import Finding, finding
from layout.model.template import Frame

FIRST_ONLY = {
    "direction": "direction", "initial": "initial", "notes": "notes", "note-numbers": "note_numbers",
    "balance": "balance", "styles": "styles", "roles": "roles",
}  # fmt: skip
"""Keys that hold for the running text, whichever of its frames it stands in → what the model calls them."""


def linked(frames: tuple[Frame, ...]) -> list[Finding]:
    """The text goes on from one text frame to the next as it began: one that asks for something else is an error."""
    texts = [frame for frame in frames if frame.takes == "story"]
    return [
        finding("READ-LINKED", frame.place, name=frame.name, key=key, first=texts[0].name)
        for frame in texts[1:]
        for key, name in FIRST_ONLY.items()
        if _asks(frame, key, name) and getattr(frame, name) != getattr(texts[0], name)
    ]


def _asks(frame: Frame, key: str, name: str) -> bool:
    """Whether the frame says something of the key; of its direction it always does."""
    plain = Frame(frame.name, frame.takes, frame.columns, frame.lines, frame.place)
    return key == "direction" or getattr(frame, name) != getattr(plain, name)
