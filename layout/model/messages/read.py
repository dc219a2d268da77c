"""Messages about reading manuscripts, styles and plans."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {}
