"""How much a cell is wanted, in words that a clerk understands."""

from typing import Any

from config.columns import Column, Condition, Need
from config.register import Register


def need_words(register: Register[Any], column: Column) -> str:
    """«Обязательно.», «Обязательно, если «Статус» — Вышла.», «По желанию.» and kin."""
    if column.field == "id" and register.prefix:
        return "Код записи: возьмите готовый и не меняйте его."
    if column.need is Need.REQUIRED:
        return "Обязательно."
    if column.need is Need.EXPECTED:
        return "Желательно."
    if is_due_sometimes(column):
        return f"Обязательно, если {' или '.join(condition_words(register, one) for one in column.when)}."
    if group := next((one for one in register.either if column.field in one), None):
        return f"Нужно хотя бы одно: {' или '.join(_quoted(register, name) for name in group)}."
    return "Можно не заполнять." if column.need is Need.DERIVED else "По желанию."


def condition_words(register: Register[Any], condition: Condition) -> str:
    """`«Статус» — Подписан, Отправлен или Получен`; `заполнено «Поручение»` when any value will do."""
    heading = _quoted(register, condition.field)
    return f"{heading} — {_listed(condition.values)}" if condition.values else f"заполнено {heading}"


def is_due_sometimes(column: Column) -> bool:
    """An empty cell is a remark only under the conditions of the column."""
    return bool(column.when)


def is_one_of_several(register: Register[Any], column: Column) -> bool:
    """The column belongs to a group of which one is wanted."""
    return any(column.field in group for group in register.either)


def _quoted(register: Register[Any], name: str) -> str:
    return f"«{register.by_field[name].heading}»"


def _listed(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} или {values[-1]}"
