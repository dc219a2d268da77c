"""Probing: what is known of a picture file, and what is said of a bad one."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from layout.image import probe
from layout.image.photo import MOST_BYTES
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


@pytest.mark.exactly("code")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "IMG-06"),
        (b"", "IMG-61"),
        (b"\xff\xd8\xff\xe0 cut", "IMG-61"),
        (b"%PDF-1.4", "IMG-65"),
        (b"GIF89a", "IMG-67"),
        (b"a word or two", "IMG-62"),
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


def codes(path: Path) -> list[str]:
    """What is found on a picture that cannot be placed."""
    file, found = probe(path, HERE)
    assert file is None
    return [one.code for one in found]


@pytest.mark.fires("IMG-66")
def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["IMG-66"]


@pytest.mark.fires("IMG-66")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert codes(tmp_path / "a.jpg") == ["IMG-66"]


@pytest.mark.fires("IMG-66")
def test_a_device_has_no_end() -> None:
    assert codes(Path("/dev/zero")) == ["IMG-66"]


@pytest.mark.silent("IMG-66", "IMG-69")
def test_a_link_to_a_picture_is_one(tmp_path: Path) -> None:
    saved(tmp_path / "a.png")
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    assert probe(tmp_path / "b.png", HERE)[0]


@pytest.mark.fires("IMG-69")
def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """It takes no room: the file is a hole."""
    with (tmp_path / "a.tif").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert codes(tmp_path / "a.tif") == ["IMG-69"]


KINDS = [
    ("GIF", b"GIF89a"),
    ("Photoshop (PSD)", b"8BPS\0\1"),
    ("EPS", b"%!PS-Adobe-3.0 EPSF-3.0"),
    ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    ("HEIC", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
    ("AVIF", b"\0\0\0\x20ftypavif"),
    ("JPEG 2000", b"\0\0\0\x0cjP  \r\n\x87\n"),
    ("SVG", b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"),
]


@pytest.mark.fires("IMG-67")
@pytest.mark.parametrize(("kind", "content"), KINDS)
def test_what_cannot_be_placed_is_called_by_its_name(tmp_path: Path, kind: str, content: bytes) -> None:
    """Whatever the file is called."""
    (tmp_path / "photo.jpg").write_bytes(content)
    file, found = probe(tmp_path / "photo.jpg", HERE)
    assert file is None
    assert [(one.code, dict(one.values)["kind"]) for one in found] == [("IMG-67", kind)]


@pytest.mark.fires("IMG-67")
def test_the_preview_in_a_raw_file_is_not_the_photo(tmp_path: Path) -> None:
    saved(tmp_path / "a.tif", tiffinfo={254: 1})
    assert codes(tmp_path / "a.tif") == ["IMG-67"]


@pytest.mark.silent("IMG-67", "IMG-68", "IMG-62")
@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp", "a.jpg"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    saved(tmp_path / name).rename(tmp_path / "photo.gif")
    assert probe(tmp_path / "photo.gif", HERE)[0]


def pages(path: Path, *subfiles: int) -> Path:
    """A TIFF with a page for each, of this type (NewSubfileType)."""
    first, *rest = (Image.new("L", (40, 20)) for _ in subfiles)
    for image, kind in zip((first, *rest), subfiles, strict=True):
        image.encoderinfo = {"tiffinfo": {254: kind}}  # type: ignore[attr-defined]
    first.save(path, save_all=True, append_images=rest)
    return path


@pytest.mark.fires("IMG-68")
def test_further_pages_are_told(tmp_path: Path) -> None:
    file, found = probe(pages(tmp_path / "a.tif", 0, 0, 0), HERE)
    assert file is not None
    assert [(one.code, dict(one.values)["count"]) for one in found] == [("IMG-68", "3")]


@pytest.mark.fires("IMG-68")
def test_moving_pictures_are_told(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    assert [one.code for one in probe(tmp_path / "a.webp", HERE)[1]] == ["IMG-68"]


@pytest.mark.silent("IMG-68")
def test_a_preview_is_no_further_page(tmp_path: Path) -> None:
    assert probe(pages(tmp_path / "a.tif", 0, 1), HERE)[0]


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


def huge(path: Path, mode: str, width: int, height: int) -> Path:
    """A picture whose head says that it is so large."""
    data = bytearray(saved(path, mode).read_bytes())
    data[16:24] = struct.pack(">II", width, height)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    path.write_bytes(data)
    return path


@pytest.mark.fires("IMG-63")
def test_colours_take_more_memory_than_greys(tmp_path: Path) -> None:
    """380 million pixels would be 1.5 GB in colour."""
    file, found = probe(huge(tmp_path / "a.png", "RGB", 19_000, 20_000), HERE)
    assert file is None and [one.code for one in found] == ["IMG-63"]


@pytest.mark.silent("IMG-63")
@pytest.mark.parametrize(("mode", "width", "height"), [("RGB", 14_204, 10_652), ("L", 19_000, 20_000)])
def test_the_largest_cameras_and_scanners(tmp_path: Path, mode: str, width: int, height: int) -> None:
    assert probe(huge(tmp_path / "a.png", mode, width, height), HERE)[0]


@pytest.mark.fires("IMG-63")
def test_a_progressive_jpeg_takes_more_than_its_pixels(tmp_path: Path) -> None:
    """100 million pixels are 400 MB; with the coefficients of all scans they would be a gigabyte."""
    for how, placeable in (({"progressive": True}, False), ({}, True)):
        data = bytearray(saved(tmp_path / "a.jpg", subsampling=0, **how).read_bytes())
        frame = data.index(b"\xff\xc2" if how else b"\xff\xc0")
        data[frame + 5 : frame + 9] = struct.pack(">HH", 10_000, 10_000)
        (tmp_path / "a.jpg").write_bytes(data)
        assert bool(probe(tmp_path / "a.jpg", HERE)[0]) == placeable


@pytest.mark.filterwarnings("ignore::UserWarning")  # as photo.py has it: pytest has filters of its own
def test_pillow_says_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A TIFF whose tags are longer than the file, and one with 157 samples a pixel."""
    data = bytearray(saved(tmp_path / "a.tif", description="x" * 40).read_bytes())
    at = data.index(struct.pack("<HH", 270, 2)) + 4
    data[at : at + 4] = struct.pack("<I", 2**30)
    (tmp_path / "a.tif").write_bytes(data)
    probe(tmp_path / "a.tif", HERE)
    data = bytearray(saved(tmp_path / "a.tif").read_bytes())
    at = data.index(struct.pack("<HH", 277, 3)) + 8
    data[at : at + 2] = struct.pack("<H", 157)
    (tmp_path / "a.tif").write_bytes(data)
    probe(tmp_path / "a.tif", HERE)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("palette", [[0, 0, 0, 255, 255, 255], [255, 255, 255, 0, 0, 0]])
@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_a_palette_of_black_and_white_is_line_art(tmp_path: Path, palette: list[int], name: str) -> None:
    image = Image.new("P", (40, 20))
    image.putpalette(palette)
    image.putpixel((3, 3), 1)
    image.save(tmp_path / name)
    file, _ = probe(tmp_path / name, HERE)
    assert file is not None and file.line_art


@pytest.mark.parametrize("palette", [[0, 0, 0, 255, 255, 254], [0, 0, 0, 0, 0, 0], [0, 0, 80, 255, 255, 255]])
def test_another_palette_is_not(tmp_path: Path, palette: list[int]) -> None:
    image = Image.new("P", (40, 20))
    image.putpalette(palette)
    image.putpixel((3, 3), 1)
    image.save(tmp_path / "a.png")
    file, _ = probe(tmp_path / "a.png", HERE)
    assert file is not None and not file.line_art
