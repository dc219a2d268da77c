"""The process's own streams go in; streams come out that take any text, and say of themselves which one failed."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from layout.model.printable import printable


class Terminal:
    """A text stream as far as we use one. Control characters are escaped, as is what its encoding does not have, and an
    error names the stream."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream, self._name = stream, name
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

    def write(self, text: str) -> int:
        with self._named():
            return self._stream.write(printable(text))

    def flush(self) -> None:
        with self._named():
            self._stream.flush()

    def write_bytes(self, data: bytes) -> None:
        """Past the stream's encoding."""
        with self._named():
            self._stream.flush()
            self._stream.buffer.write(data)

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._name) from None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def write_json(text: str) -> None:
    """JSON for another program, to standard output: UTF-8, whatever the encoding of the stream is."""
    data = printable(text).encode()
    stream = sys.stdout
    if isinstance(stream, Terminal):
        stream.write_bytes(data)
    else:
        stream.flush()
        stream.buffer.write(data)


@contextmanager
def safe_streams() -> Iterator[None]:
    """Inside `with`, sys.stdout and sys.stderr are such streams."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (
        cast(TextIO, Terminal(stream, name)) for stream, name in zip(before, ("stdout", "stderr"), strict=True)
    )
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def open_closed() -> None:
    """Gives the process the three streams it was started without, as cron may do: else the first file it opens would
    stand in for one."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")
