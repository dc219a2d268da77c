"""styles/house.toml goes in, the House comes out: sheet, margins, grid, inks."""

from typing import get_args

from layout.model.colour import BLACK, PAPER, Colour
from layout.model.figures import folios
from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.style import JUMP_FROM, JUMP_TO, SAFETY, House, Margins, Region
from layout.model.template import NAME
from layout.model.units import MM, PT, Length
from layout.read import typos
from layout.read.layers import Layers
from layout.read.table import Ems, Table, unknown

KEYS = (
    *("sheet", "margins", "grid", "inks", "sections", "binding", "region", "language", "advert-label", "jump-to"),
    *("jump-from", "jumps", "mistypings"),
)
SHEET = ("width", "height", "bleed", "safety")
MARGINS = ("head", "foot", "inner", "outer")
GRID = ("row", "rows", "body")
REGIONS: tuple[Region, ...] = get_args(Region)
NEEDED_INKS = ("ink", "paper")
"""Every house has these two: black text, and the unprinted sheet for text on a dark ground."""

_HEIGHT = (
    *(("grid", "rows"), ("grid", "row"), ("grid", "body")),
    *(("sheet", "height"), ("margins", "head"), ("margins", "foot")),
)
"""What the rows of a page come from, the likeliest to be at fault first."""
_WIDTH = (("margins", "inner"), ("margins", "outer"), ("sheet", "width"), ("grid", "body"))
LEAST_EMS = 2
"""No line is shorter (ours)."""
LACKING = -1
"""Stands for a length that no layer has; none that a house needs is negative."""
_SMALLEST_TYPE = PT
_SMALLEST_SHEET = 10 * MM


def house(layers: Layers, findings: list[Finding]) -> House | None:
    """The House; None where no layer has a size it cannot do without, or none leaves room for a line. What is wrong in
    one layer is told, and the word of the next one counts."""
    grid = layers.table("grid", GRID)
    body = _needed(grid, "body", '"10.5pt"', None, _SMALLEST_TYPE)
    row = _needed(grid, "row", '"19pt"', Ems(max(body, PT), 0), _SMALLEST_TYPE)
    ems = Ems(max(body, PT), max(row, PT))
    rows = grid.of("rows").whole("rows", LACKING, 1, 300) if grid.of("rows").need("rows", "36") else LACKING
    sheet = layers.table("sheet", SHEET)
    width = _needed(sheet, "width", '"210mm"', None, _SMALLEST_SHEET)
    height = _needed(sheet, "height", '"285mm"', None, _SMALLEST_SHEET)
    bleed = sheet.of("bleed").span("bleed", 3 * MM)
    edges = layers.table("margins", MARGINS)
    margins = Margins(*(_needed(edges, key, '"20mm"', ems, 0) for key in MARGINS))
    inks = _inks(layers, findings)
    needed = (rows, body, row, width, height, margins.head, margins.foot, margins.inner, margins.outer)
    if LACKING in needed or not all(name in dict(inks) for name in NEEDED_INKS):
        return None
    made = House(
        width,
        height,
        bleed,
        margins,
        row,
        body,
        rows,
        inks,
        layers.of("binding").choice("binding", ("left", "right"), "left"),
        layers.of("region").choice("region", REGIONS, "mainland"),
        layers.of("language").text("language", "zh-Hans-CN", '"zh-Hans-CN"'),
        layers.of("advert-label").text("advert-label", "广告", '"广告"'),
        _jump(layers, "jump-to", JUMP_TO, findings),
        _jump(layers, "jump-from", JUMP_FROM, findings),
        layers.of("jumps").choice("jumps", ("all", "stories"), "all"),
        _mistypings(layers.of("mistypings")),
        sheet.of("safety").length("safety", SAFETY),
        _sections(layers, inks, findings),
        _nearest(layers, _HEIGHT),
        _nearest(layers, _WIDTH),
    )
    if _check_area(made, layers, findings):
        return made
    return house(Layers(layers.tables[1:]), []) if layers.tables[1:] else None


