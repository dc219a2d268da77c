"""`banxin templates`: a folder of styles goes in; each page template as a small SVG and a sheet of all come out."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from layout import read
from layout.flow.grid import PageGrid
from layout.flow.stretching import idle
from layout.job import findings, output, places
from layout.job.load import own_styles, styles_of
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.style import House
from layout.model.template import Frame, Furniture, PageTemplate, house_on
from layout.proof.templates import FrameView, PageView, picture, sheet

OPEN_ROWS = 6
"""Rows at which a frame is drawn that is as high as its content."""
INDEX = "index"
"""Name of the sheet; a template of this name would be drawn on the sheet alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ISSUE --design -o."""
    parser.add_argument("issue", nargs="?", type=places.folder_of, default=places.issue(), help=places.ISSUE)
    parser.add_argument("--design", default="", help="folder of styles/ that stands before the house")
    parser.add_argument("-o", "--out", type=Path, default=Path("build/templates"), help="folder (build/templates/)")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a template has errors; 2 where there is nothing to draw."""
    styles = styles_of(namespace.issue)
    own = own_styles(namespace.issue)
    house, words, found = read.load_styles(styles, namespace.design, own=own)
    templates: dict[str, PageTemplate] = {}
    if house and words:
        templates, more = read.load_templates(styles, house, words, namespace.design, own=own)
        found += more
        found += tuple(_idle(templates, house))
    sys.stderr.write(findings.as_text(found, namespace.locale))
    if not house or not templates:
        return 2
    views = [view_of(house, templates[name]) for name in sorted(templates)]
    for view in views:
        output.write(namespace.out / f"{view.name}.svg", picture(view))
    listed = namespace.out / f"{INDEX}.svg"
    output.write(listed, sheet(views, namespace.design or "styles/pages"))
    told = f"{len(views)} 个模板" if namespace.locale == "zh" else f"{len(views)} templates"
    print(f"  {listed}  {told}")
    return findings.exit_code(found)


def _idle(templates: Mapping[str, PageTemplate], house: House) -> Iterator[Finding]:
    """Rows that frames may give for nothing; said once where templates inherit the frame."""
    for template in templates.values():
        for frame in idle(template, house_on(house, template.grid).rows):
            yield finding("PAGE-ELASTIC", frame.place, name=frame.name, least=frame.elastic[0])


def view_of(house: House, template: PageTemplate) -> PageView:
    """The template on a recto."""
    house = house_on(house, template.grid)
    grid = PageGrid(house, template.grid, "recto")
    return PageView(
        template.name, house.width, house.height, house.bleed, grid.area,
        tuple(grid.column(column) for column in range(1, template.grid.columns + 1)),
        tuple(grid.top(row) for row in range(1, house.rows + 1)), house.body,
        tuple(_frame(grid, frame) for frame in template.frames),
        tuple(_piece(grid, piece) for piece in template.furniture),
    )  # fmt: skip


def _frame(grid: PageGrid, frame: Frame) -> FrameView:
    first, last = frame.lines
    rows = (first or max(1, last - OPEN_ROWS + 1), last or min(grid.house.rows, first + OPEN_ROWS - 1))
    box: Rect = grid.bled(grid.box(frame.columns, rows), frame.bleed)
    lines = "-".join(str(line or "") for line in ((first,) if first == last else frame.lines))
    open_ = not (first and last)
    return FrameView(frame.name, frame.takes, lines, box, open_, frame.direction == "vertical", frame.displaces)


def _piece(grid: PageGrid, piece: Furniture) -> tuple[str, int, int, bool]:
    """Its text, where it begins or ends, and whether it stands at the right edge."""
    house = grid.house
    y = piece.down if piece.down >= 0 else house.height + piece.down
    if piece.edge == "centre":
        return piece.text, house.width // 2 + piece.along, y, False
    left = (piece.edge == "inner") == grid.inner_is_left
    return piece.text, piece.along if left else house.width - piece.along, y, not left
