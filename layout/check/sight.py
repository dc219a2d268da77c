"""Marks of a page go in one by one; at its end what a reader would not see of it comes out, as in a build.

The geometry is that of a build (layout/verify). Here the words come from the strings of a content stream, whose glyphs
are known by their widths and not by their ink, so that only what is sure is told.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, Literal

import pikepdf

from layout.check.boxes import edges
from layout.check.colour import Ink, light
from layout.check.effort import Effort, UnreadError
from layout.check.image_light import image_light
from layout.check.letters import Line, goes_on, inked, reach, roomy, said, size_of
from layout.check.matrix import Edges, is_straight, turned
from layout.check.pen import Shown
from layout.check.scan import Mark
from layout.model.colour import Colour
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.picture import Cut, Light
from layout.model.style import SAFETY
from layout.model.units import MM, PT
from layout.verify.sheet_view import THICK
from layout.verify.sight_grounds import short_of_bleed
from layout.verify.sight_text import Seen, off_page, overlapping, unreadable
from layout.verify.telling import Spot, told
from layout.verify.view import Cell, Ground, View, Words

MOST_WORDS = 20_000
"""Strings of one page that are held against one another; a page of a magazine has 300."""
BROAD = 3.0
"""Points from which a line is an area on which words may stand."""
COVER = 4
"""Pages of a cover, which may be bare inside."""
LEAST_BLEED = MM // 2
"""A page whose bleed is less than this has none: that is told by its boxes."""


class Looking:
    """What has been painted on a page so far."""

    def __init__(self, page: pikepdf.Page, effort: Effort) -> None:
        self._effort = effort
        self._resources: Any = page.resources
        self._media = edges(page, "/MediaBox") or (0.0, 0.0, 0.0, 0.0)
        self._trim = edges(page, "/TrimBox") or self._media
        self._bleed = edges(page, "/BleedBox") or self._trim
        self._words: list[Words] = []
        self._grounds: list[Ground] = []
        self._line: list[tuple[Shown, Mark]] = []
        self._order = 0
        """of the mark that was painted last"""

    def add(self, mark: Mark) -> None:
        """One thing more, over all that came before."""
        if mark.kind == "text":
            self._order += 1
            if mark.shown and mark.shown.codes:
                self._string(mark.shown, mark)
            return
        self._end_line()
        self._order += 1
        box = mark.box or (self._media if mark.kind == "shading" else None)  # a gradient fills all there is
        if box and box[2] > box[0] and box[3] > box[1]:
            self._grounds.extend(self._ground(mark, self._rect(box)))

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the page, once all of it has been painted."""
        number = self._effort.page
        if not self._order:
            if self._effort.pages > COVER:
                yield finding("SIGHT-BLANK", page=number)
            return
        self._end_line()
        page = self._rect(self._trim)
        around = self._rect(self._bleed)
        bleed = min(-around.x, -around.y, around.right - page.right, around.foot - page.foot)
        view = View(number, page.width, page.height, bleed, tuple(self._words), tuple(self._grounds))
        yield from told(self._seen(view), number, SAFETY, lambda _: Spot())

    def _seen(self, view: View) -> Iterator[Seen]:
        tick = self._effort.look_at_clock
        yield from off_page(view, SAFETY)
        yield from unreadable(view, lambda _: False, tick)
        yield from overlapping(view, tick)
        if view.bleed >= LEAST_BLEED:
            yield from short_of_bleed(view)

    def _rect(self, box: Edges) -> Rect:
        """A box of the page's space in units from the top left corner of the trim."""
        left, top = round((box[0] - self._trim[0]) * PT), round((self._trim[3] - box[3]) * PT)
        return Rect(left, top, round((box[2] - box[0]) * PT), round((box[3] - box[1]) * PT))

    def _string(self, shown: Shown, mark: Mark) -> None:
        if self._line and not goes_on(self._line[-1][0], shown):
            self._end_line()
        self._line.append((shown, mark))

    def _end_line(self) -> None:
        """The strings of a line so far become words."""
        line, self._line = self._line, []
        if not line:
            return
        if len(self._words) >= MOST_WORDS:
            raise UnreadError(finding("DOC-09", page=self._effort.page, most=f"{MOST_WORDS:,}"))
        strings: Line = tuple(shown for shown, _ in line)
        mark = line[0][1]
        box = self._rect(reach(strings))
        if not self._is_of_no_concern(box, mark):
            self._words.append(self._made(strings, mark, box))

    def _is_of_no_concern(self, box: Rect, mark: Mark) -> bool:
        """Whether words are clipped away, or stand in the slug with the printer's marks."""
        clipped = mark.box is not None and not self._rect(mark.box).meets(box)
        return clipped or not self._rect(self._bleed).meets(box) and self._rect(self._media).contains(box)

    def _made(self, line: Line, mark: Mark, box: Rect) -> Words:
        ink, clip = mark.ink, self._rect(mark.box) if mark.box else None
        black = round(1000 * ink.cmyk[3]) if ink.cmyk and ink.black_only and mark.overprint else 0
        edge = light(mark.edge) if mark.edge else None
        return Words(
            self._order,
            box,
            round(size_of(line) * PT),
            None if mark.clear else light(ink),
            black,
            () if edge is None else (edge,),
            partial(self._cells, roomy, line, clip),
            partial(self._cells, inked, line, clip),
            partial(said, line),
            firm=not mark.clear and all(map(_is_sure, line)),
        )

    def _cells(self, boxes: Any, line: Line, clip: Rect | None) -> list[Cell]:
        """Boxes of the glyphs of a line, in the trim's units; those that a clip takes away are left out."""
        found = []
        for box in boxes(line):
            at = self._rect(box)
            if clip is None or clip.meets(at):
                found.append(Cell(at.x, at.y, at.right, at.foot))
        return found

    def _ground(self, mark: Mark, box: Rect) -> Iterator[Ground]:
        """What a mark is to the words on it or under it. Where it is no plain area of one colour, nothing is known."""
        if mark.bar and not mark.clear:
            thick = round(mark.width * PT)
            if thick >= THICK:
                colour = _process(mark.ink)
                yield Ground(self._order, box, light(mark.ink), "rule", colour=colour, name=str(mark.ink), thick=thick)
            return
        if mark.kind == "stroke" and mark.exact and mark.width < BROAD:
            return
        if mark.clear or not mark.exact or mark.kind in ("stroke", "shading"):
            yield Ground(self._order, box, None, "unknown", opaque=False)
        elif mark.kind == "image":
            yield self._picture(mark, box)
        else:
            yield Ground(self._order, box, light(mark.ink), colour=_process(mark.ink), name=str(mark.ink))

    def _picture(self, mark: Mark, box: Rect) -> Ground:
        """An upright picture, as much of it as its clip shows."""
        masked = any(key in mark.image for key in ("/SMask", "/Mask", "/ImageMask"))
        placed = self._rect(turned(mark.matrix, (0, 0, 1, 1)))
        size = max(1, int(mark.image.get("/Width", 1))), max(1, int(mark.image.get("/Height", 1)))
        across, down = size[0] / max(1, placed.width), size[1] / max(1, placed.height)
        left, top = round((box.x - placed.x) * across), round((box.y - placed.y) * down)
        cut = Cut(left, top, max(1, round(box.width * across)), max(1, round(box.height * down)))
        kind: Literal["unknown", "picture"] = "unknown" if masked else "picture"
        shade = partial(self._light, mark.image)
        return Ground(self._order, box, None, kind, shade, cut, size, name=mark.name or "image", opaque=not masked)

    def _light(self, image: Any) -> Light | None:
        self._effort.look_at_clock()
        key = image.objgen
        if key == (0, 0):
            return image_light(image, self._resources)
        if key not in self._effort.lights:
            self._effort.lights[key] = image_light(image, self._resources)
        found: Light | None = self._effort.lights[key]
        return found


def _is_sure(shown: Shown) -> bool:
    """Whether the boxes of a string's glyphs are theirs: it does not slant, and its font says how wide they are."""
    return is_straight(shown.matrix) and shown.lettering.measured


def _process(ink: Ink) -> Colour | None:
    """The same as the styles' colours are said."""
    if ink.cmyk is None:
        return None
    return Colour(*(round(1000 * min(max(part, 0), 1)) for part in ink.cmyk))
