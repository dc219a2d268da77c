"""What the fitter moved as a value: a code and how much go in, a sentence in the reader's language comes out."""

from layout.model.finding import Locale
from layout.model.messages.levers import ROWS
from layout.model.value import replace, value


@value
class Lever:
    """Code of layout/model/messages/levers.py, the values its sentence names, and the page; 0: all pages of a story."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()
    page: int = 0

    def on(self, page: int) -> "Lever":
        """The same on a page."""
        return replace(self, page=page)

    def message(self, locale: Locale = "en") -> str:
        """What was done."""
        return ROWS[self.code][locale == "zh"].format(**dict(self.values))

    def text(self, locale: Locale = "en") -> str:
        """The same with its page, if it has one."""
        where = ("第 {} 页：" if locale == "zh" else "p. {}: ").format(self.page) if self.page else ""
        return where + self.message(locale)


def lever(code: str, **values: str | int) -> Lever:
    """A Lever with its values in the order given."""
    return Lever(code, tuple(values.items()))
