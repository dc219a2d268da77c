"""Colour: ink amounts that stay, profiles of greys, black that stays black, and profiles that are of no use."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms

from layout.image.ink import BadProfileError, applied, opened, press_of
from layout.model.picture import Cut, Separation
from layout.model.value import replace
from tests.unit.image.making import (
    ICC,
    PROFILE,
    at,
    cmyk_profile,
    codes,
    dot_gain,
    gamma,
    inks,
    placed,
    plain,
    separated,
    srgb,
)

OWN = ICC.read_bytes()
CONVERT = replace(PROFILE, cmyk="convert")
BLACK_ALONE = (0, 0, 0, 255)


def colours(path: Path, size: tuple[int, int] = (120, 80), **how: object) -> Image.Image:
    """Patches and a gradient, so that an encoding anew would show; black alone at the top left."""
    image = Image.merge("CMYK", [Image.linear_gradient("L").resize(size).rotate(90 * turn) for turn in range(4)])
    image.paste(BLACK_ALONE, (0, 0, 40, 40))
    image.paste((13, 201, 0, 7), (60, 10, 61, 70))
    image.save(path, **how)  # type: ignore[arg-type]
    return image


def same(made: Separation, image: Image.Image) -> bool:
    return inks(made).tobytes() == image.tobytes()


def with_adobe(path: Path, **how: object) -> Path:
    """As Photoshop writes it: inverted, with Adobe's marker, which Pillow writes too."""
    colours(path, quality=90, **how)
    return path


def without_adobe(path: Path) -> Path:
    """A stream of ink amounts, as Ghostscript writes it."""
    ImageChops.invert(colours(path.with_suffix(".tif"))).save(path, quality=90, icc_profile=OWN)
    data = path.read_bytes()
    at_marker = data.index(b"\xff\xee")
    length = 2 + int.from_bytes(data[at_marker + 2 : at_marker + 4], "big")
    path.write_bytes(data[:at_marker] + data[at_marker + length :])
    return path


@pytest.mark.silent("COL-07", "COL-08", "IMG-64")
@pytest.mark.parametrize("how", [{}, {"compression": "tiff_lzw"}])
def test_every_amount_of_a_tiff_for_this_press_stays(tmp_path: Path, how: dict[str, object]) -> None:
    image = colours(tmp_path / "a.tif", icc_profile=OWN, **how)
    made, found = separated(tmp_path / "a.tif")
    assert not found and made.coding == "rows" and same(made, image)


@pytest.mark.silent("COL-07", "COL-08")
def test_black_alone_stays_black_alone(tmp_path: Path) -> None:
    """It was C71 M62 Y59 K84 when it went through the profile and back."""
    for name in ("a.tif", "a.jpg"):
        made, found = separated(plain(tmp_path / name, "CMYK", BLACK_ALONE, icc_profile=OWN))
        assert not found and at(inks(made)) == BLACK_ALONE


def test_a_cut_of_a_tiff_stays_too(tmp_path: Path) -> None:
    image = colours(tmp_path / "a.tif", icc_profile=OWN)
    made, _ = separated(tmp_path / "a.tif", Cut(10, 20, 60, 30))
    assert same(made, image.crop((10, 20, 70, 50)))


@pytest.mark.parametrize(("ppi", "width"), [(150, 120), (449, 120), (600, 60)])
def test_pixels_stay_up_to_half_as_many_again(tmp_path: Path, ppi: int, width: int) -> None:
    colours(tmp_path / "a.tif", icc_profile=OWN)
    made, _ = separated(tmp_path / "a.tif", ppi=ppi)
    assert made.width == width and (made.coding == "rows") == (width == 120)


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"icc_profile": OWN}])
def test_a_jpeg_of_inks_is_the_file_itself(tmp_path: Path, how: dict[str, object]) -> None:
    path = with_adobe(tmp_path / "a.jpg", **how)
    made, _ = separated(path)
    assert made.data == path.read_bytes() and made.inverted and made.shown is None


def test_one_that_is_not_inverted(tmp_path: Path) -> None:
    path = without_adobe(tmp_path / "a.jpg")
    made, found = separated(path)
    assert not found and made.data == path.read_bytes() and not made.inverted
    assert at(inks(made), 20, 20) == BLACK_ALONE


