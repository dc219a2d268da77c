"""A template and the photos of its frames go in; with frames that cut none of these too hard, it comes out.

A template that is chosen for a story gives way as far as it must. A panorama takes fewer rows, and the text, or all
that stands below, comes closer. A picture higher than its frame takes fewer columns, and more rows where only text is
in the way; what no frame can hold is shown whole. Of one that a designer has named only what is `elastic` gives way.
"""

from layout.flow.abreast import height
from layout.flow.captions import caption_text, caption_way, under_rows
from layout.flow.grid import PageGrid
from layout.flow.matching import Deal
from layout.flow.pictures import said_of, shown_whole
from layout.flow.setting import Setting
from layout.flow.stretching import drawn, given, stretched, upwards
from layout.model.geometry import Rect
from layout.model.picture import LEAST_SHOWN, PictureFile
from layout.model.story import Photo
from layout.model.template import Frame, PageTemplate
from layout.model.units import Length
from layout.model.value import replace, value

MOST_ROWS = 667
"""Per mille of a page's rows that a photo may take whose frame gives way to its shape (ours)."""
LEAST_ROOM = 4
"""A picture keeps a quarter of its frame's height beside its caption, as in `captions`."""
OPEN_ROWS = 7
"""Rows beyond its fixed one that are left to a frame with an open end, such as a head (ours)."""
GROUNDS = ("tint", "rule")


def shaped(setting: Setting, grid: PageGrid, template: PageTemplate, deal: Deal) -> PageTemplate:
    """The template with its photo frames as high and as wide as the photos dealt to them let them be."""
    for name, group in deal:
        shape = _shape(setting, grid, template, name, group)
        template = shape.given_way() if shape else template
    return template


def eased(setting: Setting, grid: PageGrid, template: PageTemplate, deal: Deal) -> PageTemplate:
    """The template with its elastic photo frames at the rows nearest to those they are drawn with at which they show
    enough of these photos; those over the same rows together. As it is where there are none."""
    found = (_shape(setting, grid, template, name, group) for name, group in deal)
    shapes = [shape for shape in found if shape and shape.is_elastic]
    for lines in dict.fromkeys(shape.frame.lines for shape in shapes):
        group = [shape for shape in shapes if shape.frame.lines == lines]
        if all(shape.shows_enough(0) for shape in group):
            continue
        fewest = max(shape.frame.elastic[0] for shape in group)
        most = min(shape.frame.elastic[1] for shape in group)
        ways = [by for by in range(fewest, most + 1) if all(shape.shows_enough(by) for shape in group)]
        names = [frame.name for frame in template.frames if frame.lines == lines and frame.elastic != (0, 0)]
        if ways:
            template = _moved(template, names, min(ways, key=abs), grid.house.rows)
    return template


def lower(setting: Setting, grid: PageGrid, frame: Frame, photo: Photo) -> Frame:
    """The frame of a single picture with as many of its rows as show enough of it; as it is for one that is higher than
    the frame."""
    alone = PageTemplate("", "", grid.grid, (frame,))
    shape = _shape(setting, grid, alone, frame.name, (photo,))
    return shape.lowered_to_show() if shape and all(frame.lines) else frame


def _shape(
    setting: Setting, grid: PageGrid, template: PageTemplate, name: str, photos: tuple[Photo, ...]
) -> "_Shape | None":
    """The frame of this name with its photos; None where no cut is to be looked at."""
    files = tuple(file for photo in photos if (file := setting.pictures.get(photo.path)))
    frame = next(frame for frame in template.frames if frame.name == name)
    fixed = frame.fit is not None or frame.spread or any(one.cut or shown_whole(setting, frame, one) for one in photos)
    if fixed or not files or len(files) < len(photos):
        return None
    return _Shape(setting, grid, template, frame, photos, files)


