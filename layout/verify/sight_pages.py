"""Set pages go in; those blank or thin, columns left empty or ending far apart, and frames too long come out."""

from collections.abc import Iterator, Mapping, Sequence

from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import AWAITED, BLANK, Page, PlacedFrame, PlacedLine
from layout.model.place import Place
from layout.model.style import House
from layout.model.template import PageTemplate, house_on
from layout.model.units import MM, Length
from layout.verify.view import joined

_ANYWHERE = ("furniture", "advert", "photo")
"""What may stand in the margins: a running head, an advert's label, a caption under a photo that bleeds."""
ACROSS, DOWN = 12, 24
"""Cells of the type area that are counted as filled or empty."""
WHITE = 4
"""A quarter of the type area that stays white in one piece is told, where the story goes on on the next page (ours)."""
FULL = 3
"""A page of a story is at least a third full."""
APART = 4
"""Rows by which the columns of a last page may end apart: a subhead, the row above it and the two lines that it keeps
below it move as one (ours; clreq §7.1.3.4 has columns of equal line counts)."""
EMPTY = 10
"""Rows from which a column without a line is told: fewer, beside a picture, are no place for text (ours)."""
VERSE = (2, 3)
"""Lines of verse leave a page white on purpose: most of them are shorter than two thirds of their measure (ours)."""


def thin_pages(pages: Sequence[Page], house: House, templates: Mapping[str, PageTemplate]) -> Iterator[Finding]:
    """Findings on the pages of stories; pages of their own, such as covers and plates, are as full as is meant."""
    stories = [page for page in pages if page.story and page.part == "body" and page.template not in (BLANK, AWAITED)]
    for page in pages:
        yield from _blank(page)
        yield from _too_long(page, house, templates)
    for index, page in enumerate(stories):
        last = index + 1 == len(stories) or stories[index + 1].story != page.story
        columns = [frame for frame in page.frames if frame.takes == "story" and frame.direction == "horizontal"]
        cells = _cells(page, house)
        yield from _thin(page, cells)
        empty = [*_empty_columns(page, columns, last and not _levels(page, templates))]
        yield from empty
        if not last and not empty:  # else told already
            yield from _white(page, house, cells)
        if last and _levels(page, templates):
            yield from _uneven(page, columns, house, templates)


def _blank(page: Page) -> Iterator[Finding]:
    """A page with nothing of its own. A cover may be bare inside; pages that nobody takes and those kept for a text
    that is not there are told with the plan."""
    if page.part == "body" and page.template not in (BLANK, AWAITED) and not _shows(page):
        yield finding("SIGHT-BLANK", page=page.number)


def _shows(page: Page) -> bool:
    """Whether there is anything to see but furniture."""
    frames = [frame for frame in page.frames if frame.takes != "furniture"]
    return page.ground is not None or any(
        frame.lines or frame.pictures or frame.fills or frame.plates or frame.rules or frame.codes for frame in frames
    )


def _too_long(page: Page, house: House, templates: Mapping[str, PageTemplate]) -> Iterator[Finding]:
    """Frames whose lines go on below the type area, into the foot margin. What passes the trim is told as cut off."""
    template = templates.get(page.template)
    own = house_on(house, template.grid) if template else house
    rows = house.margins.head + (own.rows - 1) * own.row + own.body
    foot = max(rows, house.height - house.margins.foot) + own.row
    for frame in page.frames:
        if frame.takes in _ANYWHERE or page.part != "body":
            continue
        over = [placed for placed in frame.lines if foot < _end(placed) <= house.height]
        if over:
            place = over[0].shaped.paragraph.source.place(over[0].shaped.offsets[over[0].line.start])
            far = max(map(_end, over)) - foot + own.row
            yield finding(
                "SIGHT-TOO-LONG",
                place,
                page.number,
                frame.box,
                frame=frame.name,
                over=f"{far / MM:.1f}",
                lines=len(over),
            )


def _end(placed: PlacedLine) -> Length:
    """How far down the page a line reaches, but for its descenders."""
    return placed.y + (placed.line.natural if placed.direction == "vertical" else 0)


def _thin(page: Page, cells: Sequence[int]) -> Iterator[Finding]:
    """A page under a third full, unless a poem stands on it or a colour of its own under it."""
    lines = [placed.line for frame in page.frames if frame.takes == "story" for placed in frame.lines]
    short = sum(line.natural * VERSE[1] < line.measure * VERSE[0] for line in lines)
    if page.ground or 2 * short > len(lines):
        return
    filled = sum(row.bit_count() for row in cells)
    if FULL * filled < ACROSS * DOWN:
        percent = 100 * filled // (ACROSS * DOWN)
        yield finding("SIGHT-THIN", _start(page), page.number, percent=percent, name=page.story)


def _area(page: Page, house: House) -> Rect:
    """The type area, as the margins leave it."""
    margins = house.margins
    inner_left = (page.side == "recto") == (house.binding == "left")
    left = margins.inner if inner_left else margins.outer
    width, height = house.width - margins.inner - margins.outer, house.height - margins.head - margins.foot
    return Rect(left, margins.head, width, height)


