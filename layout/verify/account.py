"""The account: every character that was written stands on the pages once, or a finding names it.

Both sides are reckoned in places of the manuscript (file, line, columns). What was written: the paragraphs of each
story and the texts of the plan, as they were read. What was placed: the glyphs of every line on every page. Paragraphs
that flow makes for itself (furniture, entries of the contents, jump lines) have no place in a manuscript and count on
neither side; a heading that stands in furniture only is looked up there by its words.

The reckoning works on ranges of columns, not on characters: some thousands of lines cost a few milliseconds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from layout.model.finding import Finding, finding
from layout.model.page import Page, PlacedFrame
from layout.model.place import Place
from layout.model.plan import Plan
from layout.model.story import Paragraph, Story, without_notes
from layout.verify.columns import columns_of
from layout.verify.placed import Placed, Range, line_characters, placed_on, squeezed, unseen
from layout.verify.written import Recurs, Written, every_text

EXPLAINS = frozenset({
    "PAGE-OVERSET", "PAGE-PHOTO-LEFT", "PAGE-SPREAD", "PAGE-BOX-LEFT", "PAGE-HEADING-LEFT", "PAGE-TEXT-LEFT",
    "PAGE-FRAME-FULL",
})  # fmt: skip
"""Codes of findings that name text which stands nowhere, by the place at which it begins."""
EXCERPT = 24
"""Characters of a lost text that its finding quotes."""


def account(
    plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page], found: Iterable[Finding]
) -> tuple[Finding, ...]:
    """What was written and stands nowhere, and what stands more often than it was written, each as a finding with its
    place. `found`: findings of earlier stages; text that one of them names is not named again."""
    placed = placed_on(pages)
    explained = [item for item in found if item.code in EXPLAINS and item.place]
    told: list[Finding] = []
    for written in every_text(plan, stories, pages):
        told += _lost(written, placed, explained, pages)
        told += _repeated(written, placed)
    told += _photos_lost(plan, stories, pages, explained)
    told += _unlisted(plan, stories, pages)
    return tuple(told)


def _lost(written: Written, placed: Placed, explained: Sequence[Finding], pages: Sequence[Page]) -> list[Finding]:
    """A finding for each stretch of the paragraph that stands on no page."""
    paragraph = written.paragraph
    missing = _missing(paragraph, placed)
    if not missing or (written.instead and not _missing(written.instead, placed)):
        return []
    if _in_furniture(paragraph, written.furniture_of) or _in_code(paragraph, pages):
        return []
    told = []
    for first, last in _runs(missing):
        place = paragraph.source.place(first)
        if any(_names(item, place, written.owner) for item in explained):
            continue
        lost = paragraph.text[first : last + 1]
        excerpt = lost if len(lost) <= EXCERPT else f"{lost[:EXCERPT]}……"
        told.append(finding("ACCOUNT-LOST", place, text=excerpt, characters=len(lost)))
    return told


def _missing(paragraph: Paragraph, placed: Placed) -> list[int]:
    """Offsets of the paragraph's characters that can be seen and stand on no page."""
    source, text = paragraph.source, paragraph.text
    missing: list[int] = []
    for line, column, offset, length in columns_of(source, 0, len(text)):
        for start, end in placed.gaps((source.path, line), column, column + length):
            missing += range(offset + start - column, offset + end - column)
    return [offset for offset in missing if not unseen(text[offset])]


