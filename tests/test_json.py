"""What Banxin writes for programs, against docs/schemas/: nothing missing, nothing that they do not name."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from layout.__main__ import main
from layout.job import findings
from layout.proof import dump, flatplan
from tests import damage

SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"
NUMBERS = {"findings": findings.SCHEMA, "dump": dump.SCHEMA, "plan": flatplan.SCHEMA}


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One with pages of many kinds, a missing manuscript and a photo that is none."""
    folder = tmp_path_factory.mktemp("json") / "issue"
    damage.make(folder)
    (folder / "photos" / "tall.png").write_bytes(b"no picture")
    plan = folder / "issue.toml"
    more = '\n[[entry]]\nstory = "daigao"\ncharacters = "900-1200"\n\n[[entry]]\npage = "no-such"\n'
    plan.write_text(plan.read_text("utf-8") + more, "utf-8")
    return folder


def strict(schema: Any) -> Any:
    """The schema with every object closed, so that a field without a word in it is found."""
    if isinstance(schema, list):
        return [strict(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(inner) for key, inner in schema.items()}
    return closed | {"additionalProperties": False} if "properties" in schema else closed


def held_against(name: str, text: str | bytes) -> Any:
    """The parsed text, which fits its schema."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    told = json.loads(text)
    jsonschema.Draft202012Validator(strict(schema)).validate(told)
    assert told["schema"] == NUMBERS[name]
    return told


@pytest.fixture
def out(issue: Path, tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "out"


def test_findings_of_a_build(issue: Path, out: Path) -> None:
    assert main(["build", str(issue), "-o", str(out)]) == 1
    told = held_against("findings", (out / "sunhuai-1-findings.json").read_bytes())
    assert {"READ-TEMPLATE", "PAGE-AWAITED"} <= {item["code"] for item in told["findings"]}
    assert all(item["remedy"]["zh"] for item in told["findings"])


def test_findings_of_the_sample_with_levers(out: Path) -> None:
    root = Path(__file__).parents[1]
    assert main(["build", str(root / "issue"), "--target", "proof", "-o", str(out)]) == 0
    told = held_against("findings", next(out.glob("*-findings.json")).read_bytes())
    assert told["findings"] == [] and told["levers"]


def test_findings_of_a_check(issue: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken, proof = tmp_path / "broken.pdf", out / "sunhuai-1-proof.pdf"
    broken.write_bytes(b"%PDF-1.6 and no more")
    main(["build", str(issue), "-o", str(out), "--target", "proof"])
    capsys.readouterr()
    assert main(["check", str(broken), str(proof), "--json"]) == 1
    told = held_against("findings", capsys.readouterr().out)
    assert {item["path"] for item in told["findings"]} == {str(broken), str(proof)}


def test_dump(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dump", str(issue), "--json"]) == 1
    told = held_against("dump", capsys.readouterr().out)
    assert any(frame["pictures"] for page in told["pages"] for frame in page["frames"])


def test_plan(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(issue), "--json"]) == 1
    told = held_against("plan", capsys.readouterr().out)
    assert {page["holds"] for page in told["pages"]} == {"story", "contents", "page", "awaited", "blank"}
    assert [story["story"] for story in told["stories"]] == ["zaoshi", "shuibiao"]
    assert told["sum"]["pages"] == sum(page["part"] == "body" for page in told["pages"])
    assert told["sum"]["characters"] == sum(story["characters"] for story in told["stories"])


def test_two_issues_in_one_folder_keep_their_findings(issue: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(issue, other)
    plan = other / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace('"sunhuai"', '"ling"').replace("no-such", "plate"), "utf-8")
    main(["build", str(issue), "-o", str(out), "--target", "proof"])
    before = (out / "sunhuai-1-findings.json").read_bytes()
    main(["build", str(other), "-o", str(out), "--target", "proof"])
    assert (out / "sunhuai-1-findings.json").read_bytes() == before
    assert {path.name for path in out.glob("*-findings.json")} == {"sunhuai-1-findings.json", "ling-1-findings.json"}
    assert {path.name for path in out.glob("*.pdf")} == {"sunhuai-1-proof.pdf", "ling-1-proof.pdf"}


def test_the_page_names_every_schema() -> None:
    page = (SCHEMAS.parent / "json.md").read_text("utf-8")
    for name, number in NUMBERS.items():
        row = next(line for line in page.splitlines() if f"schemas/{name}.schema.json" in line)
        assert row.rstrip("| ").endswith(f"| {number}")
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in NUMBERS}
