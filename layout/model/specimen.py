"""What styles/specimen.toml says, resolved: sections of samples, each set in one or several ways beside each other."""

from layout.model.story import Paragraph
from layout.model.style import House, ParagraphStyle, StyleSheet
from layout.model.units import Length
from layout.model.value import value


@value
class Setting:
    """One way to set a sample: what is said over it, the keys that make it differ, and what is set to which measure."""

    show: str
    keys: str
    """the style keys that this setting has of its own, as text.toml writes them: punct quanjiao"""
    paragraph: Paragraph
    style: ParagraphStyle
    measure: Length


@value
class Sample:
    """One rule of docs/rules.md, or several that one text shows; `look` and `see` say what to look at, zh and en."""

    rules: tuple[str, ...]
    name: str
    english: str
    look: str
    see: str
    settings: tuple[Setting, ...]


@value
class Section:
    """The samples whose first rule has this number before its point."""

    number: str
    name: str
    english: str
    samples: tuple[Sample, ...]


@value
class Specimen:
    """The whole, with the house whose inks it is printed in and the style sheet its samples come from."""

    house: House
    sheet: StyleSheet
    name: str
    english: str
    look: str
    see: str
    sections: tuple[Section, ...]
