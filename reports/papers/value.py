"""What a mark stands for: a text that also knows its other forms, as `{{ Фамилия.дательный }}` asks for them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Self, SupportsIndex

from reports.grammar.case import Case, Gender
from reports.grammar.names import FullName
from reports.grammar.words import day_in_full, day_in_quotes, day_in_words
from reports.wording import day

Forms = Mapping[str, Callable[[], "Value"]]
"""The word of a template → what it gives; counted only when somebody asks."""

WHOLE, IN_TEXT, SHORT, LISTED = "полностью", "в_тексте", "инициалы", "фамилия_и_инициалы"
OWN, GREETING, IN_WORDS, QUOTED, YEAR = "имя_и_отчество", "обращение", "словами", "с_кавычками", "год"
FORM_WORDS = (*(case.value for case in Case), SHORT, LISTED, OWN, GREETING, IN_TEXT, WHOLE, IN_WORDS, QUOTED, YEAR)
"""All forms. A value that has no such form gives itself: a number in the dative is the same number."""

_GREETINGS = {Gender.MALE: "Уважаемый", Gender.FEMALE: "Уважаемая"}


class Value(str):
    """A text with forms. It is a text in everything else: templates compare it, cut it and count its letters."""

    __slots__ = ("forms",)
    forms: Forms

    def __new__(cls, text: str = "", forms: Forms | None = None) -> Self:
        """`forms` are those that differ from the text itself."""
        made = super().__new__(cls, text)
        made.forms = forms or {}
        return made

    def __getitem__(self, key: SupportsIndex | slice | str) -> str:
        """A form by its word. Raises KeyError for a word that is none of `FORM_WORDS`."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        if key not in FORM_WORDS:
            raise KeyError(key)
        return self.forms[key]() if self and key in self.forms else Value(self)


def in_cases(text: str, decline: Callable[[Case], str], others: Forms | None = None) -> Value:
    """A text in six cases, and in `others`."""
    cases = {case.value: _later(decline, case) for case in Case}
    return Value(text, {**cases, **(others or {})})


def _later(decline: Callable[[Case], str], case: Case) -> Callable[[], Value]:
    return lambda: Value(decline(case))


def name_value(name: FullName) -> Value:
    """A whole name: in cases, with initials before and after, without the surname, and how to address the person."""
    gender = name.gender
    greeting = f"{_GREETINGS[gender]} {name.own}" if gender else f"Уважаемый(ая) {name.own}"
    return in_cases(
        str(name),
        lambda case: str(name.in_case(case)),
        {
            SHORT: lambda: in_cases(name.initials_first, lambda case: name.shortened_in(case).initials_first),
            LISTED: lambda: in_cases(name.surname_first, lambda case: name.shortened_in(case).surname_first),
            OWN: lambda: in_cases(name.own, lambda case: name.in_case(case).own),
            GREETING: lambda: Value(greeting),
        },
    )


def day_value(when: date) -> Value:
    """15.04.2026, «15 апреля 2026 г.», «15 апреля 2026 года», ««15» апреля 2026 г.», «2026»."""
    return Value(
        day(when),
        {
            IN_WORDS: lambda: Value(day_in_words(when)),
            WHOLE: lambda: Value(day_in_full(when)),
            QUOTED: lambda: Value(day_in_quotes(when)),
            YEAR: lambda: Value(str(when.year)),
        },
    )


def title_value(text: str, decline: Callable[[str, Case], str], whole: str = "") -> Value:
    """A title in cases; with a small first letter for the middle of a sentence; `whole` is the longer title."""
    small = text[:1].lower() + text[1:] if text[1:2].islower() else text
    others: Forms = {
        IN_TEXT: lambda: in_cases(small, lambda case: decline(small, case)),
        WHOLE: lambda: in_cases(whole or text, lambda case: decline(whole or text, case)),
    }
    return in_cases(text, lambda case: decline(text, case), others)
