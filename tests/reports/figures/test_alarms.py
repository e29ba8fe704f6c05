"""A figure that is red whatever its share: money paid beyond what was promised, an official page that fell silent."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import whole
from reports.report import Light

MakeFacts = Callable[..., Facts]

MONEY = """
Код     | Мероприятие | Статья/направление | Источник       | Год  | План, год | План I кв. | Принятые обязательства | Кассовое исполнение
ФН-0001 | МР-0001     | Призы              | Местный бюджет | 2026 | 1000      | 1000       | {promised}             | 1000
ФН-0002 | МР-0002     | Проезд             | Местный бюджет | 2026 | 1000      | 1000       |                        | 1000
"""
PUPILS = """
Код     | Фамилия | Имя  | Отчество | Класс или курс | Статус участника | Дата зачисления | Команда
ШК-0001 | Галкин  | Пётр | Ильич    | 9А             | Участник         | 01.10.2025      | КМ-0001
"""
PAGES = """
Код     | Чья страница | Ссылка                | Официальная | Последняя публикация
СР-0001 | РПО          | https://vk.com/office | {official}  | {last}
СР-0002 | ШК-0001      | https://vk.com/galkin | нет         | 10.04.2026
"""


@pytest.mark.parametrize(
    ("promised", "light", "why"),
    [
        ("1000", Light.GREEN, "по плану"),
        ("999,99", Light.RED, "касса больше обязательств: ФН-0001"),
        ("", Light.GREEN, "по плану"),
    ],
)
def test_money_paid_beyond_what_was_promised_is_red(
    make_facts: MakeFacts, promised: str, light: Light, why: str
) -> None:
    one = whole(make_facts({"FIN": MONEY.format(promised=promised)}), BY_ID["K24"])
    assert (one.value, one.light, one.why) == (100, light, why)


@pytest.mark.parametrize(
    ("official", "last", "light", "why"),
    [
        ("да", "14.04.2026", Light.GREEN, "всё"),
        ("да", "01.03.2026", Light.RED, "официальная страница молчит: СР-0001"),
        ("нет", "01.03.2026", Light.GREEN, "всё"),
    ],
)
def test_a_silent_official_page_is_red(make_facts: MakeFacts, official: str, last: str, light: Light, why: str) -> None:
    facts = make_facts({"SCH": PUPILS, "PAGE": PAGES.format(official=official, last=last)})
    one = whole(facts, BY_ID["K27"])
    assert (one.value, one.light, one.why) == (100, light, why)
