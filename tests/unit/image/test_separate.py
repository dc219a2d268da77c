"""Separations: inks instead of light, K for greys, the opacity of cut-outs, the press's ink limit."""

import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms

from layout.image import probe, separation_key
from layout.image.ink import heaviest
from layout.image.separate import separate
from layout.model.display import Picture
from layout.model.geometry import Rect
from layout.model.picture import Cut, Separation
from layout.model.place import Place
from layout.model.units import MM

PROFILE = Path(__file__).parents[3] / "styles" / "press" / "ISOcoated_v2_300_bas.icc"
HERE = Place("story.md", 7, 1)


def separated(path: Path, pixels: tuple[int, int], cut: Cut | None = None) -> Separation:
    file, _ = probe(path, HERE)
    assert file is not None
    cut = cut or Cut(0, 0, file.width, file.height)
    separation, findings = separate(path, Picture(file, cut, Rect(0, 0, 1, 1), HERE), pixels, PROFILE)
    assert findings == () and separation is not None
    return separation


def inks(separation: Separation, at: tuple[int, int] = (2, 2)) -> tuple[int, ...]:
    """Ink amounts 0-255 at a pixel. Pillow inverts every CMYK JPEG it reads: inverted back."""
    image = Image.open(BytesIO(separation.data))
    value = (ImageChops.invert(image) if image.mode == "CMYK" else image).getpixel(at)
    return value if isinstance(value, tuple) else (int(value or 0),)


def opacity(separation: Separation) -> set[int]:
    """All amounts 0-255 of the picture's opacity."""
    return set(zlib.decompress(separation.mask))


def picture(path: Path, mode: str, colour: object, **how: object) -> Path:
    Image.new(mode, (64, 32), colour).save(path, **how)  # type: ignore[arg-type]
    return path


def test_red_is_magenta_and_yellow(tmp_path: Path) -> None:
    made = separated(picture(tmp_path / "a.png", "RGB", (220, 20, 20)), (32, 16))
    cyan, magenta, yellow, _ = inks(made)
    assert (made.width, made.height, made.channels) == (32, 16, 4)
    assert cyan < 60 and magenta > 200 and yellow > 180


def test_no_application_marker_is_left(tmp_path: Path) -> None:
    data = separated(picture(tmp_path / "a.png", "RGB", "navy"), (32, 16)).data
    assert b"Adobe" not in data and b"JFIF" not in data


def test_white_is_paper_and_black_stays_under_the_limit(tmp_path: Path) -> None:
    assert max(inks(separated(picture(tmp_path / "w.png", "RGB", "white"), (32, 16)))) <= 2
    assert sum(inks(separated(picture(tmp_path / "k.png", "RGB", "black"), (32, 16)))) <= 3.0 * 255 + 8


@pytest.mark.parametrize(("mode", "colour"), [("L", 0), ("LA", (0, 255)), ("1", 0), ("I;16", 0)])
def test_greys_are_one_channel_of_black(tmp_path: Path, mode: str, colour: object) -> None:
    made = separated(picture(tmp_path / "a.png", mode, colour), (32, 16))
    assert made.channels == 1 and inks(made)[0] >= 252


def test_a_middle_grey_prints_as_light_as_it_looks(tmp_path: Path) -> None:
    black = inks(separated(picture(tmp_path / "a.png", "L", 128), (32, 16)))[0]
    assert 110 < black < 160
    assert inks(separated(picture(tmp_path / "b.png", "L", 255), (32, 16)))[0] == 0


def test_sixteen_bits_are_scaled(tmp_path: Path) -> None:
    eight = inks(separated(picture(tmp_path / "a.png", "L", 100), (32, 16)))
    sixteen = inks(separated(picture(tmp_path / "b.png", "I;16", 100 * 257), (32, 16)))
    assert abs(eight[0] - sixteen[0]) <= 1


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0))])
def test_what_is_under_a_transparent_place_shows(tmp_path: Path, mode: str, colour: object) -> None:
    assert opacity(separated(picture(tmp_path / "a.png", mode, colour), (32, 16))) == {0}


def test_an_opaque_picture_has_no_mask(tmp_path: Path) -> None:
    assert not separated(picture(tmp_path / "a.png", "RGBA", (200, 10, 10, 255)), (32, 16)).mask