def _cells(page: Page, house: House) -> list[int]:
    """Rows of cells of the type area, a bit set for each in which something stands; the lowest bit is the left one."""
    area, rows = _area(page, house), [0] * DOWN
    for box in _boxes(page):
        first = max(0, (box.x - area.x) * ACROSS // area.width)
        last = min(ACROSS - 1, (box.right - area.x) * ACROSS // area.width)
        if last < first:
            continue
        mask = ((1 << (last - first + 1)) - 1) << first
        top = max(0, (box.y - area.y) * DOWN // area.height)
        foot = min(DOWN - 1, (box.foot - area.y) * DOWN // area.height)
        for row in range(top, foot + 1):
            rows[row] |= mask
    return rows


def _white(page: Page, house: House, cells: Sequence[int]) -> Iterator[Finding]:
    """A large part of the page that stays white in one piece, such as the place of a photo that there is not."""
    size, hole = max((one for top in range(DOWN) for one in _holes(cells, top)), default=(0, (0, 0, 0, 0)))
    if WHITE * size < ACROSS * DOWN:
        return
    area, (left, top, right, foot) = _area(page, house), hole
    across, down = area.width // ACROSS, area.height // DOWN
    box = Rect(area.x + left * across, area.y + top * down, (right - left) * across, (foot - top) * down)
    yield finding("SIGHT-WHITE", _start(page), page.number, box, percent=100 * size // (ACROSS * DOWN), name=page.story)


def _holes(cells: Sequence[int], top: int) -> Iterator[tuple[int, tuple[int, int, int, int]]]:
    """The widest white stretch from a row down to each row below it: how many cells, and left, top, right, foot."""
    taken = 0
    for foot in range(top + 1, DOWN + 1):
        taken |= cells[foot - 1]
        free = "".join("x" if taken >> at & 1 else "-" for at in range(ACROSS))
        widest = max(free.split("x"), key=len)
        if not widest:
            return
        left = free.index(widest)
        yield len(widest) * (foot - top), (left, top, left + len(widest), foot)


def _boxes(page: Page) -> Iterator[Rect]:
    for frame in page.frames:
        if frame.takes != "furniture":
            yield from _held(frame)


def _held(frame: PlacedFrame) -> Iterator[Rect]:
    """What stands in a frame: pictures, grounds, codes, and each line."""
    yield from (picture.box for picture in frame.pictures)
    yield from (fill.box for fill in frame.fills)
    yield from (code.box for code in frame.codes)
    for placed in frame.lines:
        size, length = placed.shaped.style.size, placed.line.natural
        if placed.direction == "horizontal":
            yield Rect(placed.x, placed.y - size, length, size)
        else:
            yield Rect(placed.x - size // 2, placed.y, size, length)


def _levels(page: Page, templates: Mapping[str, PageTemplate]) -> bool:
    """Whether the columns of a last page shall end level."""
    template = templates.get(page.template)
    return template is not None and any(f.takes == "story" and f.balance != "never" for f in template.frames)


def _empty_columns(page: Page, columns: Sequence[PlacedFrame], ended: bool) -> Iterator[Finding]:
    """Columns without a line beside others with text; not those behind the end of a text that is not levelled."""
    others = [box for frame in page.frames if frame.takes not in ("story", "furniture") for box in _held(frame)]
    written = {frame.name for frame in columns if frame.lines}  # a column may be in parts, above and below a picture
    bare: dict[str, tuple[int, PlacedFrame]] = {}
    for column in columns:
        rows = column.rows[1] - column.rows[0] + 1
        free = column.name not in written and not any(box.meets(column.box) for box in others)
        if free and rows > bare.get(column.name, (EMPTY - 1, column))[0]:
            bare[column.name] = rows, column  # the largest part of it is told
    for name, (rows, column) in bare.items() if written and not ended else ():
        yield finding("SIGHT-COLUMN-EMPTY", _start(page), page.number, column.box, frame=name, rows=rows)


def _uneven(
    page: Page, columns: Sequence[PlacedFrame], house: House, templates: Mapping[str, PageTemplate]
) -> Iterator[Finding]:
    """The columns of a last page, of those under which nothing else stands."""
    row = templates[page.template].grid.row or house.row
    others = [
        box for frame in page.frames if frame not in columns and frame.takes != "furniture" for box in _held(frame)
    ]
    feet = {}
    for column in columns:
        if column.lines:
            foot = max(line.y for line in column.lines)
            below = Rect(column.box.x, foot, column.box.width, house.height - foot)
            if not any(box.meets(below) for box in others):
                feet[column.name] = foot
    if len(feet) < 2:
        return
    apart = (max(feet.values()) - min(feet.values())) // row
    if apart > APART:
        short = min(feet, key=feet.__getitem__)
        box = joined([column.box for column in columns])
        yield finding("SIGHT-UNEVEN", _start(page), page.number, box, frame=short, rows=apart)


def _start(page: Page) -> Place | None:
    """Where the text of a page begins in its manuscript."""
    for frame in page.frames:
        if frame.takes == "story" and frame.lines:
            first = frame.lines[0]
            return first.shaped.paragraph.source.place(first.shaped.offsets[first.line.start])
    return None
