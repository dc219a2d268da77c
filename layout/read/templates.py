"""styles/pages/*.toml go in, page templates by name come out: extensions worked out, frames checked.

A template is judged as it stands in the end, after all it extends: what it replaces or leaves out is no fault, and a
template that is only extended need not be whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from layout.model.finding import Finding, finding
from layout.model.style import House, StyleSheet
from layout.model.template import Frame, Furniture, Grid, PageTemplate, house_on
from layout.model.units import PT
from layout.model.value import replace, value
from layout.read.faults import FAR, FAR_STEP, Given, Misfits, Nearness, nearness
from layout.read.frame_keys import FRAME
from layout.read.frames import FURNITURE, MOST_COLUMNS, FrameReader
from layout.read.house import LEAST_EMS
from layout.read.linked import linked
from layout.read.overlaps import overlaps
from layout.read.reach import reached
from layout.read.styles import layered
from layout.read.suits import suits
from layout.read.table import Ems, Table, unknown

KEYS = ("extends", "without", "next", "ground", "mirror", "shares", "suits", "grid", "frame", "furniture")
GRID = ("columns", "gutter", "row", "rows", "body")


def load_templates(
    folder: Path,
    house: House,
    sheet: StyleSheet,
    design: str = "",
    wanted: frozenset[str] | None = None,
    own: Path | None = None,
    named: frozenset[str] | None = None,
) -> tuple[dict[str, PageTemplate], tuple[Finding, ...]]:
    """All templates of folder/pages by name; a design's template of the same name takes the house's place, one of
    the issue's `own` folder that of either. `wanted`: only those, and what they go on with. `named`: those that the
    plan names; others may be passed over where they do not fit the issue's grid. None: each has to fit."""
    findings: list[Finding] = []
    folders = layered(folder, design, findings, own=own)
    files: dict[str, list[Path]] = {}
    for layer in reversed(folders):
        for path in sorted((layer / "pages").glob("*.toml")):
            files.setdefault(path.stem, []).insert(0, path)
    tables = reached(files, wanted, KEYS, findings)
    reader = _Reader(tables, folders, house, sheet, Misfits(), findings)
    asked = list(tables) if wanted is None or not wanted <= tables.keys() else sorted(wanted)
    templates: dict[str, PageTemplate] = {}
    while asked:
        name = asked.pop(0)
        if name in templates:
            continue
        templates[name] = reader.template(name)
        following = templates[name].next
        if following in tables:
            asked.append(following)
        elif following:
            place = next(table.value_place("next") for table in reader.chain(name) if table.has("next"))
            findings.append(unknown("READ-TEMPLATE", place, following, tables))
            templates[name] = replace(templates[name], next="")
    if named is not None:
        templates = _fitting(templates, named, house, reader.misfits)
    findings += reader.misfits.findings()
    return {name: templates[name] for name in tables if name in templates}, tuple(dict.fromkeys(findings))


def _fitting(
    templates: Mapping[str, PageTemplate], named: frozenset[str], house: House, misfits: Misfits
) -> dict[str, PageTemplate]:
    """The templates without those that house.toml's sheet and grid leave no room for, alone or for what they go on
    with, unless the plan comes to them. Where no first page fits, those stay, and are told, that need least more."""
    lines = (house.area_at, house.width_at)
    due = {name for first in named for name in _going_on(first, templates)}
    needs = {name: max(misfits.need(one, lines) for one in _going_on(name, templates)) for name in templates}
    openers = {name: one.suits for name, one in templates.items() if one.opens}
    prose = [name for name, asks in openers.items() if asks and not asks.verse]
    least = min((needs[name] for name in prose or openers), default=0)
    chosen = [name for name, template in templates.items() if template.suits and needs[name] <= least]
    due.update(one for name in chosen for one in _going_on(name, templates))
    passed = {name for name, need in needs.items() if need and name not in due}
    misfits.forget(passed, lines)
    return {name: template for name, template in templates.items() if name not in passed}


