"""A text goes in; it comes out with ordinary characters for those that only come with text copied out of a PDF.

Radicals stand for the Han they look like, forms for vertical lines for the marks they are forms of, ligatures for their
letters. No face for text has them all, and a reader who searches finds none of them.
"""

import re
import unicodedata

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥"
    "⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉"
    "⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭"
    "⻮⻯⻰⻱⻲⻳"
)
_HAN = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫"
    "丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝"
    "𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯"
    "齿竜龙龜亀龟"
)
"""CJK Radicals Supplement and, in the same order, the Han each is equivalent to (EquivalentUnifiedIdeograph of the
Unicode Character Database, 14.0)."""
_COPIED = re.compile("[\u2e80-\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe44]")
_EQUIVALENT = dict(zip(_RADICALS, _HAN, strict=True))
_FULL_WIDTH = 0xFF01 - ord("!")
"""From a mark of ASCII to the full-width form of it, which is the Chinese mark."""


def ordinary(text: str) -> str:
    """The text with ordinary characters; nearly every text has none but these."""
    return _COPIED.sub(lambda found: _ordinary(found[0]), text) if _COPIED.search(text) else text


def _ordinary(char: str) -> str:
    if char < "\u2f00":
        return _EQUIVALENT.get(char, char)
    if char < "\ufe00":
        return unicodedata.normalize("NFKC", char)
    kind, _, code = unicodedata.decomposition(char).partition(" ")
    if kind != "<vertical>":
        return char
    mark = chr(int(code, 16))
    return chr(ord(mark) + _FULL_WIDTH) if mark.isascii() else mark
