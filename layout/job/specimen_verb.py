"""`banxin specimen`: nothing but the product's own styles goes in, specimen.pdf comes out."""

import argparse
import sys
from pathlib import Path

from layout.job import findings, output, places
from layout.job.specimen import build

NAME = "specimen.pdf"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """-o DIR."""
    parser.add_argument("-o", "--out", type=Path, default=Path("build"), help="folder to put it in (build/)")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 2 where styles/specimen.toml cannot be used."""
    data, found = build(places.styles())
    sys.stderr.write(findings.as_text(found, namespace.locale))
    if data is None:
        return 2
    path = namespace.out / NAME
    output.write(path, data)
    print(f"  {path}  {len(data) / 1e6:.1f} MB")
    return findings.exit_code(found)
