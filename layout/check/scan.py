"""A page goes in; everything painted on it, with ink, overprint and size, comes out: the content streams, interpreted.

Forms are entered. What cannot be understood, or is left unread, stands among the marks as a fault.
"""

from collections.abc import Iterator
from math import hypot, sqrt
from typing import Any, Literal, NamedTuple

import pikepdf

from layout.check.area import Area
from layout.check.colour import Ink, painted, screen_light
from layout.check.effort import BROKEN, FORMS_DEEP, STATES_DEEP, Effort, UnreadError, reason
from layout.check.lettering import lettering
from layout.check.matrix import Edges, Matrix, is_straight, matrix_of, numbers, shared, times, turned
from layout.check.pen import Pen, Shown
from layout.model.finding import Finding, finding
from layout.model.value import fresh, record, replace

Forms = tuple[tuple[int, int], ...]
"""The forms we are inside of, by object number: none may hold itself."""
_SHOWN = frozenset(("Tj", "TJ", "'", '"'))
_FILLED = {"f": "f", "F": "f", "f*": "f", "S": "s", "s": "s", "B": "fs", "B*": "fs", "b": "fs", "b*": "fs", "n": ""}


class Mark(NamedTuple):
    """One thing painted. width: of a stroke or a thin filled rectangle, in points; -1 where it means nothing."""

    kind: Literal["text", "fill", "stroke", "image", "shading"]
    ink: Ink
    overprint: bool = False
    mode: int = 0
    width: float = -1
    image: Any = None
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    name: str = ""
    box: Edges | None = None
    """what it covers on the page, in points, within the clip; None where it shows nothing there"""
    exact: bool = False
    """it covers all of the box; of a stroke: it has no curve"""
    bar: bool = False
    """a stroke that is one level or upright line without gaps, and covers all of the box"""
    clear: bool = False
    """what lies below shows through it, by transparency or blending"""
    shown: Shown | None = None
    """of text: where its glyphs stand"""
    edge: Ink | None = None
    """of text that is stroked as well: the ink of that"""


class Group(NamedTuple):
    """A transparency group's blending space."""

    space: Any


class Fault(NamedTuple):
    """What could not be read, in place of what it would have painted."""

    found: Finding


@record
class _State:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    fill: Ink = Ink(None, "DeviceGray", grey=0.0)  # what a page starts with: DeviceGray 0
    stroke: Ink = Ink(None, "DeviceGray", grey=0.0)
    fill_space: Any = pikepdf.Name.DeviceGray
    stroke_space: Any = pikepdf.Name.DeviceGray
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    width: float = 1
    dashed: bool = False
    shows: int = 0
    path: list[float] = fresh(factory=list)
    area: Area = fresh(factory=Area)
    pen: Pen = fresh(factory=Pen)
    clip: Edges | None = None
    clips: bool = False
    """the path that is being drawn will be a clip (W)"""
    clear: bool = False


def marks(page: pikepdf.Page, effort: Effort) -> Iterator[Mark | Group | Fault]:
    """What is painted on a page, in order. UnreadError where nothing more of the file may be read."""
    yield from _content(page, page.resources, _State(), (), effort)


def _content(
    owner: Any, resources: Any, state: _State, within: Forms, effort: Effort
) -> Iterator[Mark | Group | Fault]:
    """The marks of a page or a form, as far as it can be read."""
    stack: list[_State] = []
    try:
        for item in effort.instructions(owner):
            operator = str(item.operator)
            try:
                if operator == "q":
                    _save(state, stack, effort)
                elif operator == "Q":
                    state = stack.pop() if stack else state
                else:
                    yield from _interpreted(operator, item, resources, state, within, effort)
            except BROKEN as error:
                yield Fault(finding("DOC-07", page=effort.page, what=operator, reason=reason(error)))
    except UnreadError as unread:
        if unread.final:
            raise
        yield Fault(unread.found)
    except BROKEN as error:
        yield Fault(finding("DOC-07", page=effort.page, what="/Contents", reason=reason(error)))


def _save(state: _State, stack: list[_State], effort: Effort) -> None:
    """`q`: keeps the state for the `Q` to come."""
    if len(stack) >= STATES_DEEP:
        raise UnreadError(finding("DOC-11", page=effort.page, what="q", most=STATES_DEEP))
    stack.append(_copied(state))


