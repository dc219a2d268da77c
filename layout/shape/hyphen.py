"""A Latin word and a language go in, the offsets where a hyphen may divide it come out. The only door to pyphen."""

from functools import cache
from typing import Any

LEFT, RIGHT = 2, 3
"""Fewest letters before and after a hyphen (the usual minimum of English typesetting)."""


@cache
def _dictionary(language: str) -> Any:
    import pyphen  # patterns are read only when a style asks for hyphens

    return pyphen.Pyphen(lang=pyphen.language_fallback(language) or language, left=LEFT, right=RIGHT)


@cache
def known(language: str) -> bool:
    """Whether there are patterns for `language` ("en_US")."""
    import pyphen

    return pyphen.language_fallback(language) is not None


@cache
def points(word: str, language: str) -> tuple[int, ...]:
    """Offsets in `word` after which a hyphen may stand; none for names in capitals or a language without patterns."""
    if len(word) < LEFT + RIGHT or word.isupper() or not known(language):
        return ()
    return tuple(_dictionary(language).positions(word))
