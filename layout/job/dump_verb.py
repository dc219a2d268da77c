"""`banxin dump`: an issue goes in; its pages, frames and lines come out as text or JSON. No file is written."""

import argparse
import sys
from pathlib import Path

from layout.job import findings, places, terminal
from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import load
from layout.model.finding import Finding
from layout.model.page import Page
from layout.proof import dump


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ISSUE --page --json."""
    parser.add_argument("issue", nargs="?", type=places.folder_of, default=places.issue(), help=places.ISSUE)
    parser.add_argument("--page", help="only the pages with this folio")
    parser.add_argument("--json", action="store_true", help="JSON, with positions in mm and source places")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a finding is an error; 2 where there is no such page, or nothing to set."""
    every, found = pages_of(namespace.issue)
    sys.stderr.write(findings.as_text(found, namespace.locale))
    if not every:
        return 2
    pages = tuple(page for page in every if namespace.page in (None, page.label, str(page.number)))
    if not pages:
        told = "没有这一页" if namespace.locale == "zh" else "there is no page"
        print(f"banxin: {told} {namespace.page}", file=sys.stderr)
        return 2
    if namespace.json:
        terminal.write_json(dump.as_json(pages))
    else:
        sys.stdout.write(dump.as_text(pages))
    return findings.exit_code(found)


def pages_of(folder: Path) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """The issue set as far as its pages; none where it cannot be read."""
    loaded, found = load(folder)
    if loaded is None:
        return (), found
    issue, more = compose(loaded, Clock())
    return issue.pages, found + more
