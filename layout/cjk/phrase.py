"""A headline goes in, the offsets where a phrase of it ends come out. The only door to budoux."""

from functools import cache
from typing import Any


@cache
def _parser(traditional: bool) -> Any:
    import budoux  # heavy (its model), and only headlines that run over one line need it

    return (
        budoux.load_default_traditional_chinese_parser()
        if traditional
        else budoux.load_default_simplified_chinese_parser()
    )


def phrase_ends(text: str, traditional: bool = False) -> frozenset[int]:
    """Offsets after the last character of each phrase, the end of the text included."""
    ends: list[int] = []
    for part in _parser(traditional).parse(text):
        ends.append((ends[-1] if ends else 0) + len(part))
    return frozenset(ends)
