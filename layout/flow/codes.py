"""A frame for a QR code or a barcode and the issue's data go in; the code at its place, with what is wrong, comes out.

Sizes of the barcode: GS1 General Specifications 5.2.6 and GB 12904: module 0.33 mm, 80 to 200 per cent of it; quiet
zones of 11 modules before and 5 after the add-on, 7 to 12 between the two symbols.
"""

import re
from collections.abc import Mapping

from layout.flow import ean
from layout.flow.grid import PageGrid
from layout.flow.setting import Setting
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.glyphs import Line
from layout.model.page import CodeRows, PlacedCode, PlacedFill, PlacedFrame, PlacedLine, modules_across
from layout.model.place import Place, Source
from layout.model.story import Paragraph
from layout.model.template import Frame
from layout.model.units import MM, Length, millimetres, scaled
from layout.model.value import replace

MODULE = 33 * MM // 100
"""Nominal width of a module."""
SMALLEST, LARGEST = 80, 200
"""Per cent of it."""
BEFORE, BETWEEN, AFTER, MAIN, ADD_ON = 11, 9, 5, 95, 20
"""Modules: quiet zones before, between and after the symbols, and the symbols."""
ACROSS = BEFORE + MAIN + BETWEEN + ADD_ON + AFTER
BARS, GUARDS, DOWN, LOWER = 6924, 500, 7950, 788
"""Hundredths of a module: height of the bars (22.85 mm), what guards stand below them, the whole symbol with its
digits, and how much lower the bars of the add-on begin (they are 21.9 mm high)."""

FIGURE = 735
"""Per mille of the size that a figure is high, in Noto Sans."""

QR_MOST = 57
"""Modules of a side, version 10. More are too fine for a magazine (ours)."""
QR_BYTES = 213
"""Bytes that it holds at level M (ISO/IEC 18004, table 7); of figures and capitals alone more."""
QR_LEAST = MM * 33 // 100
"""A module that telephones read at reading distance (ours)."""

_KEY = re.compile(r"[a-z][a-z0-9-]*")
"""What is no text of a code but the name of one in [data]."""
_Result = tuple[PlacedFrame, tuple[Finding, ...]]


def is_code(takes: str) -> bool:
    """Whether a frame takes a code."""
    return takes == "barcode" or takes.startswith("qr:")


def place_code(
    setting: Setting, grid: PageGrid, frame: Frame, data: Mapping[str, str], said_at: Mapping[str, Place]
) -> _Result:
    """The frame's code, as large as fits; an empty frame where the data lack what it needs. What is wrong with them is
    told where they are written."""
    lines = (frame.lines[0] or 1, frame.lines[1] or setting.house.rows)
    placed = PlacedFrame(frame.name, frame.takes, grid.box(frame.columns, lines), frame.columns, lines)
    if frame.takes == "barcode":
        return _barcode(setting, frame, placed, data, said_at)
    name = frame.takes.removeprefix("qr:")
    if not data.get(name, name) or (name not in data and _KEY.fullmatch(name)):
        return placed, (finding("PAGE-QR-NONE", _place(frame, said_at, name), name=name),)
    text = data.get(name, name)
    place = _place(frame, said_at, name) if name in data else frame.place
    return place_qr(replace(frame, place=place), placed, text, setting.code_rows(text))


