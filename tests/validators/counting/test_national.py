"""K26: measures that the office coordinates with national projects, and how many participants they cover."""

from datetime import date

import pytest

from tests.validators.counting.asked import ask

HEAD = "Код | Мероприятие/объект НП | Мероприятие РПО | Сроки с | Статус | Охват участников: факт"
PLAN = "Код | Мероприятие | Окончание (план)\nМР-0001 | Сессия | 01.03.2026\nМР-0002 | Слёт | 01.03.2026"


@pytest.mark.parametrize(
    ("rows", "on", "counted", "reach"),
    [
        pytest.param(["МР-0001 | 01.03.2026 | В работе | 40"], 15, ["НП-0001"], 40, id="one"),
        pytest.param(["МР-0001 | | В работе | 40"], 15, ["НП-0001"], 40, id="a blank date does not unmake"),
        pytest.param(["МР-0001 | 16.04.2026 | В работе | 40"], 15, [], 0, id="begins tomorrow"),
        pytest.param(["МР-0001 | 15.04.2026 | Завершено |"], 15, ["НП-0001"], 0, id="the reach is not told"),
        pytest.param(["МР-0001 | 01.03.2026 | Планируется | 40"], 15, [], 0, id="only planned"),
        pytest.param(["МР-0001 | 01.03.2026 | Отменено | 40"], 15, [], 0, id="called off"),
        pytest.param(["МР-0001 | 01.03.2026 | Ошибочная запись | 40"], 15, [], 0, id="a mistake"),
        pytest.param(
            ["МР-0001 | 01.03.2026 | В работе | 40", "МР-0001 | 02.03.2026 | Завершено | 60"],
            15,
            ["НП-0002"],
            60,
            id="a measure once, by its larger reach",
        ),
        pytest.param(
            ["МР-0001 | 01.03.2026 | В работе | 40", "МР-0002 | 01.03.2026 | В работе | 10"],
            15,
            ["НП-0001", "НП-0002"],
            50,
            id="two measures",
        ),
        pytest.param(
            ["| 01.03.2026 | В работе | 40", "| 01.03.2026 | В работе | 10"],
            15,
            ["НП-0001", "НП-0002"],
            50,
            id="rows that name no measure are each one",
        ),
    ],
)
def test_measures_with_national_projects(rows: list[str], on: int, counted: list[str], reach: float) -> None:
    lines = (f"НП-{number:04d} | Объект {number} | {row}" for number, row in enumerate(rows, 1))
    tables = {"NP": "\n".join((HEAD, *lines)), "PLAN": PLAN}
    assert list(ask(tables, "K26", on=date(2026, 4, on)).rows) == counted
    assert ask(tables, "K26", "мероприятий").value == len(counted)
    assert ask(tables, "K26", "охват участников").value == reach


def test_a_reach_without_its_column_has_no_value() -> None:
    tables = {"NP": HEAD.replace(" | Охват участников: факт", ""), "PLAN": PLAN}
    assert ask(tables, "K26").value == 0
    assert (ask(tables, "K26", "охват участников").value, ask(tables, "K26", "охват участников").why) == (
        None,
        "нет нужного столбца",
    )
