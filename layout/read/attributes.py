"""The text between { and } behind a photo or a bracket goes in, its classes and key=value pairs come out."""

import re
from collections.abc import Sequence

from layout.model.finding import Finding
from layout.model.place import Place
from layout.model.value import value
from layout.read.table import unknown

_ITEM = re.compile(r"""(?:\.([^\W\d][\w-]*)|([^\W\d][\w-]*)=(?:"([^"]*)"|“([^”]*)”|([^\s"]+))|(\S+))""")


@value
class Attributes:
    """Classes (`.dot`) in order, and values by key, each with where it stands (offset in the text, its value)."""

    classes: tuple[tuple[int, str], ...] = ()
    values: tuple[tuple[str, int, str], ...] = ()

    def get(self, key: str) -> tuple[int, str] | None:
        """Offset and value of `key`."""
        for name, offset, given in self.values:
            if name == key:
                return offset, given
        return None


def attributes(text: str, place: Place, known: Sequence[str], classes: bool) -> tuple[Attributes, list[Finding]]:
    """The attributes in `text`, which starts at `place`; what is not `known` is a finding."""
    findings: list[Finding] = []
    found_classes: list[tuple[int, str]] = []
    values: list[tuple[str, int, str]] = []
    for match in _ITEM.finditer(text):
        name, key = match.group(1), match.group(2)
        if name is not None and classes:
            found_classes.append((match.start(1), name))
        elif key is not None and key in known:
            group = next(index for index in (3, 4, 5) if match.group(index) is not None)
            values.append((key, match.start(group), match.group(group)))
        else:
            shown = key or (f".{name}" if name else match.group(6))
            at = Place(place.path, place.line, place.column + match.start())
            findings.append(unknown("READ-ATTRIBUTE", at, shown, known))
    return Attributes(tuple(found_classes), tuple(values)), findings
