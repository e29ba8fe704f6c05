"""The catalogue of registers: where each lives, whose it is, and everything that is said about its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from config.columns import Column
from config.register import Register
from config.registers import REGISTERS
from config.registers.roles import ROLE_WORDS
from reports.catalogues.markdown import json_list, table
from reports.templates.need import condition_words, need_words

AnyRegister = Register[Any]  # Any: each register has a record class of its own

_TABS = {register.key: register.tab for register in REGISTERS}
_HEADINGS = ("Столбец", "Что в ячейке", "Заполнять", "Значения или реестр", "ПДн", "Пояснение")
_INTRODUCTION = (
    "Столбец «ПДн» — класс персональных данных: P0 — нет, P1 — код человека, P2 — косвенные сведения, "
    "P3 — имя и контакты, P4 — сведения о законном представителе. Порядок столбцов на листе любой."
)


def registers_as_json(registers: Sequence[AnyRegister]) -> str:
    """The registers with all their columns, one object a line."""
    return json_list(map(_register_as_json, registers))


def registers_as_markdown(registers: Sequence[AnyRegister]) -> str:
    """The catalogue for people, in Russian."""
    return "\n\n".join(("# Реестры", _INTRODUCTION, *map(_chapter, registers)))


def _chapter(register: AnyRegister) -> str:
    facts = [
        register.about,
        f"Книга «{register.workbook}.xlsx», лист «{register.tab}». Замечания получает: {ROLE_WORDS[register.owner]}.",
        f"Коды: {register.prefix}-0001 и далее." if register.prefix else "Строки различаются по первому столбцу.",
    ]
    if not register.kept_at_start:
        facts.append(f"Новый офис его не ведёт: чтобы начать, допишите `{register.key}` в `[registers] kept`.")
    rows = [_row(register, column) for column in register.columns]
    return "\n\n".join((f"## {register.key} — {register.tab}", "\n".join(facts), table(_HEADINGS, rows)))


def _row(register: AnyRegister, column: Column) -> tuple[str, ...]:
    need = need_words(register, column).removesuffix(".")
    return column.heading, column.kind.title, need, _values(column), f"P{column.privacy.value}", column.hint


def _values(column: Column) -> str:
    if column.among is not None:
        return " · ".join(column.among.values)
    if not column.kind.is_reference:
        return ""
    tabs = ", ".join(f"«{_TABS[key]}»" for key in column.refers)
    return f"{tabs} или слова" if column.words_allowed else tabs


def _register_as_json(register: AnyRegister) -> Mapping[str, object]:
    return {
        "key": register.key,
        "tab": register.tab,
        "former_tabs": list(register.former),
        "workbook": f"{register.workbook}.xlsx",
        "about": register.about,
        "prefix": register.prefix,
        "owner": register.owner,
        "kept_at_start": register.kept_at_start,
        "columns": [_column_as_json(register, column) for column in register.columns],
    }


def _column_as_json(register: AnyRegister, column: Column) -> Mapping[str, object]:
    return {
        "field": column.field,
        "heading": column.heading,
        "former": list(column.former),
        "kind": column.kind.name,
        "several": column.kind.several,
        "need": column.need.name.lower(),
        "required_when": [condition_words(register, condition) for condition in column.when],
        "one_of": next((list(group) for group in register.either if column.field in group), []),
        "values": list(column.among.values) if column.among else [],
        "refers": list(column.refers) if column.kind.is_reference else [],
        "words_allowed": column.words_allowed,
        "privacy": column.privacy.name,
        "hint": column.hint,
    }
