"""`banxin init`: the name of a new folder goes in, a small issue that builds is written there, its files are listed."""

import argparse
import sys
from pathlib import Path

from layout.job import findings
from layout.read.init import make_issue

REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """DIR."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="new or empty folder to write the issue to")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 2 where the folder is not empty or cannot be written, and then nothing is."""
    made, found = make_issue(namespace.folder)
    sys.stderr.write(findings.as_text(found, namespace.locale))
    if found:
        return REFUSED
    for path in made:
        print(f"  {path}")
    print(f"  banxin build {namespace.folder}")
    return 0
