"""An entry of the plan goes in; its pages come out filled, not yet levelled or numbered: what the fitter compares."""

from functools import lru_cache

from layout.flow.body import reachable, text_of
from layout.flow.columns import Filled, filled, stretches
from layout.flow.elastic import Elastic, elastic_of
from layout.flow.frames import Waiting
from layout.flow.levelling import even
from layout.flow.levers import UNMOVED, Levers
from layout.flow.opening import Copy, Opened, jumping, open_page
from layout.flow.setting import Setting
from layout.flow.slots import Slot
from layout.flow.text import Cursor, Text
from layout.flow.weighing import fill_page, pressed
from layout.model.plan import Entry
from layout.model.value import replace, value

MAX_PAGES = 400
"""An article longer than this is a mistake in the plan or the templates (ours)."""
MAX_IDLE = 2
"""After so many pages without a line of text the templates are going round in a circle."""


@value(eq=False)
class Sketch:
    """One page of a draft: as it was opened, where its text began, how its columns were filled, the text as it came to
    the page, before the levers that filled it, and the slots of the page after it."""

    opened: Opened
    before: Cursor
    filled: Filled
    text: Text
    coming: tuple[Slot, ...] = ()

    @property
    def used(self) -> int:
        """Slots taken by running text and its notes."""
        return sum(column.used + len(column.note_slots) for column in self.filled.columns)

    @property
    def free(self) -> int:
        return len(self.opened.slots) - self.used


@value(eq=False)
class Draft:
    """An article before its last page is levelled."""

    pages: tuple[Sketch, ...]
    text: Text

    @property
    def done(self) -> bool:
        return self.text.ended(self.pages[-1].filled.after)

    @property
    def end_mark(self) -> str:
        """That of the frame in which the text ends."""
        ends = next((page for page in reversed(self.pages) if page.opened.frame and _took(page.filled)), None)
        if ends is None:
            return ""
        taken = [slots for slots, column in zip(ends.opened.columns, ends.filled.columns, strict=False) if column.lines]
        frame = ends.opened.frame_of(taken[-1][0].column)[0] if taken else ends.opened.frame
        return frame.end_mark if frame else ""

    @property
    def heads(self) -> tuple[int, ...]:
        """Its subheads that may be given a row more above."""
        begin = self.pages[0].before.block + 1
        return tuple(block for block in range(begin, len(self.text.blocks)) if self.text.airable(block))

    @property
    def used(self) -> int:
        """Slots of running text and its notes taken on the last page."""
        return self.pages[-1].used

    @property
    def empty(self) -> int:
        """Slots of running text left empty on the last page."""
        return self.pages[-1].free

    @property
    def left(self) -> int:
        """Photos, boxes and halves of photos that no page of the draft has taken."""
        waiting = self.pages[-1].opened.placed.waiting
        return len(waiting.photos) + len(waiting.boxes) + len(waiting.halves)

    @property
    def elastic(self) -> tuple[Elastic, ...]:
        """The frames that hold something and may give or take rows, those over the same rows together."""
        return tuple(item for index, page in enumerate(self.pages) for item in elastic_of(index, page.opened))


def draft(setting: Setting, copy: Copy, levers: Levers = UNMOVED, like: Draft | None = None) -> Draft:
    """Set the entry with the levers pulled so: its first template, then each template's `next`, until its text and its
    templates are used up. `like`: an earlier draft of it, whose pages stand where all that makes them is the same."""
    text, waiting, cursor = begun(setting, copy)
    stretch, press = levers.rows, levers.press
    waiting = replace(waiting, forms=levers.forms) if levers.forms else waiting
    text = replace(text, loose=levers.loose, airy=tuple((block, 1) for block in levers.airy))
    pages: list[Sketch] = []
    idle = 0
    opened = open_page(setting, copy, stretch, 0, waiting, None)
    while True:
        coming = open_page(setting, copy, stretch, len(pages) + 1, opened.placed.waiting, opened.template)
        leads = bool(opened.slots) and _leads(setting, copy, len(pages))
        coming = jumping(setting, coming, leads, False)
        slots, left = coming.slots, copy.entry.pages - len(pages)
        text = replace(text, lenient=True) if left < press and copy.entry.pages else text
        cursor = _owing_heads(text, opened, cursor)
        text = _knowing_columns(text, opened, coming)
        known = like.pages[len(pages)] if like and len(pages) < len(like.pages) else None
        for page in (opened, jumping(setting, opened, False, True)) if leads else (opened,):
            same = known and _same(known, page, slots, cursor, text)
            done = known.filled if known and same else filled_page(text, page, slots, cursor)
            if text.ended(done.after):
                break
        done = pressed(text, page.columns, cursor, done) if press and left == 1 else done
        idle = 0 if _took(done) else idle + 1
        pages.append(Sketch(page, cursor, done, text, slots))
        text = replace(done.text, forced=False).from_block(done.after.block)
        if _ends(copy.entry, pages, text, idle):
            return Draft(_without_bare(copy, pages), text)
        cursor, opened = done.after, coming


