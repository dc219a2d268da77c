"""layout/flow/ean.py, layout/flow/codes.py and layout/paint/codes.py: digits by the standards' own examples, modules
read back, sizes, and what is wrong told."""

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.flow import ean
from layout.flow.codes import ACROSS, BEFORE, MODULE, QR_LEAST, place_code, place_qr
from layout.model.colour import BLACK
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import QUIET, PlacedCode, PlacedFrame
from layout.model.place import Place
from layout.model.style import House, Margins
from layout.model.template import Frame
from layout.model.units import MM
from layout.model.value import replace
from layout.paint.codes import code_rows, paint_code
from tests.unit.flow.making import HERE, HOUSE, Desk, frame

DATA = {"issn": "0317-8471", "number": "第7期", "motto": "河流"}
SAID_AT = {
    "": Place("issue.toml", 40, 1),
    "number": Place("issue.toml", 2, 10),
    "issn": Place("issue.toml", 41, 8),
    "motto": Place("issue.toml", 42, 9),
}
SETS = {
    **{pattern: (digit, "A") for digit, pattern in enumerate(ean.LEFT)},
    **{p.translate(str.maketrans("01", "10"))[::-1]: (d, "B") for d, p in enumerate(ean.LEFT)},
}


def read(modules: str) -> str:
    """The thirteen digits of 95 modules, the first one from the sets of the left half."""
    left = [SETS[modules[3 + 7 * index : 10 + 7 * index]] for index in range(6)]
    right = [SETS[modules[50 + 7 * index : 57 + 7 * index][::-1]] for index in range(6)]  # set C is B read backwards
    first = ean.PARITY.index("".join(which for _, which in left))
    return "".join(str(digit) for digit in (first, *(d for d, _ in left), *(d for d, _ in right)))


@pytest.mark.parametrize(
    ("issn", "digits"), [("0317-8471", "9770317847001"), ("03785955", "9770378595002"), ("2434-561X", "9772434561006")]
)
def test_digits(issn: str, digits: str) -> None:
    assert ean.digits_of(issn) == digits
    assert issn.replace("-", "")[7] == ean.issn_check(issn.replace("-", "")[:7])
    assert read(ean.modules(digits)) == digits


def test_any_first_digit_reads_back() -> None:
    for first in range(10):
        digits = f"{first}12345678904"
        digits += ean.ean_check(digits)
        assert read(ean.modules(digits)) == digits


@pytest.mark.parametrize(
    ("number", "add_on"),
    [("第7期", "07"), ("2026年第12期", "12"), ("总第488期", "88"), ("第１２期", "12"), ("创刊", "")],
)
def test_add_on(number: str, add_on: str) -> None:
    assert ean.add_on_of(number) == add_on


def test_add_on_modules() -> None:
    assert ean.add_on_modules("07") == "1011" + "0100111" + "01" + "0010001"  # 7 mod 4 = 3: both of set B
    assert ean.add_on_modules("12")[4:11] == ean.LEFT[1]


def placed(desk: Desk, *, takes: str, **data: str) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    house: House = replace(HOUSE, width=200 * MM, height=150 * MM, margins=Margins(0, 0, 0, 0), rows=28)
    wide = desk.having(house)
    return place_code(
        wide.setting(), wide.grid(columns=2), frame("c", takes, (1, 1), (1, 12)), {**DATA, **data}, SAID_AT
    )


@pytest.mark.silent("PAGE-BARCODE-SMALL")
def test_barcode_is_exact(desk: Desk) -> None:
    barcode, found = placed(desk, takes="barcode")
    ground, *bars = barcode.fills
    module = ground.box.width // ACROSS
    assert not found
    assert 80 * MODULE <= module * 100 <= 200 * MODULE
    assert ground.ink == "paper"
    assert {bar.ink for bar in bars} == {"ink"}
    assert all((bar.box.x - ground.box.x) % module == bar.box.width % module == 0 for bar in bars)
    assert min(bar.box.x for bar in bars) == ground.box.x + BEFORE * module
    assert all(ground.box.contains(bar.box) for bar in bars)
    assert [line.shaped.paragraph.text for line in barcode.lines] == ["9770317847001", "07"]


@pytest.mark.exactly("code")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"issn": ""}, "PAGE-BARCODE-ISSN"),
        ({"issn": "0317-847"}, "PAGE-BARCODE-ISSN"),
        ({"issn": "0317-8472"}, "PAGE-BARCODE-CHECK"),
        ({"issn": "０３１７-8471"}, "PAGE-BARCODE-ISSN"),
        ({"number": "创刊"}, "PAGE-BARCODE-NUMBER"),
        ({"issn-variant": "x"}, "PAGE-BARCODE-VARIANT"),
        ({"issn-variant": "5"}, "PAGE-BARCODE-VARIANT"),
    ],
)
def test_wrong_data_are_told(desk: Desk, data: dict[str, str], code: str) -> None:
    barcode, found = placed(desk, takes="barcode", **data)
    assert [item.code for item in found] == [code]
    assert not barcode.fills


@pytest.mark.fires("PAGE-BARCODE-SMALL", "PAGE-QR-SMALL")
def test_small_frames_are_told(desk: Desk) -> None:
    small = Frame("c", "barcode", (1, 1), (1, 2), HERE)
    _, found = place_code(desk.setting(), desk.grid(), small, DATA, SAID_AT)
    assert [item.code for item in found] == ["PAGE-BARCODE-SMALL"]
    _, found = place_code(desk.setting(), desk.grid(), replace(small, takes="qr:motto"), DATA, SAID_AT)
    assert [item.code for item in found] == ["PAGE-QR-SMALL"]


