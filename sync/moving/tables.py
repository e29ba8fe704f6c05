"""A table of the history → its Table Schema: types, keys, references, what may be empty; new tables need no code."""

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
    field = {"name": column.name, **_type(column), **_meaning(column.name)}
    return {**field, "constraints": constraints} if constraints else field


def _meaning(name: str) -> Schema:
    return {"description": _MEANINGS[name]} if name in _MEANINGS else {}


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


_MEANINGS = {
    "run": "номер обновления, которое сделало запись",
    "opened_run": "номер обновления, которое первым увидело замечание",
    "closed_run": "номер обновления, которое замечания уже не увидело; пусто — замечание открыто",
    "gone_run": "номер обновления, с которого запись не действует; пусто — действует",
    "released_run": "номер обновления, которое приняло данные; пусто — данные ждут",
    "known_run": "последнее обновление на день закрытия",
    "stamp_run": "номер обновления на штампе листа",
    "day": "день по часам офиса",
    "since": "с какого дня",
    "cut": "последний день периода",
    "summary": "итог обновления, JSON",
    "key": "от чего зависит итог: контрольная сумма, у выданных кодов — приметы строки",
    "register": "код реестра; import:… — выгрузка другой системы",
    "id": "код строки или показателя",
    "code": "код замечания или выданный код",
    "digest": "контрольная сумма содержимого, sha256",
    "ids": "содержимое со списком кодов строк",
    "files": "файлы, JSON",
    "fingerprint": "отпечаток замечания: код, реестр, строка и столбец",
    "severity": "важность: critical, error, warning, info",
    "old": "замечание было уже при первом чтении реестра",
    "owner": "чьё замечание: код сотрудника",
    "value": "контрольная сумма ячейки; у показателя — значение",
    "kind": "почему приём приостановлен",
    "subject": "о каком файле речь; пусто — о реестре целиком",
    "reason": "причина, словами",
    "accepted_reason": "почему принято",
    "accepted_at": "когда принято",
    "was": "сколько строк было",
    "now": "сколько стало",
    "most": "сколько может пропасть",
    "spelling": "как написано",
    "until": "до какого числа, как написано",
    "silent_until": "по какой день замечание молчит",
    "place": "на каком листе ответили",
    "story": "номер первой версии той же строки",
    "gone": "строки больше нет",
    "source": "книга и лист",
    "cells": "ячейки строки, JSON: столбец → что набрано",
    "link": "звено цепочки контрольных сумм",
    "columns": "столбцы листа по порядку, JSON: ключ, поле реестра, заголовок",
    "digests": "реестр → содержимое, по которому посчитан период, JSON",
    "figures": "показатель → значение, JSON",
    "correction": "номер уточнения; 0 — первый отчёт",
}

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
