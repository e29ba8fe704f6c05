"""Registers without codes of their own: ids by a key, rows without codes, lists that are known by name."""

from config.settings import Keeping, LimitsSection
from sync.drift import drifted
from tests.text_tables import BY_KEY, TODAY, grid, table
from validators.drift.matching import Drift
from validators.drift.notices import notices
from validators.office import Table
from validators.parse import parse

LIMITS = LimitsSection()
TEAMS = "Название команды | Студент-лидер/тьютор | Название проекта | Дата формирования | Стадия\n"


def lines(*names: str) -> list[str]:
    return [
        f"{name} | СТ-{at:04d} | Проект {at * 37} | {at % 28 + 1:02d}.10.2025 | Идея" for at, name in enumerate(names)
    ]


def words(count: int, first: int = 0) -> list[str]:
    return [f"Команда {chr(1040 + at)}{at * 31}" for at in range(first, first + count)]


def kinds(before: Table[object], now: Table[object]) -> list[str]:  # type: ignore[type-var]  # of any record
    return [one.kind for one in drifted(Drift(before, now), frozenset(), LIMITS)]


def test_new_names_in_a_table_known_by_them_are_no_new_codes() -> None:
    keeping = Keeping(key=("Название команды",))
    issued: dict[str, str] = {}
    tables = []
    for names in (words(12), [f"{name} (2)" if at < 6 else name for at, name in enumerate(words(12))]):
        found = parse(grid(TEAMS + "\n".join(lines(*names)), tab="Команды"), BY_KEY["TEAM"], keeping, None, issued)
        assert found.table is not None
        issued = {**issued, **found.issued}
        tables.append(found.table)
    assert kinds(tables[0], tables[1]) == []
    assert notices(Drift(tables[0], tables[1]), TODAY) == ()


def test_names_alone_sorted_in_a_table_without_codes_are_held() -> None:
    names = words(20)[::-1]
    before, now = (table("TEAM", TEAMS + "\n".join(lines(*some))) for some in (names[7:] + names[:7], names))
    assert kinds(before, now) == ["pairs_parted"]


def test_another_table_without_codes_is_held() -> None:
    before = table("TEAM", TEAMS + "\n".join(lines(*words(20))))
    others = [line.replace("СТ-00", "СТ-77").replace("Проект", "Замысел") for line in lines(*words(20, first=40))]
    assert kinds(before, table("TEAM", TEAMS + "\n".join(others))) == ["tab_replaced"]


def test_mended_names_in_a_table_without_codes_are_let_pass() -> None:
    before = table("TEAM", TEAMS + "\n".join(lines(*words(20))))
    mended = lines(*(f"«{name}» плюс" for name in words(20)))
    assert kinds(before, table("TEAM", TEAMS + "\n".join(mended))) == []
    assert notices(Drift(before, table("TEAM", TEAMS + "\n".join(mended))), TODAY) == ()


PLACES = "Муниципалитет | ОКТМО | Вид\n"


def test_a_place_of_the_list_that_is_renamed_is_not_lost() -> None:
    rows = [f"Город {name} | 6270{at}000 | Городской округ" for at, name in enumerate(("Бийск", "Заря", "Лесной"))]
    now = [rows[0].replace("Город Бийск", "г. Бийск"), *rows[1:]]
    drift = Drift(table("MUN", PLACES + "\n".join(rows)), table("MUN", PLACES + "\n".join(now)))
    assert notices(drift, TODAY) == ()


def test_a_place_of_the_list_that_is_deleted_is_told_by_its_name() -> None:
    rows = [f"Город {name} | 6270{at}000 | Городской округ" for at, name in enumerate(("Бийск", "Заря", "Лесной"))]
    drift = Drift(table("MUN", PLACES + "\n".join(rows)), table("MUN", PLACES + "\n".join(rows[1:])))
    assert [one.id for one in notices(drift, TODAY)] == ["Город Бийск"]
