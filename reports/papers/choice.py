"""Which rows of a register get into a paper, and who is left out and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from config.cells.text import fold
from config.columns import Column
from reports.papers.consent import is_withdrawn, names_people, no_consent, no_name, no_transfer
from reports.papers.row import name_at, plain
from validators.counting.count import references
from validators.counting.people import PEOPLE, is_active, people
from validators.office import Office, Table
from validators.references import title_of


@dataclass(frozen=True)
class Wish:
    """What a clerk asks for.

    `conditions` — field → the words one of which must stand in the cell; `codes` — only these rows; `outside` — for
    somebody outside the office; `asks_consent` — the paper asks for the very consent that is lacking.
    """

    conditions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    outside: bool = False
    asks_consent: bool = False


@dataclass(frozen=True)
class Chosen:
    """Indexes of the rows in the order of the paper; code of a row that is left out → why."""

    rows: tuple[int, ...]
    left_out: Mapping[str, str]


def choose(office: Office, table: Table[Any], wish: Wish, on: date) -> Chosen:
    """The rows that fit the wish and may be named.

    Without a condition on the status or codes only participants who take part on the day are meant, and where a
    consent is asked for only those who lack it. People stand by the alphabet, all others in the order of the register.
    """
    rows: list[int] = []
    left_out: dict[str, str] = {}
    for index in _wanted(office, table, wish, on):
        if wish.asks_consent and not wish.codes and not no_consent(office, table, index, on):
            continue
        why = _why_not(office, table, index, wish, on)
        if why:
            left_out[table.ids[index]] = why
        else:
            rows.append(index)
    if names_people(table):
        rows.sort(key=lambda index: (fold(str(name_at(table, index))), table.ids[index]))
    return Chosen(tuple(rows), left_out)


def _wanted(office: Office, table: Table[Any], wish: Wish, on: date) -> Iterator[int]:
    counted = _counted(office, table, on, every=bool(wish.codes) or table.register.life.field in wish.conditions)
    for index in [table.index_of[code] for code in wish.codes] if wish.codes else counted:
        if all(_fits(office, table, index, name, words) for name, words in wish.conditions.items()):
            yield index


def _counted(office: Office, table: Table[Any], on: date, *, every: bool) -> Sequence[int]:
    if table.register.key not in PEOPLE:
        far = set(table.from_exports)
        return [index for index in table.counted if index not in far]
    own = [one for one in people(office) if one.table is table]
    return [one.index for one in own if every or is_active(one, on)]


def _fits(office: Office, table: Table[Any], index: int, name: str, words: Sequence[str]) -> bool:
    column = table.register.by_field[name]
    said = set(_spellings(office, column, table.column(name)[index]))
    return any(fold(word) in said for word in words)


def _spellings(office: Office, column: Column, cell: object) -> Iterator[str]:
    """All that a clerk may call the cell: the text, each of several values, a code, the titles of a record."""
    if cell is None:
        yield ""
        return
    yield fold(plain(cell))
    if not column.kind.is_reference:
        yield from (fold(str(one)) for one in cell) if isinstance(cell, tuple) else ()
        return
    for code in references(cell):
        yield fold(code)
        yield from (fold(title) for title in _titles(office, column, code))


def _titles(office: Office, column: Column, code: str) -> Iterator[str]:
    for key in column.refers:
        table = office.tables.get(key)
        index = None if table is None else table.index_of.get(code)
        if table is not None and index is not None:
            yield title_of(table.register, table, index)
            yield str(table.values["short"][index] or "") if "short" in table.values else ""


def _why_not(office: Office, table: Table[Any], index: int, wish: Wish, on: date) -> str:
    if index not in set(table.counted):
        return "строка не учитывается: ошибочная, черновик или не прочитана"
    lacks = no_consent(office, table, index, on)
    if wish.asks_consent:
        lacks = _no_need(office, table, index, on)
    elif not lacks and wish.outside:
        lacks = no_transfer(table, index)
    return lacks or no_name(table, index)


def _no_need(office: Office, table: Table[Any], index: int, on: date) -> str:
    """A form of consent is for those whose consent does not hold; who took it back is not asked again."""
    if is_withdrawn(table, index, on):
        return no_consent(office, table, index, on)
    return "" if no_consent(office, table, index, on) else "согласие уже действует"
