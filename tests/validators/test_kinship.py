"""How much two lists of people are alike."""

import pytest

from tests.text_tables import table
from validators.kinship import Kinship, kinship, roll

HEAD = "Код | Фамилия | Имя | Отчество | Дата рождения | Статус участника"
FIRST = """
ШК-1000 | Белов | Глеб | Ильич | 01.02.2010 | Участник
ШК-1001 | Громов | Марк | Олегович | 03.04.2010 | Участник
ШК-1002 | Ершов | Пётр | нет | 05.06.2010 | Участник
ШК-1003 | Зимин | Роман | Ильич | 07.08.2010 | Участник
"""


def alike(second: str, first: str = FIRST) -> Kinship:
    one, two = (roll(table("SCH", f"{HEAD}\n{rows.strip()}")) for rows in (first, second))
    return kinship(one, two)


def counted(kin: Kinship) -> tuple[int, int, int]:
    """In both, new, gone."""
    return kin.same, kin.new, kin.gone


def test_a_list_is_like_itself() -> None:
    kin = alike(FIRST)
    assert (counted(kin), kin.share) == ((4, 0, 0), 1.0)


def test_people_are_known_by_their_codes_though_a_surname_was_mended() -> None:
    assert counted(alike(FIRST.replace("Громов", "Громова"))) == (4, 0, 0)


def test_people_are_known_by_name_and_birthday_where_codes_differ() -> None:
    assert counted(alike(FIRST.replace("ШК-1", "ШК-7"))) == (4, 0, 0)


def test_people_are_known_by_name_and_birthday_where_codes_lack() -> None:
    bare = "\n".join(" | ".join(["", *line.split(" | ")[1:]]) for line in FIRST.strip().splitlines()[1:])
    assert counted(alike(bare)) == (3, 0, 1)


def test_another_person_under_the_same_code_is_not_the_same() -> None:
    kin = alike("ШК-1000 | Лосев | Семён | Петрович | 11.12.2009 | Участник")
    assert (counted(kin), kin.codes, kin.share, kin.share_of_codes) == ((0, 1, 4), 1, 0.0, 1.0)


def test_a_brother_under_the_same_code_is_not_the_same() -> None:
    assert counted(alike("ШК-1000 | Белов | Марк | Ильич | 11.12.2012 | Участник")) == (0, 1, 4)


def test_namesakes_without_a_birthday_are_not_taken_for_one() -> None:
    first = "ШК-1000 | Белов | Глеб | | | Участник"
    assert counted(alike("ШК-2000 | Белов | Глеб | | | Участник", first)) == (0, 1, 1)


@pytest.mark.parametrize("empty", ["", FIRST])
def test_an_empty_list_is_like_nothing(empty: str) -> None:
    assert alike("", empty).share == 0.0


def test_registers_of_things_are_compared_by_code_only() -> None:
    one, two = (roll(table("TEAM", f"Код | Название команды\n{rows}")) for rows in ("КМ-0001 | Луч", "КМ-0002 | Луч"))
    assert kinship(one, two).same == 0
