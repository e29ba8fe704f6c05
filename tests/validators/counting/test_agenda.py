"""K20, K21 and K34: who is taken into the life of the region, who is an expert, who has stayed."""

from datetime import date

import pytest

from tests.validators.counting.asked import PUPILS, STUDENTS, ask

HEAD = "Код | Участник | Команда | Форма | Уровень | Организация | Начало | Окончание | Статус | Команда подопечных | Остался в регионе"
TEAMS = """
Код     | Название команды | Дата формирования | Стадия
КМ-0001 | Вектор           | 01.11.2025        | Разработка
КМ-0002 | Импульс          | 01.11.2025        | Закрыт
"""
COMMUNITY, POOL, EVENT = "C6.1", "C6.2", "C6.3в"


def office(*rows: str, **more: str) -> dict[str, str]:
    lines = (f"АГ-{number:04d} | {row}" for number, row in enumerate(rows, 1))
    return {"SCH": PUPILS, "UNI": STUDENTS, "TEAM": TEAMS, "AGENDA": "\n".join((HEAD, *lines)), **more}


def item(who: str, form: str = EVENT, start: str = "01.03.2026", state: str = "Включён", **more: str) -> str:
    team, end, wards, stayed = (more.get(name, "") for name in ("team", "end", "wards", "stayed"))
    return f"{who} | {team} | {form} | Региональный | Совет | {start} | {end} | {state} | {wards} | {stayed}"


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param([item("ШК-0001")], ["ШК-0001"], id="a participant"),
        pytest.param([item("ШК-0001"), item("ШК-0001", COMMUNITY)], ["ШК-0001"], id="once, whatever he takes part in"),
        pytest.param([item("ШК-0001"), item("ШК-0006")], ["ШК-0001"], id="once under two codes (X02)"),
        pytest.param([item("ШК-0007", state="Завершено", end="01.04.2026")], ["ШК-0007"], id="a graduate, once"),
        pytest.param([item("ШК-0003")], ["ШК-0003"], id="himself, though he left"),
        pytest.param([item("ШК-0001", start="")], ["ШК-0001"], id="an unknown day does not unmake"),
        pytest.param([item("ШК-0001", start="16.04.2026")], [], id="from tomorrow"),
        pytest.param([item("ШК-0001", state="Предложено")], [], id="only proposed"),
        pytest.param([item("ШК-0001", state="Ошибочная запись")], [], id="a mistake"),
        pytest.param([item("ШК-0004")], [], id="not a participant"),
        pytest.param([item("", team="КМ-0001")], ["ШК-0001", "ШК-0002", "ШК-0007", "СТ-0001"], id="a team: its people"),
        pytest.param([item("ШК-0002", team="КМ-0001")], ["ШК-0002"], id="of a team only he who is named"),
    ],
)
def test_people_in_the_life_of_the_region_are_counted_once(rows: list[str], people: list[str]) -> None:
    assert list(ask(office(*rows), "K20").rows) == people


def test_forms_are_told_apart() -> None:
    tables = office(item("ШК-0001", COMMUNITY), item("ШК-0001", EVENT), item("ШК-0002", "C6.3а"), item("СТ-0002", POOL))
    parts = ("C6.1 профессиональные сообщества", "C6.2 экспертный пул", "C6.3 региональные и муниципальные активности")
    assert [ask(tables, "K20", part).rows for part in parts] == [("ШК-0001",), ("СТ-0002",), ("ШК-0001", "ШК-0002")]
    assert ask(tables, "K20").value == 3


@pytest.mark.parametrize(
    ("row", "on", "is_expert"),
    [
        pytest.param(item("СТ-0002", POOL), date(2026, 4, 15), True, id="a graduate"),
        pytest.param(item("СТ-0002", POOL), date(2026, 2, 28), False, id="not yet"),
        pytest.param(item("СТ-0002", POOL, end="15.04.2026"), date(2026, 4, 15), True, id="on the last day"),
        pytest.param(item("СТ-0002", POOL, end="14.04.2026"), date(2026, 4, 15), False, id="after the last day"),
        pytest.param(item("СТ-0002", POOL, state="Завершено"), date(2026, 4, 15), False, id="over, on an unknown day"),
        pytest.param(
            item("СТ-0002", POOL, state="Завершено", end="14.04.2026"), date(2026, 4, 1), True, id="over later"
        ),
        pytest.param(item("СТ-0001", POOL), date(2026, 4, 15), False, id="still a participant"),
        pytest.param(item("СТ-0002", COMMUNITY), date(2026, 4, 15), False, id="another form"),
        pytest.param(item("", POOL, team="КМ-0001"), date(2026, 4, 15), False, id="a team is no expert"),
    ],
)
def test_the_pool_of_experts_is_of_graduates_on_the_day(row: str, on: date, *, is_expert: bool) -> None:
    assert ask(office(row), "K21", on=on).rows == (("СТ-0002",) if is_expert else ())


@pytest.mark.parametrize(("wards", "leads"), [("КМ-0001", 1), ("КМ-0002", 0), ("", 0)])
def test_an_expert_leads_juniors_when_their_team_is_at_work(wards: str, leads: int) -> None:
    tables = office(item("СТ-0002", POOL, wards=wards), item("СТ-0002", POOL, start="02.03.2026", wards=wards))
    assert ask(tables, "K21", "в пуле").value == 1
    assert ask(tables, "K21", "ведут младших").value == leads


@pytest.mark.parametrize(
    ("rows", "value", "known", "unknown"),
    [
        pytest.param([], None, (), 2, id="nobody is asked yet"),
        pytest.param([item("ШК-0007", stayed="Да")], 100, ("ШК-0007",), 1, id="stayed"),
        pytest.param(
            [item("ШК-0007", stayed="Да"), item("СТ-0002", stayed="Нет")], 50, ("ШК-0007", "СТ-0002"), 0, id="of both"
        ),
        pytest.param([item("ШК-0007", stayed="Неизвестно")], None, (), 2, id="unknown is no answer"),
        pytest.param([item("ШК-0001", stayed="Да")], None, (), 2, id="not a graduate"),
        pytest.param(
            [item("ШК-0007", start="01.04.2026", stayed="Нет"), item("ШК-0007", stayed="Да")],
            0,
            ("ШК-0007",),
            1,
            id="the latest answer holds",
        ),
        pytest.param(
            [item("ШК-0007", stayed="Да"), item("ШК-0007", start="01.04.2026", stayed="Неизвестно")],
            100,
            ("ШК-0007",),
            1,
            id="unknown does not take an answer back",
        ),
    ],
)
def test_who_stayed_is_told_of_graduates_of_whom_it_is_known(
    rows: list[str], value: float | None, known: tuple[str, ...], unknown: int
) -> None:
    count = ask(office(*rows), "K34")
    assert (count.value, count.of) == (value, known)
    assert ask(office(*rows), "K34", "неизвестно").value == unknown
    assert count.why == ("" if known else "ответов пока нет")
