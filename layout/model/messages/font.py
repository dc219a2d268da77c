"""Messages about fonts and missing characters."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
