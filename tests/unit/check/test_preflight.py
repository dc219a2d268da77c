"""Preflight: the sound file passes, and every check fires on a file spoilt in its way."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from layout import check, pdf
from layout.check import Wanted
from layout.font import open_book
from layout.model.colour import BLACK, Colour
from layout.model.display import Fill, GlyphRun, Sheet, Stroke
from layout.model.geometry import Rect
from layout.model.messages import check as messages
from layout.model.printing import DocumentInfo, PressProfile, PrintSettings
from layout.model.units import MM, PT

ROOT = Path(__file__).parents[3]
PROFILE = PressProfile("coated", "FOGRA39", "coated", str(ROOT / "styles" / "press" / "ISOcoated_v2_300_bas.icc"))
Spoil = Callable[[pikepdf.Pdf], object]


@pytest.fixture
def profile() -> PressProfile:
    return PROFILE


@pytest.fixture(scope="session")
def sound() -> bytes:
    book = open_book(ROOT / "fonts" / "fonts.toml")
    face = book.face("serif-regular")
    gids = tuple(face.gid_list("好稿"))
    items = (
        Fill(Rect(-3 * MM, -3 * MM, 216 * MM, 30 * MM), Colour(500, 0, 0, 0)),
        GlyphRun("serif-regular", 10 * PT, BLACK, 20 * MM, 20 * MM, gids, (0, 10 * PT), ("好", "稿")),
        Stroke(((20 * MM, 50 * MM), (90 * MM, 50 * MM)), PT // 2, BLACK),
    )
    info = DocumentInfo("试刊", "编辑部", "body", "2026-11-23T08:00:00+08:00", "0123abc")
    sheets = tuple(Sheet(210 * MM, 285 * MM, 3 * MM, items, number, str(number)) for number in (1, 2))
    return pdf.write(sheets, PrintSettings(PROFILE, info), book, {})


@pytest.fixture
def codes(sound: bytes) -> Callable[..., set[str]]:
    """The codes found in the sound file once `spoil` has changed it."""

    def found(spoil: Spoil, wanted: check.Wanted | None = None, **saving: object) -> set[str]:
        with pikepdf.open(BytesIO(sound)) as opened:
            spoil(opened)
            out = BytesIO()
            opened.save(out, **saving)  # type: ignore[arg-type]
        findings = check.run_pdf(out.getvalue(), PROFILE, wanted)
        for item in findings:
            assert item.text("en") and item.text("zh")
        return {item.code for item in findings}

    return found


Codes = Callable[..., set[str]]
IN_TEST_BOUNDS = {f"DOC-{number:02}" for number in range(7, 13)}
IMAGE_ROWS = {"IMG-01", "IMG-02", "IMG-03", "IMG-04", "IMG-05", "IMG-07"}


def paint(operators: str) -> Callable[[Pdf], None]:
    """Adds operators at the end of the first page."""

    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(Stream(pdf, b"/Gout gs " + operators.encode()))

    return spoil


def resource(kind: str, name: str, value: Callable[[Pdf], Any], operators: str) -> Callable[[Pdf], None]:
    """Adds a resource to the first page and operators that use it."""

    def spoil(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        if kind not in resources:
            resources[kind] = Dictionary()
        resources[kind][name] = value(pdf)
        paint(operators)(pdf)

    return spoil


def page_key(name: str, value: Any) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.pages[0].obj.__setitem__(name, value)


def root_key(name: str, value: Any) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.Root.__setitem__(name, value)


def picture(wide: int, high: int, box: str, **entries: Any) -> Callable[[Pdf], None]:
    def made(pdf: Pdf) -> Stream:
        image = Stream(pdf, bytes(wide * high * 4))
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, wide, high
        image.ColorSpace, image.BitsPerComponent = Name.DeviceCMYK, 8
        for key, value in entries.items():
            image["/" + key] = value
        return image

    return resource("/XObject", "/P9", made, f"/Gout gs q {box} cm /P9 Do Q")


def annotate(rect: list[float]) -> Callable[[Pdf], None]:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rect))
    return lambda pdf: pdf.pages[0].obj.__setitem__("/Annots", Array([pdf.make_indirect(note)]))


def font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].obj.Resources.Font.values())).DescendantFonts[0]


def drop_program(pdf: Pdf) -> None:
    del font(pdf).FontDescriptor.FontFile3


def untag(pdf: Pdf) -> None:
    font(pdf).BaseFont = Name.Whole


def no_xmp(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def other_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "another"


def no_trapped(pdf: Pdf) -> None:
    del pdf.docinfo["/Trapped"]


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def other_condition(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = "FOGRA52"


def rgb_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, b"\0" * 12 + b"mntrRGB " + b"\0" * 108)


def spot(name: str) -> Callable[[Pdf], Any]:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    return lambda pdf: Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])


def black_text(state: str, ink: str) -> str:
    return f"1 0 0 0 k 50 90 100 40 re f /{state} gs BT 60 100 Td /F1 9 Tf {ink} k <0001> Tj ET"


SPOILT: list[tuple[str, Callable[[Pdf], object]]] = [
    ("BOX-02", lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox")),
    ("BOX-02", page_key("/ArtBox", [0, 0, 10, 10])),
    ("BOX-02", page_key("/MediaBox", [10, 10, 500, 500])),
    ("BOX-03", page_key("/CropBox", [10, 10, 500, 500])),
    ("BOX-04", page_key("/UserUnit", 2)),
    ("BOX-05", page_key("/Rotate", 90)),
    ("BOX-05", page_key("/TrimBox", [8.504, 8.504, 590, 816.378])),
    ("BOX-06", page_key("/BleedBox", [6, 8, 603, 816.378])),
    ("DOC-01", no_xmp),
    ("DOC-01", other_title),
    ("DOC-01", no_trapped),
    ("DOC-02", root_key("/OpenAction", Dictionary(S=Name.JavaScript, JS="app.alert(1)"))),
    ("DOC-02", root_key("/AcroForm", Dictionary(Fields=Array()))),
    ("DOC-02", root_key("/Names", Dictionary(JavaScript=Dictionary()))),
    ("DOC-02", page_key("/AA", Dictionary())),
    ("DOC-03", annotate([100, 100, 200, 200])),
    ("DOC-06", root_key("/OCProperties", Dictionary(OCGs=Array(), D=Dictionary(), Configs=Array()))),
    ("FNT-01", drop_program),
    ("FNT-06", untag),
    ("FNT-04", resource("/Font", "/T3", lambda pdf: pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type3)), "")),
    ("COL-01", paint("1 0 0 rg 0 0 50 50 re f")),
    ("COL-01", paint("0.5 g 0 0 50 50 re f")),
    ("COL-01", resource("/ColorSpace", "/L", lambda pdf: Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]),
                        "/L cs 50 0 0 sc 0 0 50 50 re f")),
    ("COL-01", picture(30, 30, "6 0 0 6 0 0", ColorSpace=Name.DeviceRGB)),
    ("COL-02", no_intent),
    ("COL-02", other_condition),
    ("COL-02", rgb_profile),
    ("COL-03", page_key("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    ("COL-04", resource("/ColorSpace", "/S", spot("PANTONE 186 C"), "/S cs 1 scn 0 0 50 50 re f")),
    ("COL-06", resource("/ColorSpace", "/S", spot("All"), "/S cs 1 scn 0 0 50 50 re f")),
    ("TXT-06", paint(black_text("Gout", "0.6 0.4 0.4 1"))),
    ("OVP-01", paint(black_text("Gover", "0 0 0 0"))),
    ("OVP-02", paint("/Gover gs 0 0 0 0 k 0 0 50 50 re f")),
    ("OVP-03", paint(black_text("Gout", "0 0 0 1"))),
    ("OVP-03", resource("/ExtGState", "/Zero", lambda pdf: Dictionary(OP=True, op=True, OPM=0),
                        black_text("Zero", "0 0 0 1"))),
    ("OVP-04", paint("/Gout gs 0 0 0 1 K 1 w 0 0 m 50 50 l S")),
    ("OVP-04", paint("/Gout gs 0 0 0 1 k 0 0 50 0.5 re f")),
    ("OVP-07", paint("/Gover gs 1 0 0 0 k 0 0 50 50 re f")),
    ("LIN-01", paint("/Gover gs 0 0 0 1 K 0.1 w 0 0 m 50 50 l S")),
    ("LIN-01", paint("/Gout gs 1 1 0 0 K 0.3 w 0 0 m 50 50 l S")),
    ("LIN-01", paint("/Gover gs 0 0 0 1 k 0 0 50 0.1 re f")),
    ("LIN-03", paint("/Gover gs 0 0 0 1 K 0 w 0 0 m 50 50 l S")),
    ("IMG-01", picture(30, 30, "72 0 0 72 0 0")),
    ("IMG-02", picture(200, 200, "72 0 0 72 0 0")),
    ("IMG-03", picture(500, 500, "72 0 0 72 0 0", BitsPerComponent=1)),
    ("IMG-04", picture(700, 700, "72 0 0 72 0 0", BitsPerComponent=1)),
    ("IMG-05", picture(30, 30, "6 0 0 7 0 0")),
    ("IMG-07", picture(30, 30, "6 0 0 6 0 0", Filter=Name.JPXDecode)),
]  # fmt: skip


@pytest.mark.silent(
    "DOC-00",
    "DOC-01",
    "DOC-02",
    "DOC-04",
    "DOC-06",
    "BOX-01",
    "BOX-02",
    "BOX-03",
    "BOX-04",
    "BOX-05",
    "BOX-06",
    "FNT-01",
    "FNT-04",
    "FNT-06",
    "TXT-06",
    "OVP-01",
    "OVP-02",
    "OVP-03",
    "OVP-04",
    "OVP-07",
    "LIN-01",
    "LIN-03",
    "COL-01",
    "COL-02",
    "COL-03",
    "COL-06",
    "IMG-01",
    "IMG-02",
    "IMG-03",
    "IMG-04",
    "IMG-05",
    "IMG-07",
)
def test_the_sound_file_passes(codes: Codes) -> None:
    assert codes(lambda pdf: None, Wanted(210 * MM, 285 * MM, multiple=2)) == set()


@pytest.mark.fires("code")
@pytest.mark.parametrize(("code", "spoil"), SPOILT, ids=[f"{code}-{n}" for n, (code, _) in enumerate(SPOILT)])
def test_each_fault_is_found(codes: Codes, code: str, spoil: Callable[[Pdf], object]) -> None:
    assert code in codes(spoil)


def test_every_row_has_a_file_that_sets_it_off() -> None:
    tested = {code for code, _ in SPOILT} | {"DOC-00", "DOC-04", "BOX-01"} | IN_TEST_BOUNDS
    assert tested == set(messages.ROWS) | IMAGE_ROWS


def test_one_fault_gives_one_code(codes: Codes) -> None:
    alone = [(code, spoil) for code, spoil in SPOILT if code[:3] in ("OVP", "LIN", "COL", "IMG") and code != "COL-02"]
    for code, spoil in alone:
        assert codes(spoil) == {code}


@pytest.mark.fires("BOX-01", "DOC-04")
def test_size_and_number_of_pages(codes: Codes) -> None:
    assert codes(lambda pdf: None, Wanted(200 * MM, 285 * MM)) == {"BOX-01"}
    assert codes(lambda pdf: None, Wanted(multiple=4)) == {"DOC-04"}


@pytest.mark.silent("DOC-03")
def test_annotations_outside_the_bleed_are_allowed(codes: Codes) -> None:
    assert codes(annotate([-90, -90, -10, -10])) == set()


@pytest.mark.silent("COL-04")
def test_black_separation_is_process_ink(codes: Codes) -> None:
    assert codes(resource("/ColorSpace", "/S", spot("Black"), "/Gout gs /S cs 1 scn 0 0 50 50 re f")) == set()


def test_forms_are_entered(codes: Codes) -> None:
    def form(pdf: Pdf) -> Stream:
        made = Stream(pdf, b"1 0 0 rg 0 0 9 9 re f")
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
        return made

    assert codes(resource("/XObject", "/X9", form, "/X9 Do")) == {"COL-01"}


@pytest.mark.fires("DOC-02")
def test_encryption(codes: Codes) -> None:
    locked = pikepdf.Encryption(owner="o", user="u")
    assert codes(lambda pdf: None, encryption=locked) == {"DOC-02"}
    assert "DOC-02" in codes(lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user=""))


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.6\n1 0 obj\n<<"])
def test_what_is_no_pdf_is_one_finding(data: bytes, profile: PressProfile) -> None:
    assert [item.code for item in check.run_pdf(data, profile)] == ["DOC-00"]


@given(some.lists(some.tuples(some.integers(0, 400_000), some.integers(0, 255)), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_never_raise(sound: bytes, profile: PressProfile, damage: list[tuple[int, int]]) -> None:
    broken = bytearray(sound)
    profile_end = broken.rfind(b"endstream")
    for at, byte in damage:  # most of the file is the ICC profile: aim at what comes before and after it
        broken[at % 6000 if at % 2 else min(profile_end + at % 6000, len(broken) - 1)] = byte
    check.run_pdf(bytes(broken), profile)


def test_a_page_that_sets_no_colour_is_grey(codes: Codes) -> None:
    def alone(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = Stream(pdf, b"/Gout gs 0 0 50 50 re f")

    assert codes(alone) == {"COL-01"}


def test_a_form_within_itself_ends(codes: Codes) -> None:
    def form(pdf: Pdf) -> Any:
        made = pdf.make_indirect(Stream(pdf, b"/X9 Do 0 1 0 0 k 0 0 9 9 re f"))
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
        made.Resources = Dictionary(XObject=Dictionary(X9=made))
        return made

    assert codes(resource("/XObject", "/X9", form, "/X9 Do")) == set()


@pytest.mark.fires("BOX-02")
def test_a_page_that_is_its_own_parent_ends(sound: bytes, profile: PressProfile) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf_:
        del pdf_.pages[0].obj["/MediaBox"]
        out = BytesIO()
        pdf_.save(out)
    with pikepdf.open(BytesIO(out.getvalue())) as pdf_:
        number = pdf_.pages[0].objgen[0]
        parent = pdf_.pages[0].obj.Parent.objgen[0]
    looped = out.getvalue().replace(b"/Parent %d 0 R" % parent, b"/Parent %d 0 R" % number)
    assert looped != out.getvalue()
    assert "BOX-02" in {item.code for item in check.run_pdf(looped, profile)}


@pytest.mark.fires("BOX-04")
def test_findings_name_their_page(sound: bytes, profile: PressProfile) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        pdf.pages[1].obj.UserUnit = 2
        out = BytesIO()
        pdf.save(out)
    assert [(item.code, item.page) for item in check.run_pdf(out.getvalue(), profile)] == [("BOX-04", 2)]
