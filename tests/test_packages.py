"""requirements.lock: every package by version and digest, none from an address of its own, none forgotten."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"requirements.lock": ("dev", "build"), "requirements-bench.lock": ("bench",)}
PIN = re.compile(r"^([a-z0-9-]+)==\S+.*?$((?:\n    --hash=sha256:[0-9a-f]{64}.*$)+)", re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_digests(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    said = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith(("#", "--hash="))]
    pinned = {match[1] for match in PIN.finditer(text)}
    assert len(said) == len(pinned)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *(one for extra in LOCKS[name] for one in project["optional-dependencies"][extra]),
    ]
    assert {re.split(r"[<>=\[ ]", one)[0].lower() for one in asked} <= pinned


def test_what_is_in_both_is_the_same() -> None:
    first, second = ({m[1]: m[0] for m in PIN.finditer((ROOT / name).read_text("utf-8"))} for name in LOCKS)
    assert {name: second[name] for name in second.keys() & first.keys()} == {
        name: first[name] for name in second.keys() & first.keys()
    }


def test_the_build_backend_is_the_one_that_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["build-system"]["requires"] == project["project"]["optional-dependencies"]["build"]
