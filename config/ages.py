"""How old a person is on a day, when he comes of age, and which school year goes on."""

from datetime import date

ADULT = 18
_FIRST_MONTH = 9


def birthday(born: date, years: int) -> date:
    """The day on which a person becomes so old; who was born on 29 February does on 1 March of a common year."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_on(born: date, day: date) -> int:
    """Full years on the day."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def school_year(day: date) -> str:
    """`2025/2026` from September 2025 to August 2026."""
    first = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{first}/{first + 1}"
