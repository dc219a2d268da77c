"""A complaint as a value: its code and measured values go in, a sentence in the reader's language comes out."""

from collections.abc import Iterable
from typing import Literal

from layout.model.geometry import Rect
from layout.model.messages import MESSAGES
from layout.model.place import Place
from layout.model.printable import in_one_line
from layout.model.value import value

Severity = Literal["note", "warning", "error"]
Locale = Literal["en", "zh"]

_WORDS: dict[Locale, dict[Severity, str]] = {
    "en": {"note": "note", "warning": "warning", "error": "error"},
    "zh": {"note": "提示", "warning": "警告", "error": "错误"},
}


@value
class Finding:
    """Code of layout/model/messages, where in the manuscript, where on the page, and the values its sentence names."""

    code: str
    place: Place | None = None
    values: tuple[tuple[str, str], ...] = ()
    page: int = 0
    box: Rect | None = None

    @property
    def severity(self) -> Severity:
        return MESSAGES[self.code].severity

    def message(self, locale: Locale = "en") -> str:
        """What is wrong, one sentence."""
        row = MESSAGES[self.code]
        return self._filled(row.zh if locale == "zh" else row.en)

    def remedy(self, locale: Locale = "en") -> str:
        """What to do about it."""
        row = MESSAGES[self.code]
        return self._filled(row.remedy_zh if locale == "zh" else row.remedy_en)

    def _filled(self, sentence: str) -> str:
        return sentence.format(**{"page": self.page, **dict(self.values)})

    def text(self, locale: Locale = "en") -> str:
        """`path:line:col: error[CODE]: message` and, on a second line, the remedy."""
        page = f"p. {self.page}: " if self.page and not (self.place and self.place.line) else ""
        where = f"{in_one_line(str(self.place))}: {page}" if self.place else page
        first = f"{where}{_WORDS[locale][self.severity]}[{self.code}]: {in_one_line(self.message(locale))}"
        remedy = in_one_line(self.remedy(locale))
        return f"{first}\n    {remedy}" if remedy else first


def finding(code: str, place: Place | None = None, page: int = 0, box: Rect | None = None, **values: object) -> Finding:
    """A Finding with its values as text, in the order given."""
    return Finding(code, place, tuple((name, str(value)) for name, value in values.items()), page, box)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The highest severity among findings; None where there are none."""
    ranks: tuple[Severity, ...] = ("note", "warning", "error")
    found = {item.severity for item in findings}
    return next((rank for rank in reversed(ranks) if rank in found), None)
