"""Second rows of one human being, spoilt as clerks spoil them: one kind a function, some not used while tuning."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tests.validators.duplicates.population import Human, Region, bare, of_gender

Spoil = Callable[[Region, Human], Human | None]
"""The second row of a person; None when this person can't be spoilt so."""

_LETTERS = "абвгдежзиклмнопрстуфхцчшыэюя"
_TWINS = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
_SPELLINGS = {"Софья": "София", "София": "Софья", "Наталья": "Наталия", "Наталия": "Наталья", "Даниил": "Данил"}
_SPELLINGS |= {"Данил": "Даниил", "Данила": "Данил", "Мария": "Марья", "Дарья": "Дария", "Камилла": "Камила"}


def as_is(_region: Region, one: Human) -> Human | None:
    """Nothing differs."""
    return one


def without_dots(_region: Region, one: Human) -> Human | None:
    """`Семёнов` → `Семенов`."""
    surname, name, patronymic = (word.replace("ё", "е") for word in (one.surname, one.name, one.patronymic))
    other = replace(one, surname=surname, name=name, patronymic=patronymic)
    return other if other != one else None


def latin_letter(region: Region, one: Human) -> Human | None:
    """One letter is of the other alphabet and looks the same."""
    fit = [at for at, letter in enumerate(one.surname) if letter.translate(_TWINS) != letter]
    if not fit:
        return None
    at = region.dice.choice(fit)
    return replace(one, surname=one.surname[:at] + one.surname[at].translate(_TWINS) + one.surname[at + 1 :])


def parts_swapped(_region: Region, one: Human) -> Human | None:
    """Surname and given name in each other's columns."""
    return replace(one, surname=one.name, name=one.surname)


def day_and_month(_region: Region, one: Human) -> Human | None:
    """`03.04` → `04.03`."""
    born = one.born
    if born is None or born.day > 12 or born.day == born.month:
        return None
    return replace(one, born=date(born.year, born.day, born.month))


def digit_of_date(region: Region, one: Human) -> Human | None:
    """One digit of the day of birth is wrong, and the year is still possible."""
    if one.born is None:
        return None
    text = f"{one.born:%d%m%Y}"
    for _ in range(50):
        at = region.dice.choice((0, 1, 2, 3, 7))
        typed = text[:at] + region.dice.choice("0123456789") + text[at + 1 :]
        day, month, year = int(typed[:2]), int(typed[2:4]), int(typed[4:])
        if typed != text and 1 <= month <= 12 and 1 <= day <= 28 and 2003 <= year <= 2011:
            return replace(one, born=date(year, month, day))
    return None


def letters_of_surname_swapped(region: Region, one: Human) -> Human | None:
    """`Смирнов` → `Смирвно`."""
    return _respelt(one, surname=_swapped(region, one.surname))


def letter_of_surname(region: Region, one: Human) -> Human | None:
    """One letter is wrong."""
    return _respelt(one, surname=_mistyped(region, one.surname))


def letter_of_patronymic_lost(region: Region, one: Human) -> Human | None:
    """One letter is missing."""
    if not one.patronymic:
        return None
    at = region.dice.randrange(1, len(one.patronymic))
    return _respelt(one, patronymic=one.patronymic[:at] + one.patronymic[at + 1 :])


def letter_of_name(region: Region, one: Human) -> Human | None:
    """One letter of the given name is wrong."""
    return _respelt(one, name=_mistyped(region, one.name))


def married(region: Region, one: Human) -> Human | None:
    """Another surname, all else the same."""
    other = region.surname(woman=one.woman)
    return replace(one, surname=other) if one.woman and one.born and other != one.surname else None


def no_patronymic(_region: Region, one: Human) -> Human | None:
    """The patronymic is not given."""
    return replace(one, patronymic="") if one.born else None


def date_turned(region: Region, one: Human) -> Human | None:
    """Two neighbouring digits of the day of birth in each other's place."""
    if one.born is None:
        return None
    text = f"{one.born:%d%m%Y}"
    for at in region.dice.sample((0, 1, 2, 6), 4):
        typed = _turned(text, at)
        day, month, year = int(typed[:2]), int(typed[2:4]), int(typed[4:])
        if typed != text and 1 <= month <= 12 and 1 <= day <= 28 and 2001 <= year <= 2013:
            return replace(one, born=date(year, month, day))
    return None


