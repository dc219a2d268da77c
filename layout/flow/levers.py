"""What the fitter asks for goes in as a value; rows by frame, forms of captions and what is told of it come out."""

from layout.flow.captions import SHORT, TIGHT
from layout.flow.frames import Forms
from layout.flow.stretching import Stretch
from layout.model.lever import Lever, lever
from layout.model.place import Place
from layout.model.value import replace, value

Loose = tuple[tuple[int, int], ...]
"""(paragraph, lines more or fewer than it would have) …"""


@value
class ShortCaption:
    """Captions of photos over the same rows that take so many rows fewer in this form, and the slots this frees."""

    page: int
    frames: tuple[str, ...]
    fixed: bool
    """the frames have both ends: they are given the rows fewer"""
    photos: tuple[tuple[Place, str], ...]
    form: int
    rows: int
    slots: int

    @property
    def told(self) -> Lever:
        """What was done to the captions, for a report."""
        how = {TIGHT: "tight", SHORT: "short", TIGHT | SHORT: "tight-short"}[self.form]
        return lever(how, photos=", ".join(path for _, path in self.photos), rows=-self.rows)


@value
class Levers:
    """What the levers give: rows by frame, subheads with a row more above, paragraphs with a line more or fewer,
    captions that take fewer rows."""

    stretch: tuple[tuple[tuple[int, str], int], ...] = ()
    airy: tuple[int, ...] = ()
    loose: Loose = ()
    captions: tuple[ShortCaption, ...] = ()
    press: int = 0
    """1: the last page is filled so that all has room; one more for each page from the last on whose keeps give way"""

    def moving(self, rows: Stretch) -> "Levers":
        """The same with these rows by frame in the place of its own."""
        return replace(self, stretch=tuple(sorted((key, by) for key, by in rows.items() if by)))

    @property
    def given(self) -> Stretch:
        """Rows by frame within their limits."""
        return dict(self.stretch)

    @property
    def rows(self) -> Stretch:
        """The same less those that captions leave."""
        rows = dict(self.stretch)
        for caption in self.captions:
            for key in ((caption.page, frame) for frame in caption.frames if caption.fixed):
                rows[key] = rows.get(key, 0) - caption.rows
        return rows

    @property
    def forms(self) -> Forms:
        """The captions' forms, for a draft."""
        return tuple((place, caption.form) for caption in self.captions for place, _ in caption.photos)

    @property
    def told(self) -> tuple[Lever, ...]:
        """All but what is told with its page: photos and captions."""
        fewer = sum(by < 0 for _, by in self.loose)
        more = len(self.loose) - fewer
        said = [lever("air", rows=len(self.airy))] if self.airy else []
        said += [lever("tighter", paragraphs=fewer)] if fewer else []
        return (*said, lever("looser", paragraphs=more)) if more else tuple(said)


UNMOVED = Levers()
"""No lever pulled."""
