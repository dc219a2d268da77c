"""Probing: what is known of a picture file, and what is said of a bad one."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from layout.image import probe
from layout.model.geometry import Rect
from layout.model.picture import Cut, PictureFile, cut_for, pixels_for, resolution
from layout.model.place import Place
from layout.model.units import INCH

HERE = Place("story.md", 7, 1)


def saved(path: Path, mode: str = "RGB", **how: object) -> Path:
    Image.new(mode, (40, 20)).save(path, **how)  # type: ignore[arg-type]
    return path


def test_size_mode_and_digest(tmp_path: Path) -> None:
    file, findings = probe(saved(tmp_path / "a.jpg"), HERE)
    assert findings == () and file is not None
    assert (file.width, file.height, file.mode, len(file.digest)) == (40, 20, "RGB", 40)


def test_exif_turns_width_and_height(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file, _ = probe(saved(tmp_path / "a.jpg", exif=exif), HERE)
    assert file is not None and (file.width, file.height) == (20, 40)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "IMG-06"),
        (b"", "IMG-61"),
        (b"\xff\xd8\xff\xe0 cut", "IMG-61"),
        (b"%PDF-1.4", "IMG-65"),
        (b"GIF89a", "IMG-62"),
    ],
)
def test_bad_files_are_findings_with_a_place(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "bad.jpg"
    if content is not None:
        path.write_bytes(content)
    file, findings = probe(path, HERE)
    assert file is None
    assert [(one.code, one.place) for one in findings] == [(code, HERE)]
    assert "bad.jpg" in findings[0].text("en") and "bad.jpg" in findings[0].text("zh")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert probe(tmp_path, HERE)[1][0].code == "IMG-06"


@pytest.mark.parametrize(
    ("ratio", "focus", "cut"),
    [
        ((1, 1), (500, 500), Cut(500, 0, 2000, 2000)),
        ((1, 1), (900, 500), Cut(1000, 0, 2000, 2000)),
        ((1, 1), (0, 0), Cut(0, 0, 2000, 2000)),
        ((3, 1), (500, 400), Cut(0, 300, 3000, 1000)),
        ((3, 2), (100, 100), Cut(0, 0, 3000, 2000)),
    ],
)
def test_a_cut_keeps_the_ratio_near_the_focus(ratio: tuple[int, int], focus: tuple[int, int], cut: Cut) -> None:
    file = PictureFile("a.jpg", "", 3000, 2000, "RGB")
    assert cut_for(file, *ratio, focus) == cut


def test_pixels_never_exceed_the_cut() -> None:
    box = Rect(0, 0, INCH, INCH // 2)
    assert pixels_for(box, 300, Cut(0, 0, 3000, 1500)) == (300, 150)
    assert pixels_for(box, 300, Cut(0, 0, 200, 100)) == (200, 100)
    assert resolution(box, Cut(0, 0, 200, 90)) == 180


def test_a_picture_beyond_all_bounds(tmp_path: Path) -> None:
    """The head of a PNG of 24,000 × 20,000 pixels: told with its size, before anything is decoded."""
    data = bytearray(saved(tmp_path / "a.png", "L").read_bytes())
    data[16:24] = struct.pack(">II", 24_000, 20_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    (tmp_path / "a.png").write_bytes(data)
    file, findings = probe(tmp_path / "a.png", HERE)
    assert file is None
    assert [(one.code, dict(one.values)["pixels"]) for one in findings] == [("IMG-63", "480000000")]