def _copied(state: _State) -> _State:
    """What q keeps: the path is no part of it."""
    return replace(state, path=[], area=Area(), pen=replace(state.pen))


def _interpreted(
    operator: str, item: Any, resources: Any, state: _State, within: Forms, effort: Effort
) -> Iterator[Mark | Group | Fault]:
    """What one operator paints; what it sets is written into `state`."""
    operands = list(item.operands)
    if operator == "Do":
        yield from _object(str(operands[0]), resources, state, within, effort)
    elif operator == "INLINE IMAGE":
        yield _picture(state, operands[0].obj, "")
    elif operator == "sh":
        ink = painted(_shading(resources, operands), [], resources)
        yield Mark("shading", ink, state.over_fill, state.mode, box=state.clip)
    elif operator in _SHOWN:
        effort.letters(operands)
        yield from _text(state, state.pen.show(operator, operands, state.matrix))
    elif operator in _FILLED:
        yield from _path(state, _FILLED[operator])
    elif operator == "cm":
        state.matrix = times(matrix_of(operands), state.matrix)
    else:
        _set(state, operator, operands, resources, effort)


def _set(state: _State, operator: str, operands: list[Any], resources: Any, effort: Effort) -> None:
    """Operators that change the state and paint nothing."""
    if operator in ("k", "g", "rg"):
        state.fill = _device(operator, operands)
    elif operator in ("K", "G", "RG"):
        state.stroke = _device(operator.lower(), operands)
    elif operator == "cs":
        state.fill_space, state.fill = operands[0], painted(operands[0], [], resources)
    elif operator == "CS":
        state.stroke_space, state.stroke = operands[0], painted(operands[0], [], resources)
    elif operator in ("sc", "scn"):
        state.fill = painted(state.fill_space, numbers(operands), resources)
    elif operator in ("SC", "SCN"):
        state.stroke = painted(state.stroke_space, numbers(operands), resources)
    elif operator == "gs":
        _graphics(state, resources.get("/ExtGState", {}).get(str(operands[0]), pikepdf.Dictionary()))
    elif operator == "w":
        state.width = float(operands[0])
    elif operator == "d":
        state.dashed = len(operands[0]) > 0
    elif operator == "Tr":
        state.shows = int(operands[0])
    elif operator == "re":
        state.path += [float(operands[2]), float(operands[3])]
        state.area.rectangle(numbers(operands), state.matrix)
    elif operator in ("m", "l", "c", "v", "y"):
        state.path += [0, 0, 0]  # no longer one rectangle
        state.area.draw(operator, numbers(operands), state.matrix)
    elif operator in ("W", "W*"):
        state.clips = True
    elif operator == "BT":
        state.pen.begin()
    elif operator == "Tf":
        state.pen.size = float(operands[1])
        if effort.look:  # else it need not be known where letters stand
            state.pen.font = effort.lettering(resources.get("/Font", {}).get(str(operands[0])), lettering)
    elif operator[0] == "T":
        state.pen.set(operator, operands)


def _device(operator: str, operands: list[Any]) -> Ink:
    """Inks of k, g and rg. Grey is black ink on a press, but only by the reader's leave."""
    values = numbers(operands)
    if operator == "k":
        return Ink((values[0], values[1], values[2], values[3]))
    family = "DeviceGray" if operator == "g" else "DeviceRGB"
    return Ink(None, family, grey=screen_light(family, values))


def _graphics(state: _State, entries: Any) -> None:
    """ExtGState: OP alone sets both overprints (ISO 32000-1 table 58)."""
    if "/OP" in entries:
        state.over_stroke = bool(entries.OP)
        state.over_fill = bool(entries.get("/op", entries.OP))
    if "/op" in entries:
        state.over_fill = bool(entries.op)
    if "/OPM" in entries:
        state.mode = int(entries.OPM)
    if "/D" in entries:
        state.dashed = len(entries.D[0]) > 0
    if "/LW" in entries:
        state.width = float(entries.LW)
    if {"/ca", "/BM", "/SMask"} & set(entries.keys()):
        plain = str(entries.get("/BM", "/Normal")) in ("/Normal", "/Compatible")
        whole = float(entries.get("/ca", 1)) == 1 and entries.get("/SMask", "/None") == "/None"
        state.clear = not (plain and whole)