def test_colours_of_a_cut_out_run_on_beyond_its_edge(tmp_path: Path) -> None:
    """Red on the left, on the right black that is not seen: nothing dark comes near the edge."""
    image = Image.new("RGBA", (64, 32), (0, 0, 0, 0))
    image.paste((230, 30, 30, 255), (0, 0, 32, 32))
    image.save(tmp_path / "a.png")
    made = separated(tmp_path / "a.png", (64, 32))
    assert opacity(made) == {0, 255}
    assert max(inks(made, (x, 9))[3] for x in range(64)) < 40


def test_a_palette_with_a_clear_entry(tmp_path: Path) -> None:
    image = Image.new("P", (64, 32), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.save(tmp_path / "a.png", transparency=0)
    assert opacity(separated(tmp_path / "a.png", (32, 16))) == {0}


@pytest.mark.parametrize("kind", ["a.jpg", "a.tif"])
def test_cmyk_without_a_profile_passes_unchanged(tmp_path: Path, kind: str) -> None:
    made = inks(separated(picture(tmp_path / kind, "CMYK", (200, 10, 0, 30)), (32, 16)))
    assert all(abs(got - want) <= 3 for got, want in zip(made, (200, 10, 0, 30), strict=True))


def test_cmyk_jpeg_without_adobe_marker_is_not_inverted(tmp_path: Path) -> None:
    first = separated(picture(tmp_path / "a.tif", "CMYK", (200, 10, 0, 30)), (32, 16))
    (tmp_path / "b.jpg").write_bytes(first.data)
    assert all(abs(a - b) <= 3 for a, b in zip(inks(separated(tmp_path / "b.jpg", (32, 16))), inks(first), strict=True))


@pytest.mark.fires("codes")
@pytest.mark.parametrize(("inks_of", "codes"), [((230, 220, 200, 255), ["INK-01"]), ((200, 180, 180, 180), [])])
def test_ink_of_cmyk_pictures_is_limited(tmp_path: Path, inks_of: tuple[int, ...], codes: list[str]) -> None:
    path = picture(tmp_path / "a.tif", "CMYK", inks_of)
    file, _ = probe(path, HERE)
    assert file is not None
    placed = Picture(file, Cut(0, 0, 64, 32), Rect(0, 0, 40 * MM, 20 * MM), HERE)
    _, findings = separate(path, placed, (32, 16), PROFILE, 3000)
    assert [one.code for one in findings] == codes


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
    top = separated(tmp_path / "a.jpg", (80, 40), Cut(0, 0, 320, 160))
    foot = separated(tmp_path / "a.jpg", (80, 40), Cut(0, 480, 320, 160))
    assert inks(top, (40, 20))[1] > 200 and max(inks(foot, (40, 20))) <= 2


@pytest.mark.fires("IMG-64")
def test_a_profile_of_the_wrong_kind_is_set_aside_with_a_note(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", "RGB", "red", icc_profile=b"no profile")
    file, _ = probe(path, HERE)
    assert file is not None
    made, findings = separate(path, Picture(file, Cut(0, 0, 64, 32), Rect(0, 0, 1, 1), HERE), (32, 16), PROFILE)
    assert made is not None and [one.code for one in findings] == ["IMG-64"]


def test_an_own_profile_is_heeded(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = inks(separated(picture(tmp_path / "a.png", "RGB", (200, 40, 40)), (32, 16)))
    own = inks(separated(picture(tmp_path / "b.png", "RGB", (200, 40, 40), icc_profile=lab), (32, 16)))
    assert plain == own


@pytest.mark.fires("IMG-61")
def test_a_file_cut_short_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((400, 400), 90).convert("RGB").save(path)
    path.write_bytes(path.read_bytes()[:9000])
    file, findings = probe(path, HERE)
    assert file is not None and findings == ()
    made, findings = separate(path, Picture(file, Cut(0, 0, 400, 400), Rect(0, 0, 1, 1), HERE), (200, 200), PROFILE)
    assert made is None and [(one.code, one.place) for one in findings] == [("IMG-61", HERE)]


def test_threads_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((400, 400), 90).convert("RGB").save(path)
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: separated(path, (200, 200)).data, range(8)))
    assert len(made) == 1


def test_the_cache_name_depends_on_everything(tmp_path: Path) -> None:
    file, _ = probe(picture(tmp_path / "a.png", "RGB", "red"), HERE)
    assert file is not None
    cut = Cut(0, 0, 64, 32)
    keys = {
        separation_key(file, cut, (32, 16), "p"),
        separation_key(file, cut, (32, 15), "p"),
        separation_key(file, Cut(0, 0, 64, 31), (32, 16), "p"),
        separation_key(file, cut, (32, 16), "q"),
    }
    assert len(keys) == 4
