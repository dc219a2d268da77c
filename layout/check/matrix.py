"""Transformations of a PDF's coordinates (ISO 32000-1, 8.3.3)."""

from collections.abc import Iterable
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
Edges = tuple[float, float, float, float]
"""left, foot, right, top"""
STRAIGHT = 1e-3
"""Share of a matrix that may lie off its axes before what it turns stands slanting."""


def times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    return (
        a * two[0] + b * two[2],
        a * two[1] + b * two[3],
        c * two[0] + d * two[2],
        c * two[1] + d * two[3],
        e * two[0] + f * two[2] + two[4],
        e * two[1] + f * two[3] + two[5],
    )


def matrix_of(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = numbers(operands)
    return a, b, c, d, e, f


def numbers(operands: Iterable[Any]) -> list[float]:
    """Numeric operands; a pattern's name at the end is no number."""
    return [float(value) for value in operands if not isinstance(value, pikepdf.Name)]


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def turned(matrix: Matrix, box: Edges) -> Edges:
    """The upright box round a box of the matrix's space."""
    corners = [point(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def is_straight(matrix: Matrix) -> bool:
    """Whether boxes stay upright boxes: turned by quarters only, or not at all."""
    a, b, c, d = map(abs, matrix[:4])
    most = max(a, b, c, d) * STRAIGHT
    return max(b, c) <= most or max(a, d) <= most


def shared(one: Edges, other: Edges | None) -> Edges:
    """What both have; a box without area where that is nothing."""
    if other is None:
        return one
    left, foot = max(one[0], other[0]), max(one[1], other[1])
    return left, foot, max(left, min(one[2], other[2])), max(foot, min(one[3], other[3]))
