"""What a tab of the head says when there is nothing to show, and how its cells lead to rows."""

from dataclasses import replace
from typing import Any

from reports.facts import Facts
from reports.naming import tab_of
from reports.reader import Reader
from reports.remark_lines import link_to
from reports.report import Link, Value
from validators.counting.count import NO_COLUMN, NOT_KEPT, NOT_READ, obstacle
from validators.counting.people import people_obstacle
from validators.office import Table

NOTHING = "нет данных"

_WHY = {
    NOT_KEPT: "Реестр «{}» не ведётся.",
    NOT_READ: "Реестр «{}» не прочитан.",
    NO_COLUMN: "В реестре «{}» нет нужного столбца.",
}


def silence(facts: Facts, key: str, *fields: str) -> str:
    """One sentence why a register tells nothing; empty when it can be told."""
    why = obstacle(facts.scene.office, key, *fields)
    return _WHY[why].format(tab_of(key)) if why else ""


def people_silence(facts: Facts) -> str:
    """«участники не ведутся»: why nothing is told of participants; empty when it can be told."""
    why = people_obstacle(facts.scene.office)
    return why and ("участники не ведутся" if why == NOT_KEPT else "участники не прочитаны")


def shown(value: float | None) -> Value:
    """A number for a cell: whole where it is whole, to a tenth otherwise; «нет данных» for None."""
    if value is None:
        return NOTHING
    return round(value) if round(value, 1) == round(value) else round(value, 1)


def row_link(facts: Facts, table: Table[Any], index: int, name: str | None = None) -> Value:
    """The code of a row as a link to the cell of a field of it; the code alone when the cell is in no file."""
    link = link_to(Reader(facts), table.place(index, name))
    return replace(link, words=table.ids[index]) if isinstance(link, Link) else table.ids[index]


def share_of(part: float, whole: float) -> float | None:
    """A part in percents of the whole, to a tenth; None without a whole."""
    return round(100 * part / whole, 1) if whole else None
