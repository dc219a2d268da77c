"""An issue's slug and number go in; the names of the files that are made of it come out, and what a name says."""

import re
from pathlib import Path

from layout.model.value import value

_UNNAMED = re.compile(r"[^\w-]+")
"""What of an issue's number cannot stand in a file's name: 2026/11 is 2026-11 there, and no number leads elsewhere."""
_SAID = re.compile(r'^(slug|number)[ \t]*=[ \t]*"([^"\n]+)"', re.MULTILINE)
_LONGEST = 80
"""Characters of a number that stand in a file's name; file systems take 255 bytes of the whole."""
_KINDS = (
    ("body", re.compile(r"-body-p\d+-\d+-press\.pdf")),
    ("cover", re.compile(r"-cover-press\.pdf")),
    ("proof", re.compile(r"-proof\.pdf")),
    ("findings", re.compile(r"-findings\.json")),
    ("timings", re.compile(r"-timings\.json")),
)


@value
class Naming:
    """`stem` is what all names begin with: slug and number."""

    stem: str

    def body(self, first: int, last: int) -> str:
        """Page range first to last, never “final”."""
        return f"{self.stem}-body-p{first:03d}-{last:03d}-press.pdf"

    @property
    def cover(self) -> str:
        return f"{self.stem}-cover-press.pdf"

    @property
    def proof(self) -> str:
        return f"{self.stem}-proof.pdf"

    @property
    def findings(self) -> str:
        return f"{self.stem}-findings.json"

    @property
    def timings(self) -> str:
        return f"{self.stem}-timings.json"

    def kind(self, name: str) -> str:
        """Which of the issue's files has this name; empty where it is none of them."""
        if not name.startswith(self.stem):
            return ""
        rest = name[len(self.stem) :]
        return next((kind for kind, pattern in _KINDS if pattern.fullmatch(rest)), "")


def of_words(*words: str) -> Naming:
    """Names of letters, digits, `-` and `_`: slug-number-…; also of other words, as the name of the issue's folder."""
    return Naming("-".join(_UNNAMED.sub("-", word)[:_LONGEST] for word in words) or "issue")


def of_broken_plan(path: Path) -> Naming | None:
    """The names that a plan asks for which is no TOML, where its slug and number can be made out all the same."""
    try:
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return None
    said = dict(_SAID.findall(text))
    return of_words(said["slug"], said["number"]) if len(said) == 2 else None
