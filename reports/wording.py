"""Words as people read them: numbers that agree with nouns, dates, percents and cut texts."""

import re
from datetime import date, datetime

NBSP = "\u00a0"
MINUS = "\u2212"
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def agreed(number: int, one: str, few: str, many: str) -> str:
    """The noun that agrees with the number: 21 день, 22 дня, 11 дней."""
    tens, ones = abs(number) % 100, abs(number) % 10
    if 11 <= tens <= 14:
        return many
    return one if ones == 1 else few if 2 <= ones <= 4 else many


def counted(number: int, one: str, few: str, many: str) -> str:
    """The number with its noun: «3 замечания», the space never breaks."""
    return f"{whole(number)}{NBSP}{agreed(number, one, few, many)}"


def whole(number: float) -> str:
    """A whole number with thousands apart: `1 250`, a true minus before a negative one."""
    text = f"{abs(round(number)):,}".replace(",", NBSP)
    return f"{MINUS}{text}" if round(number) < 0 else text


def decimal(number: float) -> str:
    """A number with one digit after the comma, none when it is whole: `95,3`, `12`."""
    rounded = round(abs(number), 1)
    if rounded == int(rounded):
        return whole(number)
    text = f"{rounded:,.1f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{text}" if number < 0 else text


def percent(share: float) -> str:
    """A percent: `95,3 %`, the space never breaks."""
    return f"{decimal(share)}{NBSP}%"


def signed(number: float) -> str:
    """A change: `+3`, `−2`, `0`."""
    return f"+{decimal(number)}" if number > 0 else decimal(number)


def day(value: date) -> str:
    """05.06.2026."""
    return f"{value:%d.%m.%Y}"


def month(value: date) -> str:
    """The month of a day: «апрель 2026»."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """15.04.2026 02:00."""
    return f"{value:%d.%m.%Y %H:%M}"


def cut(text: str, words: int, letters: int = 80) -> str:
    """The text in so many words and letters, with an ellipsis where it was cut, never after a preposition."""
    parts = text.split()
    whole_text = " ".join(parts)
    kept = " ".join(parts[:words])
    if len(kept) > letters:
        kept = kept[: letters - 1].rpartition(" ")[0] or kept[: letters - 1]
    if len(kept) == len(whole_text):
        return whole_text
    while _HANGING.search(kept):
        kept = _HANGING.sub("", kept)
    return kept.rstrip(" ,.;:—-«(") + "…"


_HANGING = re.compile(r" (?:[а-яё]{1,2}|для|над|под|при|про|без|или|от|№)$", re.IGNORECASE)


def unbroken(text: str) -> str:
    """The text in which no line can begin with a dash."""
    return text.replace(" — ", f"{NBSP}— ")


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    capital = text[:1].upper() + text[1:]
    return capital if capital.endswith((".", "!", "?", "…")) else f"{capital}."
