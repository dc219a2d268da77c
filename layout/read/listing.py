"""Places of things that are alike go in one by one; they come out together, with the lines that a finding names."""

from collections.abc import Iterator

from layout.model.place import Place

MOST_LINES = 8
"""Lines that a finding lists."""


class Listing:
    """Places by what is found there, in the order in which each first comes."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[Place]] = {}

    def add(self, what: tuple[str, ...], place: Place) -> None:
        """Adds one more place."""
        self._places.setdefault(what, []).append(place)

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], list[Place]]]:
        return iter(self._places.items())

    @staticmethod
    def lines(places: list[Place]) -> str:
        """The lines of the places, as a finding lists them."""
        return lines_of([place.line for place in places])


def lines_of(numbers: list[int]) -> str:
    """Line numbers as a finding lists them, each once."""
    lines = [str(number) for number in dict.fromkeys(numbers)]
    return ", ".join(lines[:MOST_LINES]) + (" …" if len(lines) > MOST_LINES else "")