def _jump(layers: Layers, key: str, usual: str, findings: list[Finding]) -> str:
    """The text of a jump line, which may name nothing but a page."""
    table = layers.of(key)
    text = table.text(key, usual)
    known = tuple(folios(1))
    for name in NAME.findall(text):
        if name not in known:
            findings.append(
                unknown("READ-NAME", table.value_place(key), f"{{{name}}}", [f"{{{one}}}" for one in known])
            )
    return text


def _needed(layers: Layers, key: str, example: str, ems: Ems | None, least: Length) -> Length:
    """A length of at least `least`, as the first layer says it that has it right; LACKING where none has."""
    said = [table for table in layers.tables if table.has(key)]
    for table in said:
        value = table.length(key, LACKING, ems, example)
        if value >= least:
            return value
        if value != LACKING:
            table.bad(key, table.values.get(key), example)
    if not said:
        layers.tables[-1].need(key, example)
    return LACKING


def _inks(layers: Layers, findings: list[Finding]) -> tuple[tuple[str, Colour], ...]:
    table = layers.table("inks")
    found = []
    for name in table.names():
        # One that is wrong is told and keeps its name, lest every style that asks for it be told as well.
        found.append((name, table.of(name).colour(name) or (PAPER if name == "paper" else BLACK)))
    for name in NEEDED_INKS:
        table.of(name).need(name, '"K100"' if name == "ink" else '"K0"')
    return tuple(found)


def _mistypings(table: Table) -> tuple[str, ...]:
    words = table.texts("mistypings", typos.KINDS)
    for word in words:
        if word not in typos.KINDS:
            place = table.value_place("mistypings")
            table.findings.append(unknown("READ-CHOICE", place, word, typos.KINDS, "mistypings"))
    return words


def _sections(
    layers: Layers, inks: tuple[tuple[str, Colour], ...], findings: list[Finding]
) -> tuple[tuple[str, str], ...]:
    """Section → the name of its ink."""
    table = layers.table("sections")
    known = [name for name, _ in inks]
    found = []
    for section in table.names():
        ink = table.of(section).text(section, example='"accent"')
        if ink in known:
            found.append((section, ink))
        elif ink:
            findings.append(unknown("READ-INK", table.of(section).value_place(section), ink, known))
    return tuple(found)


def _nearest(layers: Layers, keys: tuple[tuple[str, str], ...]) -> Place:
    """Where the first of these keys (table, key) stands in the file nearest to the issue that has any of them."""
    said = [(layers.table(name).of(key), key) for name, key in keys]
    for file in (table.file for table in layers.tables):
        for table, key in said:
            if table.file is file and table.has(key):
                return table.value_place(key)
    return Place(layers.tables[-1].file.path)


def _check_area(made: House, layers: Layers, findings: list[Finding]) -> bool:
    """Whether lines can be set at all. A warning where the rows do not fill the space between head and foot within a
    row, an error where they leave the page.

    The last row is as high as its type: below its baseline nothing of the leading is printed.
    """
    if made.row < made.body:
        shown = [f"{value / PT:g}" for value in (made.row, made.body)]
        place = _nearest(layers, (("grid", "body"), ("grid", "row")))
        findings.append(finding("READ-ROW-CLOSE", place, row=shown[0], body=shown[1]))
    width = made.width - made.margins.inner - made.margins.outer
    if width < LEAST_EMS * made.body:
        shown = [f"{value / MM:.1f}" for value in (width, LEAST_EMS * made.body)]
        findings.append(finding("READ-NO-WIDTH", _nearest(layers, _WIDTH), room=shown[0], least=shown[1]))
        return False
    taken = made.row * (made.rows - 1) + made.body
    room = made.height - made.margins.head - made.margins.foot
    foot = made.margins.head + taken
    if foot > made.height:
        shown = [f"{value / MM:.1f}" for value in (foot, made.height)]
        findings.append(finding("READ-OFF-SHEET", made.area_at, rows=made.rows, taken=shown[0], room=shown[1]))
    elif not 0 <= room - taken < made.row:
        shown = [f"{value / MM:.1f}" for value in (taken, room)]
        findings.append(finding("READ-TYPE-AREA", made.area_at, rows=made.rows, taken=shown[0], room=shown[1]))
    return True
