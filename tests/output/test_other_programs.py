"""The files as other programs see them: qpdf's syntax check, Ghostscript's plates, poppler's list of fonts."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from layout.model.units import INCH, MM
from tests.output.programs import program


@pytest.mark.parametrize("kind", ["press_file", "proof_file"])
def test_qpdf_finds_nothing(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(request.getfixturevalue(kind))
    made = subprocess.run([program("qpdf"), "--check", tmp_path / "a.pdf"], capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr


def test_poppler_lists_every_font_as_embedded_subset(press_file: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(press_file)
    made = subprocess.run([program("pdffonts"), tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    rows = made.stdout.splitlines()[2:]
    assert len(rows) == 5 and all(" yes yes yes " in row for row in rows)


def test_plates(press_file: bytes, tmp_path: Path) -> None:
    """Black overprints the blue ground and the photo, paper knocks out, grey photos are on the black plate alone."""
    (tmp_path / "a.pdf").write_bytes(press_file)
    command = [program("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r100", "-dLastPage=1"]
    subprocess.run([*command, f"-sOutputFile={tmp_path / 'p.tif'}", tmp_path / "a.pdf"], check=True)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    plates = {name: Image.open(tmp_path / f"p({name}).tif").convert("L") for name in names}
    assert len(list(tmp_path.glob("p(*).tif"))) == 4  # no spot plate

    def area(name: str, *edges: float) -> tuple[int, int]:
        box = tuple(round((edge + 3) * MM * 100 / INCH) for edge in edges)
        low, high = plates[name].crop(box).getextrema()  # type: ignore[arg-type]
        return int(str(low)), int(str(high))

    assert area("Cyan", 21, 15, 40, 26)[1] == 255  # 版心 in paper: a hole in the ground
    assert area("Cyan", 80, 20, 96, 26)[1] < 140  # 黑字压底: no hole
    assert area("Black", 80, 20, 96, 26)[0] == 0
    assert area("Magenta", 25, 155, 34, 161)[1] < 40  # 压图: no hole in the red photo
    assert all(area(name, 95, 145, 145, 175) == (255, 255) for name in names[:3])
    assert area("Black", 95, 145, 115, 175)[1] < 10 and area("Black", 125, 145, 145, 175)[0] > 250
