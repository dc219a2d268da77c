"""The plan and the width of its cover's spine go in; what is read down the spine comes out.

A spine of 5 mm and more names the periodical, the year and the number, upright Han from top to foot (GB/T 11668).
"""

import re

from layout.flow.setting import Setting
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import PlacedFrame, PlacedLine
from layout.model.place import Place, Source
from layout.model.plan import Plan
from layout.model.story import Paragraph
from layout.model.units import MM

NARROWEST = 5 * MM
STYLE = "spine"
_YEAR = re.compile(r"\d{4}年?|[〇零一二三四五六七八九]{4}年")


def spine(setting: Setting, plan: Plan) -> tuple[PlacedFrame | None, tuple[Finding, ...]]:
    """Title at the head of the type area, year and number at its foot, on the middle of a spine that begins at x = 0.
    None for a spine that is too narrow to have any; a finding where it is no wider than its type, or too short."""
    if plan.spine < NARROWEST:
        return None, ()
    house = setting.house
    top, foot = house.margins.head, house.height - house.margins.foot
    year, number = _YEAR.search(plan.date), plan.number
    data = "　".join(filter(None, (year[0] if year else "", f"第{number}期" if number.isdecimal() else number)))
    lines: list[PlacedLine] = []
    for text in filter(None, (plan.title, data)):
        shaped = setting.shape(Paragraph(STYLE, text, Source(plan.path)), STYLE, "vertical")
        if shaped.style.size > plan.spine:
            return None, (_full(plan),)
        line = setting.set_lines(shaped, (foot - top,), 0, 0)[0]
        y = foot - line.natural if text == data else top
        lines.append(PlacedLine(shaped, line, plan.spine // 2, y, 0, "vertical"))
    box = Rect(0, top, plan.spine, foot - top)
    cut = any(not one.line.last for one in lines) or sum(one.line.natural for one in lines) > foot - top
    placed = PlacedFrame(STYLE, "furniture", box, direction="vertical", lines=tuple(lines))
    return placed, (_full(plan),) if cut else ()


def _full(plan: Plan) -> Finding:
    return finding("PAGE-FRAME-FULL", Place(plan.path), frame=STYLE, lines=1)
