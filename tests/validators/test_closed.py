"""Which rows moved the figures of a closed period, and which changes only happened later."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.text_tables import scene, table
from validators.closed import Closed, moved_since
from validators.counting.count import Count
from validators.counts import COUNTS
from validators.moved import Cell, Fate, Moved

CUT = date(2026, 4, 30)
PEOPLE = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Муниципалитет | Статус участника | Дата зачисления | Дата выбытия | Дата заявки | Телефон\n"
FIRST = "ШК-0001 | Белов | Глеб | нет | 01.02.2010 | ОО-0001 | 9А | Приозёрный район | Участник | 10.01.2026 | | 01.12.2025 | +7 912 345-67-89"
SECOND = "ШК-0002 | Зимин | Лев | нет | 02.03.2010 | ОО-0001 | 9А | Озёрный район | Участник | 11.01.2026 | | 01.12.2025 | +7 912 345-67-80"
PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план) | Статус | Окончание (факт)\n"
DONE = "МР-0001 | Семинар | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 10.04.2026 | Исполнено | 09.04.2026"
OPEN = "МР-0002 | Сессия | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 20.04.2026 | В работе |"


def closed(tables: Mapping[str, str], *keys: str, period: str = "2026-04", cut: date = CUT) -> Closed:
    """A period counted from these tables."""
    office = scene(tables, today=cut).office
    return Closed(period, cut, 0, {key: COUNTS[key](office, cut) for key in keys}, dict.fromkeys(tables, "then"))


def moved(was: Mapping[str, str], now: Mapping[str, str], *keys: str) -> tuple[Moved, ...]:
    office = scene(now, today=date(2026, 5, 10)).office
    digests = {key: "then" if was.get(key) == text else "now" for key, text in now.items()}
    return moved_since(office, [closed(was, *keys)], digests, lambda key, _digest: table(key, was[key]))


def people(*lines: str) -> dict[str, str]:
    return {"SCH": PEOPLE + "\n".join(lines)}


def plan(*lines: str) -> dict[str, str]:
    return {"PLAN": PLAN + "\n".join(lines)}


def test_a_day_moved_out_of_the_period_is_told_with_both_values_and_figures() -> None:
    late = SECOND.replace("11.01.2026", "03.05.2026")
    (one,) = moved(people(FIRST, SECOND), people(FIRST, late), "K02")
    assert (one.register, one.id, one.fate) == ("SCH", "ШК-0002", Fate.CHANGED)
    assert one.cells == (Cell("enrolled", "Дата зачисления", "11.01.2026", "03.05.2026"),)
    (shift,) = one.shifts
    assert (shift.period, shift.correction, shift.cut, shift.indicator, shift.was, shift.now) == (
        "2026-04", 0, CUT, "K02", 2.0, 1.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (SECOND, []),
        (SECOND.replace("Зимин", "Зимина"), []),
        (SECOND.replace("11.01.2026", "12.01.2026"), []),
        (SECOND.replace("Участник | 11.01.2026 | ", "Выбыл | 11.01.2026 | 20.05.2026"), []),
        (SECOND.replace("Участник | 11.01.2026 | ", "Выбыл | 11.01.2026 | 20.04.2026"), ["ШК-0002"]),
        (SECOND.replace("Участник", "Ошибочная запись"), ["ШК-0002"]),
        (SECOND.replace("Участник | 11.01.2026", "Кандидат | "), ["ШК-0002"]),
    ],
    ids=["same", "renamed", "another day of the period", "left later", "left by then", "a mistake", "never enrolled"],
)
def test_what_happened_later_is_not_told(now: str, told: list[str]) -> None:
    found = moved(people(FIRST, SECOND), people(FIRST, now), "K01", "K02", "K18")
    assert [one.id for one in found] == told


def test_a_row_added_with_an_earlier_day_is_told() -> None:
    (one,) = moved(people(FIRST), people(FIRST, SECOND), "K02")
    assert (one.id, one.fate, one.cells) == ("ШК-0002", Fate.ADDED, ())


def test_a_row_that_is_gone_is_told_with_the_tab_where_it_stood() -> None:
    (one,) = moved(people(FIRST, SECOND), people(FIRST), "K02")
    assert (one.register, one.id, one.fate, one.source) == ("SCH", "ШК-0002", Fate.GONE, "Файл.xlsx#Школьники и СПО")


def test_a_row_is_told_once_with_all_its_figures() -> None:
    late = SECOND.replace("11.01.2026", "03.05.2026").replace("01.12.2025", "02.05.2026")
    (one,) = moved(people(FIRST, SECOND), people(FIRST, late), "K01", "K02")
    assert [shift.indicator for shift in one.shifts] == ["K01", "K02"]


def test_what_must_not_be_said_aloud_is_not() -> None:
    late = SECOND.replace("11.01.2026", "03.05.2026").replace("02.03.2010", "03.03.2010")
    (one,) = moved(people(FIRST, SECOND), people(FIRST, late), "K02")
    assert Cell("born", "Дата рождения", None, None) in one.cells


def test_a_covered_municipality_is_told_at_the_participant_who_moved() -> None:
    now = SECOND.replace("Озёрный", "Приозёрный")
    (one,) = moved(people(FIRST, SECOND) | MUNICIPALITIES, people(FIRST, now) | MUNICIPALITIES, "K04")
    assert (one.register, one.id, [cell.heading for cell in one.cells]) == ("SCH", "ШК-0002", ["Муниципалитет"])


MUNICIPALITIES = {
    "MUN": "Муниципалитет | Вид | ОКТМО\nПриозёрный район | Муниципальный район |\nОзёрный район | Муниципальный район |"
}


def test_a_municipality_that_nobody_is_left_in_later_is_not_told() -> None:
    now = SECOND.replace("Участник | 11.01.2026 | ", "Выбыл | 11.01.2026 | 20.05.2026")
    assert moved(people(FIRST, SECOND) | MUNICIPALITIES, people(FIRST, now) | MUNICIPALITIES, "K04") == ()


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (DONE.replace("09.04.2026", "12.04.2026"), ["МР-0001"]),
        (DONE.replace("Исполнено | 09.04.2026", "В работе |"), ["МР-0001"]),
        (DONE.replace("10.04.2026", "10.05.2026"), ["МР-0001"]),
        (DONE.replace("Семинар", "Большой семинар"), []),
    ],
    ids=["done late after all", "not done after all", "the term moved", "renamed"],
)
def test_a_measure_done_in_the_period_keeps_its_day(now: str, told: list[str]) -> None:
    assert [one.id for one in moved(plan(DONE, OPEN), plan(now, OPEN), "K22")] == told


def test_a_measure_done_after_the_period_changes_nothing_in_it() -> None:
    now = OPEN.replace("В работе |", "Исполнено | 05.05.2026")
    assert moved(plan(DONE, OPEN), plan(DONE, now), "K22") == ()


def test_a_figure_that_can_not_be_counted_today_says_nothing() -> None:
    office = scene({}).office
    period = Closed(
        "2026-04", CUT, 0, {"K02": Count(2.0, ("ШК-0001",)), "K99": Count(1.0, ("ШК-0001",))}, {"SCH": "then"}
    )
    assert moved_since(office, [period], {}, lambda _key, _digest: None) == ()


def test_a_register_that_has_not_changed_since_is_not_read_again() -> None:
    asked: list[str] = []
    office = scene(people(FIRST)).office
    was = closed(people(FIRST, SECOND), "K02")
    moved_since(office, [was], {"SCH": "then"}, lambda key, _digest: asked.append(key))
    assert asked == []


def test_the_earliest_period_tells_the_cells_and_all_periods_tell_their_figures() -> None:
    late = {"SCH": PEOPLE + "\n".join((FIRST, SECOND.replace("11.01.2026", "03.07.2026")))}
    was = people(FIRST, SECOND)
    periods = [closed(was, "K02", period="2026-К2", cut=date(2026, 6, 30)), closed(was, "K02")]
    office = scene(late, today=date(2026, 7, 10)).office
    (one,) = moved_since(office, periods, {}, lambda key, _digest: table(key, was[key]))
    assert [shift.period for shift in one.shifts] == ["2026-04", "2026-К2"]
    assert len(one.cells) == 1