def _going_on(name: str, templates: Mapping[str, PageTemplate]) -> list[str]:
    """The template and all that follow it by their `next`."""
    found: list[str] = []
    while name in templates and name not in found:
        found.append(name)
        name = templates[name].next
    return found


@value
class _Item:
    """A table [[frame]] or [[furniture]], and how near its file is to the issue."""

    table: Table
    near: Nearness


@value
class _Reader:
    tables: Mapping[str, Table]
    folders: Sequence[Path]
    """of styles, the issue's own first"""
    house: House
    sheet: StyleSheet
    misfits: Misfits
    findings: list[Finding]

    def template(self, name: str) -> PageTemplate:
        """The template with everything it inherits; frames of the same name override those of the extended one."""
        chain = self.chain(name)
        grids = [self._item(table.table("grid", GRID), step) for step, table in enumerate(chain) if table.has("grid")]
        columns = self._columns(chain, grids)
        grid, rows = self._rows(name, [one.table for one in grids], grids, columns)
        self._check_width(name, grid, columns)
        house = house_on(self.house, grid)
        reader = FrameReader(name, house, self.sheet, columns, rows, self.misfits, self.findings)
        return self._made(name, chain, grid, reader)

    def _item(self, table: Table, step: int) -> _Item:
        return _Item(table, nearness(self.folders, table.file.path, step))

    def _made(self, name: str, chain: tuple[Table, ...], grid: Grid, reader: FrameReader) -> PageTemplate:
        """What the chain of tables says, lines and lengths reckoned by the page's own rows."""
        items = self._kept(chain)
        frames: dict[str, Frame] = {}
        furniture: dict[str, Furniture] = {}
        for (kind, item_name), item in items.items():
            if kind == "frame" and (frame := reader.frame(item.table, item.near)):
                frames[item_name] = frame
            elif kind == "furniture" and (piece := reader.furniture(item.table)):
                furniture[item_name] = piece
        near = {item_name: item.near for (kind, item_name), item in items.items() if kind == "frame"}
        self.findings.extend(linked(tuple(frames.values())))
        if not self.misfits.of(name):  # frames made to fit may well lie on one another
            self.findings.extend(overlaps(tuple(frames.values()), reader.house.rows, near))
        return PageTemplate(
            name=name,
            path=chain[0].file.path,
            grid=grid,
            frames=tuple(frames.values()),
            furniture=tuple(furniture.values()),
            next=next((t.text("next", example='"page"') for t in chain if t.has("next")), ""),
            ground=next((reader.tint(t, "ground") for t in chain if t.has("ground")), ""),
            mirror=next((t.yes("mirror", False) for t in chain if t.has("mirror")), False),
            shares=next((t.yes("shares", False) for t in chain if t.has("shares")), False),
            suits=suits(chain[0]),
        )

    def _kept(self, chain: tuple[Table, ...]) -> dict[tuple[str, str], _Item]:
        """("frame" or "furniture", its name) → its table, those of a name in the place of what they replace."""
        kept: dict[tuple[str, str], _Item] = {}
        for step, table in reversed([*enumerate(chain)]):
            for unwanted in table.texts("without", example='["label"]'):
                gone = [kept.pop((kind, unwanted), None) for kind in ("frame", "furniture")]
                if gone == [None, None]:
                    place = table.value_place("without")
                    known = [name for _, name in kept]
                    self.findings.append(unknown("READ-CHOICE", place, unwanted, known, "without"))
            for kind, keys in (("frame", FRAME), ("furniture", FURNITURE)):
                for name, item in self._named(table.tables(kind, keys)):
                    kept[kind, name] = self._item(item, step)
        return kept

    def _named(self, items: tuple[Table, ...]) -> Iterator[tuple[str, Table]]:
        """The items of one file with their names, which no two may share; one without a name is left out."""
        seen: set[str] = set()
        for item in items:
            name = item.text("name") if item.need("name", '"body"') else ""
            if name in seen:
                self.findings.append(finding("READ-TWICE", item.value_place("name"), what=f"name = “{name}”"))
            seen.add(name)
            if name:
                yield name, item

    def chain(self, name: str) -> tuple[Table, ...]:
        """The template's table and those it extends, nearest first."""
        seen = [name]
        tables = [self.tables[name]]
        while True:
            table = tables[-1]
            parent = table.text("extends", example='"page"')
            if not parent:
                return tuple(tables)
            place = table.value_place("extends")
            if parent not in self.tables:
                self.findings.append(unknown("READ-TEMPLATE", place, parent, self.tables))
                return tuple(tables)
            if parent in seen:
                if parent == seen[0] == min(seen):  # one finding a ring, at the template that comes first by name
                    place = tables[0].value_place("extends")
                    chain = " → ".join([*seen, parent])
                    self.findings.append(finding("READ-EXTENDS", place, name=name, chain=chain))
                return tuple(tables)
            seen.append(parent)
            tables.append(self.tables[parent])

    def _columns(self, chain: tuple[Table, ...], grids: Sequence[_Item]) -> Given:
        """How many columns the page has, and which file says so."""
        for one in grids:
            if one.table.has("columns"):
                count = one.table.whole("columns", MOST_COLUMNS, 1, MOST_COLUMNS)
                return Given(count, one.table.value_place("columns"), one.near)
        chain[0].need("grid", '{ columns = 3, gutter = "1.3em" }')
        return Given(MOST_COLUMNS, chain[0].place("grid"))

    def _check_width(self, name: str, grid: Grid, columns: Given) -> None:
        """Columns too narrow for a line are told at the line that says how many there are, or how wide the page is."""
        if columns.near == FAR:
            return  # the template has no grid, which is told
        house = self.house
        area = house.width - house.margins.inner - house.margins.outer
        if (area + grid.gutter) // grid.columns - grid.gutter >= LEAST_EMS * (grid.body or house.body):
            return
        near = nearness(self.folders, house.width_at.path, FAR_STEP)
        place = house.width_at if near < columns.near else columns.place
        self.misfits.narrow.setdefault(place, []).append(name)

    def _rows(self, name: str, tables: Sequence[Table], grids: Sequence[_Item], columns: Given) -> tuple[Grid, Given]:
        """The grid, with the page's own rows where it has any: as many as its type area holds, unless it says how many.
        And how many rows its frames may name."""
        house, margins = self.house, self.house.margins
        ems = Ems(house.body, house.row)
        gutter = next((t.span("gutter", 0, ems, '"1.3em"') for t in tables if t.has("gutter")), 0)
        grid = Grid(columns.count, gutter)
        near = nearness(self.folders, house.area_at.path, FAR_STEP)
        of_house = Given(house.rows, house.area_at, near)
        for key in ("rows", "body"):
            owner = next((table for table in tables if table.has(key)), None)
            if owner and not any(table.has("row") for table in tables):
                owner.need("row", '"15pt"')
        own = next((one for one in grids if one.table.has("row")), None)
        if own is None:
            return grid, of_house
        body = next((t.length("body", house.body, None, '"9pt"') for t in tables if t.has("body")), house.body)
        row = own.table.length("row", house.row, Ems(body, house.row), '"15pt"')
        if min(body, row) < PT:
            own.table.bad("row", own.table.values["row"], '"15pt"')
            return grid, of_house
        most = max(1, (house.height - margins.head - margins.foot - body) // row + 1)
        counted = next((one for one in grids if one.table.has("rows")), None)
        rows = most
        if counted and of_house.near < counted.near and isinstance(asked := counted.table.values["rows"], int):
            if asked > most:  # they fitted the house's sheet
                self.misfits.add("rows", replace(of_house, count=most), name, asked)
            rows = min(asked, most)
        elif counted:
            rows = counted.table.whole("rows", most, 1, most)
        grid, source = replace(grid, row=row, rows=rows, body=body), counted or own
        if of_house.near < source.near:
            return grid, replace(of_house, count=rows)
        return grid, Given(rows, source.table.value_place("rows" if counted else "row"), source.near)
