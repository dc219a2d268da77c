"""Text operators go in; where each glyph stands on the page comes out (ISO 32000-1, 9.3 and 9.4)."""

from typing import Any

import pikepdf

from layout.check.lettering import Lettering
from layout.check.matrix import Matrix, numbers, times
from layout.model.value import record, value

_UPRIGHT_ORIGIN = 0.88
"""Of the em: how far the vertical origin stands above the horizontal one where a font does not say (DW2's default)."""


@value(eq=False)
class Shown:
    """A string as it stands on the page: text space in the page's, and for each glyph its code, where it begins and how
    wide it is, in ems before scaling."""

    lettering: Lettering
    matrix: Matrix
    size: float
    codes: tuple[int, ...]
    starts: tuple[float, ...]
    """along the line, in units of text space"""
    scale: float
    rise: float

    def corners(self, index: int, low: float, high: float) -> tuple[float, float, float, float]:
        """left, foot, right, top of a glyph in text space; low and high are ems from the baseline."""
        width = self.lettering.width(self.codes[index])
        if self.lettering.vertical:
            half, top = width * self.size * self.scale / 2, -self.starts[index]
            return -half, top - self.size, half, top
        start = self.starts[index]
        end = start + width * self.size * self.scale
        return start, self.rise + low * self.size, end, self.rise + high * self.size


@record
class Pen:
    """The text state, which q and Q keep, and the two matrices of the text object, which they do not."""

    font: Lettering | None = None
    size: float = 0
    spacing: float = 0
    word_spacing: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    line: Matrix = (1, 0, 0, 1, 0, 0)

    def begin(self) -> None:
        """BT"""
        self.matrix = self.line = (1, 0, 0, 1, 0, 0)

    def set(self, operator: str, operands: list[Any]) -> None:
        """Operators that move the pen or change the text state."""
        values = numbers(operands)
        if operator in ("Td", "TD"):
            self.leading = -values[1] if operator == "TD" else self.leading
            self._move(values[0], values[1])
        elif operator == "T*":
            self._move(0, -self.leading)
        elif operator == "Tm":
            self.matrix = self.line = (values[0], values[1], values[2], values[3], values[4], values[5])
        elif operator == "Tc":
            self.spacing = values[0]
        elif operator == "Tw":
            self.word_spacing = values[0]
        elif operator == "Tz":
            self.scale = values[0] / 100
        elif operator == "TL":
            self.leading = values[0]
        elif operator == "Ts":
            self.rise = values[0]

    def _move(self, x: float, y: float) -> None:
        self.matrix = self.line = times((1, 0, 0, 1, x, y), self.line)

    def show(self, operator: str, operands: list[Any], space: Matrix) -> Shown | None:
        """The glyphs of a string in this user space, the pen moved to its end; None without a font."""
        if operator == '"':
            self.word_spacing, self.spacing = numbers(operands[:2])
        if operator in ("'", '"'):
            self._move(0, -self.leading)
        if self.font is None or not operands:
            return None
        parts = operands[-1] if operator == "TJ" else [operands[-1]]
        codes: list[int] = []
        starts: list[float] = []
        at = self._along(self.font, parts, codes, starts)
        shown = Shown(
            self.font, times(self.matrix, space), self.size, tuple(codes), tuple(starts), self.scale, self.rise
        )
        step = (1.0, 0.0, 0.0, 1.0, 0.0, -at) if self.font.vertical else (1.0, 0.0, 0.0, 1.0, at, 0.0)
        self.matrix = times(step, self.matrix)
        return shown

    def _along(self, font: Lettering, parts: Any, codes: list[int], starts: list[float]) -> float:
        """Fills in the codes of a string and where each begins; where the pen stands after it."""
        at = 0.0
        stretch = 1.0 if font.vertical else self.scale
        for part in parts:
            if not isinstance(part, pikepdf.String):
                moved = float(part) / 1000 * self.size * stretch
                at += moved if font.vertical else -moved  # of a vertical line the way is counted downwards here
                continue
            for code in font.codes(bytes(part)):
                codes.append(code)
                starts.append(at)
                way = self.size if font.vertical else font.width(code) * self.size
                way += self.spacing * (-1 if font.vertical else 1)
                if code == 32 and not font.composite:
                    way += self.word_spacing
                at += way * stretch
        return at
