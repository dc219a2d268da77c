"""One message: severity and two sentences in two languages; {names} in braces are the finding's values."""

from typing import Literal

from layout.model.value import value


@value
class Message:
    severity: Literal["note", "warning", "error"]
    en: str
    zh: str
    remedy_en: str = ""
    remedy_zh: str = ""
