"""Set pages go in; text for the eye and for golden tests, or JSON for tools, comes out: what stands where on each line.

Nothing here depends on fonts' names, times or object ids, so that the same pages always give the same text.
"""

import json
from collections.abc import Iterator, Sequence

from layout.model.geometry import Rect
from layout.model.glyphs import line_text
from layout.model.page import Page, PlacedFrame, PlacedLine, PlacedPicture
from layout.model.units import Length, millimetres

SCHEMA = 1
"""Version of docs/schemas/dump.schema.json: raised when a field changes its meaning or goes."""


def as_text(pages: Sequence[Page]) -> str:
    """One block a page: its frames in reading order; of each line its row, measure, adjustment in em, and text."""
    return "\n".join("".join(f"{row}\n" for row in _page_rows(page)) for page in pages)


def as_json(pages: Sequence[Page]) -> str:
    """The same with every position in mm from the trim's top left corner and each line's place in its manuscript."""
    report = {"schema": SCHEMA, "pages": [_page_record(page) for page in pages]}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _page_rows(page: Page) -> Iterator[str]:
    told = (f"page {page.label or page.number}", page.side, page.template, page.part if page.part == "cover" else "")
    yield " ".join(word for word in told if word)
    for frame in page.frames:
        yield f"  {_frame_title(frame)}"
        for picture in frame.pictures:
            yield f"     picture {picture.path}  {_box_text(picture.box)}{_cut_text(picture)}"
        for code in frame.codes:
            yield f"     {code.kind} code “{code.text}”  {_box_text(code.box)}"
        for placed in frame.lines:
            yield _line_row(placed)


def _frame_title(frame: PlacedFrame) -> str:
    words = [f"frame {frame.name}"]
    if frame.columns != (0, 0):
        words.append(f"columns {_span(frame.columns)}")
    if frame.rows != (0, 0):
        words.append(f"lines {_span(frame.rows)}")
    if frame.direction == "vertical":
        words.append("vertical")
    if frame.displaced_by:
        words.append(f"displaced by {', '.join(frame.displaced_by)}")
    return "  ".join((*words, _box_text(frame.box)))


def _span(ends: tuple[int, int]) -> str:
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}-{ends[1]}"


def _box_text(box: Rect) -> str:
    return f"[{_mm(box.x):g} {_mm(box.y):g} {_mm(box.width):g}×{_mm(box.height):g} mm]"


def _cut_text(picture: PlacedPicture) -> str:
    if picture.file is None:
        return "  missing"
    cut = picture.cut
    return f"  cut {cut.left},{cut.top} {cut.width}×{cut.height} px" if cut else ""


def _line_row(placed: PlacedLine) -> str:
    """`    9  16em  +0.00  港口的早晨…`; a line off the grid gives its distance from the head of the trim instead."""
    where = str(placed.row) if placed.row else f"{_mm(placed.y):.1f}mm"
    measure = f"{_em(placed.line.measure, placed):g}em"
    return (
        f"  {where:>7}  {measure:>7}  {_em(placed.line.adjust, placed):+.2f}  {line_text(placed.shaped, placed.line)}"
    )


def _em(value: Length, placed: PlacedLine) -> float:
    return round(value / placed.shaped.style.size, 2) + 0.0


def _mm(value: Length) -> float:
    return round(millimetres(value), 3)


def _page_record(page: Page) -> dict[str, object]:
    return {
        "page": page.number,
        "label": page.label,
        "side": page.side,
        "part": page.part,
        "template": page.template,
        "story": page.story,
        "section": page.section,
        "frames": [_frame_record(frame) for frame in page.frames],
    }


def _frame_record(frame: PlacedFrame) -> dict[str, object]:
    return {
        "name": frame.name,
        "takes": frame.takes,
        "box_mm": _corners(frame.box),
        "columns": frame.columns,
        "lines_of_grid": frame.rows,
        "direction": frame.direction,
        "displaced_by": frame.displaced_by,
        "pictures": [_picture_record(picture) for picture in frame.pictures],
        "codes": [{"kind": code.kind, "text": code.text, "box_mm": _corners(code.box)} for code in frame.codes],
        "lines": [_line_record(placed) for placed in frame.lines],
    }


def _picture_record(picture: PlacedPicture) -> dict[str, object]:
    cut = picture.cut
    return {
        "path": picture.path,
        "place": str(picture.place),
        "box_mm": _corners(picture.box),
        "missing": picture.file is None,
        "cut_px": [cut.left, cut.top, cut.width, cut.height] if cut else None,
    }


def _line_record(placed: PlacedLine) -> dict[str, object]:
    shaped, line = placed.shaped, placed.line
    offset = shaped.offsets[line.start] if line.start < len(shaped.offsets) else 0
    return {
        "text": line_text(placed.shaped, placed.line),
        "style": shaped.style.name,
        "place": str(shaped.paragraph.source.place(offset)),
        "row": placed.row,
        "x_mm": _mm(placed.x),
        "y_mm": _mm(placed.y),
        "measure_mm": _mm(line.measure),
        "adjust_em": round(line.adjust / shaped.style.size, 3) + 0.0,
        "direction": placed.direction,
    }


def _corners(box: Rect) -> list[float]:
    return [_mm(value) for value in (box.x, box.y, box.width, box.height)]
