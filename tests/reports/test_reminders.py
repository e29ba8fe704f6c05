"""Reminders: on which working days, of what, to whom; nothing on days off and nothing of what is done."""

from datetime import date
from functools import lru_cache

import pytest

from config.settings import parse
from reports.facts import Facts
from reports.reminders import Kind, reminders_due, step_of
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look


@pytest.mark.parametrize(
    ("today", "step"),
    [
        ("2026-04-08", None), ("2026-04-10", -3), ("2026-04-13", None), ("2026-04-14", -1), ("2026-04-15", 0), ("2026-04-16", 1),
        ("2026-04-17", None),
    ],
)  # fmt: skip
def test_the_steps_are_working_days(today: str, step: int | None) -> None:
    assert step_of(date(2026, 4, 15), date.fromisoformat(today)) == step


@pytest.mark.parametrize(
    ("today", "step"), [("2026-04-30", 0), ("2026-05-04", 1), ("2026-04-29", -1), ("2026-04-27", -3)]
)
def test_a_term_on_a_holiday_is_that_of_the_working_day_before(today: str, step: int) -> None:
    assert step_of(date(2026, 5, 1), date.fromisoformat(today)) == step


@lru_cache
def facts() -> Facts:
    files = tuple(read_file(name, data) for name, data in workbooks(office(3).rows).items())
    return survey(files, Look(parse("", {}), TODAY)).facts


def test_there_is_something_to_remind_of_and_it_has_an_owner() -> None:
    days = [date(2026, 4, day) for day in range(13, 25)]
    found = [one for day in days for one in reminders_due(facts(), day)]
    assert {Kind.MEASURE} <= {one.kind for one in found}
    assert all(one.owner is None or one.owner.startswith("РП-") for one in found)
    assert all(one.step in {-3, -1, 0, 1} for one in found)


def test_nothing_on_days_off() -> None:
    assert reminders_due(facts(), date(2026, 4, 18)) == ()
    assert reminders_due(facts(), date(2026, 5, 1)) == ()


def test_one_term_is_told_at_most_four_times() -> None:
    days = [date(2026, month, day) for month in (3, 4, 5) for day in range(1, 29)]
    seen: dict[tuple[str, str], list[int]] = {}
    for day in days:
        for one in reminders_due(facts(), day):
            if one.kind in {Kind.MEASURE, Kind.INSTRUCTION}:
                seen.setdefault((one.kind, one.id), []).append(one.step)
    assert seen
    assert all(len(steps) == len(set(steps)) for steps in seen.values())


def test_the_package_is_announced_on_the_first_working_day_of_a_month() -> None:
    announced = {
        day: [one.what for one in reminders_due(facts(), date(2026, *day)) if one.kind is Kind.PACKAGE]
        for day in ((4, 1), (4, 2), (5, 4))
    }
    assert announced == {(4, 1): ["I квартал 2026 г.", "март 2026 г."], (4, 2): [], (5, 4): ["апрель 2026 г."]}


def test_the_words_hold_codes_and_no_titles() -> None:
    found = [one for day in range(13, 31) for one in reminders_due(facts(), date(2026, 4, day))]
    assert all(one.text.endswith(".") for one in found)
    plan = facts().scene.office.tables["PLAN"]
    titles = [title for title in plan.values["title"] if isinstance(title, str)]
    assert not [one.text for one in found if any(title in one.text for title in titles)]
