"""The workload's stories and the house's sheet go in, a Typst source for the same pages comes out."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workload import BenchStory, Figure

_SPECIAL = re.compile(r"([\\#$*_`<>@=\-+/~\[\]\"'])")

COMPILE = (
    "import sys, typst; source, target, fonts = sys.argv[1:]; "
    "typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True, pdf_tags=False)"
)
"""Run in a process of its own. Tags off: Banxin writes none either."""


@dataclass(frozen=True)
class Sheet:
    """What both engines are told: lengths as TOML and Typst both write them."""

    width: str
    height: str
    head: str
    foot: str
    inner: str
    outer: str
    columns: int
    gutter: str
    size: str
    row: str
    han: str
    heading: str


def sheet(root: Path, template: str) -> Sheet:
    """Reads the sheet, the body style and a page template's grid from styles/."""
    house = _toml(root / "styles" / "house.toml")
    grid = _grid(root / "styles" / "pages", template)
    page, margins = house["sheet"], house["margins"]
    return Sheet(
        width=page["width"],
        height=page["height"],
        **{edge: margins[edge] for edge in ("head", "foot", "inner", "outer")},
        columns=grid["columns"],
        gutter=grid["gutter"],
        size=house["grid"]["body"],
        row=house["grid"]["row"],
        han="Noto Serif CJK SC",
        heading="Noto Sans CJK SC",
    )


def _grid(folder: Path, template: str) -> dict[str, Any]:
    """The [grid] of a template, or of the one it extends."""
    page = _toml(folder / f"{template}.toml")
    inherited = _grid(folder, page["extends"]) if "extends" in page else {}
    return {**inherited, **page.get("grid", {})}


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def source(stories: tuple[BenchStory, ...], on: Sheet, photo: float) -> str:
    """Typst source: each story opens a page, its title across the columns. A photo takes `photo` square points, as
    wide as a column: floats over two columns do not mix with columns in Typst."""
    return "\n\n".join([_preamble(on, photo), *("\n\n".join(_story(story)) for story in stories)]) + "\n"


def _preamble(on: Sheet, photo: float) -> str:
    """Leading is row minus size: with the em's edges, Typst counts it from one line's foot to the next one's top."""
    gutter = on.gutter.replace("em", f" * {on.size}")
    gutters = f"{on.columns - 1} * {gutter}"
    return f"""#set page(width: {on.width}, height: {on.height}, columns: {on.columns}, numbering: "1",
  margin: (top: {on.head}, bottom: {on.foot}, inside: {on.inner}, outside: {on.outer}))
#set columns(gutter: {on.gutter})
#set text(font: "{on.han}", size: {on.size}, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: {on.row} - {on.size},
  spacing: {on.row} - {on.size})
#show heading: set text(font: "{on.heading}", size: {on.size}, weight: "bold")
#show figure: set text(font: "{on.heading}", size: 8pt)
#let column = ({on.width} - {on.inner} - {on.outer} - {gutters}) / {on.columns}
#let photo(file, caption) = figure(
  placement: auto,
  image(file, width: column, height: {photo:.0f} / (column / 1pt) * 1pt, fit: "cover"),
  caption: caption,
)
#let story(title, section, authors, standfirst) = {{
  pagebreak(weak: true)
  place(top, scope: "parent", float: true, {{
    set par(first-line-indent: 0em)
    text(font: "{on.heading}", section)
    parbreak()
    text(size: 24pt, weight: 900, title)
    parbreak()
    text(authors)
    parbreak()
    standfirst
  }})
}}"""


def _story(story: BenchStory) -> list[str]:
    authors = "　".join(story.authors)
    parts = (story.title, story.section, authors, story.standfirst)
    rows = [f"#story({', '.join(f'[{_escaped(part)}]' for part in parts)})"]
    for block in story.blocks:
        if isinstance(block, Figure):
            rows.append(f'#photo("{block.file}", [{_escaped(block.caption)}])')
        else:
            kind, words = block
            rows.append(f"== {_escaped(words)}" if kind == "head" else _escaped(words))
    return rows


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
