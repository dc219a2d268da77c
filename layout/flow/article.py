"""A draft goes in; the finished pages come out: levelled, every line placed, furniture set, what found no room told."""

from itertools import groupby

from layout.flow import overset
from layout.flow.bleeding import bled_over, grown_over, kept_back
from layout.flow.clearance import too_tight
from layout.flow.columns import Filled
from layout.flow.draft import Draft, Sketch
from layout.flow.filler import fill_foot
from layout.flow.furniture import place_furniture
from layout.flow.grid import PageGrid
from layout.flow.heads import tinted
from layout.flow.jumps import cut_off, jump_line, raised
from layout.flow.keeps import given_up
from layout.flow.left import left, texts_left
from layout.flow.levelling import level
from layout.flow.listed import Listing
from layout.flow.numbering import page_numbered
from layout.flow.opening import AIR_ROWS, Copy, Opened, side_of
from layout.flow.rules import column_rules
from layout.flow.setting import Setting
from layout.flow.sharing import Shared, clear_of
from layout.flow.standing import set_columns
from layout.flow.table_text import sticks_out, too_wide
from layout.flow.text import Text
from layout.lines import complaints
from layout.model.figures import folios
from layout.model.finding import Finding
from layout.model.geometry import Rect
from layout.model.page import Article, Page, PlacedFrame
from layout.model.place import Source
from layout.model.plan import Entry
from layout.model.story import Mark, Paragraph, Photo, Story, led, without_notes
from layout.model.value import replace

CELLS = ("table-head", "table-cell")
TELLS_NOTHING = ("story", "table", "contents", "filler")
"""What frames take that are placed without a word about their lines."""


def finished(setting: Setting, copy: Copy, draft: Draft) -> Article:
    """The article of a draft."""
    last = draft.pages[-1]
    pages = tuple(map(raised, (*draft.pages[:-1], replace(last, filled=_levelled(draft, last)))))
    made = tuple(_page(setting, copy, index, sketch, draft.text) for index, sketch in enumerate(pages))
    filler, taken = _filler(setting, copy, pages[-1]) if draft.done else (None, 0)
    if filler:
        made = (*made[:-1], replace(made[-1], frames=(*made[-1].frames, filler)))
    found = [
        replace(item, page=item.page or page.number)
        for sketch, page in zip(pages, made, strict=True)
        for item in sketch.opened.placed.findings
    ]
    found += [item for page in made for item in (*_line_findings(page), *bled_over(page))]
    found += [item for page in made for item in _wide_tables(draft.text, page)]
    for sketch, page in zip(pages, made, strict=True):
        opened = sketch.opened
        found += grown_over(opened.template, opened.placed.frames, page.number)
        found += kept_back(opened.grid, opened.template, opened.placed.frames, page.number)
    found += (item for piece in copy.fillers[:taken] for item in piece.lost)
    found += too_tight(draft.text)
    lost, over = overset.told(draft, made[-1].number) if not copy.later else ([], 0)
    beyond = overset.shown(setting, draft, made[-1], over) if over and copy.entry.part == "body" else ()
    found += lost + (left(setting, copy, last.opened.placed.waiting, made) if not copy.later else [])
    found += texts_left(setting, copy, made)
    levers = tuple(
        lever.on(page.number)
        for page, sketch in zip(made, pages, strict=True)
        for lever in (*sketch.filled.levers, *given_up(sketch.text, sketch.filled.columns, sketch.before))
    )
    return Article(made, tuple(found), levers, over, taken, beyond)


def _filler(setting: Setting, copy: Copy, last: Sketch) -> tuple[PlacedFrame | None, int]:
    """A filler under a story that ends early on its last page, where nothing else stands in the way."""
    frame, opened = last.opened.frame, last.opened
    if frame is None or opened.further or frame.direction == "vertical" or frame.balance == "never":
        return None, 0
    if not copy.fillers:
        return None, 0
    taken = [
        slots[column.used - 1].row
        for column, slots in zip(last.filled.columns, opened.columns, strict=False)
        if column.used
    ]
    below = [opened.grid.row_of(o.box.foot) for o in opened.placed.obstacles]
    notes = [slot.row for column in last.filled.columns for slot in column.note_slots]
    return fill_foot(
        setting, opened.grid, frame, max([*taken, *below, *notes], default=0), copy.fillers, copy.filler_title
    )


def _levelled(draft: Draft, last: Sketch) -> Filled:
    """The last page's columns, level where its text frame asks; vertical tiers are filled and left (clreq §2.1.2).
    A page that had to give up keeps to take its text stays as it is."""
    frame = last.opened.frame
    if frame is None or not draft.done or frame.balance == "never" or frame.direction == "vertical":
        return last.filled
    even = level(last.text, last.opened.columns, last.before)
    return even if last.text.ended(even.after) else last.filled


def _page(setting: Setting, copy: Copy, index: int, sketch: Sketch, text: Text) -> Page:
    number, entry, opened = copy.page(index), copy.entry, sketch.opened
    label = str(number) if entry.part == "body" else f"C{number}"
    cover = {"folio": label, "folio-han": "", "folio-circled": label}
    values = {**dict(copy.values), **(folios(number) if entry.part == "body" else cover)}
    pieces = place_furniture(
        setting, opened.grid, opened.template.furniture, values, entry.place.path, opened.placed.frames
    )
    placed, columns = opened.placed.frames, _text_frames(opened, sketch.filled, text)
    if text.notes and opened.frame and opened.frame.note_numbers == "page":
        placed, columns = page_numbered(text.notes, placed, columns)
    frames = (
        *placed,
        *_jump_from(setting, copy, index, opened),
        *column_rules(opened, sketch.filled),
        *columns,
        *_jump_to(setting, copy, index, opened),
        *clear_of(copy.shared.get(number), pieces),
    )
    ground = opened.template.ground
    house = setting.house
    sheet = Rect(0, 0, house.width, house.height).grown(house.bleed)
    title = values.get("title", "") if index == 0 and not copy.rest else ""
    return Page(
        number, label, side_of(number), opened.template.name, frames,
        story=copy.story.slug if copy.story else "",
        section=values.get("section", ""),
        titles=(title,) if title else (),
        part=entry.part,
        ground=tinted(ground, sheet) if ground else None,
    )  # fmt: skip


