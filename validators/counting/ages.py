"""How old a participant is on a day: by his birthday, or at most so old by the year of birth alone."""

from datetime import date

from config.ages import ADULT, age_on
from validators.counting.people import Person


def most_age(person: Person, on: date) -> int | None:
    """Full years on the day; by the year alone, the most that they can be. None when neither is known, or not yet."""
    born, year = (person.table.values[name][person.index] for name in ("born", "birth_year"))
    if isinstance(born, date):
        years = age_on(born, on)
    elif isinstance(year, int):
        years = on.year - year
    else:
        return None
    return years if years >= 0 else None


def is_minor(person: Person, on: date) -> bool:
    """Surely younger than eighteen on the day."""
    age = most_age(person, on)
    return age is not None and age < ADULT
