"""A draft goes in; the captions that can take a row less come out: set tighter, or in the manuscript's shorter words.

Only rows of the grid count: a line of small type fewer frees one or none. A frame with both ends is given as many rows
fewer as its caption gives up, so that its picture stays as high as it is.
"""

from collections.abc import Iterator, Sequence

from layout.flow.captions import SHORT, TIGHT, caption_text, caption_way, worded
from layout.flow.draft import Draft
from layout.flow.elastic import gained
from layout.flow.levers import ShortCaption
from layout.flow.looks import asked_cost
from layout.flow.opening import Copy, Opened
from layout.flow.pictures import rows_of, said_of
from layout.flow.setting import Setting
from layout.flow.stack import Stack
from layout.model.finding import Finding, finding
from layout.model.glyphs import Line
from layout.model.story import Photo
from layout.model.template import Frame
from layout.model.value import replace

FORMS = (TIGHT, SHORT, TIGHT | SHORT)
"""What is tried in turn, least visible first."""
MOST_CUT = 12
"""An author is asked to take no more characters than these from a caption (ours): more is another caption."""
MOST_TOLD = 3
"""So many captions are named where a story is overset (ours)."""

Held = list[tuple[Frame, tuple[Photo, ...]]]
"""Photo frames over the same rows, each with its photos."""


def short_captions(setting: Setting, copy: Copy, draft: Draft, pages: int) -> list[ShortCaption]:
    """What the captions on the first so many pages of the draft can give, least visible first."""
    found: list[ShortCaption] = []
    for index, page in enumerate(draft.pages[:pages]):
        for held in _held(copy, page.opened):
            reached = 0
            for form in FORMS:
                rows = min(_spared(setting, page.opened, frame, photos, form) for frame, photos in held)
                if rows > reached and (caption := _short_caption(index, page.opened, held, form, rows)):
                    found.append(caption)
                    reached = rows
    return sorted(found, key=lambda caption: (caption.form, caption.slots, caption.page))


def enough(captions: Sequence[ShortCaption], slots: int) -> tuple[ShortCaption, ...]:
    """As few of them as free so many slots; all where that is not enough."""
    for caption in captions:
        if caption.slots >= slots:
            return (caption,)
    chosen: dict[tuple[int, tuple[str, ...]], ShortCaption] = {}
    for caption in captions:
        if sum(one.slots for one in chosen.values()) < slots:
            chosen[caption.page, caption.frames] = caption
    return tuple(chosen.values())


def _short_caption(index: int, opened: Opened, held: Held, form: int, rows: int) -> ShortCaption | None:
    names = tuple(frame.name for frame, _ in held)
    fixed = all(held[0][0].lines)
    photos = tuple((photo.place, photo.path) for _, group in held for photo in group)
    slots = rows * gained(opened, names, -1)
    return ShortCaption(index, names, fixed, photos, form, rows, slots) if slots else None


def _held(copy: Copy, opened: Opened) -> Iterator[Held]:
    """Photo frames of the page whose captions stand under them, those over the same rows together."""
    known = {(photo.place, photo.path): photo for photo in copy.waiting.photos}
    frames = {frame.name: frame for frame in opened.template.frames if frame.takes == "photo" and not frame.spread}
    groups: dict[tuple[int, int] | str, Held] = {}
    for placed in opened.placed.frames:
        frame = frames.get(placed.name)
        photos = tuple(known[key] for p in placed.pictures if (key := (p.place, p.path)) in known)
        if frame and photos and caption_way(frame) == "under":
            groups.setdefault(frame.lines if all(frame.lines) else frame.name, []).append((frame, photos))
    yield from groups.values()


def _spared(setting: Setting, opened: Opened, frame: Frame, photos: tuple[Photo, ...], form: int) -> int:
    """Rows of the grid that the frame needs fewer with its caption in this form; of a frame with both ends no more than
    leave it a row, whatever else the fitter takes."""
    if form & SHORT and not any(photo.short for photo in photos):
        return 0
    if form & TIGHT and not _unseen(setting, opened, frame, worded(photos, form)):
        return 0
    as_is = rows_of(setting, opened.grid, frame, photos)
    rows, under = rows_of(setting, opened.grid, frame, worded(photos, form), -(form & TIGHT))
    if not all(frame.lines):
        return as_is[0] - rows
    return min(as_is[1] - under, as_is[0] + min(0, frame.elastic[0]) - 1)


def _unseen(setting: Setting, opened: Opened, frame: Frame, photos: tuple[Photo, ...]) -> bool:
    """Whether the caption can be set in a line fewer within what its style may be tracked by."""
    said = said_of(photos)
    plain, tight = (caption_text(setting, opened.grid, frame, said, by) for by in (0, -1))
    if plain is None or tight is None:
        return False
    before, after = _first(plain), _first(tight)
    style = plain.lines[0].shaped.style
    return len(after) < len(before) and asked_cost(style, before, after) is not None


def _first(text: Stack) -> list[Line]:
    """Lines of the caption itself, without those of a credit of its own."""
    return [one.line for one in text.lines if one.shaped is text.lines[0].shaped]


def cuts(setting: Setting, copy: Copy, draft: Draft, lines: int, page: int) -> list[Finding]:
    """Where a wording of a few characters fewer would make room for so many lines: the captions, fewest first."""
    found: list[tuple[int, int, Photo]] = []
    for sketch in draft.pages:
        for held in _held(copy, sketch.opened):
            frame, (photo, *others) = held[0]
            slots = gained(sketch.opened, (frame.name,), -1)
            if len(held) > 1 or others or not photo.caption or photo.short or not slots:
                continue
            if count := _cut(setting, sketch.opened, frame, photo):
                found.append((count, -slots, photo))
    told = sorted(found, key=lambda one: one[:2])[:MOST_TOLD]
    if sum(-slots for _, slots, _ in told) < lines:
        return []
    return [
        finding("PAGE-CAPTION-CUT", photo.caption.source.place(0), page, characters=count, lines=-slots)
        for count, slots, photo in told
        if photo.caption
    ]


def _cut(setting: Setting, opened: Opened, frame: Frame, photo: Photo) -> int:
    """Characters that must go from the end of a caption so that it takes a row less; 0: more than can be asked for."""
    caption = photo.caption
    if caption is None:
        return 0
    as_is = rows_of(setting, opened.grid, frame, (photo,))
    for count in range(1, min(MOST_CUT, len(caption.text) - 1) + 1):
        marks = tuple(mark for mark in caption.marks if mark.end <= len(caption.text) - count)
        shorter = replace(photo, caption=replace(caption, text=caption.text[:-count], marks=marks))
        now = rows_of(setting, opened.grid, frame, (shorter,))
        if now[0] < as_is[0] or now[1] < as_is[1]:
            return count
    return 0
