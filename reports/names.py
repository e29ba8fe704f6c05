"""«Участники с именами»: who stands behind each code, for those who work on this machine; made anew by every update."""

from collections.abc import Iterator
from typing import Any

from config.apart import is_of_people
from config.register import Register
from reports import wording
from reports.facts import Facts
from reports.naming import title_in
from reports.report import Field, Listing, Recipe, Report, Value, Words
from validators.office import Office, Table

WORKBOOK = "Участники с именами"
_FIELDS = (
    Field("Код", 12),
    Field("Фамилия", 20),
    Field("Имя", 18),
    Field("Отчество", 20),
    Field("Где учится или работает", 36),
    Field("Статус", 18),
)
_HOW = (
    "Чьё имя стоит за кодом в общих таблицах. Исправлять здесь ничего не нужно: имена берутся из файлов с именами. "
    "Этот файл не выносите с компьютера офиса."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """A tab for each register of people whose names are kept apart from its codes; nothing in any other office."""
    tables = (table for table in facts.scene.office.tables.values() if _is_apart(table))
    return tuple(
        Report(WORKBOOK, table.register.tab, _blocks(facts, table), local=True)
        for table in tables
        if is_of_people(table.register)
    )


NAMES = Recipe("Участники с именами", compose)


def _is_apart(table: Table[Any]) -> bool:
    return any(source.annex is not None for source in table.sources)


def _blocks(facts: Facts, table: Table[Any]) -> tuple[Words | Listing, ...]:
    return (
        Words(f"{table.register.tab}: коды и имена", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_HOW),
        Listing("", _FIELDS, tuple(_lines(facts.scene.office, table)), "Имён нет", filtered=True, frozen=True),
    )


def _lines(office: Office, table: Table[Any]) -> Iterator[tuple[Value, ...]]:
    far = set(table.from_exports)
    for index in sorted(set(range(len(table))) - far, key=lambda one: table.ids[one]):
        if table.ids[index][:1] == "?":
            continue
        names = (_text(table, index, name) for name in ("surname", "name", "patronymic"))
        yield (table.ids[index], *names, _place(office, table.register, table, index), _text(table, index, "status"))


def _place(office: Office, register: Register[Any], table: Table[Any], index: int) -> Value:
    said = _text(table, index, "organisation")
    keys = register.by_field["organisation"].refers
    titles = (title_in(office.tables.get(key), str(said)) for key in keys if said is not None)
    return next((title for title in titles if title), said)


def _text(table: Table[Any], index: int, name: str) -> str | None:
    value = table.values[name][index]
    return None if value is None else str(value)
