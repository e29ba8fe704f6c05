"""A class of a school with its letter, or a course of a college or university."""

import re
from dataclasses import dataclass
from typing import Literal

from config.cells.numbers import bounded
from config.cells.text import LATIN_TWINS, TO_CYRILLIC, as_text
from config.columns import Column, Raw, Reading

GradeKind = Literal["класс", "курс"]


@dataclass(frozen=True, slots=True)
class Grade:
    """Class 1–11 with a letter or without, or course 1–6."""

    number: int
    letter: str | None
    kind: GradeKind

    def __str__(self) -> str:
        """«9А», «9 класс», «2 курс»."""
        return f"{self.number}{self.letter}" if self.letter else f"{self.number} {self.kind}"


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBER = r"([0-9]{1,2}|[IVXІХ]{1,4})"
_CLASS = re.compile(
    rf"{_NUMBER}(?:-?(?:й|ый|ой|ий)(?= ))?(?: ?[-–—‐‑]? ?[«\"'(]?([^\W\d_])[»\"')]?)?(?: ?(класс|кл)\.?)?",
    re.IGNORECASE,
)
_COURSE = re.compile(rf"{_NUMBER}(?:-?(?:й|ый|ой|ий)(?= ))?(?: ?(?:(курс)|к)\.?)", re.IGNORECASE)
_COURSE_FIRST = re.compile(rf"(?:(маг|бак|спец)[а-яё]*\.?,? )?(курс )?{_NUMBER}(?: курс)?", re.IGNORECASE)
_CLASS_FIRST = re.compile(rf"класс {_NUMBER}", re.IGNORECASE)
_SEVERAL = re.compile(r"[0-9]{1,2} ?[А-Яа-я]? ?[-–—,;/] ?[0-9]{1,2}.*")
_NOT_SIGN = re.compile(r"[\s.]+")
_LONGEST = 40
_EXAMPLES = "Запишите «9А» для школьника или «2 курс» для студента."


def read_grade(raw: Raw, column: Column) -> Reading:
    """A `Grade`; a bare number from 1 to 4 is a course, from 5 on a class, unless the heading tells which."""
    text = as_text(raw)
    if len(text) > _LONGEST:
        return Reading(None, "C02", "Класс или курс не читается", _EXAMPLES)
    course = _course(text, column)
    if course is not None:
        return _checked(course, text, column)
    match = _CLASS_FIRST.fullmatch(text) or _CLASS.fullmatch(text)
    number = _number(match[1]) if match else None
    if match is None or number is None:
        fault = "Указано несколько классов" if _SEVERAL.fullmatch(text) else "Класс или курс не читается"
        return Reading(None, "C02", fault, _EXAMPLES)
    return _class(match, number, text, column)


def _class(match: re.Match[str], number: int, text: str, column: Column) -> Reading:
    typed = match[2] if match.re is _CLASS else None
    letter = typed.upper() if typed else None
    if typed and letter and letter.isascii():
        if typed not in LATIN_TWINS:
            return Reading(None, "C07", "Литера класса набрана латинской буквой", "Наберите литеру русской буквой.")
        letter = letter.translate(TO_CYRILLIC)
    said = match.re is _CLASS_FIRST or bool(letter or match[3])
    if not said and 1 <= number <= 4 and "класс" not in _heading(column).replace("класс или курс", ""):
        text_, advice = "Не сказано, класс это или курс, прочитано как курс", _EXAMPLES
        return Reading(Grade(number, None, "курс"), "C06", text_, advice, "warning")
    return _checked(Grade(number, letter, "класс"), text, column)


def _course(text: str, column: Column) -> Grade | None:
    match = _COURSE.fullmatch(text)
    number = _number(match[1]) if match else None
    if match and number and number > 4 and not match[2]:
        return None
    if number is None and (match := _COURSE_FIRST.fullmatch(text)):
        heading = _heading(column)
        only_courses = "курс" in heading and "класс" not in heading
        number = _number(match[3]) if match[1] or match[2] or only_courses else None
    return None if number is None else Grade(number, None, "курс")


def _checked(grade: Grade, text: str, column: Column) -> Reading:
    last = 11 if grade.kind == "класс" else 6
    if not 1 <= grade.number <= last:
        return Reading(None, "C04", f"{grade.kind.capitalize()} бывает от 1 до {last}", _EXAMPLES)
    plain = {str(grade), str(grade.number), str(grade).replace("класс", "кл"), f"{grade} класс"}
    typed = _NOT_SIGN.sub("", text).casefold()
    silent = typed in {_NOT_SIGN.sub("", way).casefold() for way in plain}
    reading = Reading(grade) if silent else Reading(grade, "C06", f"Прочитано как {grade.kind} в обычной записи")
    return bounded(reading, grade.number, column) if _bounds_fit(grade, column) else reading


def _bounds_fit(grade: Grade, column: Column) -> bool:
    """Bounds of a column for both mean classes, of a column for courses courses."""
    both_or_class = "класс" in _heading(column) or "курс" not in _heading(column)
    return both_or_class == (grade.kind == "класс")


def _heading(column: Column) -> str:
    return column.heading.casefold()


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    roman = text.upper().replace("І", "I").replace("Х", "X")
    return _ROMAN.index(roman) if roman in _ROMAN else None
