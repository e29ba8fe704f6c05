"""X44, S13, X59: what is said of rows that were lost, parted from their codes, or eased; and of what nothing is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.text_tables import TODAY, scene, table
from validators.drift.matching import Drift
from validators.drift.noticed import Noticed
from validators.drift.notices import LetGo, is_open, notices
from validators.remark import Remark
from validators.rule import check
from validators.rules import RULES

TEAMS = "Код | Название команды | Студент-лидер/тьютор | Дата формирования | Стадия | Примечание\n"
FIRST = (
    "КМ-0001 | Ромашка | СТ-0001 | 01.10.2025 | Идея |",
    "КМ-0002 | Василёк | Иванова Анна | 02.10.2025 | Идея | ждём зал; мама 8 912 345-67-89",
    "КМ-0003 | Клевер | СТ-0003 | 03.10.2025 | Ошибочная запись |",
    "КМ-0004 | Донник | СТ-0004 | 04.10.2025 | Идея |",
)
PUPILS = "Код | Фамилия | Имя | Отчество | Дата рождения | Класс или курс | Статус участника | Команда\n"
PUPIL = "ШК-0001 | Белов | Глеб | нет | 01.02.2010 | 9А | Участник | КМ-0002"


def seen(key: str, head: str, before: tuple[str, ...], now: tuple[str, ...], day: date = TODAY) -> tuple[Noticed, ...]:
    return notices(Drift(table(key, head + "\n".join(before)), table(key, head + "\n".join(now))), day)


def said(noticed: tuple[Noticed, ...], tables: Mapping[str, str], *codes: str) -> list[Remark]:
    looked = replace(scene(tables), noticed=noticed)
    return [one for one in check(looked, RULES) if one.code in codes]


def teams(*lines: str) -> str:
    return TEAMS + "\n".join(lines)


def test_a_deleted_row_is_told_with_what_it_held_and_who_refers_to_it() -> None:
    now = (FIRST[0], *FIRST[2:])
    noticed = seen("TEAM", TEAMS, FIRST, now)
    tables = {"TEAM": teams(*now), "SCH": PUPILS + PUPIL}
    (remark,) = said(noticed, tables, "X44", "X01")
    assert (remark.place.register, remark.place.id, remark.place.cell) == ("TEAM", "КМ-0002", None)
    assert "Название команды — Василёк" in remark.text
    assert "Дата формирования — 02.10.2025" in remark.text
    assert "«Школьники и СПО» — ШК-0001" in remark.text
    assert "rpo ack КМ-0002" in remark.advice


def test_no_name_and_no_telephone_is_told_of_a_deleted_row() -> None:
    now = (FIRST[0], *FIRST[2:])
    (remark,) = said(seen("TEAM", TEAMS, FIRST, now), {"TEAM": teams(*now)}, "X44")
    assert "Иванова" not in remark.text
    assert "912" not in remark.text


def test_of_a_deleted_person_only_what_anybody_may_know_is_told() -> None:
    (one,) = seen("SCH", PUPILS, (PUPIL, PUPIL.replace("0001", "0002").replace("Белов", "Зимин")), (PUPIL,))
    assert (one.id, dict(one.told)) == ("ШК-0002", {"Статус участника": "Участник", "Команда": "КМ-0002"})


def test_a_row_that_was_called_a_mistake_may_go() -> None:
    assert seen("TEAM", TEAMS, FIRST, (*FIRST[:2], FIRST[3])) == ()


@pytest.mark.parametrize(
    "now",
    [
        FIRST[::-1],
        (FIRST[0], FIRST[1].replace("КМ-0002", ""), *FIRST[2:]),
        (FIRST[0], FIRST[1].replace("Василёк", "Мятлик"), *FIRST[2:]),
        (*FIRST, "КМ-0005 | Лютик | СТ-0005 | 05.10.2025 | Идея |"),
    ],
    ids=["sorted", "code lost", "renamed", "new row"],
)
def test_a_row_that_is_still_there_is_not_missed(now: tuple[str, ...]) -> None:
    assert seen("TEAM", TEAMS, FIRST, now) == ()


def test_losses_that_a_person_accepted_are_not_told() -> None:
    drift = Drift(table("TEAM", teams(*FIRST)), table("TEAM", teams(FIRST[0])))
    assert len(notices(drift, TODAY)) == 2
    assert notices(drift, TODAY, LetGo(lost=frozenset({"Файл.xlsx"}))) == ()


@pytest.mark.parametrize(
    ("now", "still"),
    [
        ((FIRST[0], *FIRST[2:]), True),
        (FIRST, False),
        ((FIRST[0], "КМ-0077 | Василёк | СТ-0002 | 02.10.2025 | Идея |", *FIRST[2:]), False),
        ((FIRST[0], "КМ-0077 | Мятлик | СТ-0002 | 02.10.2025 | Идея |", *FIRST[2:]), True),
    ],
    ids=["not yet", "back", "back under another code", "another one came"],
)
def test_a_lost_row_is_told_until_it_is_back(now: tuple[str, ...], still: bool) -> None:  # noqa: FBT001
    (one,) = seen("TEAM", TEAMS, FIRST, (FIRST[0], *FIRST[2:]))
    assert is_open(one, table("TEAM", teams(*now))) is still


def test_references_to_a_lost_row_are_told_each_when_the_rule_is_silenced() -> None:
    now = (FIRST[0], *FIRST[2:])
    tables = {"TEAM": teams(*now), "SCH": PUPILS + PUPIL}
    looked = replace(scene(tables), noticed=seen("TEAM", TEAMS, FIRST, now))
    muted = looked.settings.model_copy(update={"rules": looked.settings.rules.model_copy(update={"muted": ("X44",)})})
    assert [one.code for one in check(replace(looked, settings=muted), RULES) if one.code in {"X01", "X44"}] == ["X01"]


def test_a_changed_code_is_told_at_its_cell() -> None:
    now = (FIRST[0].replace("КМ-0001", "КМ-0101"), *FIRST[1:])
    (remark,) = said(seen("TEAM", TEAMS, FIRST, now), {"TEAM": teams(*now)}, "S13")
    assert (remark.place.id, remark.place.column) == ("КМ-0101", "Код")
    assert "был КМ-0001, стал КМ-0101" in remark.text
    assert remark.severity == "warning"


def test_another_record_under_a_code_is_told_with_what_stood_there() -> None:
    now = (*FIRST[:3], "КМ-0004 | Незабудка | СТ-0009 | 09.11.2025 | Идея |")
    (remark,) = said(seen("TEAM", TEAMS, FIRST, now), {"TEAM": teams(*now)}, "S13", "X44")
    assert (remark.code, remark.place.id, remark.place.column) == ("S13", "КМ-0004", "Название команды")
    assert "Название команды — Донник" in remark.text


@pytest.mark.parametrize(
    ("change", "still"),
    [
        (("КМ-0101", "КМ-0101"), True),
        (("КМ-0101", "КМ-0001"), False),
        (("Ромашка", "Лютик"), False),
    ],
    ids=["not yet", "code is back", "the code is another record's"],
)
def test_a_changed_code_is_told_until_it_is_back(change: tuple[str, str], still: bool) -> None:  # noqa: FBT001
    now = (FIRST[0].replace("КМ-0001", "КМ-0101"), *FIRST[1:])
    (one,) = seen("TEAM", TEAMS, FIRST, now)
    assert is_open(one, table("TEAM", teams(now[0].replace(*change), *now[1:]))) is still


def test_a_repeated_code_that_was_mended_is_not_told() -> None:
    twice = (FIRST[0], FIRST[1].replace("0002", "0001", 1), *FIRST[2:])
    assert seen("TEAM", TEAMS, twice, FIRST) == ()


INDICATORS = (
    "Код | Код показателя | Показатель | План года | План I кв. | План II кв. | План IV кв. | Признак | "
    "Утверждён решением\n"
)
PLAN = "ПК-0001 | K01 | Участники | 100 | 20 | 50 | 100 | |"


@pytest.mark.parametrize(
    ("now", "columns"),
    [
        (PLAN, []),
        (PLAN.replace("100 | 20 | 50", "90 | 20 | 50"), ["План года"]),
        (PLAN.replace("| 20 |", "| 10 |"), ["План I кв."]),
        (PLAN.replace("| 50 |", "| 40 |"), ["План II кв."]),
        (PLAN.replace("| 50 |", "| 60 |"), []),
        (PLAN.replace("50 | 100 |", "50 | 70 |"), []),
        (PLAN.replace("| 50 |", "| |"), []),
        (PLAN.replace("| 50 |", "| 40 |") + " РШ-0007", []),
    ],
    ids=["same", "year", "passed", "current", "raised", "not begun", "emptied", "new decision"],
)
def test_a_plan_eased_after_its_period_began_is_told(now: str, columns: list[str]) -> None:
    noticed = seen("IND", INDICATORS, (PLAN,), (now,))
    remarks = said(noticed, {"IND": INDICATORS + now}, "X59")
    assert [one.place.column for one in remarks] == columns


def test_the_old_plan_and_the_new_one_are_named() -> None:
    now = PLAN.replace("| 50 |", "| 40,5 |")
    (remark,) = said(seen("IND", INDICATORS, (PLAN,), (now,)), {"IND": INDICATORS + now}, "X59")
    assert "был 50, стал 40,5" in remark.text


@pytest.mark.parametrize(("plan", "told"), [("60", 1), ("40", 0)])
def test_where_less_is_better_a_plan_is_eased_by_raising_it(plan: str, told: int) -> None:
    before = PLAN.replace("| |", "| Убывающий |")
    assert len(seen("IND", INDICATORS, (before,), (before.replace("| 50 |", f"| {plan} |"),))) == told


def test_an_eased_plan_is_told_until_it_is_no_easier_than_it_was() -> None:
    (one,) = seen("IND", INDICATORS, (PLAN,), (PLAN.replace("| 50 |", "| 40 |"),))
    for plan, still in (("45", True), ("50", False), ("55", False)):
        assert is_open(one, table("IND", INDICATORS + PLAN.replace("| 50 |", f"| {plan} |"))) is still
