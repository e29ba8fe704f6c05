"""The pages of a made-up office, and a page with charts and jumps of every kind."""

from datetime import UTC, date, datetime
from functools import lru_cache

import pytest

from config.registers import REGISTERS
from config.settings import parse
from reports.composed import compose_all
from reports.facts import Facts
from reports.formats.page import Page
from reports.report import (
    Chart,
    ChartKind,
    Field,
    Form,
    Jump,
    Light,
    Link,
    Listing,
    Report,
    Series,
    Stamp,
    Value,
    Words,
)
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.planting import plant
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.memo import Memo

STAMP = Stamp(17, datetime(2026, 4, 15, 2, 0, tzinfo=UTC))
MONTHS = ("сен", "окт", "ноя", "дек")
PLAN, FACT = Series("План", (10, 20, 30, 40)), Series("Факт", (8, 22.5, None, 35))
CHARTS = (
    Chart("Команды по муниципалитетам", ChartKind.BAR, ("Лесной район", "Озёрный район", "Приозёрск"), (Series("Команд", (12, None, 7)),), "команд"),
    Chart("Заявки по месяцам", ChartKind.COLUMN, MONTHS, (PLAN, FACT), "человек"),
    Chart("Деньги", ChartKind.STACKED, MONTHS, (PLAN, FACT, Series("Прочее", (-5, 0, 5, 1))), "тыс. руб."),
    Chart("Доля", ChartKind.LINE, MONTHS, (PLAN, FACT), "%"),
)  # fmt: skip
ROWS: tuple[tuple[Value, ...], ...] = (
    ("К01", "Подано заявок", 1250, 95.3, date(2026, 4, 5), Light.GREEN),
    ("К02", "Зачислено", -3, None, None, Light.RED),
    (Jump("К03", "Второй", "КМ-0002"), "=1+1 и <b>«кавычки»</b>", 0, 100.0, None, Light.GREY),
    (Jump("К04", "Нет такого листа"), "+7 912", 12.5, 0.5, None, None),
    (Jump("К05", "Второй", "КМ-9999"), Link("I14", "Команды.xlsx", "Команды", "I14", "https://example.ru/x#gid=7"), None, 7, None, Light.YELLOW),
)  # fmt: skip
FIELDS = (
    Field("Код", 10),
    Field("Показатель", 40),
    Field("Факт", 12, Form.NUMBER),
    Field("Доля", 12, Form.PERCENT),
    Field("Когда", 12, Form.DATE),
    Field("Оценка", 14),
)


def first() -> Report:
    table = Listing("Показатели", FIELDS, ROWS, frozen=True, leading=1)
    blocks = (Words("Первый отчёт", "title"), Words("По состоянию на 15.04.2026", "subtitle"), *CHARTS, table)
    return Report("Отчёты", "Отчёт. Первый", blocks)


def second() -> Report:
    teams = tuple((f"КМ-{number:04d}", f"Команда {number}") for number in range(1, 121))
    table = Listing("Команды", (Field("Код", 12), Field("Название", 60)), teams)
    empty = Listing("Пусто", (Field("Код", 12), Field("Название", 60)), (), "нет данных")
    return Report("Отчёты", "Второй", (Words("Второй отчёт", "title"), table, empty), landscape=False)


@lru_cache(maxsize=1)
def demo_facts() -> Facts:
    keys = tuple(one.key for one in REGISTERS)
    look = Look(parse('[office]\noktmo = "62"\n', {}, keys), TODAY, memo=Memo())
    spoiled = plant(office(1))
    return survey([read_file(name, data) for name, data in workbooks(spoiled.rows).items()], look).facts


@lru_cache(maxsize=1)
def demo() -> tuple[Report, ...]:
    return compose_all(demo_facts())


@pytest.fixture
def pages() -> tuple[Page, ...]:
    """Two small reports: charts, jumps, every kind of value; a long table and an empty one."""
    return (Page(first(), STAMP), Page(second()))


@pytest.fixture
def demo_pages() -> tuple[Page, ...]:
    """Every report of the made-up office that is for all."""
    return tuple(Page(one, STAMP) for one in demo() if one.workbook == "Отчёты")
