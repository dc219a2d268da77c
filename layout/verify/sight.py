"""Set pages and their sheets go in; what a reader would not see, or see wrong, comes out: the law of sight."""

from collections.abc import Iterable, Iterator
from functools import partial

from layout.model.display import GlyphRun, Picture, Sheet
from layout.model.finding import Finding
from layout.model.page import Page, PlacedFrame, PlacedLine
from layout.model.units import Length
from layout.verify.sheet_view import Lookers, view_of
from layout.verify.sight_grounds import short_of_bleed
from layout.verify.sight_text import Seen, off_page, overlapping, unreadable
from layout.verify.telling import Spot, told
from layout.verify.view import Words

NEAR = 2
"""Ems within which a run's origin lies from the origin of the line it was painted from."""


def sight(pages: Iterable[tuple[Page, Sheet]], ask: Lookers, safety: Length) -> Iterator[Finding]:
    """Everything on these pages that is cut off, hidden, too faint to read, or printed over something else."""
    for page, sheet in pages:
        view = view_of(sheet, ask)
        running = partial(_is_running, page)
        seen = [*off_page(view, safety), *unreadable(view, running), *overlapping(view), *short_of_bleed(view)]
        if seen:
            yield from told(seen, page.number, safety, partial(_spot, page))


def _spot(page: Page, seen: Seen) -> Spot:
    """The frame and the place in the manuscript that words or a picture come from."""
    if seen.words:
        frame, line = _line_of(page, seen.words.source)
        if frame and line:
            return Spot(frame.name, line.shaped.paragraph.source.place(line.shaped.offsets[line.line.start]))
    if seen.ground:
        source = seen.ground.source
        return Spot(seen.ground, source.place if isinstance(source, Picture) else None)
    return Spot()


def _is_running(page: Page, words: Words) -> bool:
    frame, _ = _line_of(page, words.source)
    return frame is not None and frame.takes == "story"


def _line_of(page: Page, source: object) -> tuple[PlacedFrame | None, PlacedLine | None]:
    """The line that runs were painted from: one of the same glyphs, nearest to where they stand."""
    run = source[0] if isinstance(source, tuple) else source
    if not isinstance(run, GlyphRun):
        return None, None
    best: tuple[int, PlacedFrame | None, PlacedLine | None] = (NEAR * run.size, None, None)
    for frame in page.frames:
        for line in frame.lines:
            away = abs(line.x - run.x) + abs(line.y - run.y)
            if away < best[0] and line.line.end > line.line.start:
                best = (away, frame, line)
    return best[1], best[2]
