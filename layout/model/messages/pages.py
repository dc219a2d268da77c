"""Messages about filling pages."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