@pytest.mark.parametrize(("cut", "passes"), [(Cut(0, 0, 120, 60), True), (Cut(20, 0, 60, 80), False)])
def test_a_jpeg_of_which_most_is_shown_is_clipped(tmp_path: Path, cut: Cut, passes: bool) -> None:
    path = with_adobe(tmp_path / "a.jpg", icc_profile=OWN)
    made, _ = separated(path, cut)
    assert (made.data == path.read_bytes()) == passes
    assert made.shown == (cut if passes else None)


def test_a_jpeg_encoded_anew_has_the_same_inks(tmp_path: Path) -> None:
    """Too many pixels, or too little of it is shown."""
    for path in (with_adobe(tmp_path / "a.jpg", icc_profile=OWN), without_adobe(tmp_path / "b.jpg")):
        made, _ = separated(path, Cut(0, 0, 40, 40))
        assert not made.inverted and at(inks(made), 20, 20) == BLACK_ALONE
        made, _ = separated(path, ppi=1200)
        assert made.width == 30 and at(inks(made), 4, 4) == BLACK_ALONE


@pytest.mark.fires("COL-08")
@pytest.mark.parametrize("kind", ["a.jpg", "a.tif"])
def test_inks_without_a_profile_stay_and_are_noted(tmp_path: Path, kind: str) -> None:
    made, found = separated(plain(tmp_path / kind, "CMYK", (200, 10, 0, 30)))
    assert codes(found) == ["COL-08"] and found[0].severity == "note"
    assert all(abs(a - b) <= 3 for a, b in zip(at(inks(made)), (200, 10, 0, 30), strict=True))


@pytest.mark.fires("COL-07")
def test_inks_of_another_press_stay_and_both_are_named(tmp_path: Path) -> None:
    image = colours(tmp_path / "a.tif", icc_profile=cmyk_profile("Newsprint 26"))
    made, found = separated(tmp_path / "a.tif")
    assert same(made, image)
    assert codes(found) == ["COL-07"] and found[0].severity == "warning"
    assert "Newsprint 26" in found[0].text() and "ISO Coated v2" in found[0].text("zh")


@pytest.mark.silent("COL-07", "COL-08")
def test_where_the_printer_asks_they_are_separated_anew(tmp_path: Path) -> None:
    """Black alone stays alone and full, and its tints look as light as before."""
    own = cmyk_profile()
    image = Image.new("CMYK", (90, 30), (200, 0, 0, 0))
    image.paste(BLACK_ALONE, (0, 0, 30, 30))
    image.paste((0, 0, 0, 128), (30, 0, 60, 30))
    image.save(tmp_path / "a.tif", icc_profile=own)
    made, found = separated(tmp_path / "a.tif", profile=CONVERT)
    assert not found
    full, half, other = (at(inks(made), x, 15) for x in (15, 45, 75))
    assert full == BLACK_ALONE and half[:3] == (0, 0, 0) and 60 < half[3] < 200
    assert other != (200, 0, 0, 0)


@pytest.mark.silent("COL-07")
def test_those_of_this_press_are_not(tmp_path: Path) -> None:
    image = colours(tmp_path / "a.tif", icc_profile=OWN)
    assert same(separated(tmp_path / "a.tif", profile=CONVERT)[0], image)


@pytest.mark.silent("COL-07")
def test_a_profile_of_the_same_press_by_another_name(tmp_path: Path) -> None:
    """The same tables under another name and date, as another maker's profile of the printing condition would be."""
    other = bytearray(OWN)
    at_name = other.index(b"ISO Coated")
    other[at_name : at_name + 10] = b"Coated F39"
    other[24:36] = bytes(12)
    image = colours(tmp_path / "a.tif", icc_profile=bytes(other))
    made, found = separated(tmp_path / "a.tif")
    assert not found and same(made, image)


def black_of(path: Path) -> int:
    made, found = separated(path)
    assert not found and made.channels == 1
    return at(inks(made))[0]


def lightness_of_black(black: int) -> float:
    """L* of black ink alone on this press, relative to its paper."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    transform = ImageCms.buildTransform(opened(OWN), lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    return applied(transform, Image.new("CMYK", (1, 1), (0, 0, 0, black))).getchannel("L").tobytes()[0] / 2.55


def luminance(lightness: float) -> float:
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3


@pytest.mark.parametrize(
    ("profile", "luminance_of_grey"),
    [(gamma(1.0), 128 / 255), (gamma(2.2), (128 / 255) ** 2.2), (dot_gain(20), 1 - (127 / 255 + 0.2))],
)
def test_a_grey_is_printed_as_light_as_its_profile_says(
    tmp_path: Path, profile: bytes, luminance_of_grey: float
) -> None:
    """The light that comes back from the paper, scaled from the ink's black to paper."""
    black = black_of(plain(tmp_path / "a.tif", "L", 128, icc_profile=profile))
    darkest = luminance(lightness_of_black(255))
    wanted = darkest + luminance_of_grey * (1 - darkest)
    assert abs(luminance(lightness_of_black(black)) - wanted) < 0.02


