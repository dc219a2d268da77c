"""How light a picture is, cell by cell."""

from pathlib import Path

import pytest
from PIL import Image

from layout.image.light import LONGEST, light, packed, unpacked


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_dark_left_and_light_right(tmp_path: Path, name: str) -> None:
    image = Image.new("RGB", (1200, 600), "white")
    image.paste((0, 0, 0), (0, 0, 600, 600))
    image.save(tmp_path / name)
    found = light(tmp_path / name)
    assert found and (found.columns, found.rows) == (LONGEST, LONGEST // 2)
    assert found.cells[0] < 3 and found.cells[LONGEST - 1] > 250 and not found.opacity


@pytest.mark.parametrize(("inks", "low", "high"), [((0, 0, 0, 0), 250, 255), ((0, 0, 0, 255), 0, 3)])
def test_inks(tmp_path: Path, inks: tuple[int, int, int, int], low: int, high: int) -> None:
    for name in ("a.tif", "a.jpg"):
        Image.new("CMYK", (80, 60), inks).save(tmp_path / name)
        found = light(tmp_path / name)
        assert found and low <= found.cells[0] <= high, name


def test_middle_grey_is_a_fifth_of_the_light(tmp_path: Path) -> None:
    Image.new("L", (80, 60), 128).save(tmp_path / "a.png")
    found = light(tmp_path / "a.png")
    assert found and 52 <= found.cells[0] <= 57  # sRGB 128 is 21.6 % of the light


def test_a_cut_out(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((10, 200, 10, 255), (0, 0, 200, 300))
    image.save(tmp_path / "a.png")
    found = light(tmp_path / "a.png")
    assert found and found.opacity[0] == 255 and found.opacity[LONGEST - 1] == 0
    again = unpacked(packed(found))
    assert (again.columns, again.rows, again.cells, again.opacity) == (
        found.columns,
        found.rows,
        found.cells,
        found.opacity,
    )


def test_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff nothing")
    assert light(tmp_path / "a.jpg") is None
    assert light(tmp_path / "none.jpg") is None


@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.png"])
def test_a_picture_that_its_camera_stored_lying(tmp_path: Path, name: str) -> None:
    """Orientation 6: what is stored at the left stands at the top."""
    image = Image.new("RGB", (1200, 600), "white")
    image.paste((0, 0, 0), (0, 0, 600, 600))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / name, exif=exif)
    found = light(tmp_path / name)
    assert found and (found.columns, found.rows) == (LONGEST // 2, LONGEST)
    assert found.cells[0] < 3 and found.cells[-1] > 250
