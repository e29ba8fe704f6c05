"""The states of an indicator come as figures of their own, and say why they have no value."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.figures.catalogue import INDICATORS
from reports.figures.figure import STATE, figures
from reports.report import Light
from validators.counts import PARTS


def test_every_indicator_and_each_of_its_states_is_a_figure(make_facts: Callable[..., Facts]) -> None:
    found = [(one.indicator.id, one.cut.get(STATE)) for one in figures(make_facts()) if not one.cut or STATE in one.cut]
    expected = [(one.id, state) for one in INDICATORS for state in (None, *PARTS.get(one.id, ()))]
    assert found == expected


def test_a_state_without_a_value_says_why(make_facts: Callable[..., Facts]) -> None:
    states = {one.cut[STATE]: one for one in figures(make_facts()) if one.indicator.id == "K13" and STATE in one.cut}
    assert {name: (one.value, one.why) for name, one in states.items()} == dict.fromkeys(
        PARTS["K13"], (None, "не ведётся")
    )


PAPERS = {
    "DOC": """
Код     | Направление | Вид            | Заголовок | Статус    | Дата       | Отчётный период/этап
ДК-0001 | Исходящий   | Отчёт месячный | Отчёт     | Отправлен | 05.02.2026 | 2026-01
""",
    "DOCKIND": """
Вид документа  | Срок, рабочих дней
Отчёт месячный | 5
""",
    "STAGE": """
Код этапа | Название | Начало     | Окончание
Э1        | Набор    | 01.01.2026 | 31.12.2026
""",
}


def test_reports_that_nobody_presented_are_told_as_left(make_facts: Callable[..., Facts]) -> None:
    late = next(one for one in figures(make_facts(PAPERS, settings="")) if one.indicator.id == "K29")
    assert late.value == pytest.approx(100 / 3)
    assert (late.why, late.light) == ("осталось 2 из 3", Light.RED)
