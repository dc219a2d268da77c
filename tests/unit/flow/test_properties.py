"""Stories, templates and plans at random: whatever comes in, no text is lost, doubled, overlapping or off the grid."""

from itertools import groupby, pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import flow
from layout.flow.columns import Filled, filled, stretches
from layout.flow.draft import draft
from layout.flow.grid import PageGrid
from layout.flow.keeps import MOST_HEADS
from layout.flow.levelling import level
from layout.flow.overset import MOST_PAGES
from layout.flow.slots import MIN_SEGMENT, Slot
from layout.font import Book
from layout.job.typeset import Issue, typeset
from layout.lines import complaints
from layout.model.geometry import Rect
from layout.model.page import Article, Page, PlacedLine
from layout.model.plan import Entry, Plan
from layout.model.story import Box, Mark, Note, Ornament, Paragraph, Photo, Story, Table, characters
from layout.model.style import BODY_ASCENT
from layout.model.template import Frame, Furniture, PageTemplate, Suits
from layout.model.units import PT, scaled
from layout.model.value import replace
from tests.unit.flow.making import (
    BODY,
    EM,
    HERE,
    HOUSE,
    ROW,
    ROWS,
    Desk,
    body,
    frame,
    frames_of,
    page,
    photo,
    picture,
    say,
    story,
    text_of,
    words,
)

CALM = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
ROLES = st.sampled_from(["body"] * 8 + ["total", "item", "quote"])
HEADS = st.sampled_from(["subhead", "subhead-bullet", "subhead3", "subhead-rows", "subhead-wide", "subhead-cut"])
SIGNS = st.text("甲乙丙丁戊己庚辛壬癸，。：“”abc 2026—", min_size=1, max_size=60).map(str.strip).filter(bool)


@st.composite
def paragraphs(draw: st.DrawFn, most: int = 14) -> tuple[Paragraph, ...]:
    """Running text with heads of one to three lines between, some of them straight after one another."""
    made: list[Paragraph] = []
    for index in range(draw(st.integers(0, most))):
        kind = draw(st.integers(0, 9))
        if kind < 2:
            made.append(say(draw(st.integers(1, 25)), draw(HEADS), first=index))
        elif kind < 4:
            made.append(words(draw(SIGNS), draw(ROLES)))
        else:
            made.append(say(draw(st.integers(1, 140)), draw(ROLES), first=7 * index))
    return tuple(made)


@st.composite
def ranges(draw: st.DrawFn, most: int) -> tuple[int, int]:
    first = draw(st.integers(1, most))
    return first, draw(st.integers(first, most))


