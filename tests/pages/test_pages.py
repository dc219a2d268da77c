"""Small issues, each a folder here, and the dump they must give. `make golden` writes the dumps anew.

All are set with styles/ beside them and the made test font, in which every Han is one em and every Latin letter half an
em, so that line ends can be checked on paper.
"""

import os
import shutil
from pathlib import Path

import pytest

from layout.job import findings, places
from layout.job.dump_verb import pages_of
from layout.proof import dump

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted(file.parent.name for file in HERE.glob("*/issue.toml"))


@pytest.mark.parametrize("case", CASES)
def test_pages(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = tmp_path / case
    shutil.copytree(HERE / case, issue)
    shutil.copytree(HERE / "styles", issue / "styles", dirs_exist_ok=True)
    shutil.copytree(ROOT / "styles" / "press", issue / "styles" / "press", dirs_exist_ok=True)
    monkeypatch.setattr(places, "fonts", lambda: ROOT / "tests" / "fonts")
    monkeypatch.chdir(issue)
    pages, found = pages_of(Path("."))
    told = findings.as_text(found, "en") + dump.as_text(pages)
    expected = HERE / case / "expected.txt"
    if os.environ.get("BANXIN_GOLDEN"):
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")
