"""Which locales and time zones a spreadsheet may have."""

import re
from zoneinfo import available_timezones

_LOCALE = re.compile(r"^[a-z]{2,3}(_[A-Z]{2})?$")


def is_locale(text: str) -> bool:
    """A language with or without a country, such as en, ru_RU."""
    return bool(_LOCALE.match(text))


def is_zone(text: str) -> bool:
    """A time zone of the tz database, such as Europe/Moscow."""
    return text in available_timezones()
