"""docs/findings.md and its Chinese twin against the messages and the tests: each finding with a case that makes it fire
and one in which it stays silent. `make findings` writes the pages anew."""

import subprocess
import sys

from layout.model.messages import MESSAGES
from tests.findings_page import EN, PARTS, ROOT, ZH


def test_every_message_has_a_part() -> None:
    rows = [code for module, _, _ in PARTS for code in module.ROWS]
    assert sorted(rows) == sorted(MESSAGES)


def test_the_pages_say_what_the_code_and_the_tests_say() -> None:
    """In a process of its own, since pytest collects the whole suite there."""
    before = EN.read_text("utf-8"), ZH.read_text("utf-8")
    command = [sys.executable, "-m", "tests.findings_page", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert (EN.read_text("utf-8"), ZH.read_text("utf-8")) == before
