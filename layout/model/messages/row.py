"""One message: severity and two sentences in two languages; {names} in braces are the finding's values."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    severity: Literal["note", "warning", "error"]
    en: str
    zh: str
    remedy_en: str = ""
    remedy_zh: str = ""
