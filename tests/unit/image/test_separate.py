"""Separations: inks instead of light, K for greys, the opacity of cut-outs, the press's ink limit."""

import os
import random
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from layout.image import separation_key
from layout.image.decode import decode
from layout.image.ink import heaviest, press_of
from layout.image.separate import separate
from layout.model.display import Picture
from layout.model.geometry import Rect
from layout.model.picture import Cut, Separation
from layout.model.printing import PressProfile, Resolution
from layout.model.units import INCH, MM
from layout.model.value import replace
from tests.unit.image.making import HERE, ICC, PROFILE, at, codes, inks, placed, plain, separated


def made_of(path: Path, cut: Cut | None = None, ppi: int = 600) -> Separation:
    """What becomes of a picture on which nothing is found, at half of its pixels."""
    made, found = separated(path, cut, ppi)
    assert found == ()
    return made


def amounts(separation: Separation, x: int = 2, y: int = 2) -> tuple[int, ...]:
    return at(inks(separation), x, y)


def opacity(separation: Separation) -> set[int]:
    """All amounts 0-255 of the picture's opacity."""
    return set(zlib.decompress(separation.mask))


def test_red_is_magenta_and_yellow(tmp_path: Path) -> None:
    made = made_of(plain(tmp_path / "a.png", "RGB", (220, 20, 20)))
    cyan, magenta, yellow, _ = amounts(made)
    assert (made.width, made.height, made.channels) == (32, 16, 4)
    assert cyan < 60 and magenta > 200 and yellow > 180


def test_no_application_marker_is_left(tmp_path: Path) -> None:
    data = bytes(made_of(plain(tmp_path / "a.png", "RGB", "navy")).data)
    assert b"Adobe" not in data and b"JFIF" not in data


def test_white_is_paper_and_black_stays_under_the_limit(tmp_path: Path) -> None:
    assert max(amounts(made_of(plain(tmp_path / "w.png", "RGB", "white")))) <= 2
    assert sum(amounts(made_of(plain(tmp_path / "k.png", "RGB", "black")))) <= 3.0 * 255 + 8


@pytest.mark.parametrize(("mode", "colour"), [("L", 0), ("LA", (0, 255)), ("1", 0), ("I;16", 0)])
def test_greys_are_one_channel_of_black(tmp_path: Path, mode: str, colour: object) -> None:
    made = made_of(plain(tmp_path / "a.png", mode, colour))
    assert made.channels == 1 and amounts(made)[0] >= 252


def test_a_middle_grey_prints_as_light_as_it_looks(tmp_path: Path) -> None:
    black = amounts(made_of(plain(tmp_path / "a.png", "L", 128)))[0]
    assert 110 < black < 160
    assert amounts(made_of(plain(tmp_path / "b.png", "L", 255)))[0] == 0


def test_sixteen_bits_are_scaled(tmp_path: Path) -> None:
    eight = amounts(made_of(plain(tmp_path / "a.png", "L", 100)))
    sixteen = amounts(made_of(plain(tmp_path / "b.png", "I;16", 100 * 257)))
    assert abs(eight[0] - sixteen[0]) <= 1


def test_sixteen_bits_that_count_from_white(tmp_path: Path) -> None:
    """A TIFF may have 0 for white (tag 262), which Pillow heeds with one and eight bits only."""
    Image.new("I;16", (64, 32), 60_000).save(tmp_path / "a.tif")
    dark = bytearray((tmp_path / "a.tif").read_bytes())
    light = amounts(made_of(tmp_path / "a.tif"))[0]
    at_tag = dark.index(struct.pack("<HHI", 262, 3, 1)) + 8
    dark[at_tag : at_tag + 2] = b"\0\0"
    (tmp_path / "b.tif").write_bytes(dark)
    assert light < 40 and amounts(made_of(tmp_path / "b.tif"))[0] > 220


