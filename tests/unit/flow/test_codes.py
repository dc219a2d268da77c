"""layout/flow/ean.py, layout/flow/codes.py and layout/paint/codes.py: digits by the standards' own examples, modules
read back, sizes, and what is wrong told."""

import pytest

from layout.flow import ean
from layout.flow.codes import ACROSS, BEFORE, MODULE, place_code
from layout.model.colour import BLACK
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import PlacedCode, PlacedFrame
from layout.model.style import House, Margins
from layout.model.template import Frame
from layout.model.units import MM
from layout.model.value import replace
from layout.paint.codes import QUIET, paint_code
from tests.unit.flow.making import HERE, HOUSE, Desk, frame

DATA = {"issn": "0317-8471", "number": "第7期", "motto": "河流"}
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
    return place_code(wide.setting(), wide.grid(columns=2), frame("c", takes, (1, 1), (1, 12)), {**DATA, **data})


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
    _, found = place_code(desk.setting(), desk.grid(), small, DATA)
    assert [item.code for item in found] == ["PAGE-BARCODE-SMALL"]
    _, found = place_code(desk.setting(), desk.grid(), replace(small, takes="qr:motto"), DATA)
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


def test_qr_is_whole_modules_with_a_quiet_zone() -> None:
    box = Rect(MM, MM, 30 * MM, 30 * MM)
    shape = paint_code(PlacedCode("qr", "河流·市镇·手艺·草木", box), BLACK)
    xs = [part[1] for part in shape.path if len(part) == 3]
    ys = [part[2] for part in shape.path if len(part) == 3]
    assert all(isinstance(value, int) for value in (*xs, *ys))
    side = max(xs) - min(xs)  # type: ignore[operator, type-var]
    module = 30 * MM // (29 + 2 * QUIET)  # 32 bytes: version 3, 29 modules
    assert side == 29 * module == max(ys) - min(ys)  # type: ignore[operator, type-var]
    assert min(xs) - box.x >= QUIET * module  # type: ignore[operator, type-var]