@st.composite
def templates(draw: st.DrawFn, name: str = "open", following: str = "plain") -> PageTemplate:
    """A page of one to four columns with a head and up to three photos anywhere on it."""
    columns = draw(st.integers(1, 4))
    gutter = draw(st.sampled_from([0, EM, 2 * EM]))
    frames: list[Frame] = []
    if draw(st.booleans()):
        frames.append(frame("head", "heading", (1, columns), (1, draw(st.integers(2, 5))), displaces="lines"))
    for index in range(draw(st.integers(0, 3))):
        elastic = (-draw(st.integers(0, 2)), draw(st.integers(0, 3)))
        how = {"displaces": draw(st.sampled_from(["lines", "box", "outline"])), "elastic": elastic}
        how["gap"] = draw(st.sampled_from([0, EM // 2, EM]))
        frames.append(frame(f"photo{index}", "photo", draw(ranges(columns)), draw(ranges(ROWS)), **how))
    whole = draw(st.booleans())
    frames.append(
        body(
            (1, columns) if whole else draw(ranges(columns)),
            (1, ROWS) if whole else draw(ranges(ROWS)),
            linked=draw(st.booleans()),
            inner=draw(st.sampled_from([1, 1, 1, 2])),
            balance=draw(st.sampled_from(["never", "last", "always"])),
        )
    )
    return page(name, *frames, columns=columns, gutter=gutter, following=following)


PLAIN = page("plain", body())


def set_one(book: Book, template: PageTemplate, set_story: Story, pages: int = 0) -> tuple[flow.Setting, Article]:
    desk = Desk(book)
    setting = desk.setting(template, PLAIN, pictures={"p.jpg": picture()})
    return setting, flow.set_article(setting, desk.copy(set_story, template.name, pages=pages))


def running(pages: tuple[Page, ...]) -> str:
    lines = [line for p in pages for f in frames_of(p) for line in f.lines if line.shaped.style.name != "note"]
    return "".join(map(text_of, lines))


def whole(set_story: Story) -> str:
    blocks = [b for b in set_story.blocks if isinstance(b, Paragraph | Ornament)]
    return "".join("◆" if isinstance(b, Ornament) else b.text for b in blocks)


def bare(text: str) -> str:
    """Without spaces: one beside a Han or its mark gives way to the house's own gap."""
    return text.replace(" ", "")


def box_of(line: PlacedLine) -> Rect:
    size = line.shaped.style.size
    return Rect(line.x, line.y - scaled(size, BODY_ASCENT, 1000), line.line.measure, size)


def check_article(setting: flow.Setting, article: Article, set_story: Story) -> None:
    every = whole(set_story)
    said = running(article.pages)
    assert bare(said) == bare(every[: len(every) - article.overset])
    overset = [dict(f.values) for f in article.findings if f.code == "PAGE-OVERSET"]
    assert bool(article.overset) == bool(overset)
    for values in overset:
        assert int(values["held"]) + int(values["characters"]) >= characters(every)  # a word divided counts twice
    if len(article.beyond) < MOST_PAGES and any(frames_of(p) for p in article.pages):
        assert bare(running((*article.pages, *article.beyond))) == bare(every)
    for p in article.pages:
        check_page(setting, p, article)
    check_keeps(article, set_story)
    check_alone(article)
    check_tracking(article)


def check_page(setting: flow.Setting, p: Page, article: Article) -> None:
    template = setting.templates[p.template]
    grid = PageGrid(setting.house, template.grid, p.side)
    lines = [(f, line) for f in frames_of(p) for line in f.lines]
    for f, line in lines:
        box = box_of(line)
        style = line.shaped.style
        if not style.leading and not style.rows:
            assert line.y == grid.baseline(line.row)
        assert grid.area.contains(box) and f.box.contains(box), f"{p.number} {f.name} {text_of(line)}"
        ink = line.line.natural + line.line.adjust
        assert ink <= line.line.measure or complaints(line.shaped, (line.line,))
    boxes = [box_of(line) for _, line in lines]
    for index, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[index + 1 :])
    held = {f.name: f for f in p.frames}
    for f in frames_of(p, "photo"):
        assert f.pictures[0].box.height > 0 and grid.area.contains(f.pictures[0].box)
        least, most = next(t.elastic for t in template.frames if t.name == f.name)
        rows = next(t.lines for t in template.frames if t.name == f.name)
        told = (one for one in article.levers if one.page == p.number and "photos" in dict(one.values))
        shortened = sum(-int(dict(one.values)["rows"]) for one in told)
        full = sum(int(dict(told.values)["lines"]) for told in article.findings if told.code == "PAGE-FRAME-FULL")
        assert least - shortened <= (f.rows[1] - f.rows[0]) - (rows[1] - rows[0]) <= most + full
        assert all(abs(line.line.tracked) <= line.shaped.style.track_limit for line in f.lines)
    for t in template.frames:
        if t.displaces != "none" and t.name in held:
            assert not any(box.meets(held[t.name].box) for box in boxes), f"{p.number}: text under {t.name}"


def check_keeps(article: Article, set_story: Story) -> None:
    """No head is the last line of a column, but where the text ends with it, its page has room for nothing else, or so
    many heads follow each other that they are a list."""
    last = next((b for b in reversed(set_story.blocks) if isinstance(b, Paragraph)), None)
    listed = heads_in_lists(set_story)
    for p in article.pages:
        first: Paragraph | None = None
        for f in frames_of(p):
            if not f.lines:
                continue
            first = first or f.lines[0].shaped.paragraph
            shaped = f.lines[-1].shaped
            if shaped.style.keep_next and shaped.paragraph is not last and id(shaped.paragraph) not in listed:
                assert shaped.paragraph is first, f"{p.number} {f.name}: {text_of(f.lines[-1])}"


def columns_of(article: Article) -> list[tuple[Page, list[PlacedLine]]]:
    """The columns of running text in their order, without notes."""
    placed = [
        (p, [line for line in f.lines if line.shaped.style.name != "note"]) for p in article.pages for f in frames_of(p)
    ]
    return [(p, lines) for p, lines in placed if lines]


def check_alone(article: Article) -> None:
    """No line stands alone at a column's edge but where that was weighed and is told, where the paragraph opens a page
    that could not hold it or goes on where there is no page for it, or where it is set again in another measure."""
    told = {lever.page for lever in article.levers if "alone" in lever.message()}
    columns = columns_of(article)
    for at, ((p, lines), (_, following)) in enumerate(pairwise(columns)):
        shaped = lines[-1].shaped
        opens = next(column for page_, column in columns if page_ is p)[0].shaped is shaped
        left = article.overset and columns[-1][1][-1].shaped is shaped
        if following[0].shaped is not shaped or p.number in told or opens or left:
            continue
        rest = [line for _, column in columns[at + 1 :] for line in column if line.shaped is shaped]
        here = [line for line in lines if line.shaped is shaped]
        if len({line.line.measure for line in (*here, *rest)}) == 1:
            assert len(rest) >= shaped.style.widows, f"{p.number}: {text_of(rest[0])}"
            assert len(here) >= shaped.style.orphans or here[0].line.start, f"{p.number}: {text_of(here[0])}"


def check_tracking(article: Article) -> None:
    """A paragraph is tracked as a whole, within its style's limit."""
    found: dict[int, set[int]] = {}
    for line in (line for _, lines in columns_of(article) for line in lines):
        found.setdefault(id(line.shaped), set()).add(line.line.tracked)
        assert abs(line.line.tracked) <= line.shaped.style.track_limit
    assert all(len(tracked) == 1 for tracked in found.values())


def heads_in_lists(set_story: Story) -> set[int]:
    runs = groupby(set_story.blocks, lambda b: isinstance(b, Paragraph) and b.role.startswith("subhead"))
    groups = [list(group) for heads, group in runs if heads]
    return {id(b) for group in groups if len(group) > MOST_HEADS for b in group}


@CALM
@given(paragraphs(), templates(), st.integers(0, 4))
def test_any_story_in_any_template(
    book: Book, text: tuple[Paragraph, ...], template: PageTemplate, photos: int
) -> None:
    set_story = story(*text, *(photo() for _ in range(photos)), heading=(say(6, "title"),))
    check_article(*set_one(book, template, set_story), set_story)


@settings(CALM, max_examples=40)
@given(paragraphs(8), templates(), st.lists(st.integers(1, 200), max_size=6), st.data())
def test_any_notes_in_any_template(
    book: Book, text: tuple[Paragraph, ...], template: PageTemplate, sizes: list[int], data: st.DataObject
) -> None:
    """Notes at the foot of columns or of pages, numbered through the story or by page: the text stands once, and so
    does each note, in order, on the page that refers to it or, the end of it, after that; nothing lies over another."""
    how = {
        "notes": data.draw(st.sampled_from(["column", "page"])),
        "note_numbers": data.draw(st.sampled_from(["story", "page"])),
    }
    frames = tuple(replace(f, **how) if f.takes == "story" else f for f in template.frames)
    made, notes = list(text), []
    for index, size in enumerate(sizes if made else ()):
        at = data.draw(st.integers(0, len(made) - 1))
        own = made[at]
        made[at] = replace(
            own, text=own.text + "※", marks=(*own.marks, Mark(len(own.text), len(own.text) + 1, "note", str(index)))
        )
        notes.append(Note(str(index), say(size, "note", first=5 * index)))
    set_story = story(*made, notes=tuple(notes))
    setting, article = set_one(book, replace(template, frames=frames), set_story)
    check_article(setting, article, set_story)
    placed = [line for p in article.pages for f in frames_of(p) for line in f.lines if line.shaped.style.name == "note"]
    said = [("".join(map(text_of, group))) for _, group in groupby(placed, key=lambda line: id(line.shaped.paragraph))]
    whole_notes = {note.paragraph.text for note in notes}
    if not article.overset and not any(f.code == "PAGE-OVERSET" for f in article.findings):
        assert sorted(said) == sorted(note.paragraph.text for note in notes)
    assert all(any(one.startswith(text) for one in whole_notes) for text in said)


@CALM
@given(
    paragraphs(),
    templates(),
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(11, 60), st.integers(1, 10)), max_size=3),
)
def test_any_number_of_pages(
    book: Book, text: tuple[Paragraph, ...], template: PageTemplate, pages: int, captions: list[tuple[int, int]]
) -> None:
    """Photos stand as high as the template lets the fitter make them, but for rows that their captions left."""
    taken = [
        Photo("p.jpg", HERE._replace(line=at), say(long, "caption"), None, 0, (500, 500), say(short, "caption"))
        for at, (long, short) in enumerate(captions)
    ]
    set_story = story(*text, *taken)
    setting, article = set_one(book, template, set_story, pages)
    assert len(article.pages) == pages
    check_article(setting, article, set_story)


