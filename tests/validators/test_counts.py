"""Who is counted, and the bare values of the indicators."""

from collections.abc import Mapping
from datetime import date

import pytest

from config.registers import REGISTERS
from validators.counting.plans import planned
from validators.counts import COUNTS
from validators.grid import grid_of
from validators.office import Account, Office, Standing
from validators.parse import parse
from validators.references import link

TODAY = date(2026, 4, 15)
BY_KEY = {register.key: register for register in REGISTERS}


def cells_of(text: str) -> list[list[str | None]]:
    return [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]


def office_from(tables: Mapping[str, str], accounts: Mapping[str, Account] | None = None) -> Office:
    parsed = {}
    for key, text in tables.items():
        table = parse(grid_of("Книга.xlsx", BY_KEY[key].tab, cells_of(text), typed=False), BY_KEY[key]).table
        assert table is not None, key
        parsed[key] = table
    return link(Office(parsed, accounts or {}), {}).office


PUPILS = """
Код     | Фамилия   | Имя   | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Дата выбытия | Дата заявки | Команда
ШК-0001 | Чайкина   | Ольга | Ильична  | 01.02.2010    | ОО-0001                     | 9А             | Участник         | 01.10.2025      |              | 01.09.2025  | КМ-0001
ШК-0002 | Воробьёв  | Иван  | нет      | 02.02.2010    | ОО-0002                     | 9А             | Участник         |                 |              |             |
ШК-0003 | Галкин    | Пётр  | Ильич    | 03.02.2010    | ОО-0001                     | 9А             | Выбыл            | 01.10.2025      | 01.03.2026   |             |
ШК-0004 | Стрижов   | Лев   | Ильич    | 04.02.2010    | ОО-0001                     | 9А             | Кандидат         |                 |              | 01.02.2026  |
ШК-0005 | Лебедев   | Олег  | Ильич    | 05.02.2010    | ОО-0001                     | 9А             | Ошибочная запись | 01.10.2025      |              |             |
ШК-0006 | Чайкина   | Ольга | Ильична  | 01.02.2010    | ОО-0002                     | 9А             | Участник         | 01.11.2025      |              |             |
ШК-0007 | Зимин     | Яков  | Ильич    | 07.02.2010    | ОО-0001                     | 9А             | Участник         | 01.05.2026      |              | 30.04.2026  |
"""
SCHOOLS = """
Код     | Полное наименование | Тип   | Муниципалитет
ОО-0001 | Школа № 5           | школа | Приозёрный район
ОО-0002 | Школа № 7           | школа | город Заречный
"""
TOWNS = """
Наименование     | ОКТМО    | Действует по
Приозёрный район | 08610000 |
город Заречный   | 08701000 |
Старый район     | 08611000 | 31.12.2024
"""
TEAMS = """
Код     | Название команды | Дата формирования | Стадия     | Дата защиты
КМ-0001 | Вектор           | 01.11.2025        | Защищён    | 01.04.2026
КМ-0002 | Импульс          |                   | Идея       |
КМ-0003 | Орбита           | 01.11.2025        | Закрыт     |
КМ-0004 | Спектр           | 01.05.2026        | Разработка |
"""
MENTORS = """
Код     | Фамилия | Имя  | Отчество | Статус    | Решение | Дата утверждения | Срок полномочий до
НС-0001 | Орлов   | Илья | нет      | Утверждён |         |                  |
НС-0002 | Гусев   | Илья | нет      |           |         |                  |
НС-0003 | Чижов   | Илья | нет      | Утверждён | РШ-0001 | 01.10.2025       | 01.01.2026
НС-0004 | Дятлов  | Илья | нет      | Отклонён  | РШ-0001 |                  |
НС-0005 | Сойкин  | Илья | нет      | Утверждён | РШ-0002 |                  |
НС-0006 | Совин   | Илья | нет      | Утверждён | РШ-0001 |                  |
"""
DECISIONS = """
Код     | Кто решил | Дата заседания | Вопрос       | Содержание решения | Результат | Объекты
РШ-0001 | Совет     | 01.10.2025     | C3           | Утвердить          | Принято   | НС-0001; НС-0002; Список № 3, кроме НС-0006
РШ-0002 | Совет     | 01.10.2025     | C3           | Отклонить          | Отклонено | НС-0005
"""
PLAN = """
Код     | Мероприятие | Окончание (план) | Статус     | Окончание (факт)
МР-0001 | Семинар     | 01.03.2026       | Исполнено  | 28.02.2026
МР-0002 | Сессия      | 01.03.2026       | Исполнено  | 05.03.2026
МР-0003 | Выезд       | 10.04.2026       | В работе   |
МР-0004 | Встреча     | 01.03.2026       | Отменено   |
МР-0005 | Заседание   | 15.04.2026       |            |
МР-0006 | Отчёт       | 01.05.2026       |            |
МР-0007 | Приказ      | 01.03.2026       | Исполнено  |
"""
MONEY = """
Код     | Год  | План, год | План I кв. | План II кв. | План III кв. | План IV кв. | Кассовое исполнение
ФН-0001 | 2026 | 400000    | 91000      | 91000       | 100000       | 118000      | 53000
ФН-0002 | 2026 | 100000    | 100000     |             |              |             |
ФН-0003 | 2025 | 100000    | 100000     |             |              |             | 100000
"""


