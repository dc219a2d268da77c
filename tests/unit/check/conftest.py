"""A press file that passes every check, to be spoilt in one way at a time."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from layout import check, pdf
from layout.font import open_book
from layout.model.colour import BLACK, Colour
from layout.model.display import Fill, GlyphRun, Sheet, Stroke
from layout.model.geometry import Rect
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
