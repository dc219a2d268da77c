"""A number goes in, the same number in Chinese figures or in a circle comes out, for folios and notes."""

FIGURES = "〇一二三四五六七八九"
"""A number that names a thing, as a folio does, writes its nought as 〇, not 零 (GB/T 15835—2011 5.2)."""

HIGHEST = 999
"""The last page of a body (issue.toml)."""


def han_figures(number: int) -> str:
    """十二, 二十三, and from a hundred on figure by figure, 一〇五, so that no folio is longer than three characters.

    ValueError outside 1–999.
    """
    if not 1 <= number <= HIGHEST:
        raise ValueError(f"no folio in Chinese figures for {number}")
    if number >= 100:
        return "".join(FIGURES[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (FIGURES[tens] if tens > 1 else "") + ("十" if tens else "") + (FIGURES[ones] if ones else "")


CIRCLED = 50
"""The highest number that Unicode has in a circle."""


def circled(number: int) -> str:
    """① … ㊿. ValueError outside 1–50."""
    if not 1 <= number <= CIRCLED:
        raise ValueError(f"no circled figure for {number}")
    if number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if number <= 35 else chr(0x32B1 + number - 36)


def folios(number: int) -> dict[str, str]:
    """The folio as furniture and jump lines may name it; beyond what a way of writing reaches, plain or not at all."""
    return {
        "folio": str(number),
        "folio-han": han_figures(number) if number <= HIGHEST else "",
        "folio-circled": circled(number) if number <= CIRCLED else str(number),
    }
