"""Messages about preflight."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
