"""Another library reads where the letters of a built issue stand: those beyond the trim are told, and only those; and
`banxin check` agrees with the build."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as some

from layout import pdf
from layout.check import run_pdf
from layout.job import build as building
from layout.job.clock import Clock
from layout.job.load import load
from layout.model.units import MM
from layout.read.init import make_issue

WORDS = "甲乙丙丁"
NEAR = 0.4
"""Millimetres from the trim where rounding of glyph boxes may decide."""
TEMPLATE = """
[grid]
columns = 2
gutter = "1.3em"

[[frame]]
name = "body"
takes = "story"
columns = "1-2"
lines = "1-"
linked = true

[[furniture]]
name = "words"
text = "甲乙丙丁"
style = "folio"
edge = "{edge}"
along = "{along}mm"
down = "{down}mm"
direction = "{direction}"
"""


def issue(folder: Path, size: tuple[int, int], template: str) -> None:
    """A small issue on this sheet, its rows as many as there is room for."""
    make_issue(folder)
    (folder / "styles/pages").mkdir(parents=True)
    rows = (size[1] - 40) * 72 // 25.4 // 19
    house = f'[sheet]\nwidth = "{size[0]}mm"\nheight = "{size[1]}mm"\n[margins]\nhead = "20mm"\nfoot = "20mm"\n'
    (folder / "styles/house.toml").write_text(f"{house}[grid]\nrows = {rows:.0f}\n", "utf-8")
    for name in ("article-open", "article-next"):
        (folder / f"styles/pages/{name}.toml").write_text(template, "utf-8")


def beyond(data: bytes, size: tuple[int, int]) -> float:
    """How far the ink of the words stands beyond the trim of the first page, in mm; negative: within it."""
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    left, foot, right, top = (edge * 25.4 / 72 for edge in page.get_trimbox())
    far = -1e9
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1) in WORDS:
            x, y, x2, y2 = (edge * 25.4 / 72 for edge in text.get_charbox(index))
            far = max(far, left - x, foot - y, x2 - right, y2 - top)
    return far


@settings(max_examples=8, deadline=None, derandomize=True)
@given(
    some.tuples(some.integers(150, 297), some.integers(200, 297)),
    some.sampled_from(("outer", "inner")),
    some.integers(-8, 12),
    some.one_of(some.integers(-4, 12), some.integers(190, 300)),
    some.sampled_from(("horizontal", "vertical")),
)
def test_letters_beyond_the_trim(size: tuple[int, int], edge: str, along: int, down: int, direction: str) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "issue"
        issue(folder, size, TEMPLATE.format(edge=edge, along=along, down=down, direction=direction))
        loaded, found = load(folder)
        assert loaded, [item.text() for item in found]
        result = building.build(folder, "proof", Path(place) / "out")
        set_issue, _ = building.compose(loaded, Clock())
        sheets = building._sheets(loaded, set_issue)["body"]
        data = pdf.write(sheets, building.settings(loaded, "body"), loaded.book, {})
    far = beyond(data, size)
    told = {item.code for item in result.findings if item.page == 1}
    checked = {item.code for item in run_pdf(data, loaded.press) if item.page == 1}
    if far > NEAR:
        assert "SIGHT-OFF-PAGE" in told and ("SIGHT-OFF-PAGE" in checked or far < 2)
    elif far < -NEAR:
        assert "SIGHT-OFF-PAGE" not in told | checked
    if far < -loaded.house.safety / MM - NEAR:
        assert "SIGHT-NEAR-EDGE" not in told | checked