@pytest.mark.parametrize(
    ("key", "value", "rows"),
    [
        pytest.param(
            "K01", 4, ["ШК-0001", "ШК-0002", "ШК-0003", "ШК-0004"], id="applied: candidates too, nobody twice"
        ),
        pytest.param("K02", 3, ["ШК-0001", "ШК-0002", "ШК-0003"], id="enrolled: a blank date does not unmake"),
        pytest.param("K04", 2, ["Приозёрный район", "город Заречный"], id="municipalities, by the school when blank"),
        pytest.param("K05", 2, ["ОО-0001", "ОО-0002"], id="schools"),
        pytest.param("K09", 2, ["КМ-0001", "КМ-0002"], id="teams at work on the day"),
        pytest.param("K12", 1, ["КМ-0001"], id="defended projects"),
    ],
)
def test_people_and_teams_are_counted_on_the_day(key: str, value: float, rows: list[str]) -> None:
    office = office_from({"SCH": PUPILS, "EDU": SCHOOLS, "MUN": TOWNS, "TEAM": TEAMS})
    count = COUNTS[key](office, TODAY)
    assert (count.value, list(count.rows)) == (value, rows)


def test_of_two_rows_of_one_person_the_earlier_enrolled_counts() -> None:
    office = office_from({"SCH": PUPILS, "EDU": SCHOOLS})
    assert "ШК-0006" not in COUNTS["K02"](office, TODAY).rows


def test_municipalities_that_no_longer_exist_are_not_in_the_denominator() -> None:
    office = office_from({"SCH": PUPILS, "EDU": SCHOOLS, "MUN": TOWNS})
    assert COUNTS["K04"](office, TODAY).of == ("Приозёрный район", "город Заречный")


def test_retention_is_who_stayed_of_who_was_enrolled() -> None:
    count = COUNTS["K18"](office_from({"SCH": PUPILS}), TODAY)
    assert count.value == pytest.approx(100 * 2 / 3)


def test_without_decisions_a_mentor_is_approved_by_his_status_and_term() -> None:
    office = office_from({"MENT": MENTORS})
    assert COUNTS["K13"](office, TODAY).rows == ("НС-0001", "НС-0005", "НС-0006")


def test_with_decisions_a_mentor_needs_a_live_one() -> None:
    office = office_from({"MENT": MENTORS, "DEC": DECISIONS})
    assert COUNTS["K13"](office, TODAY).rows == ("НС-0001", "НС-0002")


def test_the_plan_is_done_in_time_of_what_was_due() -> None:
    count = COUNTS["K22"](office_from({"PLAN": PLAN}), TODAY)
    assert count.of == ("МР-0001", "МР-0002", "МР-0003", "МР-0007")
    assert count.rows == ("МР-0001", "МР-0007")
    assert count.value == 50


def test_a_plan_seen_from_an_earlier_day_knows_only_what_was_done_then() -> None:
    assert COUNTS["K22"](office_from({"PLAN": PLAN}), date(2026, 3, 2)).of == ("МР-0001", "МР-0002", "МР-0007")


def test_cash_is_measured_by_finished_quarters_and_an_even_part_of_the_current_one() -> None:
    count = COUNTS["K24"](office_from({"FIN": MONEY}), TODAY)
    assert count.rows == ("ФН-0001",)
    assert count.value == pytest.approx(100 * 53000 / (91000 + 91000 * 15 / 91))


@pytest.mark.parametrize("key", list(COUNTS))
def test_a_register_that_is_not_kept_gives_no_zero(key: str) -> None:
    count = COUNTS[key](Office({}), TODAY)
    assert (count.value, count.why) == (None, "не ведётся")


def test_a_register_that_could_not_be_read_spoils_the_sum_of_both() -> None:
    office = office_from({"SCH": PUPILS}, {"UNI": Account(Standing.FAILED, "файл закрыт паролем")})
    assert COUNTS["K02"](office, TODAY).value is None
    kept_apart = office_from({"SCH": PUPILS}, {"UNI": Account(Standing.NOT_KEPT)})
    assert COUNTS["K02"](kept_apart, TODAY).value == 3


PAGES = """
Код     | Чья страница | Ссылка                | Последняя публикация
СР-0001 | КМ-0001      | https://vk.com/vector | 10.04.2026
СР-0002 | ШК-0002      | https://vk.com/iv     | 01.01.2026
"""


def test_a_participant_is_covered_by_a_living_page_of_his_team() -> None:
    count = COUNTS["K27"](office_from({"SCH": PUPILS, "TEAM": TEAMS, "PAGE": PAGES}), TODAY)
    assert (count.rows, count.of) == (("ШК-0001",), ("ШК-0001", "ШК-0002"))


@pytest.mark.parametrize(
    ("row", "on_day"),
    [
        pytest.param("К02 | 360 |  |  |  |  | чел.", 360 * 105 / 365, id="a plan of the year goes evenly"),
        pytest.param(
            "K02 | 200 | 91 | 182 | 190 | 200 | чел.", 91 + 91 * 15 / 91, id="quarters from the start of the year"
        ),
        pytest.param("K02 | 382 | 91 | 91 | 100 | 100 | чел.", 91 + 91 * 15 / 91, id="quarters each for itself"),
        pytest.param("K02 | 90 | 70 | 80 | 85 | 90 | %", 80, id="a share is not shared out"),
    ],
)
def test_the_plan_of_an_indicator_on_a_day(row: str, on_day: float) -> None:
    headings = "Код | Показатель | Код показателя | План года | План I кв. | План II кв. | План III кв. | План IV кв. | Ед. изм."
    plan = planned(office_from({"IND": f"{headings}\nПК-0001 | Зачислено | {row}"}), "K02", TODAY)
    assert plan is not None
    assert plan.on_day == pytest.approx(on_day)


def test_an_indicator_without_a_row_has_no_plan() -> None:
    assert planned(Office({}), "K02", TODAY) is None
