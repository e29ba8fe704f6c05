"""Day numbers of a spreadsheet and Russian names of months."""

from datetime import date

LAST_SERIAL = 2_958_465
"""31.12.9999: the last day a spreadsheet knows."""

ZERO_DAY = date(1899, 12, 30).toordinal()
"""The day before the first day of a spreadsheet, as Python counts days."""

LAST_BARE_YEAR = 2100
"""A whole number from 1900 up to this is taken for a year."""

MONTH = (
    r"(янв(?:ар[ья])?|фев(?:р(?:ал[ья])?)?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|"
    r"авг(?:уста?)?|сен(?:т(?:ябр[ья])?)?|окт(?:ябр[ья])?|ноя(?:б(?:р[ья])?)?|дек(?:абр[ья])?)\.?"
)
"""Pattern of a month's name in either case or short, with one group."""

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def date_of_serial(serial: float) -> date | None:
    """The date of a spreadsheet's day number (1 is 31.12.1899; the time of day is dropped)."""
    if 1 <= serial < LAST_SERIAL + 1:
        return date.fromordinal(ZERO_DAY + int(serial))
    return None


def is_bare_year(number: float) -> bool:
    """Whether a number in a cell for a date is a year, not a day of 1905."""
    return 1900 <= number <= LAST_BARE_YEAR and number == int(number)


def month_number(word: str) -> int:
    """«сентября», «сент» → 9, for a word that `MONTH` has matched."""
    key = word.casefold()
    return next(number for number, stem in enumerate(_STEMS, 1) if key.startswith(stem))
