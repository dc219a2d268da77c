"""The paragraphs of a file go in; what a proofreader would mark in them comes out, one finding for each kind."""

from collections.abc import Iterable

from layout.model.finding import Finding
from layout.model.story import Paragraph
from layout.read.brackets import unpaired
from layout.read.typos import KINDS, mistyped
from layout.read.unfinished import unfinished


def proofread(paragraphs: Iterable[Paragraph], mistypings: tuple[str, ...] = KINDS) -> tuple[Finding, ...]:
    """Mistyped marks of these kinds, placeholders, brackets and quotation marks without a partner."""
    said = tuple(paragraphs)
    return (*mistyped(said, mistypings), *unfinished(said), *unpaired(said))
