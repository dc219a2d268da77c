"""What was seen to be wrong on one page goes in, findings come out: one for each frame or group of lines."""

from collections.abc import Callable, Iterable, Iterator

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.units import MM
from layout.model.value import value
from layout.verify.sight_text import Seen
from layout.verify.view import Ground, joined

SAID = 16
"""Characters of the text that a finding quotes."""
_SIDES = {"left": "←", "top": "↑", "right": "→", "foot": "↓"}


@value(eq=False)
class Spot:
    """Where something on a page comes from: the group it is told with, and its place in a file."""

    group: object = None
    place: Place | None = None


Locate = Callable[[Seen], Spot]


def told(seen: Iterable[Seen], page: int, safety: int, locate: Locate) -> Iterator[Finding]:
    """One finding for each code and group. Without a group, words that follow one another are one."""
    groups: dict[tuple[str, object], list[tuple[Seen, Spot]]] = {}
    for one in seen:
        spot = locate(one)
        groups.setdefault((one.code, spot.group), []).append((one, spot))
    for alike in groups.values():
        first, spot = alike[0]
        worst = max(one.measure for one, _ in alike)
        box = joined([one.box for one, _ in alike])
        values = _values(first, [one for one, _ in alike], worst, safety)
        yield finding(first.code, spot.place, page, box, **values)


def _values(first: Seen, alike: list[Seen], worst: float, safety: int) -> dict[str, object]:
    """What the sentence of the finding names."""
    values: dict[str, object] = {}
    if first.words:
        text = first.words.text().strip()
        values = {"text": text if len(text) <= SAID else f"{text[:SAID]}…", "lines": len(alike)}
    if first.ground:
        values["what"] = _named(first.ground)
    match first.code:
        case "SIGHT-OFF-PAGE":
            values["over"] = _mm(worst)
        case "SIGHT-NEAR-EDGE":
            values |= {"room": _mm(max(0, safety - worst)), "safety": _mm(safety)}
        case "SIGHT-NO-BLEED":
            values |= {"side": "".join(_SIDES[one.side] for one in alike), "short": _mm(worst)}
        case _:
            values["glyphs"] = round(sum(one.measure for one in alike))
    return values


def _named(ground: Ground) -> str:
    """What people know a ground by: a picture's file, the inks of a fill."""
    return ground.name or (ground.colour.said if ground.colour else "–")


def _mm(length: float) -> str:
    return f"{length / MM:.1f}".removesuffix(".0")
