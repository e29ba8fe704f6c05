"""A fact told twice, in the long form and in a ведомость or in two of them, counts once."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from config.cells.text import fold
from config.registers.participation import PROG
from validators.office import Office, Table
from validators.remark import Remark, Severity

_SAYINGS = ("result", "progress", "score", "reward")


@dataclass
class _Told:
    """Rows that repeat an earlier fact: row → the row that counts; and how many of them agree, by source."""

    rows: dict[int, int] = field(default_factory=dict)
    agree: Counter[int] = field(default_factory=Counter)
    against: list[int] = field(default_factory=list)


def count_once(office: Office) -> tuple[Office, tuple[Remark, ...]]:
    """The office in which each fact of a ведомость stands once; the long form goes before, then the earlier tab.

    Facts that agree are an info a column; one that contradicts the row that counts is a warning at its own mark.
    """
    table = office.tables.get(PROG.key)
    if table is None or not any(source.key for source in table.sources):
        return office, ()
    told = _told(table)
    counted = replace(table, fallen=table.fallen | told.rows.keys())
    remarks = [*_agreeing(table, told), *(_contradicting(table, index, told.rows[index]) for index in told.against)]
    return replace(office, tables={**office.tables, PROG.key: counted}), tuple(remarks)


def _told(table: Table[Any]) -> _Told:
    told = _Told()
    seen: dict[Hashable, int] = {}
    for index in sorted(table.counted, key=lambda index: bool(table.sources[table.origin[index]].key)):
        keys = list(_keys(table, index))
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None and table.sources[table.origin[index]].key:
            told.rows[index] = first
            if _agrees(table, index, first):
                told.agree[table.origin[index]] += 1
            else:
                told.against.append(index)
        for key in keys:
            seen.setdefault(key, index)
    return told


def _keys(table: Table[Any], index: int) -> Iterator[Hashable]:
    """The fact by its title and by its measure of the plan; by the measure alone, unless a ведомость says the day."""
    who, kind, title, start, event = (table.values[name][index] for name in (*PROG.natural, "event"))
    if isinstance(title, str):
        yield who, kind, fold(title), start
    if event is not None:
        yield who, kind, ("event", event), start
        if not table.sources[table.origin[index]].key or table.raw["start"][index] == table.raw["event"][index]:
            yield who, kind, ("event", event), "any day"


def _agrees(table: Table[Any], one: int, other: int) -> bool:
    both = ((table.values[name][one], table.values[name][other]) for name in _SAYINGS)
    return all(first == second or first is None or second is None for first, second in both)


def _agreeing(table: Table[Any], told: _Told) -> Iterator[Remark]:
    for index in told.rows:
        times = told.agree.pop(table.origin[index], 0)
        if times:
            text = f"Отметок столбца, которые записаны и в другом месте: {times}. Они учтены один раз."
            place = table.place(index, "event")
            yield Remark("C05", Severity.INFO, place, text, "Ничего делать не нужно.")


def _contradicting(table: Table[Any], index: int, first: int) -> Remark:
    there = table.place(first, "result")
    text = f"Отметка расходится с записью: {there.source}, строка {there.row}. Учтена та запись."
    advice = "Сверьте обе записи и оставьте верную."
    return Remark("C05", Severity.WARNING, table.place(index, "result"), text, advice)
