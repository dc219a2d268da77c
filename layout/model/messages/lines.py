"""Messages about setting lines."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