def _at(frame: Frame, box: Rect, width: Length, height: Length) -> Rect:
    """A box of this size at the frame's left edge, by its `stand`."""
    down = {"top": 0, "middle": (box.height - height) // 2, "foot": box.height - height}[frame.stand]
    return Rect(box.x, box.y + down, width, height)


def place_qr(frame: Frame, placed: PlacedFrame, text: str, rows: CodeRows) -> _Result:
    """The code with these modules in the square of its quiet zone, or what is wrong with it."""
    if not 0 < len(rows) <= QR_MOST:
        return placed, (finding("PAGE-QR-LONG", frame.place, bytes=len(text.encode()), most=QR_BYTES),)
    across = modules_across(rows)
    module = min(placed.box.width, placed.box.height) // across
    box = _at(frame, placed.box, module * across, module * across)
    found: tuple[Finding, ...] = ()
    if module < QR_LEAST:
        told, least = f"{millimetres(module):.2f}", f"{millimetres(QR_LEAST):.2f}"
        found = (finding("PAGE-QR-SMALL", frame.place, module=told, least=least),)
    return _with(placed, (PlacedFill(box, "paper"),), codes=(PlacedCode("qr", text, box, rows),)), found


def _place(frame: Frame, said_at: Mapping[str, Place], name: str) -> Place:
    """Where the text of this name stands in the plan, or would stand; the frame where there is no plan."""
    return said_at.get(name) or said_at.get("") or frame.place


def _asked_at(frame: Frame, said_at: Mapping[str, Place], name: str) -> Place:
    """The frame, where it is one of the issue's own; of the product's, what the issue asks to stand in it."""
    folder, slash, _ = said_at[""].path.rpartition("/") if "" in said_at else ("", "", "")
    own = frame.place.path.startswith(folder + slash) if slash else not frame.place.path.startswith("/")
    return frame.place if own else _place(frame, said_at, name)


def _barcode(
    setting: Setting, frame: Frame, placed: PlacedFrame, data: Mapping[str, str], said_at: Mapping[str, Place]
) -> _Result:
    issn, add_on = data.get("issn", ""), ean.add_on_of(data.get("number", ""))
    match = ean.ISSN.fullmatch(issn)
    if match is None:
        return placed, (finding("PAGE-BARCODE-ISSN", _place(frame, said_at, "issn"), issn=issn),)
    check = ean.issn_check(match[1] + match[2])
    if match[3].upper() != check:
        return placed, (finding("PAGE-BARCODE-CHECK", _place(frame, said_at, "issn"), issn=issn, check=check),)
    if not add_on:
        return placed, (
            finding("PAGE-BARCODE-NUMBER", _place(frame, said_at, "number"), number=data.get("number", "")),
        )
    variant = data.get("issn-variant", "00")
    if ean.VARIANT.fullmatch(variant) is None:
        return placed, (finding("PAGE-BARCODE-VARIANT", _place(frame, said_at, "issn-variant"), variant=variant),)
    module = min(placed.box.width // ACROSS, placed.box.height * 100 // DOWN, MODULE * LARGEST // 100)
    found: tuple[Finding, ...] = ()
    if module * 100 < MODULE * SMALLEST:
        percent = module * 100 // MODULE
        place = _asked_at(frame, said_at, "issn")
        found = (finding("PAGE-BARCODE-SMALL", place, percent=percent, least=SMALLEST),)
    box = _at(frame, placed.box, module * ACROSS, scaled(module, DOWN, 100))
    digits = ean.digits_of(issn, variant)
    fills = (PlacedFill(box, "paper"), *_bars(box, module, digits, add_on))
    return _with(placed, fills, lines=_figures(setting, frame, box, module, (digits, add_on))), found


def _bars(box: Rect, module: Length, digits: str, add_on: str) -> list[PlacedFill]:
    """A fill for each bar; those of the guards stand lower than those of the digits."""
    plain, guarded = scaled(module, BARS, 100), scaled(module, BARS + GUARDS, 100)
    lower = scaled(module, LOWER, 100)
    made = []
    for start, width in _runs(ean.modules(digits)):
        guard = start < 3 or start >= MAIN - 3 or 45 <= start < 50
        x = box.x + (BEFORE + start) * module
        made.append(PlacedFill(Rect(x, box.y, width * module, guarded if guard else plain), "ink"))
    for start, width in _runs(ean.add_on_modules(add_on)):
        x = box.x + (BEFORE + MAIN + BETWEEN + start) * module
        made.append(PlacedFill(Rect(x, box.y + lower, width * module, guarded - lower), "ink"))
    return made


def _runs(modules: str) -> list[tuple[int, int]]:
    """(first module, how many) of each bar."""
    edges = [0, *(index for index in range(1, len(modules)) if modules[index] != modules[index - 1]), len(modules)]
    return [(a, b - a) for a, b in zip(edges, edges[1:], strict=False) if modules[a] == "1"]


def _figures(
    setting: Setting, frame: Frame, box: Rect, module: Length, digits: tuple[str, str]
) -> tuple[PlacedLine, ...]:
    """The digits under the bars, each in the middle of its seven modules; those of the add-on over it."""
    first = BEFORE - 9
    halves = (*(BEFORE + 3 + 7 * index for index in range(6)), *(BEFORE + 50 + 7 * index for index in range(6)))
    start = BEFORE + MAIN + BETWEEN + len(ean.ADD_ON_GUARD)
    foot, size = scaled(module, BARS + 100, 100), _shaped_size(setting, frame)
    return (
        _line(setting, frame, digits[0], (first, *halves), (box, module, foot + scaled(size, FIGURE, 1000))),
        _line(setting, frame, digits[1], (start, start + 9), (box, module, scaled(module, LOWER - 100, 100))),
    )


def _style(frame: Frame) -> str:
    return dict(frame.styles).get("barcode", "barcode")


def _shaped_size(setting: Setting, frame: Frame) -> Length:
    return setting.shape(_paragraph(frame, "0"), _style(frame), "horizontal").style.size


def _paragraph(frame: Frame, text: str) -> Paragraph:
    return Paragraph("barcode", text, Source(frame.place.path))


def _line(
    setting: Setting, frame: Frame, text: str, cells: tuple[int, ...], where: tuple[Rect, Length, Length]
) -> PlacedLine:
    """Figures at their cells; the baseline so far below the head of the box."""
    box, module, down = where
    shaped = setting.shape(_paragraph(frame, text), _style(frame), "horizontal")
    along = tuple(
        cell * module + (7 * module - width) // 2 + shift
        for cell, width, shift in zip(cells, shaped.widths, shaped.shifts, strict=True)
    )
    line = Line(0, len(shaped.gids), box.width, sum(shaped.widths), 0, along, last=True)
    return PlacedLine(shaped, line, box.x, box.y + down)


def _with(
    placed: PlacedFrame,
    fills: tuple[PlacedFill, ...],
    lines: tuple[PlacedLine, ...] = (),
    codes: tuple[PlacedCode, ...] = (),
) -> PlacedFrame:
    return PlacedFrame(
        placed.name, placed.takes, placed.box, placed.columns, placed.rows, fills=fills, lines=lines, codes=codes
    )
