"""Messages about the build as a whole."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
