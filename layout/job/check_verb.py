"""`banxin check FILE.pdf …`: finished PDFs go in; what a printer would refuse is reported, an exit code comes out."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from layout import read
from layout.check import Wanted
from layout.job import apart, findings, places, terminal
from layout.model.finding import Finding, Locale
from layout.model.place import Place
from layout.model.printing import PressProfile
from layout.model.units import LengthError, length
from layout.model.value import replace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PDF … --press --trim --multiple --json."""
    parser.add_argument("pdf", nargs="+", type=Path, help="press files to read back")
    parser.add_argument("--press", default="coated", help="printer profile, a file of styles/press/ (coated)")
    parser.add_argument("--trim", metavar="WxH", help="trim size the pages must have, such as 210x285 (mm)")
    parser.add_argument("--multiple", type=int, default=1, help="what the number of pages is a multiple of (1)")
    parser.add_argument("--json", action="store_true", help="findings as JSON")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a finding is an error; 2 where the profile or the trim asked for does not exist."""
    profile, found = read.load_press(places.styles(), namespace.press)
    if profile is None:
        sys.stderr.write(findings.as_text(found, namespace.locale))
        return 2
    wanted = _wanted(namespace.trim, namespace.multiple, namespace.locale)
    if wanted is None:
        return 2
    held = {path: _checked(path, profile, wanted) for path in namespace.pdf}
    if namespace.json:
        placed = (replace(item, place=Place(str(path))) for path, items in held.items() for item in items)
        terminal.write_json(findings.as_json(placed).decode())
    else:
        sys.stdout.write(report(held, namespace.locale))
    return max(findings.exit_code(items) for items in held.values())


def report(held: Mapping[Path, tuple[Finding, ...]], locale: Locale) -> str:
    """Per file a line with what was counted, then the findings."""
    return "".join(
        f"{path}: {findings.count(items, locale)}\n{findings.as_text(items, locale)}" for path, items in held.items()
    )


def _checked(path: Path, profile: PressProfile, wanted: Wanted) -> tuple[Finding, ...]:
    return tuple(apart.checked(path, profile, wanted))


def _wanted(trim: str | None, multiple: int, locale: Locale) -> Wanted | None:
    """What the options ask of a file; None, with a word on stderr, where the trim cannot be understood."""
    if trim is None:
        return Wanted(multiple=multiple)
    try:
        width, height = (length(f"{side}mm") for side in trim.lower().replace("×", "x").split("x"))
    except (LengthError, ValueError):
        told = "成品尺寸应写作 210x285" if locale == "zh" else "a trim size is written 210x285, not"
        print(f"banxin: {told} ({trim})", file=sys.stderr)
        return None
    return Wanted(width, height, multiple=multiple)
