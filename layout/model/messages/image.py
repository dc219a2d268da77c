"""Messages about pictures."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
