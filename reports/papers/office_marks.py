"""Marks that do not depend on a row: the region, the day, the season, the passport of the office."""

from config.registers.passport import PASSPORT_ITEMS
from reports.facts import Facts
from reports.grammar.names import name_of
from reports.grammar.regions import region_in
from reports.papers.marks import mark_name
from reports.papers.row import is_name, plain
from reports.papers.value import Value, day_value, name_value, title_value

PEOPLE_MARK, ROWS_MARK, COUNT_MARK = "люди", "строки", "Количество"
"""In a list: all rows, under either word, and how many they are."""

_REGION, _TODAY, _SEASON = "Регион", "Сегодня", "Сезон"
OFFICE_MARKS = (_REGION, _TODAY, _SEASON, COUNT_MARK)
"""Marks of every paper besides the lines of the passport."""


def office_marks(facts: Facts) -> dict[str, Value]:
    """Every line of «Паспорт РПО» under its own name («Руководитель_РПО»), «Регион», «Сегодня», «Сезон»."""
    settings = facts.scene.settings
    found = {mark_name(item): _said(text) for item, text in _passport(facts).items()}
    found[_REGION] = title_value(settings.office.region, region_in)
    found[_TODAY] = day_value(facts.today)
    found[_SEASON] = Value(settings.office.season)
    return found


def office_headings(facts: Facts) -> dict[str, str]:
    """Line of the passport as it is written there → its mark."""
    return {item: mark_name(item) for item in _passport(facts)}


def _passport(facts: Facts) -> dict[str, str]:
    table = facts.scene.office.tables.get("PASSPORT")
    found = dict.fromkeys(PASSPORT_ITEMS, "")
    if table is not None:
        found |= {table.ids[index]: str(table.values["value"][index] or "") for index in table.counted}
    return found


def _said(text: str) -> Value:
    return name_value(name_of(text)) if is_name(text) else plain(text)
