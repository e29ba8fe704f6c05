"""Ведомости as text: a table drawn with `|`, read with a plan beside it."""

from collections.abc import Mapping
from typing import Any

from config.settings import Keeping, Settings
from tests.text_tables import BY_KEY, TODAY, grid, table
from validators.derive import derive
from validators.grid import Area, Grid
from validators.marksheet.facts import is_marksheet, parse_marksheet
from validators.marksheet.once import count_once
from validators.office import Office, Scene, Table
from validators.parse import Parsed
from validators.references import link
from validators.remark import Remark
from validators.rule import check, settle
from validators.rules import RULES
from validators.standing import let_stand

OF_CELLS = tuple(one for one in RULES if one.code[0] == "C" or one.code in {"X01", "X43"})
"""The rules that look at cells and references; agreements between registers have tests of their own."""

PLAN = """
Код     | Мероприятие                   | Вид         | Этап | Начало (план) | Окончание (план) | Окончание (факт)
МР-0001 | Отбор участников              | Мероприятие | Э1   | 20.10.2025    | 20.10.2025       | 24.10.2025
МР-0002 | Модуль 1 цифровой платформы   | Мероприятие | Э3   | 01.12.2025    | 19.12.2025       | 18.12.2025
МР-0003 | Проектная сессия 1            | Мероприятие | Э4   | 03.02.2026    | 03.02.2026       |
МР-0004 | Профессиональные пробы        | Мероприятие | Э5   | 02.04.2026    | 02.04.2026       |
МР-0005 | Слёт команд                   | Мероприятие | Э4   | 05.03.2026    | 05.03.2026       |
МР-0006 | Губернаторская школа          | Мероприятие | Э2   | 05.11.2025    | 06.11.2025       |
МР-0007 | Проектная сессия 9            | Мероприятие | Э4   | 20.05.2026    | 20.05.2026       |
МР-0008 | Консультации наставников      | Мероприятие | Э4   |               |                  |
"""
PUPILS = """
Код     | Фамилия  | Имя   | Отчество | Дата рождения | Класс или курс | Статус участника | Дата зачисления
ШК-0001 | Чайкина  | Ольга | Ильична  | 01.02.2010    | 9А             | Участник         | 01.10.2025
ШК-0002 | Воробьёв | Иван  | нет      | 02.02.2010    | 9А             | Участник         | 01.10.2025
ШК-0003 | Галкин   | Пётр  | Ильич    | 03.02.2010    | 9А             | Участник         | 01.10.2025
"""
STUDENTS = """
Код     | Фамилия | Имя  | Отчество | Дата рождения | Курс   | Статус участника | Дата зачисления
СТ-0001 | Зимин   | Яков | Ильич    | 01.02.2006    | 2 курс | Участник         | 01.10.2025
"""


def sheet(text: str, *, file: str = "Ведомость.xlsx", tab: str = "Ведомость", merges: tuple[Area, ...] = ()) -> Grid:
    """A ведомость from text."""
    plain = grid(text, file=file, tab=tab)
    return Grid(plain.file, plain.tab, plain.rows, merges)


def read(text: str | Grid, keeping: Keeping | None = None, plan: str | None = PLAN) -> Parsed[Any]:
    """A ведомость read with the plan, or without one."""
    given = sheet(text) if isinstance(text, str) else text
    assert is_marksheet(given, BY_KEY["PROG"], keeping or Keeping())
    known = {"SCH": table("SCH", PUPILS)} | ({} if plan is None else {"PLAN": table("PLAN", plan)})
    return parse_marksheet(given, keeping or Keeping(), known)


def facts(parsed: Parsed[Any] | Table[Any], *names: str) -> list[tuple[object, ...]]:
    """The named fields of every fact that stands."""
    found = parsed.table if isinstance(parsed, Parsed) else parsed
    assert found is not None
    return [tuple(found.values[name][index] for name in names) for index in found.counted]


def places(remarks: tuple[Remark, ...]) -> list[tuple[str, str | None]]:
    """(code, cell) of each remark."""
    return [(one.code, one.place.cell) for one in remarks]


def told(parsed: Parsed[Any], **others: str) -> tuple[Office, tuple[Remark, ...]]:
    """The office of a ведомость, the plan, pupils and other registers; and every remark on its cells and references."""
    assert parsed.table is not None
    texts: Mapping[str, str] = {"PLAN": PLAN, "SCH": PUPILS, "UNI": STUDENTS, **others}
    tables = {key: table(key, text) for key, text in texts.items()}
    linked = link(Office({**tables, "PROG": parsed.table}), {}).office
    office, unsettled = let_stand(derive(linked, Settings()))
    office, twice = count_once(office)
    rules = check(Scene(office, TODAY, Settings()), OF_CELLS)
    kept = settle([*parsed.remarks, *unsettled, *twice], Settings())
    return office, tuple(one for one in (*kept, *rules) if one.place.register == "PROG")
