"""What the declarations imply: required cells, order of dates, keys that don't repeat, living references."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from config.columns import Column, Condition, Need, Privacy
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.drift import told_of_lost_rows
from validators.words import empty_words


@rule("C01", Severity.ERROR, "Обязательная ячейка заполнена")
def required_cells_are_filled(scene: Scene) -> Iterator[Complaint]:
    """Без неё строка учитывается не во всех отчётах."""
    for table in scene.office.tables.values():
        for column in table.register.columns:
            if column.field not in {"id", *table.missing} and not column.vital:
                yield from _empty_cells(table, column)
        for group in table.register.either:
            yield from _none_of(table, group)


def _empty_cells(table: Table[Any], column: Column) -> Iterator[Complaint]:
    if column.need not in {Need.REQUIRED, Need.EXPECTED} and not column.when:
        return
    values = table.values[column.field]
    severity = Severity.WARNING if column.need is Need.EXPECTED else None
    for index in table.counted:
        if values[index] is None and _is_due(table, column, index) and table.is_blank(index, column.field):
            text, advice = empty_words(column)
            yield Complaint(RowOf(table, index), column.field, text, advice, severity)


def _is_due(table: Table[Any], column: Column, index: int) -> bool:
    if column.need in {Need.REQUIRED, Need.EXPECTED}:
        return True
    return any(_holds(table, condition, index) for condition in column.when)


def _holds(table: Table[Any], condition: Condition, index: int) -> bool:
    value = table.values[condition.field][index]
    if not condition.values:
        return value not in (None, False)
    return value in condition.values


def _none_of(table: Table[Any], group: tuple[str, ...]) -> Iterator[Complaint]:
    here = [name for name in group if name not in table.missing]
    if not here:
        return
    headings = " или ".join(f"«{table.register.by_field[name].heading}»" for name in here)
    for index in table.counted:
        if all(table.values[name][index] is None and table.is_blank(index, name) for name in here):
            yield Complaint(
                RowOf(table, index),
                here[0],
                f"Не заполнено ни одно из: {headings}.",
                "Заполните хотя бы одно.",
                Severity.WARNING,
            )


@rule("C04", Severity.ERROR, "Даты идут по порядку")
def dates_follow_their_order(scene: Scene) -> Iterator[Complaint]:
    """Проверьте даты: более позднее событие не может стоять раньше предыдущего, а случившееся — в будущем."""
    for table in scene.office.tables.values():
        future = set()
        for column in table.register.columns:
            if column.past_only:
                for index in _in_future(table, column, scene.today):
                    future.add((index, column.field))
                    text = f"«{column.heading}» ещё не наступила{_shown(table.values[column.field][index], column)}."
                    yield Complaint(RowOf(table, index), column.field, text, "Впишите дату не позже сегодняшней.")
        yield from _disordered(table, future)


def _in_future(table: Table[Any], column: Column, today: date) -> list[int]:
    values = table.values[column.field]
    return [index for index in table.counted if isinstance(day := values[index], date) and day > today]


def _disordered(table: Table[Any], skipped: set[tuple[int, str]]) -> Iterator[Complaint]:
    names: Mapping[str, Column] = table.register.by_field
    for earlier, later in table.register.order:
        for index in table.counted:
            first, second = table.values[earlier][index], table.values[later][index]
            if not isinstance(first, date) or not isinstance(second, date) or (index, later) in skipped:
                continue
            if second >= first:
                continue
            text = (
                f"«{names[later].heading}»{_shown(second, names[later])} раньше, "
                f"чем «{names[earlier].heading}»{_shown(first, names[earlier])}."
            )
            yield Complaint(RowOf(table, index), later, text, "Проверьте обе даты и исправьте ошибочную.")


def _shown(day: object, column: Column) -> str:
    return f" ({day:%d.%m.%Y})" if isinstance(day, date) and column.privacy <= Privacy.P1 else ""


@rule("C05", Severity.ERROR, "Ключ не повторяется")
def keys_do_not_repeat(scene: Scene) -> Iterator[Complaint]:
    """Оставьте одну из повторяющихся строк, у лишней поставьте статус «Ошибочная запись»."""
    for table in scene.office.tables.values():
        for group in table.register.unique:
            yield from _repeated(table, group)


def _repeated(table: Table[Any], group: tuple[str, ...]) -> Iterator[Complaint]:
    seen: dict[tuple[object, ...], int] = {}
    headings = "», «".join(table.register.by_field[name].heading for name in group)
    columns = [table.column(name) for name in group]
    for index in table.counted:
        key = tuple(_comparable(cells[index]) for cells in columns)
        if key[0] is None or all(cell is None for cell in key):
            continue
        if key in seen:
            first = seen[key]
            code = table.place(first, None).id or "без кода"
            text = f"Повторяется «{headings}»: то же в строке {table.rows[first]} ({code})."
            yield Complaint(RowOf(table, index), group[0], text)
        else:
            seen[key] = index


def _comparable(cell: object) -> object:
    return cell.casefold() if isinstance(cell, str) else cell


@rule("X01", Severity.ERROR, "Ссылка ведёт к существующей записи")
def references_lead_to_records(scene: Scene) -> Iterator[Complaint]:
    """Впишите код существующей записи или выберите её из списка; если записи ещё нет, внесите её в свой реестр."""
    lost = told_of_lost_rows(scene)
    for broken in scene.office.broken:
        if broken.code in lost:
            continue
        table = scene.office.tables[broken.register]
        yield Complaint(RowOf(table, broken.index), broken.field, broken.text, broken.advice)
