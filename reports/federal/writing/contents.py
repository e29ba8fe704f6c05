"""What all files of the package tell, each in its own way: the ten tables and the two service sheets, their cells."""

from datetime import date

from reports.disclosure.draft import Mark, Shown
from reports.disclosure.release import Released, Table
from reports.federal.service_sheets import service_sheets

_LONGEST_TAB = 31


def tables_of(released: Released) -> tuple[Table, ...]:
    """The tables in their order, the service sheets last."""
    return (*released.tables, *service_sheets(released))


def plain(value: Shown) -> str | int | float | None:
    """A value as JSON holds it: days by ISO 8601; a mark has none."""
    match value:
        case Mark():
            return None
        case date():
            return value.isoformat()
        case _:
            return value


def flag(value: Shown) -> str:
    """The mark of a cell; empty when it holds a value."""
    return value.value if isinstance(value, Mark) else ""


def in_words(value: str | float | None) -> str:
    """A value of JSON as text: the comma of decimals, no thousands apart."""
    match value:
        case None:
            return ""
        case str():
            return value
        case int():
            return str(value)
        case _:
            return repr(value).removesuffix(".0").replace(".", ",")


def tab_title(code: str, title: str) -> str:
    """«3. Участники», «С1 Изменения с прошлой отправки»: a tab may be called in 31 characters."""
    whole = f"{code}. {title}"
    return whole if len(whole) <= _LONGEST_TAB else f"{code} {title}"[:_LONGEST_TAB].rstrip()