def other_spelling(_region: Region, one: Human) -> Human | None:
    """`Софья` → `София`."""
    return replace(one, name=_SPELLINGS[one.name]) if one.name in _SPELLINGS and one.born else None


def half_of_surname(region: Region, one: Human) -> Human | None:
    """Only here with both of her surnames."""
    other = region.surname(woman=True)
    fit = one.woman and one.born and other != one.surname
    return replace(one, surname=f"{one.surname}-{other}") if fit else None


def letter_and_date(region: Region, one: Human) -> Human | None:
    """Two slips at once: a letter of the surname, and day and month."""
    other = day_and_month(region, one)
    return other and letter_of_surname(region, other)


def other_date_same_phone(region: Region, one: Human) -> Human | None:
    """A day of birth that has nothing in common, and the same telephone."""
    if one.born is None:
        return None
    return replace(one, born=one.born + timedelta(days=region.dice.randrange(400, 700)))


def of_other_gender(_region: Region, one: Human) -> Human | None:
    """`Иванова` → `Иванов`, the names stay a woman's."""
    other = bare(one.surname, woman=True) if one.woman else of_gender(one.surname, woman=True)
    return replace(one, surname=other) if one.born else None


def letters_of_name_swapped(region: Region, one: Human) -> Human | None:
    """`Мария` → `Маиря`."""
    return _respelt(one, name=_swapped(region, one.name))


TUNED: Mapping[str, Spoil] = {
    "exact": as_is,
    "without dots": without_dots,
    "latin letter": latin_letter,
    "parts swapped": parts_swapped,
    "day and month": day_and_month,
    "digit of date": digit_of_date,
    "letters of surname swapped": letters_of_surname_swapped,
    "letter of surname": letter_of_surname,
    "letter of patronymic lost": letter_of_patronymic_lost,
    "letter of name": letter_of_name,
    "married": married,
    "no patronymic": no_patronymic,
}
UNSEEN: Mapping[str, Spoil] = {
    "date turned": date_turned,
    "other spelling": other_spelling,
    "half of surname": half_of_surname,
    "letter and date": letter_and_date,
    "other date, same phone": other_date_same_phone,
    "of other gender": of_other_gender,
    "letters of name swapped": letters_of_name_swapped,
}
"""Kinds on which nothing was tuned."""

KEEPS_PHONE = frozenset({"other date, same phone"})


def second_row(region: Region, one: Human, kind: str) -> Human | None:
    """Another row of the person, typed elsewhere or later: contacts and home are often the same, not always."""
    spoil = TUNED.get(kind) or UNSEEN[kind]
    spoilt = spoil(region, one)
    if spoilt is None or one.key == "MENT":
        return None
    dice = region.dice
    town, school = (one.town, one.school) if dice.random() < 0.55 else region.home()
    if town == one.town and dice.random() < 0.2:
        school = region.home()[1]
    keeps = kind in KEEPS_PHONE or dice.random() < 0.5
    phone = one.phone if keeps else region.new_phone()
    email = one.email if dice.random() < 0.4 else None
    later = date(2026, 1, 20) + timedelta(days=dice.randrange(20))
    return replace(spoilt, phone=phone, email=email, town=town, school=school, enrolled=later)


def _respelt(one: Human, *, surname: str = "", name: str = "", patronymic: str = "") -> Human | None:
    surname, name, patronymic = surname or one.surname, name or one.name, patronymic or one.patronymic
    words = [word[:1].upper() + word[1:].lower() for word in (surname, name, patronymic)]
    other = replace(one, surname=words[0], name=words[1], patronymic=words[2])
    return other if other != one and one.born is not None else None


def _mistyped(region: Region, word: str) -> str:
    at = region.dice.randrange(1, len(word))
    return word[:at] + region.dice.choice(_LETTERS) + word[at + 1 :]


def _swapped(region: Region, word: str) -> str:
    return _turned(word, region.dice.randrange(len(word) - 1))


def _turned(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
