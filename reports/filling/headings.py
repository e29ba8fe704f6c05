"""The heading of a column of a form: what of an indicator stands there, of whom, on which day."""

import re
from dataclasses import dataclass
from datetime import date

from config.cells.months import MONTH, month_number
from config.cells.text import fold
from reports.filling.marks import What, period_at
from reports.filling.titles import Title, title_of

_DATE = re.compile(r"\b[0-9]{1,2}[. ][0-9]{1,2}[. ](?:19|20)[0-9]{2}\b")
_DAY_OF_MONTH = re.compile(rf"\b([0-9]{{1,2}}) {MONTH}", re.IGNORECASE)
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_QUARTER = re.compile(r"\b(i{1,3}|iv|[1-4])(?: ?(?:ый|ой|ий|й))? ?кв", re.IGNORECASE)
_HALF = re.compile(r"полугоди|месяц")
_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bза\b")
_GROWTH = re.compile(r"\b(?:прирост|динамик|изменени|отклонени|прошл|предыдущ)\w*")
_ASIDE = re.compile(r"\b(?:примечан|комментар|ответствен|источник|пояснен|код|п п|подпис|исполнител)\w*")
_UNIT = re.compile(r"\b(?:ед(?:иниц\w*)? изм|единиц\w*)")
_WHOLE = re.compile(r"(?:всего|итого|количество|человек|значение показателя)(?: \w+)?")
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Heading:
    """What a column is for. `what` is None where nothing is to be filled in; `why` — what is unclear about it.

    `as_of` is the period at whose end the numbers stand, empty for the day of the form.
    """

    what: What | None = None
    category: str = ""
    as_of: str = ""
    is_unit: bool = False
    why: str = ""
    title: Title = Title()


def heading_of(labels: tuple[str, ...]) -> Heading:
    """What the words over a column say, from the upper to the lower."""
    words = " ".join(labels)
    text = fold(words)
    if _UNIT.search(text):
        return Heading(is_unit=True)
    title = title_of(words)
    if not text or _ASIDE.search(text):
        return Heading(title=title)
    when = _when(text, words)
    why = _unclear(text, title, when)
    if why or when is None:
        return Heading(why=why, title=title)
    known = title.what
    if known is None and (when or title.category or _WHOLE.fullmatch(text)):
        known = What.FACT
    return Heading(known, title.category, "" if known is What.PLAN_YEAR else when, title=title)


def _unclear(text: str, title: Title, when: str | None) -> str:
    """Why nothing is guessed of a column; empty when it is clear."""
    if _GROWTH.search(text):
        return "это изменение, его считают по форме сами"
    if when is None:
        return "непонятно, на какой день эти числа"
    if not title.is_clear:
        return "непонятно, о какой категории участников речь"
    return "это числа за период, а показатели считаются на дату" if when and _WITHIN.search(text) else ""


def _when(text: str, words: str) -> str | None:
    """The period at whose end the numbers stand; empty when no day is named, None when it can't be told."""
    dates = {period_at(one.replace(" ", ".")) for one in _DATE.findall(text)}
    if dates:
        return dates.pop() if len(dates) == 1 else None
    years = set(_YEAR.findall(text))
    quarters, months = set(_QUARTER.findall(text)), [found[0] for found in _MONTH.finditer(words)]
    if not quarters and not months:
        return None if _HALF.search(text) else ""
    if len(years) != 1 or len(quarters) + len(set(months)) > 1:
        return None
    year = years.pop()
    if quarters:
        one = quarters.pop().casefold()
        return f"{year}-К{_NUMBERS.get(one) or int(one)}"
    return _at_month(words, int(year), month_number(months[0]))


def _at_month(words: str, year: int, month: int) -> str | None:
    """«1 апреля 2026» is how March ended, «31 марта» and «март» are March; a day within a month is none."""
    day = _DAY_OF_MONTH.search(words)
    if day is None:
        return f"{year}-{month:02d}"
    try:
        return period_at(f"{date(year, month, int(day[1])):%d.%m.%Y}")
    except ValueError:
        return None
