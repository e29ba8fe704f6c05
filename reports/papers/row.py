"""A row of a register as marks: every heading is a mark, a reference gives the title, a name and a post have cases."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from config.cells.names import read_full_name
from config.columns import Column, Privacy
from config.register import Register
from reports.grammar.case import Case, Gender
from reports.grammar.names import FullName, name_of
from reports.grammar.phrase import phrase_in
from reports.grammar.posts import post_in
from reports.naming import title_in
from reports.papers.marks import mark_name
from reports.papers.value import WHOLE, Value, day_value, in_cases, name_value, title_value
from reports.wording import NBSP, decimal
from validators.counting.count import references
from validators.office import Office, Table
from validators.references import title_of

FULL_NAME, SEX = "ФИО", "Пол"
"""Marks that a register of people has besides its columns."""

_NAME_FIELDS = ("surname", "name", "patronymic")
_SEX_WORDS = {Gender.MALE: "мужской", Gender.FEMALE: "женский"}
_POST = "post"
_NO_PATRONYMIC = "нет"
_THOUSANDS_APART = 10_000
_RUSSIAN_PHONE = re.compile(r"(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$")


def headings(register: Register[Any]) -> Mapping[str, Column]:
    """Heading as people write it → its column: the register's own first, former ones where they mean no other."""
    own = {column.heading: column for column in register.columns}
    former = {name: column for column in register.columns for name in column.former if name not in own}
    return {**own, **former}


def spaced(register: Register[Any]) -> Mapping[str, str]:
    """Heading → mark, for headings that are no marks as they stand."""
    return {heading: mark_name(heading) for heading in headings(register)}


def marks_of(register: Register[Any]) -> Mapping[str, Column]:
    """Mark → the column that it shows."""
    found: dict[str, Column] = {}
    for heading, column in headings(register).items():
        found.setdefault(mark_name(heading), column)
    return found


MayName = Callable[[Table[Any], int], bool]
"""The person of this row may be called by name; else a reference to him stays a code."""


def row_marks(office: Office, table: Table[Any], index: int, may_name: MayName) -> dict[str, Value]:
    """The marks of one row."""
    values = {}
    for column in table.register.columns:
        if column.kind.is_reference:
            values[column.field] = _reference(office, column, table.column(column.field)[index], may_name)
        else:
            values[column.field] = _value(table, index, column)
    found = {mark: values[column.field] for mark, column in marks_of(table.register).items()}
    if has_names(table.register):
        name = name_at(table, index)
        found[FULL_NAME] = Value() if name is None else name_value(name)
        found[SEX] = Value() if name is None or name.gender is None else Value(_SEX_WORDS[name.gender])
    return found


def has_names(register: Register[Any]) -> bool:
    """The rows are people."""
    return "full_name" in register.by_field or set(_NAME_FIELDS) <= set(register.by_field)


def name_at(table: Table[Any], index: int) -> FullName | None:
    """The name of a person's row; None when nobody knows it, or the row is no person's."""
    if "full_name" in table.values:
        cell = table.values["full_name"][index]
        return name_of(cell) if isinstance(cell, str) else None
    if not set(_NAME_FIELDS) <= set(table.values):
        return None
    surname, given, patronymic = (table.values[name][index] for name in _NAME_FIELDS)
    if surname is None or given is None:
        return None
    return FullName(str(surname), str(given), "" if patronymic in (None, _NO_PATRONYMIC) else str(patronymic))


def _value(table: Table[Any], index: int, column: Column) -> Value:
    cell = table.column(column.field)[index]
    if cell is None or (column.field == "patronymic" and cell == _NO_PATRONYMIC):
        return Value()
    if column.field in _NAME_FIELDS and column.kind.name in {"name", "patronymic"}:
        return _part_of_name(table, index, column.field, str(cell))
    if column.kind.name == "full_name" or (column.privacy >= Privacy.P3 and is_name(str(cell))):
        return name_value(name_of(str(cell)))
    if column.field == _POST:
        return title_value(str(cell), post_in)
    return Value(_phone(str(cell))) if column.kind.name == "phone" else plain(cell)


def plain(cell: object) -> Value:
    """A cell that is neither a name nor a reference."""
    match cell:
        case bool():
            return Value("да" if cell else "нет")
        case date():
            return day_value(cell)
        case int() | float() | Decimal():
            return Value(_number(float(cell)))
        case str():
            return title_value(cell, _title_in)
        case tuple():
            return Value("; ".join(map(str, cell)))
        case _:
            return Value(str(cell))


def _phone(number: str) -> str:
    """«+7 912 345-67-89»; a number of another country or with an extension as it is kept."""
    return _RUSSIAN_PHONE.sub(rf"\1{NBSP}\2{NBSP}\3-\4-\5", number)


def _number(number: float) -> str:
    """Four digits stand together: a year is no count of thousands."""
    return str(int(number)) if number.is_integer() and 0 <= number < _THOUSANDS_APART else decimal(number)


def is_name(text: str) -> bool:
    """The text is one person's full name, all three parts of it."""
    return len(text.split()) == 3 and read_full_name(text, _ANY_COLUMN).value == text


_ANY_COLUMN: Any = None
"""The reader of full names looks at no column."""


def _reference(office: Office, column: Column, cell: object, may_name: MayName) -> Value:
    """The short titles of records, the whole ones as a form; a person by name, who may not be named by code."""
    found = [_record(office, column, code, may_name) for code in references(cell)]
    if len(found) == 1:
        return found[0]
    return Value("; ".join(found), {WHOLE: lambda: Value("; ".join(one[WHOLE] for one in found))})


def _record(office: Office, column: Column, code: str, may_name: MayName) -> Value:
    for key in column.refers:
        table = office.tables.get(key)
        index = None if table is None else table.index_of.get(code)
        if table is None or index is None:
            continue
        name = name_at(table, index)
        if name is not None:
            return name_value(name) if may_name(table, index) else Value(code)
        long = title_of(table.register, table, index)
        return title_value(title_in(table, code) or code, _title_in, long or code)
    return title_value(code, _title_in)


def _title_in(text: str, case: Case) -> str:
    return phrase_in(text, case, persons=False)


def _part_of_name(table: Table[Any], index: int, field: str, text: str) -> Value:
    name = name_at(table, index)
    if name is None:
        return Value(text)
    part = {"surname": "surname", "name": "given", "patronymic": "patronymic"}[field]
    return in_cases(text, lambda case: str(getattr(name.in_case(case), part)))
