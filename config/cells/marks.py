"""Codes of records and references to them: `КМ-0012`, `КМ-0012 · Название`, or the name alone."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import filterfalse

from config.cells.text import TO_LATIN, as_text, mixture_reading
from config.codes import CODE, PREFIXES, fold_code
from config.columns import Column, Raw, Reading

_HEAD = re.compile(r"([A-Za-zА-Яа-яЁё]{2} ?[-‐‑‒–—−] ?[0-9]{1,9})(?: ?[·:—–|-] ?| )(.*\S.*)")
_SHORT = re.compile(r"[A-Za-zА-Яа-яЁё][0-9]{1,2}(?:\.[0-9]{1,2}[а-яё]?)?")
_BREAKS = re.compile(r"[;\n]")
_SOFT_BREAKS = re.compile(r",|/| и (?=\S)")
_KNOWN = frozenset(PREFIXES.values())
_DOT = " · "
_ONE_CODE = "Оставьте в ячейке один код."


def read_own_code(raw: Raw, column: Column) -> Reading:
    """The code of the row itself; with `refers` the code must be of that register."""
    text = as_text(raw)
    prefixes = _prefixes(column)
    if CODE.fullmatch(text) and (not prefixes or text[:2] in prefixes):
        return Reading(text)
    code = fold_code(text)
    if code is None or not CODE.fullmatch(code):
        several = len(_split(text)) > 1
        fault = Reading(None, "C11", "В ячейке несколько кодов", _ONE_CODE)
        return fault if several else Reading(None, "C12", "Код записан неверно", _code_advice(text, prefixes))
    if prefixes and code[:2] not in prefixes:
        return Reading(None, "C12", "Это код другого реестра", _code_advice("", prefixes))
    return _folded(code, text)


def odd_codes(texts: Sequence[str], column: Column) -> Iterable[str]:
    """The texts that are not yet a code of the column's register (of any, when it names none)."""
    prefixes = _prefixes(column)
    plain = _codes_of(prefixes) if prefixes else CODE
    return filterfalse(plain.fullmatch, texts)


def odd_references(texts: Sequence[str], column: Column) -> Iterable[str]:
    """The texts that are not yet a code of a register that the column refers to."""
    prefixes = _prefixes(column)
    return filterfalse(_codes_of(prefixes).fullmatch, texts) if prefixes else texts


def read_key(raw: Raw, _column: Column) -> Reading:
    """A name that serves as the key of a reference list."""
    text = as_text(raw)
    return mixture_reading(text) or Reading(text)


def read_reference(raw: Raw, column: Column) -> Reading:
    """A code, or the name as typed when it is not one; a list in this cell is C11."""
    text = as_text(raw)
    if CODE.fullmatch(text) and text[:2] in _prefixes(column):
        return Reading(text)
    if len(_split(text)) > 1 and not column.words_allowed:
        return Reading(None, "C11", "В ячейке несколько значений, а нужно одно", "Оставьте одно значение.")
    return _one(text, column)


def read_references(raw: Raw, column: Column) -> Reading:
    """Codes and names parted by «;» (codes also by a comma); the good ones stay when one is at fault."""
    text = as_text(raw)
    parts = _split(text, words=column.words_allowed)
    if not parts:
        return Reading(None, "C02", "В ячейке только знаки препинания", "Введите код или очистите ячейку.")
    readings = [_one(part, column) for part in parts]
    values = tuple(dict.fromkeys(reading.value for reading in readings if reading.value is not None))
    ranked = sorted((reading for reading in readings if reading.code), key=_rank)
    return ranked[0]._replace(value=values or None) if ranked else Reading(values or None)


def _one(text: str, column: Column) -> Reading:
    prefixes = _prefixes(column)
    head = _head(text)
    code = fold_code(head)
    if code is not None and _is_code(code, head, prefixes):
        if code[:2] in prefixes:
            return _folded(code, head)
        if not column.words_allowed and prefixes:
            return Reading(None, "C12", "Это код другого реестра", _code_advice("", prefixes))
    if text.isdecimal() and len(prefixes) == 1 and not column.words_allowed:
        return Reading(None, "C12", "Код записан без букв", _code_advice(text, prefixes))
    if not prefixes or len(prefixes) < len(column.refers):
        return _keyless(text, column)
    return mixture_reading(text) or Reading(text)


def _keyless(text: str, column: Column) -> Reading:
    """A record of a list without codes of ours: what stands before « · » names it."""
    head = text.partition(_DOT)[0]
    if not _SHORT.fullmatch(head):
        return mixture_reading(head) or Reading(head)
    if "FUNCTION" in column.refers:
        return Reading(head[0].upper().translate(TO_LATIN) + head[1:])
    return Reading(head.upper())


def _head(text: str) -> str:
    match = _HEAD.fullmatch(text)
    return match[1].replace(" ", "") if match else text


def _is_code(code: str, typed: str, prefixes: tuple[str, ...]) -> bool:
    """«СШ 12» is a school's name; `СШ-0012` is a code, though no register has it."""
    return code[:2] in prefixes or code[:2] in _KNOWN or bool(CODE.fullmatch(typed))


def _folded(code: str, typed: str) -> Reading:
    return Reading(code) if code == typed else Reading(code, "C06", "Код приведён к обычному виду")


@cache
def _codes_of(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(prefixes)})-[0-9]{{4,}}")


def _prefixes(column: Column) -> tuple[str, ...]:
    return tuple(PREFIXES[key] for key in column.refers if key in PREFIXES)


def _split(text: str, *, words: bool = False) -> list[str]:
    """Parts by «;» and line breaks; by a comma, «/», «и» or a space only when every part is a code."""
    parts = [part.strip() for part in _BREAKS.split(text)]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        return [piece for part in parts for piece in _split(part, words=words)]
    for pieces in (_SOFT_BREAKS.split(text), text.split(" ")):
        stripped = [piece.strip() for piece in pieces if piece.strip()]
        if len(stripped) > 1 and all(_starts_with_code(piece) for piece in stripped):
            return stripped
    return parts


def _starts_with_code(text: str) -> bool:
    code = fold_code(_head(text))
    return code is not None and code[:2] in _KNOWN


def _rank(reading: Reading) -> int:
    return ("C12", "C07", "C06").index(reading.code or "C06")


def _code_advice(text: str, prefixes: tuple[str, ...]) -> str:
    if len(prefixes) != 1:
        return "Введите код из двух букв и четырёх цифр через дефис, например КМ-0012."
    if text.isdecimal() and text.isascii() and 0 < len(text) <= 6:
        return f"Введите код полностью: {prefixes[0]}-{text.zfill(4)}, если это он."
    return f"Введите код этого реестра: {prefixes[0]}- и не меньше четырёх цифр."
