"""A finished PDF goes in, findings come out: what a printer would refuse, and what would go wrong on the press.

Modelled on the thresholds of the Ghent Workgroup's 2022 specification and the structure of ISO 15930-7 (PDF/X-4). No
certification is meant: no open validator of PDF/X exists to test against.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from layout.check.wanted import Wanted
from layout.model.finding import Finding
from layout.model.printing import PressProfile

__all__ = ["Wanted", "each_finding", "run_pdf"]


def run_pdf(data: bytes, profile: PressProfile, wanted: Wanted | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a PDF meant for the press of `profile`. A broken file gives findings, never an error."""
    return tuple(each_finding(data, profile, wanted))


def each_finding(data: bytes | Path, profile: PressProfile, wanted: Wanted | None = None) -> Iterator[Finding]:
    """The same, one by one as they are come upon: what was found stays found where a file ends the reading of it."""
    from layout.check import report  # pikepdf takes 0.09 s to import, which a build that checks nothing shall not pay

    return report.findings(BytesIO(data) if isinstance(data, bytes) else data, profile, wanted or Wanted())