def _moved(template: PageTemplate, names: list[str], by: int, rows: int) -> PageTemplate:
    """The template with these frames so many rows higher, as if it had been drawn so, or as it is where they would
    stand in others then or off the page."""
    before = {frame.name: frame for frame in template.frames}
    after = stretched(template, 0, {(0, name): by for name in names}, rows)
    for frame in (one for one in after.frames if one.name in names):
        first, last = frame.lines
        turned = upwards(frame, rows) != upwards(drawn(before[frame.name]), rows)  # it would grow the other way then
        if (
            turned
            or not 1 <= first <= last <= rows
            or any(_meet(frame, one) for one in after.frames if one.name not in names)
        ):
            return template
    frames = (_redrawn(frame, before[frame.name], by, rows) if frame.name in names else frame for frame in after.frames)
    return replace(after, frames=tuple(frames))


def _redrawn(frame: Frame, before: Frame, by: int, rows: int) -> Frame:
    """The moved frame as if it had been drawn so, with what it may still take or give."""
    (first, last), (least, most) = drawn(before).lines, before.elastic
    lines = (first - by, last) if upwards(drawn(before), rows) else (first, last + by)
    return replace(frame, drawn=lines, elastic=(least - by, most - by))


def _meet(frame: Frame, other: Frame) -> bool:
    """Whether another frame than running text or a ground stands in the frame."""
    if other.takes in ("story", *GROUNDS) or _aside(frame, other):
        return False
    first, last = other.lines
    return (first or last) <= frame.lines[1] and frame.lines[0] <= (last or first)


