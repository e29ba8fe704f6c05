"""The burden: how many cells a clerk fills for one row, and which columns nobody reads (requirements.md 17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from config.columns import Column, Need
from config.register import Register
from reports.catalogues.markdown import json_list
from reports.catalogues.reading import Reader, is_read
from reports.wording import agreed

AnyRegister = Register[Any]  # Any: each register has a record class of its own

_JOINING = {"status": "Участник"}
"""What a clerk answers in the row of a person who joins the programme."""


@dataclass(frozen=True)
class Burden:
    """What a register costs: the cells that one row takes («Телефон или E-mail» is one), the columns unread."""

    register: AnyRegister
    cells: tuple[str, ...]
    unread: tuple[str, ...]


def burden(register: AnyRegister, readers: Sequence[Reader]) -> Burden:
    """What one row of the register costs. `readers` are the modules of rules and figures."""
    columns = [column for column in register.columns if _is_filled(register, column)]
    groups = [" или ".join(register.by_field[name].heading for name in group) for group in register.either]
    unread = [column.heading for column in register.columns if not is_read(register, column, readers)]
    return Burden(register, (*(column.heading for column in columns), *groups), tuple(unread))


def burden_as_json(burdens: Sequence[Burden]) -> str:
    """`[{"register", "cells", "headings", "unread"}]`, one object a line."""
    return json_list(map(_as_json, burdens))


def burden_as_text(burdens: Sequence[Burden]) -> str:
    """The page for the head: what a row costs, and what might be dropped."""
    return "\n\n".join(("# Сколько заполнять и что никто не читает", *map(_paragraph, burdens), _FOOT))


_FOOT = (
    "Код в счёт не входит: он уже проставлен в шаблоне. «Не читают» — столбец не нужен ни одному правилу и ни одному "
    "показателю; проверка самой ячейки (дата, телефон, ИНН) чтением не считается. "
    "Такой столбец нужен только самому офису: заполнять его не обязательно."
)


def _is_filled(register: AnyRegister, column: Column) -> bool:
    if column.field == "id":
        return register.prefix is None
    if column.need in {Need.REQUIRED, Need.EXPECTED}:
        return True
    return any(_JOINING.get(condition.field) in condition.values for condition in column.when)


def _paragraph(one: Burden) -> str:
    count = len(one.cells)
    lines = [
        f"## {one.register.key} — {one.register.tab}: {count} {agreed(count, 'ячейка', 'ячейки', 'ячеек')} на строку",
        "; ".join(one.cells) + ".",
    ]
    if one.unread:
        lines.append(f"Не читают: {'; '.join(one.unread)}.")
    return "\n".join(lines)


def _as_json(one: Burden) -> Mapping[str, object]:
    return {
        "register": one.register.key,
        "cells": len(one.cells),
        "headings": list(one.cells),
        "unread": list(one.unread),
    }
