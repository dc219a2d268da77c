"""A headline goes in, the offsets where a phrase of it ends come out. The only door to budoux."""

from functools import cache
from typing import Any


@cache
def _parser(region: str) -> Any:
    import budoux  # heavy (its model), and only headlines that run over one line need it

    if region == "japan":
        return budoux.load_default_japanese_parser()
    if region in ("taiwan", "hongkong"):
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()


def phrase_ends(text: str, region: str = "mainland") -> frozenset[int]:
    """Offsets after the last character of each phrase, the text's end included; `region` says which language it is."""
    ends: list[int] = []
    for part in _parser(region).parse(text):
        ends.append((ends[-1] if ends else 0) + len(part))
    return frozenset(ends)
