"""Every message the engine can print, by code, in English and Chinese; one module per stage, gathered here."""

from layout.model.messages import account, check, font, image, lines, manuscript, pages, plan, read, sight
from layout.model.messages.row import Message

_STAGES = (read, manuscript, plan, font, image, lines, pages, sight, check, account)

MESSAGES: dict[str, Message] = {code: row for module in _STAGES for code, row in module.ROWS.items()}
