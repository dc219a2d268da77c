"""`banxin lines`: a text file goes in, a paragraph a line; the lines it is set in come out, as text or JSON."""

import argparse
import json
import sys
from pathlib import Path
from typing import get_args

from layout import lines, read
from layout.font import open_book
from layout.job import findings, places, terminal
from layout.job.faces import lacking
from layout.model.finding import Finding, finding, worst
from layout.model.glyphs import Line, ShapedParagraph, line_text
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import Breaker, Level, ParagraphStyle, Punct, Region, StyleSheet
from layout.model.units import Length, LengthError, length
from layout.model.value import replace
from layout.read.files import decoded, without_controls
from layout.shape import Shaper

STANDARD_INPUT = "-"
USAGE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE --style --measure --indent and what else of the style shall differ."""
    parser.add_argument("file", nargs="?", default=STANDARD_INPUT, help="text, one paragraph a line; - is stdin (-)")
    parser.add_argument("--style", default="body", help="paragraph style of styles/text.toml (body)")
    parser.add_argument("--measure", required=True, help="length of the lines, such as 14.8em or 60mm")
    parser.add_argument("--indent", help="of each paragraph's first line")
    parser.add_argument("--level", choices=get_args(Level), help="line-start and line-end prohibition")
    parser.add_argument("--punct", choices=get_args(Punct), help="style of punctuation")
    parser.add_argument("--region", choices=get_args(Region), help="whose practice")
    parser.add_argument("--breaker", choices=get_args(Breaker), help="whole paragraph, line by line, or by phrases")
    parser.add_argument("--json", action="store_true", help='one {"lines": [...]} a paragraph')


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 2 where the text or an option cannot be used. Loose or overfull lines are told, and are no failure:
    the verb is there to look at them."""
    texts, found = _texts(namespace.file)
    sheet, more = _sheet()
    found += more
    style, measure, more = _style(namespace, sheet)
    found += more
    if style is None or worst(found) == "error":
        sys.stderr.write(findings.as_text(found, namespace.locale))
        return USAGE
    shaper = Shaper(open_book(places.fonts() / "fonts.toml"), sheet)
    told, missing = list(found), []
    for number, text in enumerate(texts, 1):
        paragraph = Paragraph(style.name, text, Source(namespace.file, ((0, number, 1),)))
        shaped = shaper.shape(paragraph, style)
        done = lines.set_lines(shaped, (measure,))
        told += lines.complaints(shaped, done)
        missing.append((shaped.paragraph, shaped.missing))
        if namespace.json:
            terminal.write_json(as_json(shaped, done))
        else:
            sys.stdout.write(as_text(shaped, done))
    sys.stderr.write(findings.as_text((*told, *lacking(missing)), namespace.locale))
    return 0


def _texts(name: str) -> tuple[list[str], tuple[Finding, ...]]:
    """The paragraphs of a file. OSError, which the command line tells, where it cannot be read."""
    data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    text, found = decoded(data, name)
    if text is None:
        return [], found
    text, more = without_controls(text, name)
    return text.removesuffix("\n").split("\n") if text else [], found + more


def _sheet() -> tuple[StyleSheet, tuple[Finding, ...]]:
    _, sheet, found = read.load_styles(places.styles())
    return sheet or StyleSheet(()), found


def _style(
    namespace: argparse.Namespace, sheet: StyleSheet
) -> tuple[ParagraphStyle | None, Length, tuple[Finding, ...]]:
    """The named style with the options' changes, and the measure; None with findings where one is no use."""
    try:
        style = sheet.paragraph(namespace.style)
    except KeyError:
        known = ", ".join(style.name for style in sheet.paragraphs)
        return None, 0, (finding("LINES-STYLE", name=namespace.style, known=known),)
    changes = {name: getattr(namespace, name) for name in ("level", "punct", "region", "breaker")}
    style = replace(style, **{name: value for name, value in changes.items() if value is not None})
    try:
        measure = length(namespace.measure, style.size)
        indent = style.indent if namespace.indent is None else length(namespace.indent, style.size)
    except LengthError as wrong:
        return None, 0, (finding("LINES-MEASURE", option="--measure, --indent", reason=wrong),)
    if measure <= 0 or indent < 0 or indent >= measure:
        reason = f"{namespace.measure} leaves no room for a line"
        return None, 0, (finding("LINES-MEASURE", option="--measure, --indent", reason=reason),)
    return replace(style, indent=indent), measure, ()


def as_json(shaped: ShapedParagraph, done: tuple[Line, ...]) -> str:
    """One object on a line of its own: each line's text, natural width and what justification added, in ems."""
    size = shaped.style.size
    rows = [
        {
            "text": line_text(shaped, line),
            "natural_em": round(line.natural / size, 3),
            "adjust_em": round(line.adjust / size, 3),
        }
        for line in done
    ]
    return json.dumps({"lines": rows}, ensure_ascii=False) + "\n"


def as_text(shaped: ShapedParagraph, done: tuple[Line, ...]) -> str:
    """A line of text for each, what was added in front; an empty line after the paragraph."""
    size = shaped.style.size
    return "".join(f"{line.adjust / size:+6.2f}  {line_text(shaped, line)}\n" for line in done) + "\n"
