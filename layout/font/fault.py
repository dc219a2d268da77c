"""What is raised when a face cannot be had."""


class FontMissing(KeyError):  # noqa: N818 - names say what is wrong with the font
    """No face has this key; `known` are the keys there are."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.known = known

    def __str__(self) -> str:
        return f"no font has the key {self.key!r}; there are {', '.join(self.known)}"


class FontUnreadable(OSError):  # noqa: N818 - the same
    """The file of a face is missing or is no OpenType font."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(f"font {key!r}: {path} is missing or is no OpenType font")
        self.key = key
        self.path = path
