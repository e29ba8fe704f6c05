"""Facts made of text tables: what a report looks at, without files and mocks."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from config.registers import REGISTERS
from config.settings import parse as settings_of
from reports.facts import Facts, Past, Pending
from validators.grid import grid_of
from validators.office import Account, Office, Scene, Standing
from validators.owners import with_owners
from validators.parse import parse
from validators.references import link
from validators.remark import Remark
from validators.rule import check
from validators.rules import RULES

TODAY = date(2026, 4, 15)
BY_KEY = {register.key: register for register in REGISTERS}

STAFF = """
Код     | ФИО                     | Должность                   | Роль                  | Работает с | Доступ к ПДн
РП-0001 | Орлова Вера Ильинична   | Руководитель РПО            | R1 Руководитель       | 01.09.2025 |
РП-0002 | Гусев Пётр Олегович     | Куратор студентов           | R2 Студенты вузов     | 01.09.2025 |
РП-0003 | Чайкина Ольга Петровна  | Куратор школьников          | R3 Школьники и СПО    | 01.09.2025 | Да
РП-0004 | Сорокин Иван Львович    | Методист                    | Иная                  | 01.09.2025 |
РП-0005 | Дроздов Егор Павлович   | Методист                    | Иная                  | 01.09.2025 |
"""
SCHOOLS = """
Код     | Полное наименование  | Тип   | Муниципалитет    | Сокращённое наименование
ОО-0001 | МБОУ «Школа № 5»     | школа | Приозёрный район | школа № 5
"""
PUPILS = """
Код     | Фамилия   | Имя   | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Согласие: дата | Согласие дал  | Телефон
ШК-0001 | Чайкина   | Ольга |          | 01.02.2010    | ОО-0001                     | 9А             | Участник         | 10.04.2026      | 01.09.2025     | Представитель | +7 912 345-67-89
ШК-0002 | Воробьёв  | Иван  | нет      | 02.02.2010    | ОО-0001                     | 9А             | Участник         | 01.10.2025      | 01.09.2025     | Представитель | +7 912 345-67-80
ШК-0003 | Галкин    | Пётр  | Ильич    | 03.02.2010    | школа 55                    | 9А             | кто-то           | 01.10.2025      | 01.09.2025     | Представитель | +7 912 345-67-81
ШК-0004 | Стрижов   | Лев   | Ильич    | 04.02.2010    | ОО-0001                     | 9А             | Ошибочная запись | 01.10.2025      | 01.09.2025     | Представитель | +7 912 345-67-82
"""
PLAN = """
Код     | Мероприятие                       | Вид         | Этап | Ответственный | Начало (план) | Окончание (план) | Статус    | Окончание (факт) | Причина отклонения | Принятые меры
МР-0001 | Установочный семинар              | Мероприятие | Э1   | РП-0002       | 01.03.2026    | 10.04.2026       | В работе  |                  | ремонт зала        | ищем другой зал
МР-0002 | Заседание совета                  | Заседание   | Э1   | РП-0001       | 01.03.2026    | 15.04.2026       |           |                  |                    |
МР-0003 | Проектная сессия                  | Мероприятие | Э1   | РП-0003       | 01.03.2026    | 17.04.2026       |           |                  |                    |
МР-0004 | Отчёт за март                     | Отчёт       | Э1   | РП-0003       | 01.03.2026    | 01.04.2026       | Исполнено | 31.03.2026       |                    |
"""
TABLES = {"STAFF": STAFF, "EDU": SCHOOLS, "SCH": PUPILS, "PLAN": PLAN}
SETTINGS = '[registers]\nkept = ["STAFF", "PLAN", "EDU", "SCH", "TEAM"]\n'
PENDING = Pending(3, "TEAM", "Пропало 30 строк из 42, больше принятого предела.", date(2026, 4, 14))

MakeFacts = Callable[..., Facts]


def rows_of(text: str) -> list[list[str | None]]:
    return [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]


def facts_of(
    tables: Mapping[str, str] | None = None,
    *,
    settings: str = SETTINGS,
    past: Past | None = None,
    pending: tuple[Pending, ...] = (),
    more: tuple[Remark, ...] = (),
) -> Facts:
    """The facts of an office whose tables are written as text; every remark is seen today for the first time."""
    parsed, remarks, accounts = {}, list(more), {}
    for key, text in (TABLES if tables is None else tables).items():
        register = BY_KEY[key]
        read = parse(grid_of(f"{register.workbook}.xlsx", register.tab, rows_of(text), typed=False), register)
        assert read.table is not None, key
        parsed[key], accounts[key] = read.table, Account(Standing.ACCEPTED, None, TODAY)
        remarks.extend(read.remarks)
    numbers = settings_of(settings, {})
    linked = link(Office(parsed, accounts, settings=numbers), {})
    scene = Scene(linked.office, TODAY, numbers)
    remarks.extend(check(scene, RULES))
    owned = with_owners(remarks, linked.office, TODAY) if "STAFF" in parsed else tuple(remarks)
    seen = tuple(remark._replace(since=remark.since or TODAY) for remark in owned)
    return Facts(scene, seen, past or Past(), pending)


@pytest.fixture
def make_facts() -> MakeFacts:
    """Makes the facts of a small office."""
    return facts_of


@pytest.fixture
def pending() -> Pending:
    """A reading of teams that waits for the head."""
    return PENDING
