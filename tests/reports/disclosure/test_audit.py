"""The attacker finds what can be worked out, as another attacker does who tries all numbers."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from reports.disclosure.audit import audit
from reports.disclosure.suppress import suppress
from reports.disclosure.system import Issued, Leak, Same, Share, System
from tests.reports.disclosure.enumerated import differences
from tests.reports.disclosure.judging import ALL_IN_SIGHT, everything, only_small, wrong
from tests.reports.disclosure.offices import square
from tests.reports.disclosure.tiny import drawn
from tests.reports.disclosure.written import system

TABLE = system("5/Всего! 60 = 5/а 3 + 5/б 17 + 5/в 40")


def test_a_small_count_in_sight_leaks() -> None:
    assert audit(TABLE, frozenset()) == (Leak("5/а", 3, 3),)


def test_a_number_hidden_alone_leaks() -> None:
    assert audit(TABLE, frozenset({"5/а"})) == (Leak("5/а", 3, 3),)


def test_two_hidden_numbers_do_not_leak() -> None:
    assert audit(TABLE, frozenset({"5/а", "5/б"})) == ()


def test_a_number_that_stands_elsewhere_leaks() -> None:
    both = replace(system("5/Всего! 60 = 5/а 3 + 5/б 57", "4/а 3 = 4/б 3"), same=(Same("5/а", "4/а"),))
    assert Leak("5/а", 3, 3) in audit(both, frozenset({"5/а", "5/б", "4/б"}))


@pytest.mark.parametrize(("digits", "leaks"), [(0, False), (1, True)])
def test_a_percentage_tells_as_much_as_its_digits(digits: int, leaks: bool) -> None:  # noqa: FBT001
    shared = replace(TABLE, shares=(Share("%", "5/а", 400, digits),))
    assert (Leak("5/а", 3, 3) in audit(shared, frozenset({"5/а", "5/б"}))) is leaks


def test_growth_joins_packages_and_a_correction_does_not_grow() -> None:
    march = Issued(
        "март", {"5/а": 8, "5/б": 17, "5/в": 40, "5/Всего": 65}, frozenset(), TABLE.sums, as_of=date(2026, 3, 31)
    )
    april = system("5/Всего! 66 = 5/а 9 + 5/б 17 + 5/в 40")
    season = replace(april, earlier=(march,), grows=frozenset({"5/а", "5/б", "5/в"}), as_of=date(2026, 4, 30))
    hidden = frozenset({"5/а", "5/б"})
    assert audit(season, hidden) == ()
    fixed = replace(season, as_of=date(2026, 3, 31))
    assert audit(fixed, hidden) == ()
    assert {one.key for one in audit(season, frozenset({"5/а"}))} == {"5/а"}


def test_a_small_change_in_sight_leaks() -> None:
    march = Issued("март", {"5/а": 8, "5/б": 17, "5/Всего": 25}, frozenset())
    april = replace(system("5/Всего! 27 = 5/а 10 + 5/б 17"), earlier=(march,))
    assert audit(april, frozenset()) == (Leak("5/а", 2, 2, since="март"),)


def test_a_count_that_fell_is_no_knowledge_of_growth() -> None:
    march = Issued("март", {"5/а": 48, "5/б": 17, "5/Всего": 65}, frozenset())
    april = replace(system("5/Всего! 60 = 5/а 40 + 5/б 20"), earlier=(march,), grows=frozenset({"5/а", "5/б"}))
    assert audit(april, frozenset({"5/а", "5/б"})) == ()


@pytest.mark.parametrize("seed", range(16))
def test_both_attackers_find_the_same(seed: int) -> None:
    drawn_system, hidden = drawn(Random(seed), rows=1)
    assert differences(drawn_system, hidden, audit(drawn_system, hidden)) == []


@pytest.mark.parametrize("seed", range(6))
def test_broken_gates_are_caught_and_a_gate_that_hides_all_is_not(seed: int) -> None:
    table = square(Random(seed))
    verdict = suppress(table)
    assert wrong(table, everything(table)) == []
    assert wrong(table, ALL_IN_SIGHT) != []
    assert audit(table, frozenset()) != ()
    if verdict.hidden != verdict.small:
        assert wrong(table, only_small(verdict)) != []
        assert audit(table, verdict.small) != ()


def test_nothing_is_secret_when_k_is_one() -> None:
    assert audit(System(TABLE.cells, 1, TABLE.sums), frozenset()) == ()
