"""Terms: how near they are in working days, what has one, and nothing of what is done."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

from config.settings import parse
from reports.deadlines import Kind, step_of, terms_of
from reports.facts import Facts
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.counting.work import DONE


@pytest.mark.parametrize(
    ("today", "step"),
    [
        ("2026-04-08", None), ("2026-04-09", None), ("2026-04-10", -3), ("2026-04-13", -3), ("2026-04-14", -1),
        ("2026-04-15", 0), ("2026-04-16", 1), ("2026-04-22", 1), ("2026-04-23", None),
    ],
)  # fmt: skip
def test_the_last_step_that_has_come_is_told_and_nothing_long_ago(today: str, step: int | None) -> None:
    assert step_of(date(2026, 4, 15), date.fromisoformat(today)) == step


@pytest.mark.parametrize(
    ("today", "step"), [("2026-04-30", 0), ("2026-05-04", 1), ("2026-04-29", -1), ("2026-04-27", -3)]
)
def test_a_term_on_a_holiday_is_that_of_the_working_day_before(today: str, step: int) -> None:
    assert step_of(date(2026, 5, 1), date.fromisoformat(today)) == step


@lru_cache
def facts(month: int = 4, day: int = 15) -> Facts:
    files = tuple(read_file(name, data) for name, data in workbooks(office(3).rows).items())
    found = survey(files, Look(parse("", {}), TODAY)).facts
    return replace(found, scene=replace(found.scene, today=date(2026, month, day)))


def test_what_has_a_term_belongs_to_an_employee() -> None:
    found = list(terms_of(facts()))
    assert {Kind.MEASURE, Kind.INSTRUCTION, Kind.DOCUMENT} <= {one.kind for one in found}
    assert all(one.who is None or one.who.startswith("РП-") for one in found)


def test_no_row_is_named_twice() -> None:
    rows = [one.id for one in terms_of(facts()) if one.id]
    assert len(rows) == len(set(rows))


def test_what_is_done_has_no_term_any_more() -> None:
    plan = facts().scene.office.tables["PLAN"]
    done = {plan.ids[index] for index in plan.counted if plan.values["status"][index] == DONE}
    assert done
    assert not done & {one.id for one in terms_of(facts())}


def test_a_package_is_announced_in_the_first_working_days_of_a_month() -> None:
    days = ((4, 1), (4, 2), (4, 3), (5, 4))
    announced = {day: [one.what for one in terms_of(facts(*day)) if one.kind is Kind.PACKAGE] for day in days}
    both = ["март 2026 г.", "I квартал 2026 г."]
    assert announced == {(4, 1): both, (4, 2): both, (4, 3): [], (5, 4): ["апрель 2026 г."]}
