"""An ISSN and an issue's number go in; the digits of its EAN-13 and two-digit add-on, and their modules, come out.

Numbers: ISO 3297 (ISSN, its check digit), GS1 General Specifications 5.2 (EAN-13: 977, seven digits of the ISSN, two of
variant, check digit; add-on of two). A module is the narrowest bar or space; `1` is a bar.
"""

import re

PREFIX = "977"
"""GS1 prefix of serials."""
ISSN = re.compile(r"(\d{4})-?(\d{3})([\dXx])", re.ASCII)
VARIANT = re.compile(r"\d\d", re.ASCII)
LEFT = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
"""Number set A; set C has bars for its spaces, set B is set C read backwards (GS1 5.2.1.2.1)."""
PARITY = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")
"""Which sets the left half uses tells the first digit."""
ADD_ON_PARITY = ("AA", "AB", "BA", "BB")
"""By the add-on's value modulo 4 (GS1 5.2.2.2)."""
GUARD, CENTRE, ADD_ON_GUARD, ADD_ON_CENTRE = "101", "01010", "1011", "01"


def issn_check(seven: str) -> str:
    """The eighth character of an ISSN: weights 8 to 2, modulo 11, X for ten."""
    rest = -sum(int(digit) * weight for digit, weight in zip(seven, range(8, 1, -1), strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def ean_check(twelve: str) -> str:
    """The thirteenth digit of an EAN: weights 1 and 3 in turn, modulo 10."""
    return str(-sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(twelve)) % 10)


def digits_of(issn: str, variant: str = "00") -> str:
    """The thirteen digits for a well-formed ISSN and variant. ValueError for what is none."""
    match = ISSN.fullmatch(issn)
    if match is None or VARIANT.fullmatch(variant) is None:
        raise ValueError(f"{issn} {variant}")
    twelve = PREFIX + match[1] + match[2] + variant
    return twelve + ean_check(twelve)


def add_on_of(number: str) -> str:
    """The add-on of an issue's number as printed: its last figures, 第7期 07, 2026年第１２期 12; empty without any."""
    found = re.findall(r"\d+", number)
    return f"{int(found[-1][-2:]):02}" if found else ""


def modules(digits: str) -> str:
    """95 modules of an EAN-13."""
    left = "".join(_set(digit, which) for digit, which in zip(digits[1:7], PARITY[int(digits[0])], strict=True))
    right = "".join(_set(digit, "C") for digit in digits[7:])
    return GUARD + left + CENTRE + right + GUARD


def add_on_modules(two: str) -> str:
    """20 modules of a two-digit add-on."""
    first, second = (_set(digit, which) for digit, which in zip(two, ADD_ON_PARITY[int(two) % 4], strict=True))
    return ADD_ON_GUARD + first + ADD_ON_CENTRE + second


def _set(digit: str, which: str) -> str:
    pattern = LEFT[int(digit)]
    if which == "A":
        return pattern
    inverse = pattern.translate(str.maketrans("01", "10"))
    return inverse if which == "C" else inverse[::-1]
