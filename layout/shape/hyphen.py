"""A Latin word and a language go in, the offsets where a hyphen may divide it come out. The only door to pyphen."""

from collections.abc import Mapping
from functools import cache
from typing import Any

LEFT, RIGHT = 2, 3
"""Fewest letters before and after a hyphen (the usual minimum of English typesetting)."""
ACRONYM = 5
"""A word of so many capitals at most is read letter by letter and is not divided; longer ones are (DE-FINED)."""

Points = tuple[int, ...]
_known: dict[tuple[str, str], Points] = {}


@cache
def _dictionary(language: str) -> Any:
    import pyphen  # reading the patterns takes 0.06 s: only for a word that is not known yet

    return pyphen.Pyphen(lang=pyphen.language_fallback(language) or language, left=LEFT, right=RIGHT)


@cache
def known(language: str) -> bool:
    """Whether there are patterns for `language` ("en_US")."""
    import pyphen

    return pyphen.language_fallback(language) is not None


def points(word: str, language: str) -> Points:
    """Offsets in `word` after which a hyphen may stand; none for acronyms or in a language without patterns."""
    if len(word) < LEFT + RIGHT or (len(word) <= ACRONYM and word.isupper()):
        return ()
    found = _known.get((word, language))
    if found is None:
        found = tuple(map(int, _dictionary(language).positions(word))) if known(language) else ()
        _known[word, language] = found
    return found


def recall(words: Mapping[tuple[str, str], Points]) -> None:
    """Makes words and their points known that an earlier run has worked out. Pure: the patterns would say the same."""
    _known.update(words)


def remembered() -> Mapping[tuple[str, str], Points]:
    """Every (word, language) looked up so far, with its points."""
    return _known
