"""Guards: how many rows may go without asking, and copies of one file."""

import pytest

from config.settings import LimitsSection
from tests.text_tables import table
from validators.guard import copies, vanished
from validators.tabs import looks_like_copy


def ids(count: int, start: int = 1) -> frozenset[str]:
    return frozenset(f"ШК-{number:04d}" for number in range(start, start + count))


@pytest.mark.parametrize(
    ("was", "now", "held"),
    [
        (100, 100, False),
        (100, 80, False),
        (100, 79, True),
        (20, 10, False),
        (20, 9, True),
        (12, 5, True),
        (3, 1, True),
        (1, 0, True),
        (0, 0, False),
    ],
)
def test_more_than_the_limit_gone_is_held(was: int, now: int, held: bool) -> None:  # noqa: FBT001
    assert (vanished(ids(was), ids(now), LimitsSection()) is not None) is held


def test_all_codes_changed_is_held_though_the_number_of_rows_stays() -> None:
    assert vanished(ids(50), ids(50, start=1000), LimitsSection()) is not None


def test_a_row_that_gets_its_code_is_not_gone() -> None:
    before = ids(30) | {f"?{number}" for number in range(30)}
    assert vanished(before, ids(60), LimitsSection()) is None


def nameless(count: int, start: int = 1) -> frozenset[str]:
    return frozenset(f"?{number}+МР-0001" for number in range(start, start + count))


@pytest.mark.parametrize(
    ("now", "held"),
    [
        (nameless(100), False),
        (nameless(101), False),
        (nameless(99) | {"?new"}, False),
        (nameless(80), False),
        (nameless(79), True),
        (nameless(60) | nameless(30, start=500), False),
        (nameless(60) | nameless(10, start=500), True),
        (frozenset[str](), True),
    ],
)
def test_rows_without_codes_vanish_as_others_do(now: frozenset[str], held: bool) -> None:  # noqa: FBT001
    assert (vanished(nameless(100), now, LimitsSection()) is not None) is held


TEAMS = "Код | Название команды | Стадия\n{}"


def test_two_files_that_share_half_of_their_codes_are_copies() -> None:
    one = table("TEAM", TEAMS.format("КМ-0001 | А | Идея\nКМ-0002 | Б | Идея"))
    two = table("TEAM", TEAMS.format("КМ-0002 | Б | Идея\nКМ-0003 | В | Идея"))
    other = table("TEAM", TEAMS.format("КМ-0004 | Г | Идея"))
    found = copies([one, two])
    assert found is not None
    assert "какой из них верный — неизвестно" in found.text
    assert copies([one, other]) is None


def test_copies_whose_rows_are_equal_are_told_so() -> None:
    one, two = (table("TEAM", TEAMS.format("КМ-0001 | А | Идея\nКМ-0002 | Б | Идея")) for _ in range(2))
    found = copies([one, two])
    assert found is not None
    assert "строки в них одинаковы" in found.text


PUPILS = "Код | Фамилия | Имя | Отчество | Дата рождения | Статус участника\n{}"


def test_people_of_one_list_under_other_codes_are_a_copy() -> None:
    rows = (
        "ШК-{}000 | Белов | Глеб | нет | 01.02.2010 | Участник\nШК-{}001 | Зимин | Марк | нет | 03.04.2010 | Участник"
    )
    one, two = (table("SCH", PUPILS.format(rows.format(at, at))) for at in (1, 2))
    assert copies([one, two]) is not None


def test_codes_of_one_template_at_other_people_are_told_apart_from_copies() -> None:
    one = table("SCH", PUPILS.format("ШК-0001 | Белов | Глеб | нет | 01.02.2010 | Участник"))
    two = table("SCH", PUPILS.format("ШК-0001 | Зимин | Марк | Олегович | 03.04.2011 | Участник"))
    found = copies([one, two])
    assert found is not None
    assert "одни и те же коды стоят у разных записей: 1" in found.text
    assert "--part" in found.advice


@pytest.mark.parametrize(
    "name", ["Команды (1).xlsx", "Команды - копия.xlsx", "Копия Команды.xlsx", "Команды (conflicted copy).xlsx"]
)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert looks_like_copy(name)


@pytest.mark.parametrize("name", ["Команды.xlsx", "Команды Бийск.xlsx", "Типография.xlsx"])
def test_an_ordinary_name_is_not_a_copy(name: str) -> None:
    assert not looks_like_copy(name)
