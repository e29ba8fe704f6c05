"""Telephones in E.164: usual spellings pass at once, the rest goes through the library."""

import re
from collections.abc import Iterable, Sequence
from itertools import filterfalse

from config.cells.text import SPOILED, as_text
from config.columns import Column, Raw, Reading

_MOBILE = re.compile(r"(?:\+7|8|7)?[ -]?\(?(9(?:[0-24-9][0-9]|3[1-9]))\)?[ -]?([0-9]{3})[ -]?([0-9]{2})[ -]?([0-9]{2})")
_PLAIN = re.compile(r"\+79(?!30|9{9})[0-9]{9}")
_EXTENSION = re.compile(
    r"[ ,;(]{0,3}(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext)[ .:№]{0,3}([0-9]{1,6})\)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:телефон|тел|мобильный|моб|сотовый|сот|рабочий|раб|домашний|дом|гор|факс|т|м|phone|tel|mob)\b[.: ]{0,3}",
    re.IGNORECASE,
)
_LETTER_INSIDE = re.compile(r"[0-9][^\W\d_][0-9]|\b[ОO][0-9]")
_CHUNK = re.compile(r"\+?[0-9(][0-9() .\-‐‑‒–—−]*")
_LETTERS = re.compile(r"[^\W\d_]")
_NOT_DIGIT = re.compile(r"[^0-9]+")
_EQUAL = re.compile(r"\+7([0-9])\1{9}")
_LONGEST = 300
_SPOILED = "Номер испорчен форматом, последние цифры потеряны"
_TYPE_ANEW = "Введите номер заново в виде +7 912 345-67-89."
_ONE_NUMBER = "Оставьте в ячейке один номер, остальное уберите."


def read_phone(raw: Raw, _column: Column) -> Reading:
    """A telephone as `+79123456789` (with « доб. 12», when there is an extension)."""
    text = raw if isinstance(raw, str) else as_text(raw)
    match = _MOBILE.fullmatch(text)
    if match is not None and (phone := "+7" + "".join(match.groups())) != "+79999999999":
        return Reading(phone)
    return parse_phone(text)


def odd_phones(texts: Sequence[str], _column: Column) -> Iterable[str]:
    """The texts that are not yet a Russian mobile number in E.164."""
    return filterfalse(_PLAIN.fullmatch, texts)


def parse_phone(text: str) -> Reading:
    """The slow way, for any spelling; equal to `read_phone` where both apply."""
    text = text.removesuffix(".0").removesuffix(",0") if text[:-2].isdecimal() else text
    if SPOILED.fullmatch(text):
        return Reading(None, "C02", _SPOILED, "Введите номер заново как текст.")
    if len(text) > _LONGEST or not _NOT_DIGIT.sub("", text):
        return Reading(None, "C02", "Это не номер телефона", _TYPE_ANEW)
    if _LETTER_INSIDE.search(text):
        return Reading(None, "C14", "Среди цифр номера стоит буква", _TYPE_ANEW)
    extension = _EXTENSION.search(text)
    body = text[: extension.start()] if extension else text
    return _taken(_LABEL.sub("", body), f" доб. {extension[1]}" if extension else "")


def _taken(body: str, extension: str) -> Reading:
    chunks = [part for chunk in _CHUNK.findall(body) for part in _parted(chunk)]
    numbers = [chunk for chunk in chunks if len(_NOT_DIGIT.sub("", chunk)) >= 5] or chunks
    readings = [_one(number.strip(" .-"), extension) for number in numbers]
    first = next((reading for reading in readings if reading.value is not None), readings[0])
    if first.value is None:
        return first
    if len(chunks) == len(numbers) > 1 and all(reading.value == first.value for reading in readings):
        return Reading(first.value, "C06", "Один и тот же номер написан несколько раз")
    if len(chunks) > 1:
        return Reading(first.value, "C11", "В ячейке несколько номеров, взят первый годный", _ONE_NUMBER, "warning")
    if _LETTERS.search(body):
        return Reading(first.value, "C11", "В ячейке, кроме номера, есть слова", _ONE_NUMBER, "warning")
    return first


def _parted(chunk: str) -> tuple[str, ...]:
    """Two numbers that only a space parts."""
    digits = _NOT_DIGIT.sub("", chunk)
    if not 20 <= len(digits) <= 22:
        return (chunk,)
    cut = 10 if digits.startswith("9") else 11
    return digits[:cut], digits[cut:]


def _one(number: str, extension: str) -> Reading:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, "RU")
    except phonenumbers.NumberParseException:
        return _impossible(number)
    if not phonenumbers.is_valid_number(parsed):
        return _impossible(number)
    phone = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.region_code_for_number(parsed) != "RU":
        return Reading(phone + extension, "C14", "Номер не российский", "Проверьте код страны.", "warning")
    if _EQUAL.fullmatch(phone):
        return Reading(phone, "C14", "Все цифры номера одинаковые", "Проверьте номер у владельца.", "warning")
    return Reading(phone + extension)


def _impossible(number: str) -> Reading:
    count = len(_NOT_DIGIT.sub("", number))
    if 5 <= count <= 7 and number[:2] not in {"8(", "8 "} and number[:1] not in "+(":
        return Reading(None, "C14", "Нет кода города", "Добавьте код города или оператора: +7 (код) номер.")
    if count < (11 if number[0] in "+78" else 10):
        return Reading(None, "C14", "Номер неполный", _TYPE_ANEW)
    if count > 11:
        return Reading(None, "C14", "В номере лишние цифры", _TYPE_ANEW)
    return Reading(None, "C14", "Такого номера не бывает", _TYPE_ANEW)
