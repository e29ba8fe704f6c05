"""What a spreadsheet says when a cell is chosen, and when a value looks wrong, within the limits of Excel."""

from typing import Any

from config.codes import PREFIXES, make_code
from config.columns import Column
from config.register import Register
from reports.templates.need import need_words

_LONGEST_TITLE = 32
_LONGEST_MESSAGE = 255


def input_title(column: Column) -> str:
    """The heading, at most 32 characters."""
    return _cut(column.heading, _LONGEST_TITLE)


def input_message(register: Register[Any], column: Column, *, chosen: bool) -> str:
    """Whether to fill the cell, with what, for example what; at most 255 characters. `chosen` — there is a dropdown."""
    parts = [need_words(register, column), _what(column, chosen=chosen)]
    if column.past_only:
        parts.append("Не позже сегодняшнего дня.")
    parts.append(column.hint)
    return _cut(" ".join(part for part in parts if part), _LONGEST_MESSAGE)


def warning_message(column: Column) -> str:
    """What is said of a value that does not look right. It is never refused (requirements.md R19)."""
    if column.among is not None or column.kind.name == "yes_no":
        return "Такого значения нет в списке. Лучше выбрать из списка."
    if column.kind.is_reference:
        return "Такой записи нет в списке. Если она новая, оставьте как есть: сервис сверит её с реестром."
    return _cut(f"Здесь ожидается: {_uncapital(column.kind.title)}. Пример: {column.kind.example}.", _LONGEST_MESSAGE)


def _what(column: Column, *, chosen: bool) -> str:
    several = "Несколько — через «;»." if column.kind.several else ""
    if chosen:
        return " ".join(part for part in ("Выберите из списка.", several) if part)
    if column.kind.name == "text" or (column.field == "id" and column.kind.name == "key"):
        return ""
    example = _example(column)
    return f"{column.kind.title}, например: {example}." if example else f"{column.kind.title}."


def _example(column: Column) -> str:
    """An example with the prefix of the right register; the kind's own for all that is not a code."""
    if column.kind.name not in {"code", "ref", "refs"}:
        return column.kind.example
    prefixes = [PREFIXES[key] for key in column.refers if key in PREFIXES]
    if not prefixes:
        return ""
    codes = [make_code(prefixes[0], number) for number in (12, 13)]
    return "; ".join(codes) if column.kind.several else codes[0]


def _uncapital(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip(" ,.;:") + "…"
