"""`banxin dump`: an issue goes in; its pages, frames and lines come out as text or JSON. No file is written."""

import argparse
import sys
from pathlib import Path

from layout.job import findings
from layout.job.build import build
from layout.proof import dump


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ISSUE --page --json -o."""
    parser.add_argument("issue", nargs="?", type=Path, default=Path("issue"), help="folder of the issue (issue/)")
    parser.add_argument("--page", help="only the page with this folio")
    parser.add_argument("--json", action="store_true", help="JSON, with positions in mm and source places")
    parser.add_argument("-o", "--out", type=Path, default=Path("build"), help="folder whose cache is used (build/)")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a finding is an error; 2 where there is no such page, or nothing to set."""
    result = build(namespace.issue, "none", namespace.out)
    sys.stderr.write(findings.as_text(result.findings, namespace.locale))
    pages = tuple(page for page in result.pages if namespace.page in (None, page.label, str(page.number)))
    if not pages:
        told = "没有这一页" if namespace.locale == "zh" else "no such page"
        print(f"banxin: {told}: {namespace.page or namespace.issue}", file=sys.stderr)
        return 2
    sys.stdout.write(dump.as_json(pages) if namespace.json else dump.as_text(pages))
    return findings.exit_code(result.findings)
