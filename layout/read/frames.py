"""A table [[frame]] or [[furniture]] of a page template goes in, the frame or the piece of furniture comes out."""

import re
from typing import Literal, get_args

from layout.model.finding import Finding, finding
from layout.model.style import HAIRLINE, Direction, House, StyleSheet
from layout.model.template import LEFT_OUT, Displaces, Fit, Frame, Furniture, NotesAt, Stand
from layout.model.units import MM, Length
from layout.model.value import value
from layout.read import heading
from layout.read.body import BOX_KINDS
from layout.read.faults import Given, Misfits, Nearness
from layout.read.frame_keys import TAKES, check_kind
from layout.read.table import Ems, Table, unknown

FURNITURE = (
    *("name", "text", "style", "edge", "along", "down", "direction", "rule", "tint", "width", "height", "step"),
    "over",
)
MOST_COLUMNS = 24

_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_DISPLACES: tuple[Displaces, ...] = get_args(Displaces)
_STANDS: tuple[Stand, ...] = get_args(Stand)
_NUMBERS: tuple[Literal["story", "page"], ...] = ("story", "page")
_NOTES_AT: tuple[NotesAt, ...] = get_args(NotesAt)
_BALANCES: tuple[Literal["never", "last", "always"], ...] = ("never", "last", "always")
_CAPTIONS: tuple[Literal["under", "over", "beside", "none"], ...] = ("under", "over", "beside", "none")
_FITS: tuple[Fit, ...] = get_args(Fit)
_FOLIOS: tuple[Literal["before", "after"], ...] = ("before", "after")
_EDGES = ("top", "foot", "outer", "inner")
_SIDES = ("top", "foot", "left", "right")

_RANGE = re.compile(r"\s*(\d{1,3}|(?=[-–]\s*\d))\s*(?:([-–])\s*(\d{0,3})\s*)?")
_ELASTIC = re.compile(r"\s*([+-]?\d{1,3})\s*(?:\.\.|…)\s*([+-]?\d{1,3})\s*")
_TINT = re.compile(r"(\S+?)(?:\s+(\d{1,3})\s*%)?")
_NAMED = re.compile(r"(?:text|qr):.+")
_WIDEST_RULE = 10 * MM


