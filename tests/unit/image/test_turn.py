"""Orientation: whatever the file and however it lies in it, the picture stands upright, once, with the cut that was
asked for."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from layout.image import probe
from layout.image.outline import STRIPS, outline
from layout.model.picture import Cut
from tests.lying import LYING
from tests.unit.image.making import HERE, inks, separated

WIDTH, HEIGHT = 96, 64
KINDS: dict[str, dict[str, object]] = {
    "a.jpg": {"quality": 97, "subsampling": 0},
    "a.tif": {},
    "b.tif": {"compression": "tiff_lzw"},
    "a.png": {},
    "a.webp": {"lossless": True},
}


def drawing() -> Image.Image:
    """No two corners alike, in greys, so that the separation can be compared."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    image.paste(0, (0, 0, 40, 16))
    image.paste(128, (72, 40, WIDTH, HEIGHT))
    return image


def lying(path: Path, orientation: int, how: dict[str, object], image: Image.Image | None = None) -> Path:
    image = image or drawing()
    for method in LYING[orientation]:
        image = image.transpose(method)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, exif=exif, **how)  # type: ignore[arg-type]
    return path


def shown(path: Path, cut: Cut) -> Image.Image:
    """What of the file is printed, as ink, 0 for none."""
    made, found = separated(path, cut)
    assert not found
    return inks(made)


def difference(one: Image.Image, two: Image.Image) -> int:
    assert one.size == two.size
    return max(max(channel.getextrema()) for channel in ImageChops.difference(one, two).split())  # type: ignore


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", LYING)
def test_every_orientation_of_every_kind(tmp_path: Path, orientation: int, kind: str) -> None:
    path = lying(tmp_path / kind, orientation, KINDS[kind])
    file, found = probe(path, HERE)
    assert file is not None and not found
    assert (file.width, file.height) == (WIDTH, HEIGHT)
    whole, corner = Cut(0, 0, WIDTH, HEIGHT), Cut(24, 8, 64, 48)
    plain = drawing().convert("RGB") if kind == "a.webp" else drawing()
    plain.save(tmp_path / "plain.png")
    assert difference(shown(path, whole), shown(tmp_path / "plain.png", whole)) <= 40
    assert difference(shown(path, corner), shown(tmp_path / "plain.png", corner)) <= 40


def test_turned_and_brought_to_size(tmp_path: Path) -> None:
    """A photo of four times the pixels that are wanted, which is decoded at half its size."""
    large = drawing().resize((WIDTH * 8, HEIGHT * 8), Image.Resampling.NEAREST)
    path = lying(tmp_path / "a.jpg", 6, KINDS["a.jpg"], large)
    file, _ = probe(path, HERE)
    assert file is not None and (file.width, file.height) == (WIDTH * 8, HEIGHT * 8)
    made, _ = separated(path, Cut(192, 64, 512, 384), ppi=300 * 8)
    drawing().save(tmp_path / "plain.png")
    assert (made.width, made.height) == (64, 48)
    plain = shown(tmp_path / "plain.png", Cut(24, 8, 64, 48))
    average, expected = (image.resize((4, 3), Image.Resampling.BOX) for image in (inks(made), plain))
    assert difference(average, expected) <= 12


def test_a_png_whose_exif_stands_behind_its_pixels(tmp_path: Path) -> None:
    path = lying(tmp_path / "a.png", 6, {})
    data = path.read_bytes()
    start = data.index(b"eXIf") - 4
    length = 12 + int.from_bytes(data[start : start + 4], "big")
    end = data.index(b"IEND") - 4
    path.write_bytes(data[:start] + data[start + length : end] + data[start : start + length] + data[end:])
    file, _ = probe(path, HERE)
    assert file is not None and (file.width, file.height) == (WIDTH, HEIGHT)


def test_a_png_is_not_decoded_to_be_probed(tmp_path: Path) -> None:
    """Pixels that cannot be inflated are no matter yet."""
    drawing().save(tmp_path / "a.png")
    data = bytearray((tmp_path / "a.png").read_bytes())
    at = data.index(b"IDAT") + 4
    data[at : at + 2] = b"\0\0"
    (tmp_path / "a.png").write_bytes(data)
    file, found = probe(tmp_path / "a.png", HERE)
    assert file is not None and not found


@pytest.mark.parametrize("value", [0, 9, 77])
def test_no_orientation_at_all_counts_as_upright(tmp_path: Path, value: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = value
    drawing().save(tmp_path / "a.jpg", exif=exif)
    file, _ = probe(tmp_path / "a.jpg", HERE)
    assert file is not None and (file.width, file.height) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("orientation", LYING)
def test_the_outline_of_a_cut_out_is_that_of_the_upright_picture(tmp_path: Path, orientation: int) -> None:
    image = Image.new("RGBA", (100, 200))
    image.paste((0, 0, 0, 255), (10, 100, 60, 200))
    path = lying(tmp_path / "a.png", orientation, {}, image)
    file, _ = probe(path, HERE)
    assert file is not None and (file.width, file.height) == (100, 200)
    assert outline(path, file) == (None,) * (STRIPS // 2) + ((100, 600),) * (STRIPS // 2)


def test_exif_that_is_nonsense_does_no_harm(tmp_path: Path) -> None:
    """A width that is a word: Pillow stumbles over it when it writes EXIF anew, which nobody asks for."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "hello"
    path = tmp_path / "a.jpg"
    drawing().transpose(Image.Transpose.ROTATE_90).save(path, exif=exif, quality=97)
    path.write_bytes(path.read_bytes().replace(b"\x01\x0e\x00\x02", b"\x01\x00\x00\x02", 1))
    drawing().save(tmp_path / "plain.png")
    whole = Cut(0, 0, WIDTH, HEIGHT)
    assert difference(shown(path, whole), shown(tmp_path / "plain.png", whole)) <= 40


def test_a_chunk_that_ends_behind_the_file(tmp_path: Path) -> None:
    drawing().save(tmp_path / "a.png")
    data = (tmp_path / "a.png").read_bytes()
    end = data.index(b"IEND") - 4
    chunk = struct.pack(">I4s", 4000, b"zzZz") + b"1234" + struct.pack(">I", zlib.crc32(b"zzZz1234"))
    (tmp_path / "a.png").write_bytes(data[:end] + chunk)
    file, _ = probe(tmp_path / "a.png", HERE)
    assert file is not None and (file.width, file.height) == (WIDTH, HEIGHT)