def _text(state: _State, shown: Shown | None) -> Iterator[Mark]:
    """Rendering modes 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 the same with clipping."""
    shows = state.shows % 4
    common: dict[str, Any] = {"mode": state.mode, "box": state.clip, "clear": state.clear}
    if shows in (0, 2):
        edge = state.stroke if shows == 2 else None
        yield Mark("text", state.fill, state.over_fill, **common, shown=shown, edge=edge)
    if shows in (1, 2):
        shown = shown if shows == 1 else None  # letters that are filled and stroked are one text
        yield Mark("text", state.stroke, state.over_stroke, **common, shown=shown)


def _path(state: _State, how: str) -> Iterator[Mark]:
    scale = sqrt(abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]))
    box = state.area.box
    at = shared(box, state.clip) if box else None
    if "f" in how:
        thin = min(map(abs, state.path)) * scale if len(state.path) == 2 else -1
        exact = state.area.is_box
        yield Mark("fill", state.fill, state.over_fill, state.mode, thin, box=at, exact=exact, clear=state.clear)
    if "s" in how:
        width = state.width * scale
        bar = state.area.is_bar and not state.dashed
        if bar and box:
            at = shared(_thickened(box, width / 2), state.clip)
        yield Mark(
            "stroke", state.stroke, state.over_stroke, state.mode, width,
            box=at, exact=state.area.plain, bar=bar, clear=state.clear,
        )  # fmt: skip
    if state.clips:
        state.clip = shared(box, state.clip) if box else state.clip
    state.path, state.area, state.clips = [], Area(), False


def _thickened(box: Edges, half: float) -> Edges:
    """The box of a level or upright line, with what its stroke covers on both sides of it."""
    left, foot, right, top = box
    if right - left > top - foot:
        return left, foot - half, right, top + half
    return left - half, foot, right + half, top


def _picture(state: _State, image: Any, label: str) -> Mark:
    """A picture fills the unit square of the space that it is painted in."""
    at = turned(state.matrix, (0, 0, 1, 1))
    upright = is_straight(state.matrix) and state.matrix[0] > 0 and state.matrix[3] > 0
    return Mark(
        "image", state.fill, state.over_fill, state.mode, image=image, matrix=state.matrix, name=label,
        box=shared(at, state.clip), exact=upright, clear=state.clear,
    )  # fmt: skip


def _object(name: str, resources: Any, state: _State, within: Forms, effort: Effort) -> Iterator[Mark | Group | Fault]:
    """A picture, or the content of a form in its own space and with its own resources."""
    thing = resources.get("/XObject", {}).get(name)
    if thing is None:
        yield Fault(finding("DOC-07", page=effort.page, what="Do", reason=f"{name}: –"))
    elif thing.get("/Subtype") == "/Image":
        yield _picture(state, thing, name.removeprefix("/"))
    elif thing.get("/Subtype") == "/Form" and len(within) >= FORMS_DEEP:
        yield Fault(finding("DOC-11", page=effort.page, what="Do", most=FORMS_DEEP))
    elif thing.get("/Subtype") == "/Form" and thing.objgen not in within:
        space = thing.get("/Group", pikepdf.Dictionary()).get("/CS")
        if space is not None:
            yield Group(space)
        matrix = times(matrix_of(list(thing.get("/Matrix", [1, 0, 0, 1, 0, 0]))), state.matrix)
        inner = replace(_copied(state), matrix=matrix)
        if "/BBox" in thing:
            x, y, x2, y2 = numbers(thing.BBox)
            inner.clip = shared(turned(matrix, (x, y, x2, y2)), state.clip)
        yield from _content(thing, thing.get("/Resources", resources), inner, (*within, thing.objgen), effort)


def _shading(resources: Any, operands: list[Any]) -> Any:
    shading = resources.get("/Shading", {}).get(str(operands[0]), pikepdf.Dictionary())
    return shading.get("/ColorSpace", pikepdf.Name.DeviceCMYK)


def size(matrix: Matrix) -> tuple[float, float]:
    """Width and height in points at which a picture is placed."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])
