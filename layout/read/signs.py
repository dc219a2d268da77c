"""What a line of a manuscript begins with: the signs of the dialect, and the markers that authors type before items."""

import re
from typing import Literal

BULLETS = "•·‣▪◦∙\uf0b7\uf0a7\uf0d8\uf06c\uf06e"
"""Bullets that web pages and word processors set before items; the last ones are those of the Symbol and Wingdings
fonts, in the private area where they arrive."""
LEADERS = frozenset(f"#>-+![:*|0123456789{BULLETS}")
"""First characters of a line that may be more than running text."""

SUBHEAD = re.compile(r"(#{2,6})[ \t\u3000]*|(#)[ \t]+")
QUOTE = re.compile(r"(>>?)[ \t\u3000]*")
ITEM = re.compile(rf"([-+*]|[{BULLETS}](?=[ \t\u3000\xa0]))[ \t\u3000\xa0]+|(\d{{1,3}}\.)[ \t]+")
_NUMBER = r"[一二三四五六七八九十]{1,3}"
MARKER = re.compile(
    rf"(?:[（(](?:{_NUMBER}|\d{{1,3}})[）)]|{_NUMBER}、|[①-⑳]|\d{{1,2}}[.．、）)]|[A-Za-z][.．）)])"
    r"(?=[ \t\u3000]*\S)"
)
"""What an author may number a list with behind its -: （一） 一、 ① 1） A."""
NOTE = re.compile(r"\[\^([^\[\]\s^]{1,40})\]:[ \t]*")
FENCE = re.compile(r":{3,}[ \t]*([^\s]*)[ \t\u3000]*")
ORNAMENT = re.compile(r"\*(?:[ \t]*\*){2,}[ \t]*")

Kind = Literal["text", "quote", "item", "note", "apart"]
"""Of a line: running text, a quotation, an item, a note's text; apart: what no line goes on from."""


def kind_of(text: str) -> Kind:
    """The kind of a line without blanks at its ends."""
    sign = text[0]
    if sign not in LEADERS:
        return "text"
    if sign == "#":
        return "apart" if SUBHEAD.match(text) else "text"
    if sign == ">":
        return "apart" if text.startswith(">>") or text == ">" else "quote"
    if sign == "|" or text.startswith(("![", ":::")) or ORNAMENT.fullmatch(text):
        return "apart"
    if sign == "[":
        return "note" if NOTE.match(text) else "text"
    match = ITEM.match(text)
    return "item" if match and match.end() < len(text) else "text"
