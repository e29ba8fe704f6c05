"""Table 1 «Паспорт»: whose package it is, of which period and day, who signed and who answers questions."""

from dataclasses import dataclass
from datetime import date

from config.periods import is_stage, period_words
from config.registers.passport import HEAD, OFFICE_PHONE, OPERATOR
from reports.disclosure.draft import Cell, DraftTable, Head, Mark, Row, Text
from reports.facts import Facts
from reports.naming import head_of
from reports.report import Field
from validators.counting.count import by_then, days, until_then
from validators.stages import windows

TITLE = "Паспорт"
FIELDS = (Field("Сведение", 34), Field("Значение", 62))


@dataclass(frozen=True)
class Letter:
    """The letter with which the package goes, as DOC tells it: its number and day, the code of who made it."""

    number: str | None = None
    day: date | None = None
    author: str | None = None


def passport(facts: Facts, head: Head, k: int, letter: Letter) -> DraftTable:
    """The one table with a number of a letter, a day of it, a telephone and a name: that of the head who signs."""
    lines: tuple[tuple[str, Cell], ...] = (
        ("Субъект Российской Федерации", head.region),
        ("Код ОКТМО", head.oktmo or Mark.NO_DATA),
        ("Организация-оператор", _typed(facts, OPERATOR)),
        ("Сезон", head.season),
        ("Отчётный период", period_words(head.period)),
        ("Этап", _stage(facts, head)),
        ("По состоянию на", head.as_of),
        ("Номер уточнения", head.correction or Mark.NOT_MEANT),
        ("Причина уточнения", Text(head.reason) if head.reason else Mark.NOT_MEANT),
        ("По запросу", _request(facts, head)),
        ("Подписал: должность", _head_post(facts)),
        ("Подписал: имя", _head_name(facts)),
        ("Исполнитель: должность", _post(facts, letter.author)),
        ("Исполнитель: телефон", _phone(facts)),
        ("Номер письма", letter.number or Mark.NO_DATA),
        ("Дата письма", letter.day or Mark.NO_DATA),
        ("Версия правил расчёта", head.rules),
        ("Наименьшее показываемое число участников", k),
    )
    return DraftTable("1", TITLE, FIELDS, tuple(Row(name, (name, value)) for name, value in lines))


def told(facts: Facts, item: str) -> str:
    """What «Паспорт РПО» says of an item on the day; empty when it says nothing."""
    table = facts.scene.office.tables.get("PASSPORT")
    index = None if table is None else table.index_of.get(item)
    if table is None or index is None or index in table.fallen:
        return ""
    since, until = days(table, "since")[index], days(table, "until")[index]
    holds = by_then(since, facts.today) and until_then(until, facts.today)
    return str(table.values["value"][index] or "").strip() if holds else ""


def _typed(facts: Facts, item: str) -> Cell:
    words = told(facts, item)
    return Text(words, "Паспорт РПО", free=False) if words else Mark.NO_DATA


def _stage(facts: Facts, head: Head) -> Cell:
    """The stage that is reported, else those that go on that day."""
    office = facts.scene.office
    going = [code for code, window in windows(office).items() if window.holds(head.as_of)]
    codes = [head.period] if is_stage(head.period) else going
    table = office.tables.get("STAGE")
    titles = {} if table is None else dict(zip(table.ids, table.values["title"], strict=True))
    named = [f"{code} «{titles[code]}»" if titles.get(code) else code for code in codes]
    return Text("; ".join(named), "Этапы", free=False) if named else Mark.NOT_MEANT


def _request(facts: Facts, head: Head) -> Cell:
    """The number and the day of the letter that asks, as the federal office knows it."""
    table = facts.scene.office.tables.get("DOC")
    index = None if table is None or not head.request else table.index_of.get(head.request)
    if table is None or index is None:
        return head.request or Mark.NOT_MEANT
    number, day = table.values["number"][index], days(table, "day")[index]
    words = f"№\u00a0{number}" if number else head.request
    return Text(f"{words} от {day:%d.%m.%Y}" if day else words, head.request, free=False)


def _head_post(facts: Facts) -> Cell:
    code = head_of(facts.scene.office, facts.today) if facts.scene.office.has("STAFF") else None
    return _post(facts, code) if code else "Руководитель РПО"


def _head_name(facts: Facts) -> Cell:
    """The only name of the package: «С.О. Дорофеев»."""
    office = facts.scene.office
    code = head_of(office, facts.today) if office.has("STAFF") else None
    table = office.tables.get("STAFF")
    name = str(table.values["full_name"][table.index_of[code]] or "") if table is not None and code else ""
    return short_name(name or told(facts, HEAD)) or Mark.NO_DATA


def short_name(name: str) -> str:
    """«Дорофеев Степан Олегович» → «С.О. Дорофеев»."""
    surname, *given = name.split()[:3] or [""]
    letters = "".join(f"{one[:1]}." for one in given if one.casefold() != "нет")
    return f"{letters} {surname}".strip()


def _post(facts: Facts, code: str | None) -> Cell:
    table = facts.scene.office.tables.get("STAFF")
    index = None if table is None or code is None else table.index_of.get(code)
    if table is None or index is None or not table.values["post"][index]:
        return Mark.NO_DATA
    return Text(str(table.values["post"][index]), str(code), free=False)


def _phone(facts: Facts) -> Cell:
    """A telephone of the office, the one place where a telephone stands."""
    return told(facts, OFFICE_PHONE) or Mark.NO_DATA