def test_three_profiles_make_three_greys(tmp_path: Path) -> None:
    profiles = {"linear": gamma(1.0), "gamma": gamma(2.2), "gain": dot_gain(20)}
    blacks = [black_of(plain(tmp_path / f"{name}.jpg", "L", 128, icc_profile=p)) for name, p in profiles.items()]
    assert blacks[0] < blacks[2] - 10 < blacks[1] - 20


@pytest.mark.parametrize("profile", [gamma(1.0), gamma(2.2), dot_gain(20), srgb()])
def test_black_and_paper_are_so_in_every_grey(tmp_path: Path, profile: bytes) -> None:
    assert black_of(plain(tmp_path / "b.tif", "L", 0, icc_profile=profile)) == 255
    assert black_of(plain(tmp_path / "w.tif", "L", 255, icc_profile=profile)) == 0


def test_a_grey_with_the_profile_of_the_rgb_picture_it_was_made_from(tmp_path: Path) -> None:
    with_profile = black_of(plain(tmp_path / "a.png", "L", 100, icc_profile=srgb()))
    assert abs(with_profile - black_of(plain(tmp_path / "b.png", "L", 100))) <= 1


def test_a_grey_without_a_profile_is_one_of_the_screen(tmp_path: Path) -> None:
    """As light as the same grey in an RGB picture."""
    black = black_of(plain(tmp_path / "a.png", "L", 128))
    made, _ = separated(plain(tmp_path / "b.png", "RGB", (128, 128, 128)))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    transform = ImageCms.buildTransform(opened(OWN), lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    in_colour = applied(transform, inks(made)).getpixel((2, 2))
    assert isinstance(in_colour, tuple)
    assert abs(in_colour[0] / 2.55 - lightness_of_black(black)) < 2


def test_greys_of_an_rgb_picture_in_black_alone(tmp_path: Path) -> None:
    """Only where the printer's profile says so; what has any colour stays in four inks."""
    image = Image.new("RGB", (90, 30), (128, 128, 128))
    image.paste("black", (0, 0, 30, 30))
    image.paste((140, 128, 120), (60, 0, 90, 30))
    image.save(tmp_path / "a.png")
    in_colour, _ = separated(tmp_path / "a.png")
    alone, _ = separated(tmp_path / "a.png", profile=replace(PROFILE, neutral_rgb="black"))
    full, grey, brown = (at(inks(alone), x, 15) for x in (15, 45, 75))
    assert all(min(at(inks(in_colour), x, 15)[:3]) > 40 for x in (15, 45, 75))
    assert max(full[:3]) <= 2 and full[3] >= 253
    assert max(grey[:3]) <= 2 and abs(grey[3] - black_of(plain(tmp_path / "b.png", "L", 128))) <= 2
    assert brown[1] > 40 and brown[2] > 40


def own_profile(path: Path) -> Path:
    Image.new("RGB", (64, 32), (200, 40, 40)).save(path, icc_profile=srgb())
    return path


@pytest.mark.silent("IMG-64")
def test_an_own_profile_is_heeded(tmp_path: Path) -> None:
    without, _ = separated(plain(tmp_path / "a.png", "RGB", (200, 40, 40)))
    assert at(inks(separated(own_profile(tmp_path / "b.png"))[0])) == at(inks(without))


BROKEN = {
    "words": b"no profile",
    "cut short": srgb()[:-40],
    "a head alone": srgb()[:128],
    "another space": cmyk_profile(),
    "tags that lie elsewhere": srgb()[:132] + struct.pack(">4sII", b"rTRC", 2**31, 99) * 9 + srgb()[240:],
}


@pytest.mark.fires("IMG-64")
@pytest.mark.parametrize("profile", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_a_profile_of_no_use_is_an_error(tmp_path: Path, profile: bytes, mode: str) -> None:
    """And the picture is shown as it would be without one."""
    colour = 90 if mode == "L" else (200, 40, 40, 255)[: len(mode)]
    made, found = separated(plain(tmp_path / "a.png", mode, colour, icc_profile=profile))
    assert codes(found) == ["IMG-64"] and found[0].severity == "error"
    assert at(inks(made)) == at(inks(separated(plain(tmp_path / "b.png", mode, colour))[0]))


@pytest.mark.fires("IMG-64")
@pytest.mark.parametrize("profile", [OWN[:9000], cmyk_profile()[:-900], srgb()], ids=["cut", "cut again", "of RGB"])
def test_inks_with_a_profile_of_no_use_stay(tmp_path: Path, profile: bytes) -> None:
    image = colours(tmp_path / "a.tif", icc_profile=profile)
    made, found = separated(tmp_path / "a.tif")
    assert codes(found) == ["IMG-64"] and same(made, image)


@pytest.mark.fires("IMG-64")
def test_a_profile_of_which_a_piece_is_lost(tmp_path: Path) -> None:
    """A JPEG holds a long profile in pieces that are counted."""
    path = with_adobe(tmp_path / "a.jpg", icc_profile=OWN)
    data = path.read_bytes()
    first = data.index(b"ICC_PROFILE\0\x01") - 4
    length = 2 + int.from_bytes(data[first + 2 : first + 4], "big")
    path.write_bytes(data[:first] + data[first + length :])
    assert codes(separated(path)[1]) == ["IMG-64"]


@pytest.mark.parametrize("data", [b"", OWN[:20], OWN[:2000], OWN[:50_000], srgb()[:-3], b"x" * 4000])
def test_a_press_profile_of_no_use_is_told_not_a_crash(data: bytes) -> None:
    with pytest.raises(BadProfileError):
        press_of(data)


def line_drawing() -> Image.Image:
    image = Image.new("1", (95, 41), 1)
    image.paste(0, (0, 0, 30, 9))
    image.paste(0, (50, 11, 51, 40))
    image.putpixel((94, 40), 0)
    return image


@pytest.mark.parametrize("cut", [Cut(0, 0, 95, 41), Cut(7, 3, 60, 30)])
@pytest.mark.parametrize("kind", ["a.png", "a.tif", "g4.tif", "palette.png", "inverse.png"])
def test_line_art_keeps_each_pixel(tmp_path: Path, kind: str, cut: Cut) -> None:
    image = line_drawing()
    if kind in ("palette.png", "inverse.png"):
        paper, ink = ([255] * 3, [0] * 3)
        palette = Image.new("P", image.size)
        palette.putpalette(ink + paper if kind == "palette.png" else paper + ink)
        palette.putdata([int(bool(value)) ^ (kind == "inverse.png") for value in image.convert("L").tobytes()])
        palette.save(tmp_path / kind)
    else:
        image.save(tmp_path / kind, **({"compression": "group4"} if kind == "g4.tif" else {}))
    assert placed(tmp_path / kind).file.line_art
    made, found = separated(tmp_path / kind, cut, ppi=1200)
    assert not found and (made.bits, made.channels, made.coding) == (1, 1, "rows")
    part = image.crop((cut.left, cut.top, cut.left + cut.width, cut.top + cut.height))
    wanted = bytes(255 - value for value in part.convert("L").tobytes())
    assert inks(made).size == part.size and inks(made).tobytes() == wanted


@pytest.mark.parametrize("orientation", [2, 3, 6, 8])
def test_line_art_stands_upright(tmp_path: Path, orientation: int) -> None:
    lying = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
             8: Image.Transpose.ROTATE_270}  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    for name in ("a.png", "a.tif"):
        line_drawing().transpose(lying[orientation]).save(tmp_path / name, exif=exif)
        made, _ = separated(tmp_path / name, Cut(20, 0, 75, 41))
        part = line_drawing().crop((20, 0, 95, 41)).convert("L")
        assert inks(made).tobytes() == bytes(255 - value for value in part.tobytes())


def test_jpegs_keep_what_pillow_reads(tmp_path: Path) -> None:
    """The helper of these tests: Photoshop's inverted stream comes out as the amounts that went in."""
    image = colours(tmp_path / "a.jpg", quality=100)
    read = inks(separated(tmp_path / "a.jpg")[0])
    differences = [abs(a - b) for a, b in zip(read.tobytes(), image.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 2
    assert Image.open(BytesIO((tmp_path / "a.jpg").read_bytes())).info["adobe"]
