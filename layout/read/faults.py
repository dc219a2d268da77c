"""Files that do not go together go in; findings at the line of the one that stands nearest to the issue come out.

A house's template fits until the issue's own house.toml, or its own template, says something else: that line is told.
"""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.model.value import fresh, record, value

Nearness = tuple[int, int]
"""(which folder of styles, the issue's own first; which file of a chain of `extends`, the template itself first)."""
FAR_STEP = 1_000
"""No chain of `extends` is as long: of two files of one folder a template is nearer than house.toml."""
FAR = (FAR_STEP, FAR_STEP)
_NO_LINE = 1_000
"""What columns without room for a line weigh in rows: more than any page lacks."""
_NAMED = 6
"""So many page templates are named in a finding; the others are counted (ours)."""


@value
class Given:
    """A number that frames keep to, such as the rows of the grid, and where it is said."""

    count: int
    place: Place
    near: Nearness = FAR


def nearness(folders: Sequence[Path], path: str, step: int) -> Nearness:
    """How near a file is to the issue; `folders`: those of styles, the issue's own first."""
    for index, folder in enumerate(folders):
        if path.startswith(f"{folder.as_posix()}/"):
            return index, step
    return len(folders), step


@record
class Misfits:
    """Frames that fitted until a file nearer to the issue changed their grid, gathered by the line that did it."""

    needs: dict[tuple[Place, str], dict[str, int]] = fresh(factory=dict)
    """(line, what there is too little of) → template → how many more its frames need"""
    narrow: dict[Place, list[str]] = fresh(factory=dict)
    """line → templates whose columns have no room for a line"""

    def add(self, key: str, given: Given, template: str, need: int) -> None:
        held = self.needs.setdefault((given.place, key), {})
        held[template] = max(need - given.count, held.get(template, 0))

    def of(self, template: str) -> bool:
        """Whether frames of the template do not fit."""
        return any(template in held for held in self.needs.values())

    def need(self, template: str, lines: Collection[Place]) -> int:
        """How many more rows or columns the template needs than these lines leave it: 0 where it fits."""
        if any(template in held for place, held in self.narrow.items() if place in lines):
            return _NO_LINE
        needs = [held.get(template, 0) for (place, _), held in self.needs.items() if place in lines]
        return max(needs, default=0)

    def forget(self, templates: Collection[str], lines: Collection[Place]) -> None:
        """Tell nothing of what these lines do to these templates."""
        for (place, key), held in [*self.needs.items()]:
            kept = {name: need for name, need in held.items() if place not in lines or name not in templates}
            self.needs[place, key] = kept
        for place, names in [*self.narrow.items()]:
            self.narrow[place] = [name for name in names if place not in lines or name not in templates]

    def findings(self) -> list[Finding]:
        """One for each line."""
        told = [
            finding("READ-GRID-LESS", place, key=key, more=max(held.values()), templates=_listed(held))
            for (place, key), held in self.needs.items()
            if held
        ]
        told += [finding("READ-NARROW", place, templates=_listed(held)) for place, held in self.narrow.items() if held]
        return told


def _listed(templates: Iterable[str]) -> str:
    names = sorted(templates)
    more = len(names) - _NAMED
    return ", ".join([*names[:_NAMED], *([f"… (+{more})"] if more > 0 else [])])
