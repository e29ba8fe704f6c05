"""Names of people: title case, particles, and what is not one person's full name."""

import re
from collections.abc import Iterable, Sequence
from itertools import filterfalse

from config.cells.text import as_text, find_mixture
from config.columns import Column, Raw, Reading

PARTICLES = frozenset(
    {"оглы", "оглу", "кызы", "гызы", "улы", "уулу", "ван", "фон", "цу", "дер", "ден", "тер", "де", "дель", "делла"}
    | {"да", "дос", "ду", "ди", "ла", "ле", "бен", "бин", "ибн", "аль", "эль"}
)
"""Words of a name that stay in small letters."""

_PART = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_CLEAN = re.compile(_PART)
_PLAIN = re.compile(f"(?!Нет$|Отсутствует$){_PART}")
_CLEAN_FULL = re.compile(f"{_PART} {_PART} {_PART}")
_QUOTES = str.maketrans("’‘ʼ`´‐‑‒–—−", "'''''------")
_ALLOWED = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
_LETTERS = re.compile(r"[А-Яа-яЁё '-]+")
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_](?:[\s.]|$)")
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"[()\[\]{}<>]")
_SEVERAL = re.compile(r"[,;/&+]| и ")
_LONGEST = 200
_AS_IN_PASSPORT = "Запишите имя полностью, русскими буквами, как в паспорте или свидетельстве о рождении."
_NO_PATRONYMIC = frozenset({"нет", "без отчества", "отчества нет", "отсутствует"})
_TWO_PERSONS = Reading(None, "C13", "Больше трёх слов: похоже, в ячейке двое людей", "Оставьте одного человека.")
_WHOLE_NAME = Reading(
    None,
    "C13",
    "Похоже, в ячейке записаны и фамилия, и имя, и отчество",
    "Разнесите фамилию, имя и отчество по своим столбцам.",
)
_ONE_PERSON = "Оставьте в ячейке только имя одного человека, остальное уберите."
_FAULTS = (
    (_DIGIT, "В имени есть цифры", _ONE_PERSON),
    (_BRACKET, "В имени есть скобки", _ONE_PERSON),
    (_SEVERAL, "Похоже, в ячейке двое людей или перечисление", _ONE_PERSON),
    (_INITIAL, "Вместо полного имени стоит одна буква (инициал)", _AS_IN_PASSPORT),
)


def read_name(raw: Raw, _column: Column) -> Reading:
    """A surname or a given name in title case; C13 when it is not one person's full name."""
    if isinstance(raw, str) and _CLEAN.fullmatch(raw):
        return Reading(raw)
    return _read(as_text(raw), words=range(1, 3))


def read_patronymic(raw: Raw, column: Column) -> Reading:
    """A patronymic, or «нет» for a person who has none."""
    if isinstance(raw, str) and raw.casefold() in _NO_PATRONYMIC:
        return Reading("нет")
    return read_name(raw, column)


def read_full_name(raw: Raw, _column: Column) -> Reading:
    """Surname, given name and patronymic in one cell («Пак Ирина нет» for a person without a patronymic)."""
    if isinstance(raw, str) and _CLEAN_FULL.fullmatch(raw):
        return Reading(raw)
    text = as_text(raw)
    head, _, last = text.rpartition(" ")
    if last.casefold() == "нет":
        return _read(head, words=range(2, 3))
    return _read(text, words=range(3, 4))


def odd_names(texts: Sequence[str], _column: Column) -> Iterable[str]:
    """The texts that are not yet a name or patronymic in title case."""
    return filterfalse(_PLAIN.fullmatch, texts)


def title_case(name: str) -> str:
    """`САЛТЫКОВ-ЩЕДРИН` → `Салтыков-Щедрин`, `АЛИ ОГЛЫ` → `Али оглы`, `Д'АРК` → `д'Арк`; what is right stays."""
    alone = " " not in name
    return " ".join(_titled_word(word, alone=alone) for word in name.split(" "))


def _read(text: str, *, words: range) -> Reading:
    if len(text) > _LONGEST:
        return Reading(None, "C13", "Для имени текст слишком длинный", _AS_IN_PASSPORT)
    mixture = find_mixture(text, names=True)
    if mixture is None:
        return _shaped(text, words)
    if mixture.mended is None:
        return Reading(None, "C07", mixture.words, "Наберите имя заново русскими буквами.")
    shaped = _shaped(mixture.mended, words)
    if shaped.value is None:
        return shaped
    return Reading(shaped.value, "C07", mixture.words, "Замените букву на такую же русскую.", "warning")


def _shaped(text: str, words: range) -> Reading:
    for pattern, fault, advice in _FAULTS:
        if pattern.search(text):
            return Reading(None, "C13", fault, advice)
    name = re.sub(r" ?- ?", "-", text.translate(_QUOTES))
    if not _ALLOWED.fullmatch(name):
        return Reading(None, "C13", "В имени есть лишние знаки", _AS_IN_PASSPORT)
    if name.isascii():
        return Reading(None, "C07", "Имя записано латинскими буквами", _AS_IN_PASSPORT)
    return _counted(title_case(name), words) or _judged(text, title_case(name))


def _counted(name: str, words: range) -> Reading | None:
    full = words.start == 3
    heads = [word for word in name.split(" ") if word.casefold() not in PARTICLES] or [name]
    if len(heads) < words.start:
        fault = "Нет отчества или имени" if full else "Имя неполное"
        return Reading(None, "C13", fault, "Запишите фамилию, имя и отчество; если отчества нет, напишите «нет».")
    if len(heads) >= words.stop:
        return _TWO_PERSONS if full else _WHOLE_NAME
    return None


def _judged(typed: str, name: str) -> Reading:
    if not _LETTERS.fullmatch(name):
        return Reading(name, "C13", "В имени есть буква не русского алфавита", _AS_IN_PASSPORT, "warning")
    if name == typed.translate(_QUOTES):
        return Reading(name)
    return Reading(name, "C06", "Заглавные буквы или дефис исправлены")


def _titled_word(word: str, *, alone: bool) -> str:
    if not alone and word.casefold() in PARTICLES and (word.isupper() or word.islower()):
        return word.casefold()
    return "-".join(_titled_part(part, first=place == 0) for place, part in enumerate(word.split("-")))


def _titled_part(part: str, *, first: bool) -> str:
    if not first and part.casefold() in PARTICLES:
        return part.casefold()
    head, mark, tail = part.partition("'")
    if not mark or len(head) > 1:
        return _capital(head) + mark + tail.casefold()
    typed_well = head.isupper() and tail[1:].islower()
    return (head if typed_well else "д" if head in "дД" else head.upper()) + mark + _capital(tail)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].casefold()
