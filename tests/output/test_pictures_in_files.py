"""Pictures in the files that go to press: numbers that stay, streams passed through, turned and clipped by the page;
and what a build says of pictures and profiles that are of no use, in this run and in the next."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout import pdf
from layout.check import run_pdf
from layout.font import Book
from layout.image import probe
from layout.image.ink import press_of
from layout.image.separate import separate
from layout.job.build import BuildResult, build
from layout.model.display import Picture, Sheet, picture_key
from layout.model.geometry import Rect
from layout.model.picture import Cut
from layout.model.place import Place
from layout.model.printing import PressProfile, PrintSettings
from layout.model.units import INCH, MM
from layout.read.init import make_issue
from tests.lying import LYING
from tests.output.programs import program
from tests.unit.image.making import cmyk_profile, srgb

HERE = Place("story.md", 7, 1)
ROOT = Path(__file__).parents[2]
ICC = ROOT / "styles" / "press" / "ISOcoated_v2_300_bas.icc"
PROFILE = PressProfile("coated", "FOGRA39", "coated", str(ICC))
BLACK_ALONE = (0, 0, 0, 255)
WIDE, HIGH = 60 * MM, 40 * MM
Write = Callable[..., bytes]


@pytest.fixture
def write(book: Book, press_settings: PrintSettings) -> Write:
    """A press file of 80 × 60 mm with a picture of 60 × 40 mm, its first corner at 10 mm."""

    def written(path: Path, cut: Cut | None = None) -> bytes:
        file, _ = probe(path, HERE)
        assert file is not None
        cut = cut or Cut(0, 0, file.width, file.height)
        picture = Picture(file, cut, Rect(10 * MM, 10 * MM, WIDE, HIGH), HERE)
        made, _ = separate(path.read_bytes(), picture, press_of(ICC.read_bytes()), PROFILE)
        assert made is not None
        sheet = Sheet(80 * MM, 60 * MM, 3 * MM, (picture,), 1, "1")
        return pdf.write((sheet,), press_settings, book, {picture_key(picture): made})

    return written


def drawing() -> Image.Image:
    """600 × 400 in inks, no two corners alike."""
    image = Image.new("CMYK", (600, 400), (0, 0, 0, 0))
    image.paste((255, 0, 0, 0), (0, 0, 250, 100))
    image.paste((0, 255, 0, 0), (450, 250, 600, 400))
    image.paste(BLACK_ALONE, (0, 300, 100, 400))
    return image


def seen(data: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")


def apart(one: Image.Image, two: Image.Image) -> float:
    """Mean difference of two pages, 0 to 255."""
    assert one.size == two.size
    levels = ImageChops.difference(one, two).convert("L").tobytes()
    return sum(levels) / len(levels)


@pytest.mark.parametrize("cut", [Cut(0, 0, 600, 400), Cut(60, 0, 540, 360)], ids=["whole", "clipped"])
@pytest.mark.parametrize("orientation", LYING)
def test_a_stream_passed_through_stands_upright(tmp_path: Path, write: Write, orientation: int, cut: Cut) -> None:
    """The page turns and clips it; it looks as the upright TIFF does whose pixels are cut."""
    image, exif = drawing(), Image.Exif()
    image.save(tmp_path / "upright.tif")
    for method in LYING[orientation]:
        image = image.transpose(method)
    exif[0x0112] = orientation
    image.save(tmp_path / "a.jpg", exif=exif, quality=95, icc_profile=ICC.read_bytes())
    data = write(tmp_path / "a.jpg", cut)
    with pikepdf.open(BytesIO(data)) as opened:
        (stream,) = opened.pages[0].Resources.XObject.values()
        assert stream.read_raw_bytes() == (tmp_path / "a.jpg").read_bytes()
    assert apart(seen(data), seen(write(tmp_path / "upright.tif", cut))) < 1


def test_one_that_photoshop_wrote_as_luminance_and_colour(tmp_path: Path, write: Write) -> None:
    """YCCK: Adobe's marker says 2. What readers of the PDF make of the stream is what Pillow makes of the file."""
    drawing().save(tmp_path / "a.jpg", quality=95)
    data = bytearray((tmp_path / "a.jpg").read_bytes())
    data[data.index(b"Adobe") + 11] = 2
    (tmp_path / "a.jpg").write_bytes(data)
    with Image.open(tmp_path / "a.jpg") as image:
        image.save(tmp_path / "plain.tif")
    assert apart(seen(write(tmp_path / "a.jpg")), seen(write(tmp_path / "plain.tif"))) < 1


