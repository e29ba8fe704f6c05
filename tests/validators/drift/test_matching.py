"""Rows are known again after sorting, inserting, a lost or mistyped code and copying, whatever their number is."""

import pytest

from tests.text_tables import table
from validators.drift.matching import Drift

TEAMS = "Код | Название команды | Студент-лидер/тьютор | Дата формирования | Стадия\n"
FIRST = (
    "КМ-0001 | Ромашка | СТ-0001 | 01.10.2025 | Идея",
    "КМ-0002 | Василёк | СТ-0002 | 02.10.2025 | Идея",
    "КМ-0003 | Клевер | СТ-0003 | 03.10.2025 | Защищён",
)


def told(now: tuple[str, ...], before: tuple[str, ...] = FIRST) -> tuple[dict[int, int], list[int], list[int]]:
    """Pairs, vanished, new; by the place of a line."""
    drift = Drift(table("TEAM", TEAMS + "\n".join(before)), table("TEAM", TEAMS + "\n".join(now)))
    found = drift.matching
    return dict(found.pairs), list(found.vanished), list(found.new)


def test_a_sorted_table_keeps_everybody() -> None:
    assert told(FIRST[::-1]) == ({0: 2, 1: 1, 2: 0}, [], [])


def test_a_row_put_between_others_is_new() -> None:
    fresh = "КМ-0009 | Лютик | СТ-0009 | 09.10.2025 | Идея"
    assert told((FIRST[0], fresh, *FIRST[1:])) == ({0: 0, 1: 2, 2: 3}, [], [1])


def test_a_row_taken_out_vanished() -> None:
    assert told((FIRST[0], FIRST[2])) == ({0: 0, 2: 1}, [1], [])


@pytest.mark.parametrize(
    "changed",
    [
        " | Василёк | СТ-0002 | 02.10.2025 | Идея",
        "КМ-0200 | Василёк | СТ-0002 | 02.10.2025 | Идея",
        "КМ-0002 | Подснежник | СТ-0002 | 02.10.2025 | Идея",
        "КМ-0002 | Подснежник | СТ-0002 | 05.10.2025 | Защищён",
        "КМ-0200 | Васелёк | СТ-0002 | 02.10.2025 | Идея",
        "КМ-0002 | василек | | |",
    ],
    ids=["code lost", "code mistyped", "renamed", "much changed", "code and name mistyped", "cells emptied"],
)
def test_a_changed_row_is_known_again(changed: str) -> None:
    assert told((FIRST[2], changed, FIRST[0])) == ({0: 2, 1: 1, 2: 0}, [], [])


@pytest.mark.parametrize("at", [0, 1])
def test_of_a_row_copied_with_its_code_the_true_one_is_known(at: int) -> None:
    copied = "КМ-0001 | Незабудка | СТ-0007 | 09.10.2025 | Идея"
    now = [FIRST[0], *FIRST[1:]]
    now.insert(at, copied)
    pairs, vanished, new = told(tuple(now))
    assert (pairs[0], vanished, new) == (1 - at, [], [at])


def test_swapped_codes_leave_the_records_what_they_are() -> None:
    swapped = (FIRST[0].replace("0001", "0002", 1), FIRST[1].replace("0002", "0001", 1), FIRST[2])
    assert told(swapped)[0] == {0: 0, 1: 1, 2: 2}


def test_a_code_given_to_another_record_makes_no_pair() -> None:
    drift = Drift(
        table("TEAM", TEAMS + "\n".join(FIRST)),
        table("TEAM", TEAMS + "\n".join((FIRST[0], "КМ-0002 | Незабудка | СТ-0007 | 09.10.2025 | Идея", FIRST[2]))),
    )
    assert drift.matching.strange == ((1, 1),)
    assert dict(drift.matching.pairs) == {0: 0, 2: 2}


def test_rows_of_one_name_are_told_apart_by_their_codes() -> None:
    twins = tuple(f"КМ-000{number} | Ромашка | СТ-000{number} | 01.10.2025 | Идея" for number in (1, 2, 3))
    assert told(twins[::-1], twins)[0] == {0: 2, 1: 1, 2: 0}


def test_rows_without_codes_are_known_by_what_is_left_of_them() -> None:
    before = tuple(line.partition("|")[2].join(("|", "")) for line in FIRST)
    now = ("| Ромашка-2 | СТ-0001 | 01.10.2025 | Идея", before[2], before[1])
    assert told(now, before) == ({0: 0, 1: 2, 2: 1}, [], [])
