"""Which rows stand (decisions.md 8): a row whose vital cell is blank and could not be derived is not counted."""

from dataclasses import replace
from typing import Any

from config.columns import Column
from validators.office import Office, Table
from validators.remark import Remark, Severity
from validators.words import empty_words


def let_stand(office: Office) -> tuple[Office, tuple[Remark, ...]]:
    """The office with rows that can't stand fallen, and one critical remark for each such row that was left blank."""
    tables = dict(office.tables)
    remarks: list[Remark] = []
    for key, table in office.tables.items():
        for column in table.register.columns:
            if column.vital and column.field not in {"id", *table.missing}:
                tables[key], found = _without_blank(tables[key], column)
                remarks.extend(found)
    return replace(office, tables=tables), tuple(remarks)


def _without_blank(table: Table[Any], column: Column) -> tuple[Table[Any], list[Remark]]:
    values = table.values[column.field]
    gone = [index for index in table.counted if values[index] is None]
    text, advice = empty_words(column)
    blank = [index for index in gone if table.is_blank(index, column.field)]
    remarks = [Remark("C01", Severity.CRITICAL, table.place(index, column.field), text, advice) for index in blank]
    return replace(table, fallen=table.fallen | frozenset(gone)), remarks