def _knowing_columns(text: Text, *pages: Opened) -> Text:
    """The text with the rows of the tallest column of these pages, where it has tables."""
    if not text.tables:
        return text
    return replace(text, tallest=max((len(column) for page in pages for column in page.columns), default=0))


def likely_mark(setting: Setting, copy: Copy) -> str:
    """The end mark of the frame in which the story will end, as far as its templates say: on the last of its pages, or
    in the template that goes on as long as there is text."""
    names, count = copy.later or copy.entry.templates, 0 if copy.later else copy.entry.pages
    ways = reachable(setting, names)
    ways = ways[:count] if count else ways
    frames = [frame for template in ways for frame in template.frames if frame.takes == "story"]
    return frames[-1].end_mark if frames else ""


def _owing_heads(text: Text, opened: Opened, cursor: Cursor) -> Cursor:
    """The cursor with the notes that the page's heading refers to: the first column with text has them at its foot."""
    if text.notes is None or opened.placed.waiting.head_notes:
        return cursor
    heads = text.notes.of_heads(opened.placed.frames)
    if not heads:
        return cursor
    return replace(cursor, owed=replace(cursor.owed, labels=tuple(dict.fromkeys((*cursor.owed.labels, *heads)))))


def _leads(setting: Setting, copy: Copy, index: int) -> bool:
    """Whether the text, if it goes on behind the page at `index`, says where: others have pages in between."""
    last = copy.entry.pages and index + 1 >= copy.entry.pages
    return setting.house.jumps == "all" and copy.interrupted(index) and not last


def filled_page(text: Text, opened: Opened, coming: tuple[Slot, ...], cursor: Cursor) -> Filled:
    """The page's columns, level where its text frame always wants them so."""
    done = fill_page(text, opened.columns, coming, cursor)
    if not _took(done):
        return filled(replace(text, forced=True), stretches(opened.columns, coming), cursor)
    if opened.frame and opened.frame.balance == "always" and not text.ended(done.after):
        return even(text, opened.columns, coming, cursor, done)
    return done


def _same(known: Sketch, opened: Opened, coming: tuple[Slot, ...], cursor: Cursor, text: Text) -> bool:
    """Whether a page of an earlier draft has the same slots and the same text before it."""
    one, two = known.before, cursor
    return (
        (
            one is two
            or (one.block, one.full, one.owed, one.rest, one.going)
            == (two.block, two.full, two.owed, two.rest, two.going)
        )
        and (known.text.loose, known.text.airy, known.text.lenient) == (text.loose, text.airy, text.lenient)
        and known.text.blocks is text.blocks
        and known.opened.columns == opened.columns
        and known.coming == coming
        and known.opened.text_frames == opened.text_frames
    )


@lru_cache(maxsize=4)
def begun(setting: Setting, copy: Copy) -> tuple[Text, Waiting, Cursor]:
    """The text with what waits for frames, from its beginning, or from where earlier pages left off. Remembered, since
    the drafts of one article all begin alike."""
    if copy.rest:
        return copy.rest.text, copy.waiting, copy.rest.cursor
    mark = likely_mark(setting, copy) if copy.end_mark is None else copy.end_mark
    story = replace(copy.story, heading=copy.waiting.heading) if copy.story else None
    text, boxes = text_of(setting, story, copy.entry.templates, copy.later, copy.boxes_run_on, copy.in_text, mark)
    pages = (*reachable(setting, copy.entry.templates), *reachable(setting, copy.later))
    texts = any(frame.takes == "story" for page in pages for frame in page.frames)
    notes = story.notes if story and not texts else ()
    return text, replace(copy.waiting, boxes=boxes, head_notes=notes), Cursor()


def _took(filled: Filled) -> bool:
    return any(column.lines or column.notes.labels for column in filled.columns)


def _without_bare(copy: Copy, pages: list[Sketch]) -> tuple[Sketch, ...]:
    """A story's pages without those at its end for which nothing was left, where the plan does not count them."""
    count = len(pages)
    while copy.story and not copy.entry.pages and count > 1 and _bare(pages[count - 1]):
        count -= 1
    return tuple(pages[:count])


def _bare(page: Sketch) -> bool:
    return not _took(page.filled) and all(frame.takes in ("tint", "rule") for frame in page.opened.placed.frames)


def _ends(entry: Entry, pages: list[Sketch], text: Text, idle: int) -> bool:
    """Whether this page was the entry's last one: its count is reached, its text is set and its templates are used, or
    the pages go on without taking any text."""
    count = len(pages)
    if entry.pages:
        return count >= entry.pages
    if pages[-1].opened.placed.waiting.halves:
        return count >= MAX_PAGES
    if text.ended(pages[-1].filled.after):
        return count >= len(entry.templates)
    return count >= MAX_PAGES or (idle >= MAX_IDLE and count >= len(entry.templates))
