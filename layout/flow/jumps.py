"""A line kept for it and a page number go in; the jump line, 下转 or 上接, comes out in its place."""

from collections.abc import Iterator

from layout.flow.draft import Sketch
from layout.flow.opening import Rest
from layout.flow.setting import Setting
from layout.flow.slots import Slot
from layout.model.figures import folios
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Article, Page, PlacedFrame, PlacedLine, PlacedLink
from layout.model.place import Source
from layout.model.story import Paragraph
from layout.model.style import BODY_ASCENT, Direction
from layout.model.units import scaled
from layout.model.value import replace


def jump_line(setting: Setting, style: str, page: int, slot: Slot, direction: Direction) -> PlacedFrame:
    """What the house says of the page, on the line that was kept for it; in a proof it leads there."""
    said = setting.house.jump_to if style == "jump-to" else setting.house.jump_from
    for name, folio in folios(page).items():
        said = said.replace(f"{{{name}}}", folio)
    shaped = setting.shape(Paragraph(style, said, Source("")), style, direction)
    lines = setting.set_lines(shaped, (slot.length,), 0, 0)
    size = shaped.style.size
    box = Rect(slot.x, slot.y - scaled(size, BODY_ASCENT, 1000), slot.length, size)
    if direction == "vertical":
        box = Rect(slot.x - size // 2, slot.y, size, slot.length)
    placed = tuple(PlacedLine(shaped, line, slot.x, slot.y, slot.row, direction) for line in lines[:1])
    return PlacedFrame(style, "furniture", box, direction=direction, lines=placed, links=(PlacedLink(box, page),))


def cut_off(frame: PlacedFrame, page: int) -> Iterator[Finding]:
    """A finding for each line of a frame that has room for one line only, and needs more."""
    for placed in frame.lines:
        if not placed.line.last:
            place = placed.shaped.paragraph.source.place(0)
            yield finding("PAGE-FRAME-FULL", place, page, frame=frame.name, lines=1)


def raised(sketch: Sketch) -> Sketch:
    """The page with its jump line above the notes of its column, which end a row lower."""
    opened, filled = sketch.opened, sketch.filled
    last = filled.columns[-1] if filled.columns else None
    if not opened.jump_to or not last or not last.note_slots:
        return sketch
    first, *others = last.note_slots
    column = replace(last, note_slots=(*others, opened.jump_to))
    filled = replace(filled, columns=(*filled.columns[:-1], column))
    return replace(sketch, opened=replace(opened, jump_to=first), filled=filled)


def led_on(setting: Setting, article: Article, rest: Rest, page: int) -> Article:
    """The article with the line on its last page that leads to where the story goes on."""
    if rest.slot is None:
        return article
    line = jump_line(setting, "jump-to", page, rest.slot, rest.direction)
    if not any(_is(one, rest.page) for one in article.pages):
        return article
    pages = tuple(_with(one, line) if _is(one, rest.page) else one for one in article.pages)
    return replace(article, pages=pages, findings=(*article.findings, *cut_off(line, rest.page)))


def _is(page: Page, number: int) -> bool:
    return page.part == "body" and page.number == number


def _with(page: Page, line: PlacedFrame) -> Page:
    return replace(page, frames=(*page.frames, line))