def _jump_from(setting: Setting, copy: Copy, index: int, opened: Opened) -> tuple[PlacedFrame, ...]:
    if not opened.jump_from or not opened.frame:
        return ()
    page = copy.rest.page if copy.rest and not index else copy.page(index - 1)
    return (jump_line(setting, "jump-from", page, opened.jump_from, opened.frame.direction),)


def _jump_to(setting: Setting, copy: Copy, index: int, opened: Opened) -> tuple[PlacedFrame, ...]:
    """Where the text goes on behind pages of others; of a part of a divided story that is known later (`led_on`)."""
    if not opened.jump_to or not opened.frame or copy.later and index == copy.entry.pages - 1:
        return ()
    return (jump_line(setting, "jump-to", copy.page(index + 1), opened.jump_to, opened.frame.direction),)


def _text_frames(opened: Opened, filled: Filled, text: Text) -> list[PlacedFrame]:
    return set_columns(opened, filled, text) if opened.frame else []


def _line_findings(page: Page) -> list[Finding]:
    """Loose and overfull lines of running text and of what is no head, box or caption, which tell their own; furniture
    that does not fit on one line."""
    found: list[Finding] = []
    for frame in page.frames:
        if frame.takes == "furniture":
            found += cut_off(frame, page.number)
        if frame.takes in TELLS_NOTHING:
            for _, group in groupby(frame.lines, key=lambda placed: id(placed.shaped)):
                placed = tuple(group)
                lines = tuple(one.line for one in placed)
                if placed[0].shaped.paragraph.role in CELLS:  # whether they stick out is told of the whole table
                    lines = tuple(line for line in lines if not sticks_out(line))
                found.extend(replace(item, page=page.number) for item in complaints(placed[0].shaped, lines))
    return found


def _wide_tables(text: Text, page: Page) -> list[Finding]:
    """Tables in the running text of the page whose cells stick out of their columns."""
    placed = [line for frame in page.frames if frame.takes == "story" for line in frame.lines]
    found = []
    for table in text.tables:
        cells = {id(cell.paragraph) for row in table.cells for cell in row}
        own = [line for line in placed if id(line.shaped.paragraph) in cells]
        found += [replace(item, page=page.number) for item in too_wide(table, own)]
    return found


def rows_taken(setting: Setting, page: Page) -> int:
    """Rows down to the foot of the lowest thing on the page but its furniture; of running text, of its last line."""
    setting = setting.on_rows_of(page.template)
    grid = PageGrid(setting.house, setting.templates[page.template].grid, page.side)
    feet = [0]
    for frame in page.frames:
        if frame.direction == "vertical" and frame.takes == "story":
            return setting.house.rows
        if frame.takes == "story":
            feet += [line.y for line in frame.lines]
        elif frame.takes != "furniture":
            feet += [frame.box.foot, *(line.y for line in frame.lines)]
    return min(grid.row_of(max(feet)), setting.house.rows) if max(feet) else 0


def leaves_room(setting: Setting, page: Page, shared: Shared) -> bool:
    """Whether what stands on the page ends above the shared frames, with some air between."""
    setting = setting.on_rows_of(page.template)
    grid = PageGrid(setting.house, setting.templates[page.template].grid, page.side)
    above = min((grid.row_of(frame.box.y) for frame in shared.frames), default=0)
    return rows_taken(setting, page) + AIR_ROWS <= above


def joined(page: Page, under: Page) -> Page:
    """A page with what stands under its story, without the folio or running head that a picture there covers."""
    covering = [picture.box for frame in under.frames for picture in frame.pictures]
    kept = (f for f in page.frames if f.takes != "furniture" or not any(box.meets(f.box) for box in covering))
    return replace(page, frames=(*kept, *under.frames), titles=page.titles + under.titles)


def listing(entry: Entry, story: Story, page: int) -> Listing:
    """The story's line of the contents."""
    section = entry.section or story.section
    series = entry.series or next((p for p in story.heading if p.role == "series"), None)
    name = without_notes(series).text if series else ""
    teaser = _teaser(entry, story, page) if entry.teaser else None
    return Listing(section, story.title, story.authors, page, story.path, name, story.heading, teaser)


def _teaser(entry: Entry, story: Story, page: int) -> Photo:
    """The picture that announces the story: under it the page's number and what the plan says there, else the photo's
    own caption, else the title."""
    own = next((photo for photo in story.photos if photo.path == entry.teaser), Photo(entry.teaser, entry.place))
    said = dict(entry.texts).get("teaser") or own.caption
    said = said if said and said.text else Paragraph("caption", story.title, Source(story.path))
    folio = f"{page}\u3000"
    caption = led(replace(without_notes(said), role="caption"), folio)
    mark = Mark(0, len(folio) - 1, "style", "teaser-folio")
    return replace(own, caption=replace(caption, marks=(mark, *caption.marks)))
