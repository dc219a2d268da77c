"""What flow needs to set one article: the house, its templates, its pictures, and a way to get paragraphs shaped."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from layout.model.glyphs import Line, ShapedParagraph
from layout.model.page import CodeRows
from layout.model.picture import Outline, PictureFile
from layout.model.printing import Resolution
from layout.model.story import Paragraph
from layout.model.style import Direction, House
from layout.model.template import PageTemplate, house_on
from layout.model.units import Length
from layout.model.value import replace, value

Shape = Callable[[Paragraph, str, Direction], ShapedParagraph]
"""(paragraph, name of its paragraph style, direction of its frame) → the paragraph shaped. Pure; job keeps results."""


class SetLines(Protocol):
    """(paragraph, measures of the coming slots, looseness, glyph to start from, per mille that the lines before it are
    tracked by) → lines."""

    def __call__(
        self, shaped: ShapedParagraph, measures: tuple[Length, ...], looseness: int, start: int, tracked: int = 0, /
    ) -> tuple[Line, ...]: ...


@value(eq=False)
class Setting:
    """Everything that stays the same while the issue is set."""

    house: House
    templates: Mapping[str, PageTemplate]
    pictures: Mapping[str, PictureFile | None]
    """path as the story gives it → the file, None where it cannot be read"""
    shape: Shape
    set_lines: SetLines
    code_rows: Callable[[str], CodeRows]
    """text of a QR code → its modules; none where no code holds so much"""
    outlines: Mapping[str, Outline] = MappingProxyType({})
    """of the cut-outs among the pictures, by path"""
    resolution: Resolution = Resolution()
    """what the printer asks of pictures"""

    def on_rows_of(self, template: str) -> "Setting":
        """The setting for pages like this one, which may have rows of their own."""
        house = house_on(self.house, self.templates[template].grid)
        return self if house is self.house else replace(self, house=house)
