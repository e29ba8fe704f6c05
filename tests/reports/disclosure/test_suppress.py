"""The gate hides what is small, and the fewest other cells that keep it hidden."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.disclosure.audit import audit
from reports.disclosure.refused import ContradictionError, DisclosureError
from reports.disclosure.suppress import suppress
from reports.disclosure.system import AtMost, Cell, Issued, Leak, Same, Share, Sum, System
from tests.reports.disclosure.judging import wrong
from tests.reports.disclosure.offices import Size, issued, later, package, people, square
from tests.reports.disclosure.written import system

SMALL_OFFICE = Size(categories=2, places=3, stages=0, people=15)


def test_the_small_and_one_more_of_a_column_are_hidden() -> None:
    verdict = suppress(system("5/Всего! 60 = 5/Борское 3 + 5/Кинель 17 + 5/Самара 40"))
    assert verdict.small == {"5/Борское"}
    assert verdict.hidden == {"5/Борское", "5/Кинель"}


def test_two_small_ones_cover_each_other_and_nought_is_shown() -> None:
    verdict = suppress(system("5/Всего! 47 = 5/Борское 3 + 5/Кинель 4 + 5/Самара 40 + 5/Сызрань 0"))
    assert verdict.hidden == {"5/Борское", "5/Кинель"}


def test_a_small_grand_total_is_hidden_with_its_only_part() -> None:
    assert suppress(system("5/Всего! 3 = 5/Самара 3")).hidden == {"5/Всего", "5/Самара"}


def test_a_margin_is_hidden_where_it_would_tell() -> None:
    verdict = suppress(system("1/Т! 33 = 1/а 3 + 1/б 30", "1/а 3 = 1/а/1 3 + 1/а/2 0", "1/б 30 = 1/б/1 0 + 1/б/2 30"))
    assert verdict.hidden >= {"1/а", "1/б", "1/а/1"}
    assert "1/Т" not in verdict.hidden


def test_an_equal_cell_of_another_table_is_hidden_too() -> None:
    tables = system("3/Всего! 60 = 3/Школьник 3 + 3/Студент 17 + 3/Иные 40", "2/К02 3 = 4/Школьник 3")
    assert {"2/К02", "4/Школьник"} <= suppress(replace(tables, same=(Same("3/Школьник", "2/К02"),))).hidden


def test_limits_by_other_cells_are_known_to_the_reader() -> None:
    tables = system("4/Прошли! 92 = 4/а 5 + 4/б 36 + 4/в 51", "4/Лидеры! 40 = 4/г 4 + 4/д 36")
    limited = replace(tables, at_most=(AtMost("4/г", "4/а"), AtMost("4/д", "4/б")))
    assert suppress(tables).hidden == {"4/г", "4/д"}
    assert audit(limited, frozenset({"4/г", "4/д"})) == (Leak("4/г", 4, 5),)
    assert audit(limited, suppress(limited).hidden) == ()


def test_a_percentage_goes_with_its_part_and_its_base() -> None:
    tables = system("5/Всего! 60 = 5/а 3 + 5/б 17 + 5/в 40")
    shares = (Share("%а", "5/а", 10), Share("%в", "5/в", "5/Всего"), Share("%б", "5/в", "5/б"))
    assert suppress(replace(tables, shares=shares)).hidden == {"5/а", "5/б", "%а", "%б"}


@pytest.mark.parametrize(("part", "hidden"), [(0, True), (6, False)])
def test_nought_or_all_of_a_small_group_is_hidden(part: int, hidden: bool) -> None:  # noqa: FBT001
    share = Share("%", "5/а", 4)
    tables = System((Cell("5/а", part),), 5, shares=(share,))
    assert ("%" in suppress(tables).hidden) is hidden


@pytest.mark.parametrize(("now", "hidden"), [(40, False), (42, True), (38, True), (45, False), (35, False)])
def test_a_small_change_is_hidden_like_a_small_count(now: int, hidden: bool) -> None:  # noqa: FBT001
    before = system("5/Всего! 90 = 5/а 40 + 5/б 50")
    first = issued("март", before, suppress(before))
    verdict = suppress(replace(system(f"5/Всего! {now + 50} = 5/а {now} + 5/б 50"), earlier=(first,)))
    assert ("5/а" in verdict.moved) is hidden
    assert ("5/а" in verdict.hidden) is hidden
    assert ("5/б" in verdict.hidden) is hidden


def test_the_change_of_a_total_is_not_hidden_where_its_only_part_tells_it() -> None:
    before = system("5/Всего! 40 = 5/Самара 40")
    second = replace(system("5/Всего! 42 = 5/Самара 42"), earlier=(issued("март", before, suppress(before)),))
    assert suppress(second).hidden == frozenset()


def test_a_count_that_totals_narrow_to_two_values_is_named() -> None:
    before = system("5/Всего! 40 = 5/а 40 + 5/б 0 + 5/в 0")
    now = replace(system("5/Всего! 41 = 5/а 40 + 5/б 1 + 5/в 0"), grows=frozenset({"5/а", "5/б", "5/в"}))
    verdict = suppress(replace(now, earlier=(issued("март", before, suppress(before)),)))
    assert "5/б" in verdict.hidden
    assert [one for one in verdict.told if one.key == "5/б"] == [Leak("5/б", 0, 1)]


def test_what_march_hid_april_does_not_tell() -> None:
    march = Issued("март", {"5/Всего": 10}, frozenset({"5/а", "5/б"}), (Sum("5/Всего", ("5/а", "5/б")),))
    april = system("5/Всего! 11 = 5/а 3 + 5/б 8")
    season = replace(april, earlier=(march,), grows=frozenset({"5/а", "5/б"}))
    assert Leak("5/а", 2, 3, package="март") in audit(season, frozenset({"5/а"}))
    assert audit(season, suppress(season).hidden) == ()


def test_totals_that_tell_a_small_number_are_refused_with_their_table() -> None:
    with pytest.raises(DisclosureError, match="3/Выбыло") as refused:
        suppress(system("3/Зачислено! 60 = 3/Активны! 58 + 3/Выбыло! 2"))
    assert refused.value.tables == ("3",)


def test_tables_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ContradictionError, match="5/Всего"):
        suppress(system("5/Всего! 61 = 5/а 20 + 5/б 40"))


def test_nothing_is_hidden_when_k_is_one() -> None:
    assert suppress(replace(system("5/Всего! 43 = 5/а 3 + 5/б 40"), k=1)).hidden == frozenset()


def test_the_same_package_has_the_same_verdict() -> None:
    table = square(Random(5))
    assert suppress(table) == suppress(table)


@settings(max_examples=5)
@given(st.integers(0, 10**6))
def test_no_table_leaks(seed: int) -> None:
    table = square(Random(seed))
    assert wrong(table, suppress(table)) == []


@settings(max_examples=2)
@given(st.integers(0, 10**6))
def test_no_two_packages_of_an_office_leak(seed: int) -> None:
    counts = people(Random(seed), SMALL_OFFICE)
    first = package(SMALL_OFFICE, counts)
    second = package(SMALL_OFFICE, later(Random(seed), SMALL_OFFICE, counts), (issued("март", first, suppress(first)),))
    assert wrong(second, suppress(second)) == []
