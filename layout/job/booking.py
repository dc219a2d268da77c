"""The plan's entries go in; which pages are booked, and who stands by for those that are missing, come out."""

from collections.abc import Callable, Mapping, Sequence

from layout.model.finding import Finding, finding
from layout.model.plan import Entry
from layout.model.template import PageTemplate
from layout.model.value import value

Gap = tuple[int, int]
"""(index of the entry before which pages are missing, or how many entries there are; how many)"""


@value(eq=False)
class Booked:
    """Pages that entries with `at` take for themselves, and that stories go round."""

    pages: frozenset[int] = frozenset()

    def free(self, number: int) -> int:
        """The page, or the next one that is free."""
        while number in self.pages:
            number += 1
        return number

    def start(self, entry: Entry, number: int) -> int:
        """The free page from `number` on at which the entry may begin; a spread needs both its pages."""
        number = self.free(max(number, entry.at) if entry.kind == "story" else number)
        if entry.at and entry.kind == "story":
            return number
        while not self._suits(entry, number):
            number = self.free(number + 1)
        return number

    def _suits(self, entry: Entry, number: int) -> bool:
        if entry.start in ("page", "run-on"):
            return True
        if entry.start == "spread" and number + 1 in self.pages:
            return False
        return (number % 2 == 1) == (entry.start == "recto")


def is_booked(entry: Entry, templates: Mapping[str, PageTemplate]) -> bool:
    """Whether the entry stands at its page whatever the others do: stories begin where those before them end."""
    return bool(entry.at) and entry.part == "body" and entry.kind == "page" and not shares(entry, templates)


def shares(entry: Entry, templates: Mapping[str, PageTemplate]) -> bool:
    """Whether the entry stands on a page together with a story."""
    return entry.kind == "page" and entry.part == "body" and templates[entry.name].shares


def beside(
    entries: Sequence[Entry], index: int, templates: Mapping[str, PageTemplate], filling: bool = False
) -> tuple[int, ...]:
    """The entries right behind a story that share one of its pages: those without a page number of their own.
    `filling`: those that stand by for the foot of its last page instead."""
    if entries[index].kind == "page" or entries[index].part == "cover":
        return ()
    following = range(index + 1, len(entries))
    own = next((at for at in following if not shares(entries[at], templates)), len(entries))
    return tuple(at for at in range(index + 1, own) if not entries[at].at and entries[at].filling == filling)


def booked(entries: Sequence[Entry], templates: Mapping[str, PageTemplate]) -> tuple[Booked, tuple[Finding, ...]]:
    """The pages that entries have booked; a finding for each that two want."""
    pages: set[int] = set()
    found: list[Finding] = []
    for entry in entries:
        if is_booked(entry, templates):
            wanted = set(range(entry.at, entry.at + size(entry, templates)))
            found += [finding("PAGE-TAKEN", entry.place, page, name=entry.name) for page in sorted(wanted & pages)]
            pages |= wanted
    return Booked(frozenset(pages)), tuple(found)


def size(entry: Entry, templates: Mapping[str, PageTemplate]) -> int:
    """Pages that an entry takes by its plan and templates: two where a picture runs over the spine."""
    names = entry.templates or ((entry.name,) if entry.kind == "page" else ())
    over = any(frame.spread for name in names for frame in templates[name].frames)
    return entry.pages or max(len(names), 1 + over)


def standing_by(
    entries: Sequence[Entry],
    templates: Mapping[str, PageTemplate],
    used: frozenset[int],
    gaps: Sequence[Gap],
    sizes: Callable[[int], int],
) -> frozenset[int]:
    """Entries that stand by, in their order, as far as they fit the pages that are missing after them. `sizes`: how
    many pages the story at an index takes, where the plan does not say it."""
    taken: set[int] = set()
    begin = 0
    for end, missing in gaps:
        for index in range(begin, end):
            entry = entries[index]
            if index in used or not entry.filling or shares(entry, templates) or not missing:
                continue
            pages = size(entry, templates) if entry.pages or entry.kind == "page" else sizes(index)
            if pages <= missing:
                taken.add(index)
                missing -= pages
        begin = end
    return frozenset(taken)