@pytest.mark.fires("PAGE-QR-LONG")
@pytest.mark.silent("PAGE-QR-NONE")
def test_qr_takes_data_or_its_own_words(desk: Desk) -> None:
    assert [code.text for code in placed(desk, takes="qr:motto")[0].codes] == ["河流"]
    assert [code.text for code in placed(desk, takes="qr:还有一班船")[0].codes] == ["还有一班船"]
    assert [item.code for item in placed(desk, takes=f"qr:{'长' * 72}")[1]] == ["PAGE-QR-LONG"]


@pytest.mark.silent("PAGE-QR-LONG", "PAGE-QR-SMALL")
@pytest.mark.fires("PAGE-QR-NONE")
def test_no_qr_of_a_name_that_the_data_lack(desk: Desk) -> None:
    """A code of the word series-link itself would lead readers nowhere."""
    empty, found = placed(desk, takes="qr:series-link")
    assert not empty.codes and [item.code for item in found] == ["PAGE-QR-NONE"]


URLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=240),
    st.text("0123456789", min_size=1, max_size=560),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./:%", min_size=1, max_size=330).map("HTTPS://".__add__),
    st.text("河埠渡口acn0189-/?=&", min_size=1, max_size=80).map("https://".__add__),
)
"""Texts of codes of every mode: figures, capitals, bytes of one to four a character; some too long for a code."""


@given(text=URLS, width=st.integers(10 * MM, 90 * MM))
@settings(max_examples=60, deadline=None)
def test_a_code_is_painted_as_large_as_its_room_is_reckoned(text: str, width: int) -> None:
    """Its modules, read off the painted path, are those of the text, within a quiet zone of four on every side."""
    wanted = segno.make(text, error="m", micro=False, encoding="utf-8")
    made, found = _reserved(text, width)
    if wanted.version > 10:
        assert not made.codes and [item.code for item in found] == ["PAGE-QR-LONG"]
        return
    code, ground = made.codes[0], made.fills[0].box
    module = ground.width // (len(wanted.matrix) + 8)
    assert ground == code.box and ground.width == ground.height == module * (len(wanted.matrix) + 8)
    assert [item.code for item in found] == ["PAGE-QR-SMALL"] * (module < QR_LEAST)
    assert _modules(code, module) == [list(row) for row in wanted.matrix]


def _reserved(text: str, width: int) -> tuple[PlacedFrame, tuple[Finding, ...]]:
    """The code as flow places it in a frame of this width."""
    held = PlacedFrame("c", "qr:x", Rect(MM, MM, width, width + MM), (1, 1), (1, 9))
    return place_qr(Frame("c", "qr:x", (1, 1), (1, 9), HERE), held, text, code_rows(text))


def _modules(code: PlacedCode, module: int) -> list[list[int]]:
    """The dark modules of the painted path, its quiet zone taken off; the corners of each rectangle are on the grid."""
    shape = paint_code(code, BLACK)
    count = code.box.width // module - 2 * QUIET
    dark = [[0] * count for _ in range(count)]
    corners = [(part[1] - code.box.x, part[2] - code.box.y) for part in shape.path if len(part) == 3]  # type: ignore[operator]
    for at in range(0, len(corners), 4):
        (left, top), _, (right, foot), _ = corners[at : at + 4]
        assert not any(edge % module for edge in (left, top, right, foot))
        for column in range(left // module - QUIET, right // module - QUIET):
            dark[top // module - QUIET][column] = 1
    return dark


@pytest.mark.silent("PAGE-QR-LONG", "PAGE-QR-SMALL", "PAGE-QR-NONE")
def test_a_code_of_an_ordinary_address() -> None:
    made, _ = _reserved("HTTPS://EXAMPLE.COM/2026/11", 20 * MM)
    assert len(made.codes[0].rows) == 25  # capitals and figures: version 2, where the same bytes need version 3


@pytest.mark.fires("PAGE-QR-NONE")
def test_no_code_of_nothing(desk: Desk) -> None:
    empty, found = placed(desk, takes="qr:motto", motto="")
    assert not empty.codes and [item.code for item in found] == ["PAGE-QR-NONE"]


@pytest.mark.fires(
    "PAGE-BARCODE-CHECK", "PAGE-BARCODE-ISSN", "PAGE-BARCODE-NUMBER", "PAGE-BARCODE-VARIANT", "PAGE-QR-LONG"
)
def test_what_is_wrong_with_a_text_is_told_where_it_is_written(desk: Desk) -> None:
    """In the plan, not in the house's template; what is not there, where it would be."""
    for takes, data, line in (
        ("barcode", {"issn": "0317-8472"}, 41),
        ("barcode", {"issn": ""}, 41),
        ("barcode", {"number": "创刊"}, 2),
        ("barcode", {"issn-variant": "x"}, 40),
        ("qr:motto", {"motto": "长" * 80}, 42),
        ("qr:series-link", {}, 40),
    ):
        (item,) = placed(desk, takes=takes, **data)[1]
        assert item.place and (item.place.path, item.place.line) == ("issue.toml", line)
    small = Frame("c", "barcode", (1, 1), (1, 2), Place("/product/styles/pages/cover-back.toml", 9, 1))
    issue = {**SAID_AT, "": Place("/home/issue/issue.toml", 40, 1)}
    (item,) = place_code(desk.setting(), desk.grid(), small, DATA, issue)[1]  # in a frame of the product's
    assert item.place == SAID_AT["issn"]
    (item,) = placed(desk, takes=f"qr:{'长' * 80}")[1]  # these words stand in the template
    assert item.place == HERE