@pytest.mark.silent("IMG-01", "IMG-05", "COL-01", "DOC-01")
@pytest.mark.parametrize("kind", ["a.tif", "a.jpg", "turned.jpg", "line.png"])
def test_check_finds_nothing_in_them(tmp_path: Path, write: Write, kind: str) -> None:
    """Rows, a stream that is clipped, one that is turned, and one bit a pixel."""
    exif = Image.Exif()
    exif[0x0112] = 6 if kind == "turned.jpg" else 1
    if kind == "line.png":
        Image.new("1", (3000, 2000), 0).save(tmp_path / kind)
    else:
        image = drawing().resize((1200, 800))
        image = image.transpose(Image.Transpose.ROTATE_90) if kind == "turned.jpg" else image
        image.save(tmp_path / kind, exif=exif, icc_profile=ICC.read_bytes())
    cut = Cut(0, 0, 2700, 1800) if kind == "line.png" else Cut(60, 40, 1080, 720)
    assert run_pdf(write(tmp_path / kind, cut), PROFILE) == ()


def plates(data: bytes, tmp_path: Path) -> dict[str, Image.Image]:
    """What Ghostscript puts on each plate, 255 for ink, at 100 ppi."""
    (tmp_path / "plates.pdf").write_bytes(data)
    command = [program("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r100"]
    subprocess.run([*command, f"-sOutputFile={tmp_path / 'p.tif'}", tmp_path / "plates.pdf"], check=True)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return {name: ImageChops.invert(Image.open(tmp_path / f"p({name}).tif").convert("L")) for name in names}


@pytest.mark.parametrize("kind", ["a.tif", "a.jpg", "line.png"])
def test_black_alone_is_on_the_black_plate_alone(tmp_path: Path, write: Write, kind: str) -> None:
    if kind == "line.png":
        Image.new("1", (600, 400), 0).save(tmp_path / kind)
    else:
        Image.new("CMYK", (600, 400), BLACK_ALONE).save(tmp_path / kind, icc_profile=ICC.read_bytes())
    made = plates(write(tmp_path / kind), tmp_path)
    inner = tuple(round((edge + 3) * MM * 100 / INCH) for edge in (12, 12, 68, 48))
    assert [made[name].crop(inner).getextrema() for name in ("Cyan", "Magenta", "Yellow")] == [(0, 0)] * 3  # type: ignore
    assert made["Black"].crop(inner).getextrema() == (255, 255)  # type: ignore[arg-type]


def test_readers_find_line_art_of_one_bit(tmp_path: Path, write: Write) -> None:
    image = Image.new("1", (1200, 800), 1)
    image.paste(0, (0, 0, 600, 800))
    image.save(tmp_path / "a.tif", compression="group4")
    (tmp_path / "a.pdf").write_bytes(data := write(tmp_path / "a.tif"))
    listed = subprocess.run(
        [program("pdfimages"), "-list", tmp_path / "a.pdf"], capture_output=True, text=True, check=True
    )
    row = listed.stdout.splitlines()[2].split()
    assert row[3:5] == ["1200", "800"] and row[7] == "1"  # width, height, bits
    page = seen(data)
    left, right = (page.getpixel((round((x + 3) * 72 / 25.4 * 2), 160)) for x in (25, 55))
    assert isinstance(left, tuple) and isinstance(right, tuple)
    assert max(left) < 90 and right == (255, 255, 255)


def issue(folder: Path, *photos: str) -> Path:
    """A small issue with a plate for each of these photos of its folder photos/."""
    make_issue(folder)
    entries = (f'\n[[entry]]\npage = "plate"\nphotos = ["photos/{photo}"]\n' for photo in photos)
    with (folder / "issue.toml").open("a", encoding="utf-8") as plan:
        plan.write("".join(entries))
    return folder


@pytest.mark.fires("IMG-03", "IMG-04")
def test_line_art_has_limits_of_its_own(tmp_path: Path) -> None:
    """On a plate 175 mm wide 3,500 pixels are 508 an inch, 4,500 are 653."""
    folder = issue(tmp_path / "issue", "coarse.png", "fair.png")
    for name, width in (("coarse.png", 3500), ("fair.png", 4500)):
        Image.new("1", (width, width), 0).save(folder / "photos" / name)
    result = build(folder, "proof", tmp_path / "out")
    assert (told(result, "coarse.png"), told(result, "fair.png")) == (["IMG-03"], ["IMG-04"])


@pytest.mark.silent("IMG-03", "IMG-04")
def test_the_same_pixels_in_grey_are_plenty(tmp_path: Path) -> None:
    folder = issue(tmp_path / "issue", "grey.png", "fine.png")
    Image.new("L", (1800, 1800), 0).save(folder / "photos" / "grey.png")
    Image.new("1", (5800, 5800), 0).save(folder / "photos" / "fine.png")
    build(folder, "proof", tmp_path / "out")


def told(result: BuildResult, photo: str = "") -> list[str]:
    """Codes of what was found, of this photo only."""
    named = [item for item in result.findings if photo in str(dict(item.values))]
    return sorted({item.code for item in named if item.code[:3] in ("IMG", "INK", "COL")})


def proof(result: BuildResult) -> pikepdf.Pdf:
    (path,) = (path for path in result.made if "proof" in path.name)
    return pikepdf.open(path)


@pytest.mark.fires("COL-07", "COL-08", "INK-02", "IMG-64")
def test_what_is_found_when_a_picture_is_separated_is_found_again(tmp_path: Path) -> None:
    """Later builds take it from the cache with the separation; a file of another name has its own."""
    folder = issue(tmp_path / "issue", "plain.tif", "other.tif", "heavy.tif", "broken.png")
    photos = folder / "photos"
    Image.new("CMYK", (900, 600), (200, 10, 0, 30)).save(photos / "plain.tif")
    Image.new("CMYK", (900, 600), (200, 10, 0, 30)).save(photos / "other.tif", icc_profile=cmyk_profile())
    Image.new("CMYK", (900, 600), (255, 255, 255, 255)).save(photos / "heavy.tif", icc_profile=ICC.read_bytes())
    Image.new("RGB", (900, 600), (200, 10, 30)).save(photos / "broken.png", icc_profile=srgb()[:-9])
    for _ in range(2):
        result = build(folder, "proof", tmp_path / "out")
        assert "COL-08" in told(result, "plain.tif") and "COL-07" in told(result, "other.tif")
        assert "INK-02" in told(result, "heavy.tif") and "IMG-64" in told(result, "broken.png")
    (photos / "heavy.tif").rename(photos / "heavier.tif")
    plan = folder / "issue.toml"
    plan.write_text(plan.read_text("utf-8").replace("heavy.tif", "heavier.tif"), "utf-8")
    assert "INK-02" in told(build(folder, "proof", tmp_path / "out"), "heavier.tif")


DAMAGE = {
    "zeros": lambda data: data[: len(data) // 2] + bytes(600) + data[len(data) // 2 + 600 :],
    "a part is lost": lambda data: data[: len(data) // 2] + data[len(data) // 2 + 900 :],
    "ended too early": lambda data: data[: len(data) // 2] + b"\xff\xd9",
    "cut short": lambda data: data[: len(data) // 2],
}


@pytest.mark.fires("IMG-61")
@pytest.mark.parametrize("how", [{}, {"progressive": True}], ids=["baseline", "progressive"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_jpeg_damaged_in_the_middle_does_not_go_to_press(
    tmp_path: Path, damage: Callable[[bytes], bytes], how: dict[str, object]
) -> None:
    """Pillow shows three of these without a word: grey, or noise. In the proof a placeholder stands instead."""
    folder = issue(tmp_path / "issue", "a.jpg")
    path = folder / "photos" / "a.jpg"
    Image.effect_noise((600, 400), 60).convert("RGB").save(path, quality=85, **how)  # type: ignore[arg-type]
    path.write_bytes(damage(path.read_bytes()))
    result = build(folder, "all", tmp_path / "out")
    assert "IMG-61" in told(result, "a.jpg")
    assert [file.name.rpartition("-")[2] for file in result.made] == ["proof.pdf"]
    with proof(result) as opened:
        assert all("/XObject" not in page.Resources for page in opened.pages)


@pytest.mark.fires("IMG-61")
def test_a_tiff_whose_strips_are_jpegs(tmp_path: Path) -> None:
    folder = issue(tmp_path / "issue", "a.tif")
    path = folder / "photos" / "a.tif"
    Image.effect_noise((2400, 1600), 60).convert("RGB").save(path, compression="jpeg")
    assert not told(build(folder, "proof", tmp_path / "out"), "a.tif")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + bytes(900) + data[len(data) // 2 + 900 :])
    assert told(build(folder, "proof", tmp_path / "out"), "a.tif") == ["IMG-61"]


@pytest.mark.silent("IMG-61")
@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True}])
def test_a_sound_jpeg_does(tmp_path: Path, how: dict[str, object]) -> None:
    folder = issue(tmp_path / "issue", "a.jpg")
    image = Image.effect_noise((900, 600), 60).convert("RGB")
    image.save(folder / "photos" / "a.jpg", quality=85, **how)  # type: ignore[arg-type]
    build(folder, "proof", tmp_path / "out")


def with_styles(folder: Path, change: Callable[[bytes], bytes]) -> Path:
    """The issue with a whole set of styles of its own, whose press profile is changed."""
    shutil.copytree(ROOT / "styles", folder / "styles")
    icc = folder / "styles" / "press" / ICC.name
    icc.write_bytes(change(icc.read_bytes()))
    return folder


def without_table(data: bytes) -> bytes:
    """Its tag B2A1, which relative colorimetric conversion uses, is of a kind that nobody knows."""
    entry = data.index(b"B2A1")
    start = int.from_bytes(data[entry + 4 : entry + 8], "big")
    return data[:start] + b"zzzz" + data[start + 4 :]


SPOILT_PROFILES: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:500_000],
    "cut within its table of tags": lambda data: data[:150],
    "a tag that ends behind the file": lambda data: data[:136] + b"\x7f" + data[137:],
    "a tag of no kind": without_table,
}


@pytest.mark.fires("COL-09")
@pytest.mark.parametrize("change", SPOILT_PROFILES.values(), ids=SPOILT_PROFILES)
def test_a_press_profile_of_no_use_holds_the_press_not_the_proof(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    folder = with_styles(issue(tmp_path / "issue", "a.png"), change)
    Image.new("RGB", (900, 600), (200, 10, 30)).save(folder / "photos" / "a.png")
    for _ in range(2):
        result = build(folder, "all", tmp_path / "out")
        assert "COL-09" in told(result)
        assert [file.name.rpartition("-")[2] for file in result.made] == ["proof.pdf"]
        with proof(result) as opened:
            assert any("/XObject" in page.Resources for page in opened.pages)


@pytest.mark.fires("COL-09")
def test_it_is_told_where_no_picture_stands(tmp_path: Path) -> None:
    folder = with_styles(issue(tmp_path / "issue"), without_table)
    assert "COL-09" in told(build(folder, "proof", tmp_path / "out"))


@pytest.mark.silent("COL-09")
def test_a_sound_one_is_not(tmp_path: Path) -> None:
    folder = with_styles(issue(tmp_path / "issue"), bytes)
    build(folder, "proof", tmp_path / "out")


@pytest.mark.fires("IMG-66")
def test_a_folder_in_a_pictures_place_is_one_error_where_it_is_named(tmp_path: Path) -> None:
    folder = issue(tmp_path / "issue", "a.jpg")
    (folder / "photos" / "a.jpg").mkdir()
    result = build(folder, "proof", tmp_path / "out")
    assert told(result, "a.jpg") == ["IMG-66"] and result.made
