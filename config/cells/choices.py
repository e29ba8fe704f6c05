"""Values of a list, matched as a kind reader would: case, ё, spaces and abbreviations are forgiven; and Да/Нет."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from config.cells.text import TO_CYRILLIC, as_text, fold
from config.columns import Choices, Column, Raw, Reading

_SHORTEST = 3
_LONGEST = 500
_SHOWN = 12
_NOTHING = Reading(None, "C02", "В ячейке только знаки препинания", "Введите значение или очистите ячейку.")
_BREAKS = re.compile(r"[;\n]")
_YES = frozenset({"да", "истина", "true"})
_NO = frozenset({"нет", "ложь", "false"})
_ALSO_YES = frozenset({"+", "1", "есть", "имеется", "v", "☑", "✓", "✔", "✅", "yes", "y"})
_ALSO_NO = frozenset({"0", "отсутствует", "не имеется", "☐", "no", "n"})


def read_choice(raw: Raw, column: Column) -> Reading:
    """One of the allowed values, in their own spelling."""
    text = as_text(raw)
    if column.among is None or text in column.among.values:
        return Reading(text)
    reading = _matched(text, column.among)
    if reading.value is not None:
        return reading
    parts = _parts(text, column.among)
    if len(parts) > 1 and all(_matched(part, column.among).value for part in parts):
        return Reading(None, "C11", "Выбрано несколько значений, а нужно одно", "Оставьте одно значение из списка.")
    return reading


def read_choices(raw: Raw, column: Column) -> Reading:
    """Several allowed values parted by «;» (or a comma); the good ones stay when one is at fault."""
    text = as_text(raw)
    if column.among is None:
        parts = [part.strip() for part in _BREAKS.split(text) if part.strip()]
        return Reading(tuple(dict.fromkeys(parts))) if parts else _NOTHING
    readings = [_matched(part, column.among) for part in _parts(text, column.among)]
    values = tuple(dict.fromkeys(reading.value for reading in readings if reading.value is not None))
    faults = sorted((reading for reading in readings if reading.code), key=lambda reading: reading.code or "")
    return faults[0]._replace(value=values or None) if faults else Reading(values or None)


def read_yes_no(raw: Raw, _column: Column) -> Reading:
    """`True` for Да, `False` for Нет; a tick box is silent, other marks are C06."""
    text = as_text(raw).casefold().rstrip(". \ufe0f")
    if text in _YES or text in _NO:
        return Reading(text in _YES)
    if text in _ALSO_YES or text in _ALSO_NO:
        answer = text in _ALSO_YES
        return Reading(answer, "C06", f"Отметка прочитана как «{'Да' if answer else 'Нет'}»")
    fault = "Крестик можно понять двояко" if text in {"x", "х"} else "Это не «Да» и не «Нет»"
    return Reading(None, "C02", fault, "Напишите «Да» или «Нет», пояснение перенесите в «Примечание».")


def _matched(text: str, among: Choices) -> Reading:
    if text in among.values:
        return Reading(text)
    key = fold(text[:_LONGEST])
    known = _keys(among.values)
    if key in known:
        return Reading(known[key])
    value = _by_other_name(key, among) or _by_beginning(key, known)
    if value is not None:
        return Reading(value, "C06", "Прочитано как значение из списка")
    return Reading(None, "C03", "Такого значения нет в списке", _advice(key, among))


def _by_other_name(key: str, among: Choices) -> str | None:
    for spelling, value in among.also.items():
        if fold(spelling) == key:
            return value
    one_script = key.translate(TO_CYRILLIC)
    found = {value for known, value in _keys(among.values).items() if known.translate(TO_CYRILLIC) == one_script}
    return found.pop() if len(found) == 1 else None


def _by_beginning(key: str, known: Mapping[str, str]) -> str | None:
    """«Утв.» → «Утверждён», «C1» → «C1 Приоритетные направления», when only one value begins so."""
    marked = any(sign.isdecimal() for sign in key)
    if len(key) < _SHORTEST and not marked:
        return None
    ending = " " if marked else ""
    start = key.translate(TO_CYRILLIC) + ending
    found = {value for name, value in known.items() if name.translate(TO_CYRILLIC).startswith(start)}
    return found.pop() if len(found) == 1 else None


def _parts(text: str, among: Choices) -> list[str]:
    parts = [part.strip() for part in _BREAKS.split(text[:_LONGEST]) if part.strip()]
    if len(parts) > 1 or "," not in text:
        return parts or [text]
    pieces = [piece.strip() for piece in text[:_LONGEST].split(",") if piece.strip()]
    whole = _matched(text, among).value is not None
    return [text] if whole or not pieces or all(_matched(piece, among).value is None for piece in pieces) else pieces


def _advice(key: str, among: Choices) -> str:
    from difflib import get_close_matches

    known = _keys(among.values)
    near = get_close_matches(key[:100], known, n=1, cutoff=0.75)
    if near:
        return f"Возможно, имелось в виду «{known[near[0]]}»; выберите значение из списка."
    shown = " · ".join(among.values[:_SHOWN])
    return f"Выберите значение из списка: {shown}{' и другие' if len(among.values) > _SHOWN else ''}."


@lru_cache(maxsize=256)
def _keys(values: tuple[str, ...]) -> Mapping[str, str]:
    return MappingProxyType({fold(value): value for value in values})