@pytest.mark.fires("IMG-61")
def test_damage_in_a_fax_strip(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """libtiff goes on past it, with a word on the error stream, which is not the user's to read."""
    image = Image.effect_noise((200, 150), 90).resize((800, 600)).point([255 * (at > 128) for at in range(256)], "1")
    image.save(tmp_path / "a.tif", compression="group4")
    picture, data = placed(tmp_path / "a.tif"), (tmp_path / "a.tif").read_bytes()
    middle = len(data) // 2
    damaged = data[:middle] + random.Random(3).randbytes(200) + data[middle + 200 :]
    made, found = separate(damaged, picture, press_of(ICC.read_bytes()), PROFILE)
    assert made is None and codes(found) == ["IMG-61"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.silent("IMG-61")
def test_what_others_say_meanwhile_is_no_damage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Another thread may write to the error stream; its words come through."""
    Image.new("1", (800, 600)).save(tmp_path / "a.tif", compression="group4")
    with Image.open(tmp_path / "a.tif") as image:
        load = image.load
        image.load = lambda: (os.write(2, b"a word\n"), load())[1]  # type: ignore[method-assign]
        decode(image)
    assert set(capfd.readouterr().err.splitlines()) == {"a word"}


def test_lab_is_the_colour_that_it_names(tmp_path: Path) -> None:
    """L* 50, a* 60, b* 40: a red. Pillow counts a* and b* from −128."""
    cyan, magenta, yellow, _ = amounts(made_of(plain(tmp_path / "a.tif", "LAB", (128, 188, 168))))
    assert cyan < 60 and magenta > 180 and yellow > 130


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))])
def test_what_is_under_a_transparent_place_shows(tmp_path: Path, mode: str, colour: object) -> None:
    assert opacity(made_of(plain(tmp_path / "a.png", mode, colour))) == {0}


def test_an_opaque_picture_has_no_mask(tmp_path: Path) -> None:
    assert not made_of(plain(tmp_path / "a.png", "RGBA", (200, 10, 10, 255))).mask


def test_colours_of_a_cut_out_run_on_beyond_its_edge(tmp_path: Path) -> None:
    """Red on the left, on the right black that is not seen: nothing dark comes near the edge."""
    image = Image.new("RGBA", (64, 32), (0, 0, 0, 0))
    image.paste((230, 30, 30, 255), (0, 0, 32, 32))
    image.save(tmp_path / "a.png")
    made = made_of(tmp_path / "a.png", ppi=300)
    assert opacity(made) == {0, 255}
    assert max(amounts(made, x, 9)[3] for x in range(64)) < 40


def test_a_palette_with_a_clear_entry(tmp_path: Path) -> None:
    image = Image.new("P", (64, 32), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.save(tmp_path / "a.png", transparency=0)
    assert opacity(made_of(tmp_path / "a.png")) == {0}


INKS = [((230, 220, 200, 255), "INK-02"), ((200, 200, 200, 185), "INK-01"), ((200, 180, 180, 180), "")]


@pytest.mark.fires("INK-01", "INK-02")
def test_ink_of_cmyk_pictures_is_limited(tmp_path: Path) -> None:
    """355 % is an error, 308 % a warning, 290 % is within the limit."""
    found = {colour: codes(separated(plain(tmp_path / "a.tif", "CMYK", colour))[1]) for colour, _ in INKS}
    assert found == {colour: ["COL-08", code] if code else ["COL-08"] for colour, code in INKS}


@pytest.mark.silent("INK-01", "INK-02")
def test_a_printer_may_take_more_and_colours_never_have_too_much(tmp_path: Path) -> None:
    newspaper = replace(PROFILE, ink_limit=3600)
    separated(plain(tmp_path / "a.tif", "CMYK", (230, 220, 200, 255)), profile=newspaper)
    separated(plain(tmp_path / "a.png", "RGB", "black"))


def test_ink_is_averaged_over_squares() -> None:
    image = Image.new("CMYK", (600, 300))
    image.paste((255, 255, 255, 255), (0, 0, 10, 10))
    assert heaviest(image, Rect(0, 0, 60 * MM, 30 * MM)) < 30
    image.paste((255, 255, 0, 0), (300, 0, 600, 300))
    assert heaviest(image, Rect(0, 0, 60 * MM, 30 * MM)) == 2000


def test_the_cut_is_what_is_shown_after_exif_rotation(tmp_path: Path) -> None:
    image = Image.new("RGB", (640, 320), "white")
    image.paste("red", (0, 0, 160, 320))
    exif = Image.Exif()
    exif[0x0112] = 6  # stored lying on its side: the red quarter is the top when upright
    image.save(tmp_path / "a.jpg", exif=exif)
    top = made_of(tmp_path / "a.jpg", Cut(0, 0, 320, 160), 1200)
    foot = made_of(tmp_path / "a.jpg", Cut(0, 480, 320, 160), 1200)
    assert amounts(top, 40, 20)[1] > 200 and max(amounts(foot, 40, 20)) <= 2


@pytest.mark.fires("IMG-61")
def test_a_file_cut_short_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((400, 400), 90).convert("RGB").save(path)
    picture = placed(path)
    made, findings = separate(path.read_bytes()[:9000], picture, press_of(ICC.read_bytes()), PROFILE)
    assert made is None and [(one.code, one.place) for one in findings] == [("IMG-61", HERE)]


@pytest.mark.fires("IMG-61")
@pytest.mark.parametrize(
    ("kind", "how"), [("png", {}), ("tif", {}), ("tif", {"compression": "tiff_lzw"}), ("webp", {})]
)
def test_other_files_cut_short(tmp_path: Path, kind: str, how: dict[str, object]) -> None:
    path = tmp_path / f"a.{kind}"
    Image.effect_noise((200, 200), 90).convert("RGB").save(path, **how)  # type: ignore[arg-type]
    picture, data = placed(path), path.read_bytes()
    # The table of a TIFF may stand at its end: of that, bytes in the middle are lost.
    short = data[: len(data) * 2 // 3] if kind != "tif" or how == {} else data[:1000] + bytes(4000) + data[5000:]
    made, findings = separate(short, picture, press_of(ICC.read_bytes()), PROFILE)
    assert made is None and codes(findings) == ["IMG-61"]


def test_quality_is_the_printers(tmp_path: Path) -> None:
    Image.effect_noise((200, 200), 90).convert("RGB").save(tmp_path / "a.png")
    sizes = [len(separated(tmp_path / "a.png", profile=replace(PROFILE, jpeg_quality=q))[0].data) for q in (60, 88, 97)]
    assert sizes[0] * 1.3 < sizes[1] < sizes[2] / 1.3


def test_threads_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((400, 400), 90).convert("RGB").save(path)
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: bytes(made_of(path).data), range(8)))
    assert len(made) == 1


def test_the_cache_name_depends_on_everything(tmp_path: Path) -> None:
    usual = placed(plain(tmp_path / "a.png", "RGB", "red"))
    box, inch = usual.box, Rect(0, 0, INCH, INCH // 2)
    pictures = (
        usual,
        replace(usual, box=Rect(0, 0, box.width, box.height - 1)),
        replace(usual, cut=Cut(0, 0, 64, 31)),
        replace(usual, cut=Cut(0, 1, 64, 31)),
        replace(usual, box=inch),
        replace(usual, file=replace(usual.file, digest="other")),
        replace(usual, file=replace(usual.file, mode="L")),
    )
    presses: tuple[PressProfile, ...] = (
        replace(PROFILE, jpeg_quality=90),
        replace(PROFILE, cmyk="convert"),
        replace(PROFILE, neutral_rgb="black"),
        replace(PROFILE, ink_limit=2800),
        replace(PROFILE, resolution=Resolution(wanted=240)),
    )
    keys = [separation_key(picture, PROFILE, "p") for picture in pictures]
    keys += [separation_key(usual, press, "p") for press in presses] + [separation_key(usual, PROFILE, "q")]
    assert len(set(keys)) == len(keys)
    moved = Picture(usual.file, usual.cut, Rect(5, 7, box.width, box.height), HERE)
    assert separation_key(moved, PROFILE, "p") == keys[0]
