"""Codes: how people type them, and that a prefix belongs to one register."""

import pytest

from config.codes import PREFIXES, fold_code, make_code, number_of
from config.registers import REGISTERS


@pytest.mark.parametrize("typed", ["КМ-0012", "КМ-12", "KM-0012", "км–0012", "КМ 0012", "КМ0012", " км — 12 "])
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert fold_code(typed) == "КМ-0012"


@pytest.mark.parametrize("typed", ["", "12", "Команда 12", "КМ-0012, КМ-0013", "КМ-00А2", "КМА-0012"])
def test_what_is_no_code_is_not_taken_for_one(typed: str) -> None:
    assert fold_code(typed) is None


def test_a_code_has_at_least_four_digits() -> None:
    assert (make_code("КМ", 7), make_code("КМ", 12345)) == ("КМ-0007", "КМ-12345")
    assert number_of("КМ-12345") == 12345


def test_each_register_has_the_prefix_of_the_table_of_codes() -> None:
    assert {one.key: one.prefix for one in REGISTERS if one.prefix} == dict(PREFIXES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)