@CALM
@given(st.lists(st.integers(1, 90), min_size=1, max_size=12), st.integers(1, 4), st.integers(0, 6))
def test_the_last_page_is_level(book: Book, sizes: list[int], columns: int, head: int) -> None:
    """Without keeps (no widows, no orphans, no heads) columns differ by a line at most, the first ones longer."""
    free = replace(BODY, orphans=1, widows=1)
    desk = Desk(book).having(None, free)
    frames = [body((1, columns))]
    if head:
        frames.append(frame("tint", "tint", (1, columns), (1, head), displaces="lines"))
    setting = desk.setting(page("open", *frames, columns=columns, gutter=EM // 2))
    text = story(*(say(size, first=index) for index, size in enumerate(sizes)))
    article = flow.set_article(setting, desk.copy(text, "open"))
    lengths = [len(f.lines) for f in frames_of(article.pages[-1])]
    lengths += [0] * (columns - len(lengths))
    assert max(lengths) - min(lengths) <= 1
    assert lengths == sorted(lengths, reverse=True)


def small_table(rows: int) -> Table:
    cells = tuple(tuple(say(3, "table-cell", first=row + at) for at in range(2)) for row in range(rows))
    return Table(cells, ("left", "left"), HERE)


@CALM
@given(paragraphs(8), templates(), st.integers(0, 3), st.integers(0, 5))
def test_columns_are_level_where_they_can_be(
    book: Book, text: tuple[Paragraph, ...], template: PageTemplate, photos: int, rows: int
) -> None:
    """With heads, photos and a table in them: columns end within one line of each other wherever all of them can be
    full to such feet without a fault."""
    frames = tuple(replace(f, balance="last") if f.takes == "story" else f for f in template.frames)
    setting = Desk(book).setting(replace(template, frames=frames), PLAIN, pictures={"p.jpg": picture()})
    tables = (small_table(rows),) if rows > 1 else ()
    told = story(*text[:2], *tables, *text[2:], *(photo() for _ in range(photos)))
    copy = Desk(book).copy(told, template.name)
    last = draft(setting, copy).pages[-1]
    numbers = sorted({slot.column for column in last.opened.columns for slot in column})
    columns = last.opened.columns
    if not columns or not last.text.ended(filled(last.text, stretches(columns, ()), last.before).after):
        return
    done = level(last.text, last.opened.columns, last.before)
    assert last.text.ended(done.after)
    if spread(done, last.opened.columns) <= 1:
        return
    for foot in range(1, ROWS + 1):
        for lower in product((0, 1), repeat=len(numbers)):
            feet = dict(zip(numbers, (foot - by for by in lower), strict=True))
            cut = [[slot for slot in column if slot.row <= feet[slot.column]] for column in last.opened.columns]
            pairs = zip(cut, last.opened.columns, strict=True)
            stubs = any(0 < len(slots) < min(MIN_SEGMENT, len(column)) for slots, column in pairs)
            found = filled(last.text, stretches(cut, ()), last.before)
            full = found.cost == 0 and not any(column.short for column in found.columns)
            assert not (full and not stubs and last.text.ended(found.after)), (foot, lower)


def spread(done: Filled, columns: tuple[tuple[Slot, ...], ...]) -> int:
    """Most rows that a column leaves empty above the lowest row that any of them takes."""
    low = max((slots[c.used - 1].row for c, slots in zip(done.columns, columns, strict=True) if c.used), default=0)
    empty: dict[int, int] = {}
    for column, slots in zip(done.columns, columns, strict=True):
        for slot in slots[column.used :]:
            empty[slot.column] = empty.get(slot.column, 0) + (slot.row <= low)
    return max(empty.values(), default=0)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Contents somewhere, stories of any length, one of them divided, pages of their own, some of them booked or
    standing by, adverts that share a page with a story, starts and fixed counts between them."""
    entries = []
    first = draw(st.integers(1, 4))
    for index in range(draw(st.integers(1, 8))):
        start = draw(st.sampled_from(["page", "page", "recto", "verso", "spread", "run-on"]))
        kind = draw(st.sampled_from(["story", "story", "story", "advert", "half", "half", "side"]))
        if kind == "story":
            pages = draw(st.sampled_from([0, 0, 0, 2]))
            named = draw(st.sampled_from([("plain",), ()]))
            entries.append(Entry("story", f"s{index}", HERE, named, pages, start=start))
            continue
        at = draw(st.sampled_from([0, 0, 0, 1, 2, 5, 9]))
        entry = Entry("page", kind, HERE, at=first + at if at else 0, photos=("p.jpg",), listed=False, advert_label="")
        if kind != "advert":
            wanted = 0 if at else draw(st.sampled_from([0, 0, 1, 2]))
            spare = not at and not wanted and draw(st.booleans())
            entries.append(replace(entry, story_page=wanted, filling=spare))
        else:
            entries.append(replace(entry, start="page" if at else start, filling=not at and draw(st.booleans())))
    told = [at for at, e in enumerate(entries) if e.kind == "story"]
    if told and draw(st.booleans()):
        at = draw(st.sampled_from(told))
        entries[at] = replace(entries[at], pages=1)
        rest = replace(entries[at], pages=0, start="page", continued=True)
        entries.insert(draw(st.integers(at + 1, len(entries))), rest)
    at = draw(st.integers(0, len(entries)))
    contents = Entry("page", "contents", HERE, (), draw(st.sampled_from([0, 0, 2])), listed=False)
    entries.insert(at, contents)
    return Plan("issue.toml", "x", "1", "埠头", "", "", tuple(entries), first, draw(st.sampled_from([1, 2, 4])))


FOLIO = Furniture("folio", "{folio}", "folio", "outer", 10 * PT, -8 * PT)
LOW = frame("ad", "advert", lines=(17, 24), displaces="box")
PLAIN_TALL = page(
    "plain", frame("h", "title", lines=(1, 2), displaces="lines"), body(lines=(1, 24)), furniture=(FOLIO,)
)
TALL = (
    replace(PLAIN_TALL, suits=Suits("open")),
    replace(PLAIN_TALL, name="auto-next"),
    page("contents", frame("list", "contents", lines=(1, 24), inner=2), furniture=(FOLIO,)),
    page("advert", frame("ad", "advert", lines=(1, 24))),
    replace(page("half", LOW), shares=True),
    replace(page("side", frame("side", "advert", (1, 1), (11, 14), displaces="lines")), shares=True),
)


@pytest.mark.fires("PAGE-AWAITED", "PAGE-BEYOND", "PAGE-BLANK")
@CALM
@given(plans(), st.data())
def test_plans(book: Book, plan: Plan, data: st.DataObject) -> None:
    """Pages follow each other, start on the side asked for, and stand in the contents where they are; every story
    stands once, adverts on their pages, and what is missing to the total is told."""
    desk = Desk(book).having(replace(HOUSE, rows=24, height=HOUSE.height + 12 * ROW))
    stories = {
        e.name: replace(story(*data.draw(paragraphs(6)), heading=(words(e.name, "title"),)), slug=e.name, title=e.name)
        for e in plan.entries
        if e.kind == "story"
    }
    if stories and data.draw(st.booleans()):  # one is not there yet
        stories.pop(data.draw(st.sampled_from(sorted(stories))))
    issue = typeset(plan, stories, desk.setting(*TALL, pictures={"p.jpg": picture()}))
    numbers = [p.number for p in issue.pages]
    assert numbers == list(range(plan.first_page, plan.first_page + len(numbers)))
    firsts = {text_of(line): p.number for p in issue.pages for f in frames_of(p, "title") for line in f.lines}
    begun = [e for e in plan.entries if e.name in stories and not e.continued]
    for e in begun:
        if e.start not in ("page", "run-on"):
            assert firsts[e.name] % 2 == (e.start == "recto")
    listed = [f for p in issue.pages for f in frames_of(p, "contents")]
    links = [link.page for f in listed for link in f.links]
    assert links == [firsts[e.name] for e in begun]
    folios = [text_of(line) for f in listed for line in f.lines if line.shaped.style.name == "contents-folio"]
    assert folios == [str(number) for number in links]
    for p in issue.pages:
        assert p.side == ("recto" if p.number % 2 else "verso")
        for f in p.frames:
            if f.name == "folio":
                assert text_of(f.lines[0]) == p.label == str(p.number)
                assert (f.box.x > HOUSE.width // 2) == (p.side == "recto")
    check_texts(plan, stories, issue)
    check_adverts(plan, issue, firsts)
    codes = [f.code for f in issue.findings]
    assert ("PAGE-AWAITED" in codes) == any(e.kind == "story" and e.name not in stories for e in plan.entries)
    assert ("PAGE-COUNT" in codes) == (len(numbers) % plan.total_of != 0)
    blanks = any(p.template == "blank" for p in issue.pages)
    assert not blanks or {"PAGE-BLANK", "PAGE-BEYOND"} & set(codes)


def check_texts(plan: Plan, stories: dict[str, Story], issue: Issue) -> None:
    """All text stands once and in order, but for what is told to have found no room; nothing lies on anything."""
    said = bare(running(issue.pages))
    begun = [e for e in plan.entries if e.name in stories and not e.continued]
    every = "".join(bare(whole(stories[e.name])) for e in begun)
    overset = [f for f in issue.findings if f.code == "PAGE-OVERSET"]
    divided = any(e.continued for e in plan.entries)
    one, other = (sorted(said), sorted(every)) if divided else (said, every)
    assert len(said) <= len(every) if overset else one == other
    shared = {f.page for f in issue.findings if f.code in ("PAGE-SHARED", "PAGE-TAKEN")}
    for p in (p for p in issue.pages if p.number not in shared):
        boxes = [box_of(line) for takes in ("story", "title") for f in frames_of(p, takes) for line in f.lines]
        boxes += [f.box for f in frames_of(p, "advert")]
        for index, box in enumerate(boxes):
            assert not any(box.meets(other) for other in boxes[index + 1 :]), f"{p.number}"


def check_adverts(plan: Plan, issue: Issue, firsts: dict[str, int]) -> None:
    """Each advert stands where it is booked, or beside the story before it, unless it is told otherwise."""
    if any(f.code == "PAGE-TAKEN" for f in issue.findings):
        return
    held = {p.number: [f.name for f in frames_of(p, "advert")] for p in issue.pages}
    assert all(held[e.at] for e in plan.entries if e.at)
    wanted = [e for e in plan.entries if e.photos and not e.filling]
    assert sum(map(len, held.values())) >= len(wanted)
    pages = {p.number: p for p in issue.pages}
    before = ""
    for e in plan.entries:
        if e.kind == "story":
            before = "" if e.continued or e.name not in firsts else e.name
        elif e.name == "advert" or e.name == "contents":
            before = ""
        elif e.story_page == 1 and before and not any(f.code == "PAGE-STORY-PAGE" for f in issue.findings):
            assert ("ad" if e.name == "half" else e.name) in [f.name for f in pages[firsts[before]].frames]


@CALM
@given(st.lists(paragraphs(5), min_size=2, max_size=5), st.sampled_from([0, 2, 3, 4]), st.integers(1, 30))
def test_stories_that_run_on(book: Book, texts: list[tuple[Paragraph, ...]], head: int, short: int) -> None:
    """All text stands once and in order, no two stories over each other, each where the contents would have it."""
    desk = Desk(book).having(replace(HOUSE, rows=30, height=HOUSE.height + 18 * ROW))
    frames = [frame("h", "title", lines=(1, head), displaces="lines")] if head else []
    setting = desk.setting(page("plain", *frames, body(lines=(1, 30))))
    names = [f"s{index}" for index in range(len(texts))]
    told = [story(say(short), *text, heading=(words("题", "title"),)) for text in texts]
    entries = tuple(Entry("story", name, HERE, ("plain",), start="run-on") for name in names)
    plan = Plan("issue.toml", "x", "1", "埠头", "", "", entries)
    issue = typeset(plan, dict(zip(names, told, strict=True)), setting)
    assert [p.number for p in issue.pages] == list(range(1, len(issue.pages) + 1))
    assert bare(running(issue.pages)) == bare("".join(map(whole, told)))
    for p in issue.pages:
        boxes = [box_of(line) for f in p.frames for line in f.lines]
        for index, box in enumerate(boxes):
            assert not any(box.meets(other) for other in boxes[index + 1 :])


NOTHING = page("bare", frame("picture", "photo", lines=(1, 6)))
TEXT = page("a", body())
PHOTO = frame("p", "photo", lines=(1, 6), displaces="lines", elastic=(-3, 5))
OPEN_HEAD = page("a", frame("h", "heading", lines=(1, 0), displaces="lines"), body())
SMALL_HEAD = page("a", frame("h", "title", (1, 1), (1, 3)), body((2, 2)))
COVERED = frame("p", "tint", displaces="lines")


@pytest.mark.parametrize(
    ("set_story", "template", "pages"),
    [
        (story(), TEXT, 0),
        (story(), NOTHING, 0),
        (story(say(300)), NOTHING, 0),
        (story(say(4000)), NOTHING, 3),
        (story(say(300), heading=(say(4000, "title"),)), OPEN_HEAD, 0),
        (story(say(300), heading=(say(4000, "title"),)), SMALL_HEAD, 0),
        (story(say(40), say(900, "subhead-wide"), say(40)), TEXT, 0),
        (story(say(40), say(900, "subhead"), say(40)), page("a", body(lines=(1, 3))), 0),
        (story(*(say(3, "subhead") for _ in range(60))), TEXT, 0),
        (story(*(say(3, "subhead-rows") for _ in range(9))), page("a", body(lines=(1, 2))), 0),
        (story(say(200)), page("a", body((1, 1), (1, 1))), 0),
        (story(say(200)), page("a", body(), COVERED), 0),
        (story(say(200)), page("a", body(), COVERED, following="plain"), 0),
        (story(say(40)), TEXT, 9),
        (story(say(4000)), TEXT, 1),
        (story(say(40), *(photo() for _ in range(200))), page("a", body(), PHOTO), 0),
        (story(*(Ornament(HERE) for _ in range(100))), TEXT, 0),
        (story(Box("box", None, (), HERE), Box("bio", words("甲", "box-title"), (say(900),), HERE)), TEXT, 0),
    ],
)
def test_absurd_input_ends(book: Book, set_story: Story, template: PageTemplate, pages: int) -> None:
    setting, article = set_one(book, template, set_story, pages)
    assert article.pages
    assert len(article.pages) == pages or not pages
    for f in article.findings:
        assert f.text("en") and f.text("zh")
    if not any(isinstance(block, Box) for block in set_story.blocks):
        check_article(setting, article, set_story)
