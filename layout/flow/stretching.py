"""A template and rows for its frames go in; the template with these higher or lower, and its text with them, comes out.

A frame on the last row grows upwards, any other downwards. Where running text begins below all frames over it, or ends
above all under it, it takes the rows that the last of them gives and gives those that it takes; a head with an open end
that begins where the text does goes with it.
"""

from collections.abc import Mapping, Sequence

from layout.model.template import Frame, PageTemplate
from layout.model.value import replace

Stretch = Mapping[tuple[int, str], int]
"""(page of the article from 0, frame) → whole rows that the fitter gives the frame, or takes from it."""


def stretched(template: PageTemplate, index: int, stretch: Stretch, rows: int) -> PageTemplate:
    """The template of the article's page `index` with its frames as the fitter wants them."""
    asked = {frame: by for (page, frame), by in stretch.items() if page == index and by}
    if not asked:
        return template
    before = template.frames
    moved = tuple(_moved(frame, asked[frame.name], rows) if frame.name in asked else frame for frame in before)
    text = next((frame for frame in before if frame.takes == "story"), None)
    if text is None or not all(text.lines):
        return replace(template, frames=moved)
    first, last = _following(text, before, moved)
    if (first, last) != text.lines and first <= last:
        moved = tuple(_beside(frame, text, (first, last)) for frame in moved)
    return replace(template, frames=moved)


def drawn(frame: Frame) -> Frame:
    """The frame as its template has it, without the rows that the fitter gives it."""
    return replace(frame, lines=frame.drawn, drawn=(0, 0)) if any(frame.drawn) else frame


def given(frame: Frame) -> int:
    """Rows that the fitter gives the frame, or takes from it."""
    before = drawn(frame).lines
    return frame.given + (frame.lines[1] - frame.lines[0]) - (before[1] - before[0])


def idle(template: PageTemplate, rows: int) -> tuple[Frame, ...]:
    """Frames that may be lower by rows that no text can take: it begins or ends elsewhere, and something else stands
    as low, or as high."""
    text = next((frame for frame in template.frames if frame.takes == "story"), None)
    if text is None:
        return ()
    found = []
    for frame in template.frames:
        group = [other.name for other in template.frames if other.lines == frame.lines and other.elastic[0] < 0]
        after = stretched(template, 0, {(0, name): -1 for name in group}, rows)
        followed = any(other.takes == "story" and other.lines != text.lines for other in after.frames)
        edge = frame.lines[0] if upwards(frame, rows) else frame.lines[1]
        within = not edge or (text.lines[0] or 1) <= edge <= (text.lines[1] or rows)
        frees = followed or (frame.displaces != "none" and within and _meets(frame, text))
        if frame.elastic[0] < 0 and not frees:
            found.append(frame)
    return tuple(found)


def upwards(frame: Frame, rows: int) -> bool:
    """Whether the frame grows upwards, on a page of so many rows."""
    return frame.lines[1] == rows or not frame.lines[0]


def _moved(frame: Frame, by: int, rows: int) -> Frame:
    first, last = frame.lines
    if not (first and last):
        return replace(frame, given=frame.given + by)
    before = drawn(frame)
    lines = (first - by, last) if upwards(before, rows) else (first, last + by)
    return replace(frame, lines=lines, drawn=before.lines)


def _following(text: Frame, before: Sequence[Frame], after: Sequence[Frame]) -> tuple[int, int]:
    """First and last row of the text, as far from the frames over and under it as they were."""
    over = [at for at, frame in enumerate(before) if _meets(frame, text) and 0 < frame.lines[1] < text.lines[0]]
    under = [at for at, frame in enumerate(before) if _meets(frame, text) and frame.lines[0] > text.lines[1]]
    first, last = text.lines
    if over and not any(_meets(f, text) and f.lines[0] < first and not f.lines[1] and _stays(f) for f in before):
        first += max(after[at].lines[1] for at in over) - max(before[at].lines[1] for at in over)
    if under and not any(_meets(f, text) and f.lines[1] > last and not f.lines[0] and _stays(f) for f in before):
        last += min(after[at].lines[0] for at in under) - min(before[at].lines[0] for at in under)
    return first, last


def _meets(frame: Frame, text: Frame) -> bool:
    """Whether the frame stands in the text's columns, and is no ground."""
    aside = frame.columns[1] < text.columns[0] or text.columns[1] < frame.columns[0]
    return not aside and frame.takes not in ("story", "tint")


def _stays(frame: Frame) -> bool:
    """Whether text does not make way for a frame with an open end, which is as high as its content."""
    return frame.displaces == "none"


def _beside(frame: Frame, text: Frame, lines: tuple[int, int]) -> Frame:
    """The text on its rows, and a frame with an open end that began or ended where it did."""
    if frame.takes == "story":
        return replace(frame, lines=lines)
    first, last = frame.lines
    if first == text.lines[0] and not last and _meets(frame, text):
        return replace(frame, lines=(lines[0], 0))
    if last == text.lines[1] and not first and _meets(frame, text):
        return replace(frame, lines=(0, lines[1]))
    return frame