@value
class FrameReader:
    """Reads the frames of one template; lines and lengths are reckoned by the page's own rows."""

    template: str
    house: House
    sheet: StyleSheet
    columns: Given
    rows: Given
    misfits: Misfits
    findings: list[Finding]

    @property
    def ems(self) -> Ems:
        return Ems(self.house.body, self.house.row)

    def frame(self, item: Table, near: Nearness) -> Frame | None:
        """The frame; `near`: how near its file is to the issue."""
        name = item.text("name")
        takes = self._takes(item)
        lacking = [key for key in ("columns", "lines") if not item.need(key, '"1-3"')]
        if takes:
            check_kind(item, takes)
        if not takes or lacking:
            return None
        columns = self._span(item, name, "columns", self.columns, near)
        lines = self._span(item, name, "lines", self.rows, near)
        if columns is None or lines is None:
            return None
        styles = self._styles(item)
        if takes.startswith("text:") and not any(role == "text" for role, _ in styles):
            self._style(item, "takes", takes.removeprefix("text:"))
        if item.values.get("caption") == "over" and not any(role == "caption" for role, _ in styles):
            self._style(item, "caption", "caption-over")
        if takes == "advert" and not any(role == "label" for role, _ in styles):
            self._style(item, "takes", "advert-label")
        return Frame(
            name=name,
            takes=takes,
            columns=columns,
            lines=lines,
            place=item.value_place("name"),
            direction=item.choice("direction", _DIRECTIONS, "horizontal"),
            displaces=item.choice("displaces", _DISPLACES, "none"),
            gap=item.span("gap", 0, self.ems, '"1em"'),
            linked=item.yes("linked", False),
            initial=item.whole("initial", 0, 0, 9),
            end_mark=item.text("end-mark", example='"■"').strip(),
            notes=item.choice("notes", _NOTES_AT, "column"),
            note_numbers=item.choice("note-numbers", _NUMBERS, "story"),
            inner=item.whole("inner", 1, 1, MOST_COLUMNS),
            gutter=item.span("gutter", 0, self.ems, '"1em"') if item.has("gutter") else None,
            balance=item.choice("balance", _BALANCES, "never"),
            stand=item.choice("stand", _STANDS, "top"),
            styles=styles,
            roles=self._words(item, "roles", heading.ROLES),
            offices=item.texts("offices", example='["本刊记者"]'),
            folio=item.choice("folio", _FOLIOS, "before"),
            leader=item.text("leader", example='"·"').strip(),
            join=item.text("join", example='"／"'),
            beside=self._beside(item),
            elastic=_elastic(item),
            bleed=self._words(item, "bleed", _EDGES),
            tint=self.tint(item, "tint"),
            inset=item.span("inset", 0, self.ems, '"1em"'),
            abreast=item.whole("abreast", 1, 1, 6),
            fit=item.choice("fit", _FITS, "crop") if item.has("fit") else None,
            spread=item.yes("spread", False),
            caption=item.choice("caption", _CAPTIONS, "under"),
            rule=self._rule(item),
            rule_width=_rule_width(item),
            rule_colour=self.tint(item, "rule-colour") or "ink",
            column_rule=self.tint(item, "column-rule"),
            kinds=self._words(item, "kinds", BOX_KINDS),
        )

    def _takes(self, item: Table) -> str:
        takes = item.text("takes") if item.need("takes", '"story"') else ""
        if not takes or takes in TAKES or _NAMED.fullmatch(takes):
            return takes
        known = (*TAKES, "text:…", "qr:…")
        self.findings.append(unknown("READ-CHOICE", item.value_place("takes"), takes, known, "takes"))
        return ""

    def _span(self, item: Table, name: str, key: str, given: Given, near: Nearness) -> tuple[int, int] | None:
        """First and last of "2", "2-3" or, for lines, "1-" and "-36" (the open end is 0); None with a finding."""
        count = given.count
        value = item.values.get(key)
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        match = _RANGE.fullmatch(text) if isinstance(text, str) else None
        if match is None or (key == "columns" and match.group(2) and not (match.group(1) and match.group(3))):
            item.wrong(key, '"1-3"')
            return None
        first = int(match.group(1) or 0)
        last = int(match.group(3)) if match.group(3) else 0 if match.group(2) else first
        if (
            not (1 if match.group(1) else 0) <= first <= count
            or last > count
            or (match.group(3) and last < max(first, 1))
        ):
            fitted = max(first, last) > count and not (match.group(3) and last < first)
            if fitted and given.near < near:  # it fits but for what a file nearer to the issue says
                self.misfits.add("columns" if key == "columns" else "rows", given, self.template, max(first, last))
                return min(first, count), min(last, count)  # for proofs
            place = item.value_place(key)
            self.findings.append(finding("READ-OFF-GRID", place, name=name, key=key, value=text, count=count))
            return None
        return first, last

    def _styles(self, item: Table) -> tuple[tuple[str, str], ...]:
        inner = item.table("styles")
        found = []
        for role in inner.values:
            style = inner.text(role, example='"title-feature"')
            if style and self._style(inner, role, style):
                found.append((role, style))
        return tuple(found)

    def _style(self, table: Table, key: str, style: str) -> bool:
        known = [one.name for one in self.sheet.paragraphs]
        if style in known:
            return True
        self.findings.append(unknown("READ-STYLE", table.value_place(key), style, known))
        return False

    def _words(self, item: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        words = item.texts(key, example=f'["{known[0]}"]')
        for word in words:
            if word not in known:
                self.findings.append(unknown("READ-CHOICE", item.value_place(key), word, known, key))
        return tuple(word for word in words if word in known)

    def _beside(self, item: Table) -> str:
        """The name of a text of the plan, which is set in the style of that name."""
        name = item.text("beside", example='"jointly"')
        return name if name and self._style(item, "beside", name) else ""

    def _over(self, item: Table) -> str:
        style = item.text("over", example='"running-head-over"')
        return style if not style or style == LEFT_OUT or self._style(item, "over", style) else ""

    def _rule(self, item: Table) -> str:
        """Sides with a hairline, as `top`, `left right` …"""
        sides = item.text("rule", example='"top"').split()
        for side in sides:
            if side not in _SIDES:
                self.findings.append(unknown("READ-CHOICE", item.value_place("rule"), side, _SIDES, "rule"))
        return " ".join(side for side in sides if side in _SIDES)

    def tint(self, item: Table, key: str) -> str:
        """`name` or `name 12%`, the ink known."""
        value = item.text(key, example='"accent 12%"').strip()
        if not value:
            return ""
        match = _TINT.fullmatch(value)
        if match is None or int(match.group(2) or 100) > 100:
            item.bad(key, value, '"accent 12%"')
            return ""
        if match.group(1) not in self.house.ink_names:
            self.findings.append(unknown("READ-INK", item.value_place(key), match.group(1), self.house.ink_names))
            return ""
        return f"{match.group(1)} {int(match.group(2))}%" if match.group(2) else match.group(1)

    def furniture(self, item: Table) -> Furniture | None:
        name = item.text("name")
        examples = {"text": '"{folio}"', "style": '"folio"', "edge": '"outer"', "along": '"18mm"', "down": '"-12mm"'}
        examples |= {"width": '"8mm"', "height": '"30mm"'} if item.has("tint") else {}
        lacking = [key for key, example in examples.items() if not item.need(key, example)]
        if lacking:
            return None
        style = item.text("style", example='"folio"')
        if not self._style(item, "style", style):
            return None
        return Furniture(
            name=name,
            text=item.text("text", example='"{folio}"'),
            style=style,
            edge=item.choice("edge", ("outer", "inner", "centre"), "outer"),
            along=item.length("along", 0, self.ems, '"18mm"'),
            down=item.length("down", 0, self.ems, '"-12mm"'),
            direction=item.choice("direction", _DIRECTIONS, "horizontal"),
            rule=item.span("rule", 0, self.ems, '"20mm"'),
            tint=self.tint(item, "tint"),
            width=item.span("width", 0, self.ems, '"8mm"'),
            height=item.span("height", 0, self.ems, '"30mm"'),
            step=item.span("step", 0, self.ems, '"32mm"'),
            over=self._over(item),
            place=item.value_place("text"),
        )


def _rule_width(item: Table) -> Length:
    width = item.length("rule-width", HAIRLINE, None, '"2pt"')
    if HAIRLINE <= width <= _WIDEST_RULE:
        return width
    item.bad("rule-width", item.values.get("rule-width"), '"2pt"')
    return HAIRLINE


def _elastic(item: Table) -> tuple[int, int]:
    """Rows the fitter may take and give, as "-4..+6"."""
    value = item.text("elastic", example='"-4..+6"')
    if not value:
        return 0, 0
    match = _ELASTIC.fullmatch(value.replace("−", "-"))
    low, high = (int(part) for part in match.groups()) if match else (1, -1)
    if low > 0 or high < 0:
        item.bad("elastic", value, '"-4..+6"')
        return 0, 0
    return low, high