def _runs(offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Offsets as runs (first, last). One unseen character between two lost ones does not part them."""
    first = last = offsets[0]
    for offset in offsets[1:]:
        if offset > last + 2:
            yield first, last
            first = offset
        last = offset
    yield first, last


def _names(item: Finding, place: Place, owner: Place) -> bool:
    """Whether a finding of an earlier stage names the text at `place`: by where its block begins, or, of running text
    that found no room, from there on to the end of the file."""
    named = item.place
    if named is None or named.path != place.path:
        return False
    if item.code == "PAGE-OVERSET":
        return (place.line, place.column) >= (named.line, named.column)
    return named.line in (place.line, owner.line)


def _in_furniture(paragraph: Paragraph, pages: Sequence[Page]) -> bool:
    """Whether the paragraph's words stand whole in a running head, a folio or a tab of one of the pages."""
    words = squeezed(without_notes(paragraph).text)
    furniture = (frame for page in pages for frame in page.frames if frame.takes == "furniture")
    return any(words in squeezed(_text_of(frame)) for frame in furniture)


def _text_of(frame: PlacedFrame) -> str:
    """What a frame's lines show."""
    return "".join(map(line_characters, frame.lines))


def _in_code(paragraph: Paragraph, pages: Sequence[Page]) -> bool:
    """Whether a QR code says the paragraph."""
    return any(code.text == paragraph.text for page in pages for frame in page.frames for code in frame.codes)


def _repeated(written: Written, placed: Placed) -> list[Finding]:
    """A finding where characters of the paragraph stand more than once."""
    paragraph, source = written.paragraph, written.paragraph.source
    for line, column, offset, length in columns_of(source, 0, len(paragraph.text)):
        for ranges in placed.doubled.get((source.path, line), ()):
            at = max(ranges[-1].start, column)
            if at >= min(column + length, *(one.end for one in ranges)):
                continue  # they overlap elsewhere in this line
            first, pages = offset + at - column, [one.page for one in ranges]
            character = paragraph.text[first]
            if _may_recur(written.recurs, pages) or unseen(character):
                continue
            if not _shown_twice(ranges, at, character):
                continue
            numbers = ", ".join(dict.fromkeys(str(page.number) for page in pages))
            text = paragraph.text[first : first + EXCERPT]
            return [finding("ACCOUNT-TWICE", source.place(first), pages[0].number, text=text, pages=numbers)]
    return []


def _may_recur(recurs: Recurs, pages: Sequence[Page]) -> bool:
    """Whether a text may stand once on each of these pages, which may name a page twice."""
    if recurs is Recurs.ON_LATER_PAGES:
        return len({id(page) for page in pages}) == len(pages)
    return recurs is Recurs.IN_LATER_COLUMNS


def _shown_twice(ranges: Sequence[Range], column: int, character: str) -> bool:
    """Whether several ranges at a column show the character that was written there. A mark that flow sets before a text
    (a bullet, a page number) is given the column of the text's beginning, since it has none of its own."""
    shown = 0
    for one in ranges:
        if one.start <= column < one.end:
            shown += one.shaped.paragraph.text[one.offset + column - one.start] == character
    return shown > 1


def _photos_lost(
    plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page], explained: Sequence[Finding]
) -> Iterator[Finding]:
    """A finding for each photo of a story that is set, and of an entry, that stands on no page."""
    pictures = [picture for page in pages for frame in page.frames for picture in frame.pictures]
    places = {picture.place for picture in pictures} | {item.place for item in explained}
    paths = {picture.path for picture in pictures}
    set_stories = {page.story for page in pages}
    for name, story in stories.items():
        for photo in story.photos if name in set_stories else ():
            if photo.place not in places:
                yield finding("ACCOUNT-PHOTO", photo.place, photo=photo.path)
    for entry in plan.entries:
        lost = [path for path in entry.photos if path not in paths]
        if entry.kind == "page" and len(lost) < len(entry.photos):
            continue  # an advert in several shapes, of which the one that suits its frame is taken
        if not entry.filling and entry.place not in places:
            yield from (finding("ACCOUNT-PHOTO", entry.place, photo=path) for path in lost)


def _unlisted(plan: Plan, stories: Mapping[str, Story], pages: Sequence[Page]) -> Iterator[Finding]:
    """A finding for each story whose title the contents do not have, where the issue has contents."""
    frames = [frame for page in pages for frame in page.frames if frame.takes == "contents"]
    if not frames:
        return
    listed: dict[str, str] = {}
    for placed in (line for frame in frames for line in frame.lines):
        path = placed.shaped.paragraph.source.path
        listed[path] = listed.get(path, "") + line_characters(placed)
    shown = {page.story for page in pages}
    for entry in plan.entries:
        story = stories.get(entry.name) if entry.kind == "story" else None
        if story is None or not entry.listed or entry.continued or entry.name not in shown:
            continue
        if squeezed(story.title) not in squeezed(listed.get(story.path, "")):
            yield finding("ACCOUNT-CONTENTS", entry.place, title=story.title)
