"""A template and what stands on its page already go in; the template cleared, and what is in the way, come out."""

from collections.abc import Iterable, Iterator

from layout.flow.grid import PageGrid
from layout.flow.heads import ROLE_ORDER
from layout.flow.slots import Obstacle
from layout.model.finding import Finding, finding
from layout.model.geometry import Rect
from layout.model.page import Page, PlacedFrame
from layout.model.place import Place
from layout.model.template import Frame, PageTemplate
from layout.model.value import replace, value

GIVES_WAY = ("photo", "box", "table")
"""What waits for the next page where its frame is taken."""
STANDS_ASIDE = ("heading", *ROLE_ORDER, "rule")
"""What stands beside the shared frames, in fewer columns. Anything else has to be moved by hand."""
GROUNDS = ("tint", "rule", "story")


@value(eq=False)
class Shared:
    """An entry set on the page that it shares with another, and the template it was set in."""

    page: Page
    template: PageTemplate
    first: "Shared | None" = None
    """what shared the page already; its frames stand before the others on `page`"""

    @property
    def frames(self) -> tuple[PlacedFrame, ...]:
        return self.page.frames


def cleared(template: PageTemplate, grid: PageGrid, shared: Shared) -> PageTemplate:
    """The template without the frames whose content can wait and that would lie under the shared ones; heads and
    rules stand beside these."""
    taken = frozenset(frame.name for frame in template.frames if _under(grid, frame, shared))
    if not taken:
        return template
    kept = (frame for frame in template.frames if not (frame.takes in GIVES_WAY and frame.name in taken))
    return replace(template, frames=tuple(_beside(grid, f, shared) if f.name in taken else f for f in kept))


def _beside(grid: PageGrid, frame: Frame, shared: Shared) -> Frame:
    """A head, or a rule, in as many columns side by side as the shared frames leave it; as it is where that is none."""
    if frame.takes not in STANDS_ASIDE or frame.direction == "vertical":
        return frame
    first, last = frame.columns
    free = [at for at in range(first, last + 1) if not _under(grid, replace(frame, columns=(at, at)), shared)]
    spans = [(one, other) for one in free for other in free if other - one == free.index(other) - free.index(one) >= 0]
    return replace(frame, columns=max(spans, key=lambda span: span[1] - span[0], default=frame.columns))


def _under(grid: PageGrid, frame: Frame, shared: Shared) -> bool:
    first, last = frame.lines
    box = grid.bled(grid.box(frame.columns, (first or last, last or first)), frame.bleed)
    return any(box.meets(placed.box) for placed in shared.frames)


def in_grid(grid: PageGrid, shared: Shared) -> tuple[PlacedFrame, ...]:
    """The shared frames with the columns of this page's grid that they touch."""
    return tuple(replace(placed, columns=_columns(grid, placed.box)) for placed in shared.frames)


def _columns(grid: PageGrid, box: Rect) -> tuple[int, int]:
    count = grid.grid.columns
    met = [at for at in range(1, count + 1) if box.x < sum(grid.column(at)) and grid.column(at)[0] < box.right]
    return (met[0], met[-1]) if met else (1, count)


def ways(shared: Shared) -> tuple[Obstacle, ...]:
    """What the text keeps away from: the frames that displace."""
    asked = {frame.name: frame for frame in shared.template.frames}
    own = shared.frames[len(shared.first.frames) :] if shared.first else shared.frames
    both = ((asked[placed.name], placed) for placed in own if placed.name in asked)
    found = tuple(Obstacle(f.name, p.box, f.gap, f.displaces) for f, p in both if f.displaces != "none")
    return (*ways(shared.first), *found) if shared.first else found


def collisions(frames: tuple[PlacedFrame, ...], shared: Shared, number: int) -> tuple[Finding, ...]:
    """Findings for those of the page's own frames that the shared ones lie on."""
    return tuple(
        finding("PAGE-SHARED", _place(frame), number, frame=frame.name, template=shared.template.name)
        for frame in frames
        if frame.takes not in GROUNDS and any(frame.box.meets(placed.box) for placed in shared.frames)
    )


def _place(frame: PlacedFrame) -> Place | None:
    """Where what stands in the frame was asked for."""
    if frame.pictures:
        return frame.pictures[0].place
    return frame.lines[0].shaped.paragraph.source.place(0) if frame.lines else None


def clear_of(shared: Shared | None, furniture: Iterable[PlacedFrame]) -> Iterator[PlacedFrame]:
    """The folio and running head that no picture of the shared frames covers: a page that bleeds there has none."""
    covering = [picture.box for frame in shared.frames for picture in frame.pictures] if shared else []
    return (piece for piece in furniture if not any(box.meets(piece.box) for box in covering))
