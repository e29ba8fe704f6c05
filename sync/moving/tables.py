"""A table of the history → its Table Schema: types, keys, references, what may be empty; new tables need nothing here."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Float, Integer, LargeBinary, Row, Table, select, text

from sync.moving.cells import NOTHING
from sync.state.tables import CONTENTS

Schema = Mapping[str, Any]  # Any: whatever JSON holds
_AT_ONCE = 500


def resource_of(table: str) -> str:
    """The name of the resource that holds a table."""
    return f"history-{table.replace('_', '-')}"


def path_of(table: str) -> str:
    """Where the table stands in the package."""
    return f"history/{table}.csv"


def schema_of(table: Table) -> Schema:
    """The columns of a table as a Table Schema with its primary and foreign keys."""
    if table is CONTENTS:
        return _CONTENTS_SCHEMA
    keys = [column.name for column in table.primary_key.columns]
    schema = {
        "fields": [_field(column, alone=keys == [column.name]) for column in table.columns],
        "primaryKey": keys,
        "missingValues": [NOTHING],
    }
    foreign = [_foreign(column, key.column) for column in table.columns for key in column.foreign_keys]
    return {**schema, "foreignKeys": foreign} if foreign else schema


def rows_of(connection: Connection, table: Table) -> Iterator[Row[Any]]:  # Any: a row of any table
    """The rows as they were added, some at a time: where the database knows no such order, in that of their keys."""
    order = [text("rowid")] if connection.dialect.name == "sqlite" else list(table.primary_key.columns)
    query = select(table).order_by(*order).execution_options(yield_per=_AT_ONCE)
    yield from connection.execute(query)


def _field(column: Column[Any], *, alone: bool) -> Schema:  # Any: a column of any type
    constraints: dict[str, bool] = {}
    if not column.nullable:
        constraints["required"] = True
    if alone:
        constraints["unique"] = True
    field = {"name": column.name, **_type(column)}
    return {**field, "constraints": constraints} if constraints else field


def _type(column: Column[Any]) -> Schema:  # Any: a column of any type
    match column.type:
        case Boolean():
            return {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
        case Integer():
            return {"type": "integer"}
        case Float():
            return {"type": "number"}
        case LargeBinary():
            return {"type": "string", "format": "binary"}
        case _:
            return {"type": "string"}


def _foreign(column: Column[Any], target: Column[Any]) -> Schema:  # Any: a column of any type
    resource = "" if target.table is column.table else resource_of(target.table.name)
    return {"fields": column.name, "reference": {"resource": resource, "fields": target.name}}


_CONTENTS_SCHEMA = {
    "fields": [
        {
            "name": "digest",
            "type": "string",
            "description": "sha256 содержимого в кодировке UTF-8",
            "constraints": {"required": True, "unique": True, "pattern": "[0-9a-f]{64}"},
        },
        {
            "name": "form",
            "type": "string",
            "description": "json — целиком строкой в contents.jsonl; change — там же, отличия от base; "
            "file — отдельным файлом",
            "constraints": {"required": True, "enum": ["json", "change", "file"]},
        },
        {"name": "base", "type": "string", "description": "от какого содержимого записаны отличия"},
        {"name": "file", "type": "string", "description": "в каком файле выгрузки лежит содержимое"},
    ],
    "primaryKey": ["digest"],
    "foreignKeys": [{"fields": "base", "reference": {"resource": "", "fields": "digest"}}],
    "missingValues": [NOTHING],
}
