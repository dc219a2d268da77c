"""The bytes of a colour profile go in; whether it is one of a press, and whole, comes out."""

import struct

_HEAD, _COUNT, _ENTRY = 128, 4, 12
"""Bytes of the header, of the number of tags behind it, and of each entry of their table (ICC.1:2022, 7.2, 7.3)."""
_NEEDED = (b"desc", b"wtpt", b"A2B0", b"B2A0")
"""Tags without which nothing can be separated (9.4: output profiles with tables)."""


def is_press_profile(data: bytes) -> bool:
    """Whether the file calls itself an ICC profile of a CMYK output device (7.2)."""
    return data[12:20] == b"prtrCMYK" and data[36:40] == b"acsp"


def is_whole(data: bytes) -> bool:
    """Whether the file is as long as it says, and each of its tags lies in it and begins as a tag does."""
    if len(data) < _HEAD + _COUNT:
        return False
    size, count = (int.from_bytes(data[at : at + 4], "big") for at in (0, _HEAD))
    if size > len(data) or _HEAD + _COUNT + _ENTRY * count > size:
        return False
    table = [struct.unpack_from(">4sII", data, _HEAD + _COUNT + _ENTRY * at) for at in range(count)]
    within = all(offset + length <= size and _is_type(data[offset : offset + 4]) for _, offset, length in table)
    return within and set(_NEEDED) <= {name for name, _, _ in table}


def _is_type(signature: bytes) -> bool:
    """The kind of a tag's data is four letters, digits or spaces (10.1)."""
    return len(signature) == 4 and signature.isascii() and signature.replace(b" ", b"").isalnum()
