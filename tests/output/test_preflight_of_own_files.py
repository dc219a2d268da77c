"""Our own preflight on our own files: the press file passes, the proof is refused for what makes it a proof."""

import json
from pathlib import Path

import pytest

from layout.__main__ import main
from layout.check import Wanted, run_pdf
from layout.model.printing import PrintSettings
from layout.model.units import MM


def test_the_press_file_passes(press_file: bytes, press_settings: PrintSettings) -> None:
    wanted = Wanted(210 * MM, 285 * MM, multiple=4)
    assert [item.text("en") for item in run_pdf(press_file, press_settings.profile, wanted)] == []


@pytest.mark.fires("DOC-01")
def test_the_proof_is_no_press_file(proof_file: bytes, press_settings: PrintSettings) -> None:
    codes = {item.code for item in run_pdf(proof_file, press_settings.profile)}
    assert {"DOC-01", "DOC-03"} <= codes


def test_the_verb(
    press_file: bytes,
    proof_file: bytes,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    press, proof = tmp_path / "press.pdf", tmp_path / "proof.pdf"
    press.write_bytes(press_file)
    proof.write_bytes(proof_file)
    assert main(["check", str(press), "--trim", "210x285", "--multiple", "4"]) == 0
    assert capfd.readouterr().out == f"{press}: no findings\n"
    assert main(["check", str(press), str(proof)]) == 1
    assert "error[DOC-03]" in capfd.readouterr().out
    assert main(["check", str(press), "--trim", "200×280", "--json"]) == 1
    report = json.loads(capfd.readouterr().out)
    assert {row["code"] for row in report["findings"]} == {"BOX-01"} and report["findings"][0]["path"] == str(press)
    assert main(["check", str(press), "--trim", "wide"]) == 2
    assert main(["check", str(press), "--press", "none-such"]) == 2
    assert main(["check", str(tmp_path / "none.pdf")]) == 2
