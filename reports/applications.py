"""«Новые заявки»: candidates of a form in the columns of the clerk's own register, to be copied there as they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.imports import name_in_folder
from reports import wording
from reports.exports import own_of
from reports.facts import Facts
from reports.naming import tab_of, title_in, workbook_of
from reports.report import Field, Link, Listing, Recipe, Report, Value, Words
from validators.intake.taken import Taken
from validators.intake.who import cells_of, directory
from validators.office import Office, Table

_NOT_OURS = "(ваш столбец)"
_HOW = (
    "Столбцы идут в том же порядке, что в реестре, начиная со столбца «{}». Выделите строки до столбца «Проверьте», "
    "скопируйте и вставьте в реестр рядом со свободными кодами. Кто появился в реестре, отсюда уйдёт при обновлении. "
    "Пока заявка стоит только здесь, она уже учтена в числе заявок."
)


def tab_for(key: str) -> str:
    """The title of the tab: one for each register of participants."""
    return f"Новые заявки. {tab_of(key)}"


def compose(facts: Facts) -> tuple[Report, ...]:
    """A tab in the workbook of each who keeps the register and may see names; nothing without new applications."""
    reports = []
    for code, mine in own_of(facts, "candidates"):
        for key in dict.fromkeys(one.export.settings.target for one in mine):
            table = facts.scene.office.tables.get(key)
            if table is not None and table.from_exports:
                workbook = workbook_of(facts.scene.office, code)
                reports.append(Report(workbook, tab_for(key), _blocks(facts, table, mine), local=True))
    return tuple(reports)


APPLICATIONS = Recipe("Новые заявки", compose)


@dataclass(frozen=True)
class _Place:
    """One column of the clerk's tab: its heading and the fields that stand in it."""

    heading: str
    fields: tuple[str, ...] = ()


def _blocks(facts: Facts, table: Table[Any], taken: Sequence[Taken]) -> tuple[Words | Listing, ...]:
    office, rows = facts.scene.office, table.from_exports
    places = _places(table, rows)
    faults = _faults(taken)
    known = directory(office.tables, ("surname", "name"), (table.register.key,))
    lines = []
    for index in rows:
        source = table.sources[table.origin[index]]
        said = list(faults.get((source.name, table.rows[index]), ()))
        alike = [one for one in known.namesakes(cells_of(table, index)) if one[:1] != "?"]
        if alike:
            said.append(f"Похожий человек уже есть в реестре: {', '.join(alike)}.")
        cells = tuple(_cell(office, table, index, place) for place in places)
        row = table.rows[index]
        where = Link(f"{name_in_folder(source.file)}, строка {row}", source.file, source.tab, f"A{row}")
        lines.append((*cells, " ".join(said) or None, where))
    fields = (*(Field(place.heading, 16) for place in places), Field("Проверьте", 44), Field("Откуда", 30))
    count = wording.counted(len(rows), "новая заявка", "новые заявки", "новых заявок")
    return (
        Words(f"Новые заявки: {tab_of(table.register.key)}", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(f"В реестре ещё нет: {count}."),
        Words(_HOW.format(places[0].heading)),
        Listing("", fields, tuple(lines), filtered=True, frozen=True),
    )


def _places(table: Table[Any], rows: Sequence[int]) -> tuple[_Place, ...]:
    """The clerk's columns from left to right, without the codes before them and the empty ones behind."""
    columns = table.sources[0].columns if table.is_begun or not table.from_exports else {}
    at = dict(columns) or {column.field: number for number, column in enumerate(table.register.columns)}
    standing: dict[int, list[str]] = {}
    for name, position in at.items():
        standing.setdefault(position, []).append(name)
    places = [_place(table, standing.get(position, [])) for position in range(max(standing) + 1)]
    filled = [any(_is_said(table, row, name) for name in one.fields for row in rows) for one in places]
    last = max((number for number, full in enumerate(filled) if full), default=0)
    first = 1 if places[0].heading == table.register.id_column.heading else 0
    return tuple(places[first : last + 1]) or (_Place(table.register.columns[1].heading),)


def _place(table: Table[Any], names: Sequence[str]) -> _Place:
    headings = [table.register.by_field[name].heading for name in names]
    return _Place(" ".join(headings) or _NOT_OURS, tuple(name for name in names if name != "id"))


def _cell(office: Office, table: Table[Any], index: int, place: _Place) -> Value:
    said = [name for name in place.fields if _is_said(table, index, name)]
    values = [_value(office, table, index, name) for name in said]
    if len(values) == 1:
        return values[0]
    return " ".join(str(value) for value in values if value is not None) or None


def _is_said(table: Table[Any], index: int, name: str) -> bool:
    """The answer itself says it: what the service derives is left blank, as in the register."""
    if name == table.register.life.field:
        return True
    typed = table.raw[name][index] if name in table.raw else table.values[name][index]
    return typed is not None and typed != ""


def _value(office: Office, table: Table[Any], index: int, name: str) -> Value:
    value = table.values[name][index]
    column = table.register.by_field[name]
    if value is None:
        raw = table.raw[name][index] if name in table.raw else None
        return raw if isinstance(raw, str | int | float) else None
    if column.kind.is_reference and isinstance(value, str):
        titles = (title_in(office.tables.get(key), value) for key in column.refers)
        title = next((one for one in titles if one), "")
        return f"{value} · {title}" if title else value
    match value:
        case bool():
            return "Да" if value else "Нет"
        case date() | int() | float():
            return value
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return str(value)


def _faults(taken: Sequence[Taken]) -> Mapping[tuple[str, int], list[str]]:
    """What is wrong with the cells of an answer, by source and row."""
    found: dict[tuple[str, int], list[str]] = {}
    for one in taken:
        for remark in one.export.faults:
            place = remark.place
            if remark.asks and place.source and place.row:
                words = f"{place.column}: {remark.text}".rstrip(".")
                found.setdefault((place.source, place.row), []).append(f"{words}.")
    return found
