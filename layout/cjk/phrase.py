"""A headline goes in, the offsets where a phrase of it ends come out. The only door to budoux."""

import re
from functools import cache
from typing import Any

_KANA = re.compile("[\u3041-\u30fa]")
_SCRIPTS = {"simplified": "gb2312", "traditional": "big5"}
"""Each script and the character set of its everyday characters: 们 is in the one alone, 們 in the other."""
_WRITTEN = {"taiwan": "traditional", "hongkong": "traditional", "japan": "japanese"}


@cache
def _parser(script: str) -> Any:
    import budoux  # heavy (its model), and only headlines that run over one line need it

    if script == "japanese":
        return budoux.load_default_japanese_parser()
    if script == "traditional":
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()


def _script(text: str, region: str) -> str:
    """What the text is written in, by its characters (rule 0.1: a region's practice is not its script); where they do
    not tell, as its region writes."""
    if _KANA.search(text):
        return "japanese"
    known = {script: sum(_encodes(char, charset) for char in text) for script, charset in _SCRIPTS.items()}
    if known["simplified"] == known["traditional"]:
        return _WRITTEN.get(region, "simplified")
    return max(known, key=lambda script: known[script])


def _encodes(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def phrase_ends(text: str, region: str = "mainland") -> frozenset[int]:
    """Offsets after the last character of each phrase, the text's end included."""
    ends: list[int] = []
    for part in _parser(_script(text, region)).parse(text):
        ends.append((ends[-1] if ends else 0) + len(part))
    return frozenset(ends)