@value(eq=False)
class _Shape:
    """One frame and the photos that it takes."""

    setting: Setting
    grid: PageGrid
    template: PageTemplate
    frame: Frame
    photos: tuple[Photo, ...]
    files: tuple[PictureFile, ...]

    @property
    def is_elastic(self) -> bool:
        return all(self.frame.lines) and self.frame.elastic != (0, 0)

    def shows_enough(self, by: int) -> bool:
        """Whether the frame with so many rows more than it is drawn with shows enough."""
        frame = self._plain()
        rows = frame.lines[1] - frame.lines[0] + 1 + by
        return rows > 0 and self._shown(self._sized(frame, rows)) >= LEAST_SHOWN

    def given_way(self) -> PageTemplate:
        """The template with the frame in another shape, where it would cut too much as it is."""
        frame = self._plain()
        if self._shown(frame) >= LEAST_SHOWN:
            return self.template if self._holds(frame) else self._with(frame)
        if self._own_height(frame) < self._room(frame).height:
            wider = self._widened(frame)
            return self._with(wider) if wider else self._lowered(frame)
        return self._with(self._narrowed(frame))

    def lowered_to_show(self) -> Frame:
        """The frame with the most of its rows in which it shows enough of a picture wider than its shape."""
        rows = self.frame.lines[1] - self.frame.lines[0] + 1
        if self._shown(self.frame) >= LEAST_SHOWN or self._own_height(self.frame) >= self._room(self.frame).height:
            return self.frame
        return self._sized(self.frame, min(rows, self._bounds(self.frame, self._own_rows(self.frame))[1]))

    def _plain(self) -> Frame:
        """The frame with both ends fixed, without the rows that the fitter gives it."""
        frame = self.frame
        first, last = frame.lines
        if first and last:
            return drawn(frame)
        rows = self._own_rows(replace(frame, lines=(first or last, first or last)))
        return replace(frame, lines=_ended(frame, min(rows, self._most_rows(frame)), self._upwards))

    def _holds(self, frame: Frame) -> bool:
        """Whether the frame's ends are fixed, or leave the pictures as much room as they would take."""
        return all(self.frame.lines) or self._own_rows(frame) <= frame.lines[1] - frame.lines[0] + 1

    @property
    def _upwards(self) -> bool:
        return upwards(drawn(self.frame), self.grid.house.rows)

    def _own_rows(self, frame: Frame) -> int:
        """Rows in which nothing is cut, caption included; what bleeds off head or foot needs none."""
        box = self.grid.box(frame.columns, frame.lines)
        bled = self.grid.bled(box, frame.bleed).height - box.height
        return max(1, self.grid.rows_for(self._own_height(frame) + self._under(frame) - bled))

    def _own_height(self, frame: Frame) -> Length:
        return height(self.files, self._room(frame).width, self.grid.grid.gutter)

    def _under(self, frame: Frame) -> Length:
        text = caption_text(self.setting, self.grid, frame, said_of(self.photos))
        return under_rows(self.grid, frame, text)

    def _room(self, frame: Frame) -> Rect:
        """The place that the frame leaves to its pictures, with its bleed."""
        box = self.grid.box(frame.columns, frame.lines)
        if caption_way(frame) == "beside":
            x, width = self.grid.column(frame.columns[0], frame.columns[1] - 1)
            box = Rect(x, box.y, width, box.height)
        high = max(box.height - self._under(frame), box.height // LEAST_ROOM)
        return self.grid.bled(Rect(box.x, box.y, box.width, high), frame.bleed)

    def _shown(self, frame: Frame) -> int:
        """Per mille of the pictures that the frame shows."""
        room = self._room(frame)
        own = height(self.files, room.width, self.grid.grid.gutter)
        return min(own, room.height) * 1000 // max(own, room.height, 1)

    def _fills(self, frame: Frame | None = None) -> bool:
        """Whether text takes the room that the frame leaves, as it is drawn or otherwise."""
        columns = (frame or self.frame).columns
        text = next((frame for frame in self.template.frames if frame.takes == "story"), None)
        if text is None or self.frame.displaces == "none" or text.direction == "vertical":
            return False
        first, last = self.frame.lines
        within = (text.lines[0] or 1) <= (first or last) and (last or first) <= (text.lines[1] or self.grid.house.rows)
        return within and text.columns[0] <= columns[0] and columns[1] <= text.columns[1]

    def _most_rows(self, frame: Frame) -> int:
        """Rows that the frame may grow to without meeting another, and not more than the page can spare."""
        rows = self.grid.house.rows
        first, last = frame.lines
        most = min(rows * MOST_ROWS // 1000, (last or rows) if self._upwards else rows - first + 1)
        for other in self.template.frames:
            if other.name == frame.name or other.takes in ("story", *GROUNDS) or _aside(other, frame):
                continue
            top, foot = other.lines[0] or other.lines[1] - OPEN_ROWS, other.lines[1] or other.lines[0] + OPEN_ROWS
            if self._upwards and foot < (last or rows):
                most = min(most, (last or rows) - foot - 1)
            elif not self._upwards and top > first:
                most = min(most, top - first - 1)
        return max(most, 1, last - first + 1 if first and last else 1)

    def _widened(self, frame: Frame) -> Frame | None:
        """The frame over as many columns as its photo asks for, where only text stands in them."""
        wide = frame.columns[1] - frame.columns[0] + 1
        more = self.photos[0].columns - wide
        if more <= 0 or not self._fills():
            return None
        at_right = frame.columns[1] == self.grid.grid.columns
        columns = (
            (frame.columns[0] - more, frame.columns[1]) if at_right else (frame.columns[0], frame.columns[1] + more)
        )
        wider = replace(frame, columns=columns)
        others = (one for one in self.template.frames if one.name != frame.name)
        if not self._fills(wider) or any(_meet(wider, one) for one in others):
            return None
        rows = frame.lines[1] - frame.lines[0] + 1
        return self._with_rows(wider, rows if self._shown(wider) >= LEAST_SHOWN else min(rows, self._own_rows(wider)))

    def _lowered(self, frame: Frame) -> PageTemplate:
        """For pictures wider than the frame's shape: fewer rows. Where neither text nor what stands below can come
        closer, no fewer than it takes to show enough."""
        own = min(self._own_rows(frame), frame.lines[1] - frame.lines[0] + 1)
        closer = self._fills()
        risen = not closer and self._rises(frame)
        target = own if closer or risen else self._bounds(frame, own)[1]
        lower = self._with_rows(frame, target)
        return self._risen(lower) if risen else self._with(lower)

    def _bounds(self, frame: Frame, rows: int) -> tuple[int, int]:
        """Fewest and most rows, from so many on, in which enough is shown."""
        least = most = rows
        page = frame.lines[1] if self._upwards else self.grid.house.rows - frame.lines[0] + 1
        while least > 1 and self._shown(self._sized(frame, least - 1)) >= LEAST_SHOWN:
            least -= 1
        while most < page and self._shown(self._sized(frame, most + 1)) >= LEAST_SHOWN:
            most += 1
        return least, most

    def _sized(self, frame: Frame, rows: int) -> Frame:
        return replace(frame, lines=_ended(frame, rows, self._upwards))

    def _with_rows(self, frame: Frame, rows: int) -> Frame:
        """The frame with so many rows, and those that the fitter gives it as far as enough is shown."""
        least, most = self._bounds(frame, rows)
        elastic = (max(frame.elastic[0], least - rows), min(frame.elastic[1], most - rows))
        more = max(elastic[0], min(given(self.frame), elastic[1]))
        as_drawn = self._sized(frame, rows)
        return replace(self._sized(frame, rows + more), elastic=elastic, drawn=as_drawn.lines, given=0)

    def _narrowed(self, frame: Frame) -> Frame:
        """For pictures higher than the frame's shape: the widest part of its columns that shows enough of them, or
        more rows, at once where the manuscript asks for this width."""
        rows = frame.lines[1] - frame.lines[0] + 1
        most = self._most_rows(frame) if self._fills() else rows
        wide = frame.columns[1] - frame.columns[0] + 1
        for count in range(wide, 0, -1):
            part = self._part(frame, count)
            grows = count == 1 or any(photo.columns == count for photo in self.photos)
            for high in range(rows, (most if grows else rows) + 1):
                if self._shown(self._sized(part, high)) >= LEAST_SHOWN:
                    return self._with_rows(part, high)
        whole = replace(self._sized(self._part(frame, 1), max(rows, most)), fit="whole", elastic=(0, 0), given=0)
        return whole

    def _part(self, frame: Frame, count: int) -> Frame:
        """So many of the frame's columns, at the side of the page that it stands at."""
        first, last = frame.columns
        at_right = last == self.grid.grid.columns and first > 1
        columns = (last - count + 1, last) if at_right else (first, first + count - 1)
        lost = {self.grid.left_edge: columns[0] > 1, self.grid.right_edge: columns[1] < self.grid.grid.columns}
        return replace(frame, columns=columns, bleed=tuple(edge for edge in frame.bleed if not lost.get(edge)))

    def _with(self, frame: Frame) -> PageTemplate:
        frames = self.template.frames
        return replace(self.template, frames=tuple(frame if one.name == frame.name else one for one in frames))

    def _rises(self, frame: Frame) -> bool:
        """Whether all that stands below the frame can move up: nothing stands beside it."""
        first, last = self.frame.lines
        if not (first and last) or self._upwards:
            return False
        others = (one for one in self.template.frames if one.name != frame.name and one.lines[0])
        return all(one.lines[0] > last or 0 < one.lines[1] < first for one in others)

    def _risen(self, frame: Frame) -> PageTemplate:
        """The template with the frame, and what stands below it as many rows higher as it has lost; running text still
        ends where it did."""
        last, up = self.frame.lines[1], self.frame.lines[1] - frame.lines[1]
        return replace(
            self.template,
            frames=tuple(
                frame if one.name == frame.name else _raised(one, up) if one.lines[0] > last else one
                for one in self.template.frames
            ),
        )


def _ended(frame: Frame, rows: int, upwards: bool) -> tuple[int, int]:
    """First and last row of the frame with so many rows."""
    first, last = frame.lines
    return ((last or first) - rows + 1, last or first) if upwards else (first or last, (first or last) + rows - 1)


def _raised(frame: Frame, up: int) -> Frame:
    first, last = frame.lines
    return replace(frame, lines=(first - up, last - up if last and frame.takes != "story" else last))


def _aside(one: Frame, other: Frame) -> bool:
    """Whether the two stand in different columns."""
    return one.columns[1] < other.columns[0] or other.columns[1] < one.columns[0]
