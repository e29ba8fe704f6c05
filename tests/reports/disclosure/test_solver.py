"""The solver finds the least of a sum in whole numbers, and is not taken at its word."""

from math import inf

from reports.disclosure.equations import Row, Terms
from reports.disclosure.parts import Part
from reports.disclosure.solver import Solver

SEASON = """
1+3=4 4+6=9 5+7=6 10+12=9 8+9+11+13=87 15+17=27 14+16+18-19=-80
0-1>0 2-3>0 4-5>0 6-7>0 -8>-50 -9>-29 10-11>0 12-13>0 15-16>0 17-18>0 5-1>0 11-5>0 14-11>0 13-7>0 16-13>0 18>19
"""
"""Two hundred cells of three packages, cut down to what HiGHS 1.12 needs to be wrong in its whole-number mode."""


def test_the_least_is_found_where_highs_alone_is_wrong() -> None:
    part = Part(tuple(range(20)), tuple(map(_row, SEASON.split())))
    found = Solver(part, 50_000).least(((14, 1),))
    assert found is not None
    assert found[14] == 0


def test_a_sum_in_fractions_is_no_solution() -> None:
    part = Part((0, 1), (Row(((0, 2), (1, 2)), 3, 5),))
    found = Solver(part, 10).least(((0, -1),))
    assert found == (2, 0)


def test_equations_without_a_whole_solution_have_none() -> None:
    assert Solver(Part((0,), (Row(((0, 2),), 3, 3),)), 10).least(()) is None


def test_as_many_as_can_be_move_off_their_values() -> None:
    part = Part((0, 1, 2), (Row(((0, 1), (1, 1), (2, 1)), 9, 9),))
    found = Solver(part, 100).beyond([Row(((0, 1),), 3), Row(((1, 1),), 3)])
    assert found is not None
    assert found[0] > 3
    assert found[1] > 3


def _row(text: str) -> Row:
    """`14+16-19=-80` or `0-1>0`."""
    sign = "=" if "=" in text else ">"
    left, right = text.split(sign)
    return Row(_terms(left), int(right), int(right) if sign == "=" else inf)


def _terms(text: str) -> Terms:
    parts = text.replace("-", "+-").strip("+").split("+")
    return tuple((int(part.strip("-")), -1 if part.startswith("-") else 1) for part in parts)
