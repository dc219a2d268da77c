"""The desk at which flow's tests set things: made test fonts, opened once."""

from pathlib import Path

import pytest

from layout.font import Book, open_book
from tests.unit.flow.making import Desk


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book(Path(__file__).parents[2] / "fonts" / "fonts.toml")


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)
