"""A register → Table Schemas: of its columns as staff typed them, and of its values as the service counts them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from config.columns import CellError, Column, Privacy, Raw
from config.register import Register
from config.registers import REGISTERS
from sync.moving.cells import guarded

Schema = Mapping[str, Any]  # Any: whatever JSON holds
AnyRegister = Register[Any]  # Any: each register has a record class of its own
_IDS = {one.key: one.id_column.heading for one in REGISTERS}
FILE, TAB, ROW, COUNTED = "_файл", "_лист", "_строка", "_учтена"
_FIRST_SERIAL = date(1899, 12, 30).toordinal()
_FIRST_SURE, _LAST_SERIAL = 61, 2_958_465

_WHERE = (
    {"name": FILE, "type": "string", "description": "из какой книги строка"},
    {"name": TAB, "type": "string", "description": "с какого листа"},
    {"name": ROW, "type": "integer", "description": "номер строки на листе"},
)


def typed_schema(register: AnyRegister, columns: Sequence[tuple[str, str, str | None]]) -> Schema:
    """Of the columns as they are: (name in the file, heading as typed, field of the register or None)."""
    fields = [_typed_field(register, *one) for one in columns]
    return {"fields": [*_WHERE, *fields], "missingValues": [""]}


def values_schema(register: AnyRegister, columns: Sequence[Column], resources: Mapping[str, str]) -> Schema:
    """Of the values. `resources` — register key → the resource with its values, of those that are in the package."""
    own = register.id_column
    fields = [_value_field(column, own) for column in columns]
    counted = {"name": COUNTED, "type": "boolean", "trueValues": ["Да"], "falseValues": ["Нет"]}
    keys = [
        {"fields": column.heading, "reference": {"resource": resources[key], "fields": heading}}
        for column in columns
        if (key := target(column, resources)) and (heading := _IDS[key])
    ]
    schema = {"fields": [*fields, counted, *_WHERE], "primaryKey": own.heading, "missingValues": [""]}
    return {**schema, "foreignKeys": keys} if keys else schema


def target(column: Column, resources: Mapping[str, str]) -> str | None:
    """The one register to which each value of the column leads, when it is in the package."""
    certain = column.kind.is_reference and not column.kind.several and not column.words_allowed
    return column.refers[0] if certain and len(column.refers) == 1 and column.refers[0] in resources else None


def typed_cell(cell: Raw, column: Column | None) -> str:
    """A cell as it was typed; a date in a column of dates is the day, not its number."""
    match cell:
        case None:
            return ""
        case CellError(word):
            return word
        case str():
            return guarded(cell)
        case _ if column is not None and column.kind.is_date and _FIRST_SURE <= cell <= _LAST_SERIAL:
            return date.fromordinal(_FIRST_SERIAL + int(cell)).isoformat()
        case _:
            return _number(cell)


def value_cell(value: object) -> str:
    """A value in the form that the schema promises."""
    match value:
        case None:
            return ""
        case bool():
            return "Да" if value else "Нет"
        case int() | float() | Decimal():
            return _number(value)
        case date():
            return value.isoformat()
        case tuple():
            return guarded("; ".join(map(_part, value)))
        case _:
            return guarded(str(value))


def _part(value: object) -> str:
    """One of several values; a span of days is «first/last»."""
    return "/".join(map(_part, value)) if isinstance(value, tuple) else str(value)


def _number(value: float | Decimal) -> str:
    return str(value).removesuffix(".0").replace(".", ",")


def _typed_field(register: AnyRegister, name: str, heading: str, field: str | None) -> Schema:
    column = register.by_field.get(field or "")
    known = {"rpo:field": column.field, "description": f"столбец реестра «{column.heading}»"} if column else {}
    return {"name": name, "title": heading, "type": "string", **known}


def _value_field(column: Column, own: Column) -> Schema:
    facts: dict[str, Any] = {"name": column.heading, **_TYPES.get(column.kind.name, {"type": "string"})}
    facts["description"] = column.kind.title
    facts["rpo:field"], facts["rpo:privacy"] = column.field, Privacy(column.privacy).name
    if column.field == own.field:
        facts["constraints"] = {"required": True, "unique": True}
    elif column.among is not None and not column.kind.several:
        facts["constraints"] = {"enum": [guarded(one) for one in column.among.values]}
    return facts


_TYPES: Mapping[str, Schema] = {
    "date": {"type": "date"},
    "whole": {"type": "integer"},
    "number": {"type": "number", "decimalChar": ","},
    "percent": {"type": "number", "decimalChar": ","},
    "money": {"type": "number", "decimalChar": ","},
    "yes_no": {"type": "boolean", "trueValues": ["Да"], "falseValues": ["Нет"]},
}
