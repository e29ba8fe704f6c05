"""The lines of «Замечания»: a cause, a row, something for information; each with a link to the very cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.imports import is_export, name_of_key
from reports import wording
from reports.causes import Cause, is_of_row
from reports.naming import post_of, row_of, tab_of
from reports.report import Facts, Field, Form, Link, Listing, Value
from validators.remark import Place, Remark, Severity
from validators.remark import consequence as cost

_MOST_ROWS = 20_000
_FIELDS = (
    Field("Что это", 11),
    Field("Последствие", 14),
    Field("Реестр", 19),
    Field("Строка", 13),
    Field("Ячейка", 9),
    Field("Столбец", 19),
    Field("Что не так", 38),
    Field("Как исправить", 36),
    Field("С какого дня", 14, Form.DATE),
    Field("Чьё", 20),
)
_OWN_FIELDS = (*_FIELDS[:3], Field("Строка", 26), *_FIELDS[4:-1])
"""In a workbook of one's own there is no need to say whose it is, and rows have names."""

_SPOILED_TAB = "Реестр не учтён"
_SPOILED_EXPORT = "Выгрузка не учтена"


@dataclass(frozen=True)
class Reader:
    """Whom a list is for: the facts, and whether he sees names."""

    facts: Facts
    named: bool = False
    own: bool = False


def listing_of(reader: Reader, groups: Sequence[Cause], rows: Sequence[Remark], informing: Sequence[Cause]) -> Listing:
    """The causes, then the rows, then what needs no work, as one table under one heading.

    A cause of a single row is that row itself: nobody reads the same thing twice.
    """
    lines = [
        _cause_line(reader, cause) if len(cause.remarks) > 1 else _row_line(reader, cause.first) for cause in groups
    ]
    alone = {id(cause.first) for cause in groups if len(cause.remarks) == 1}
    rows = [remark for remark in rows if id(remark) not in alone]
    lines += [_row_line(reader, remark) for remark in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        lines.append(_more_line(len(rows) - _MOST_ROWS))
    lines += [_info_line(cause) for cause in informing]
    fields = _OWN_FIELDS if reader.own else _FIELDS
    rows_of = tuple(line[: len(fields)] for line in lines)
    return Listing("", fields, rows_of, "Замечаний нет", filtered=bool(lines), frozen=True, leading=len(groups))


def _cause_line(reader: Reader, cause: Cause) -> tuple[Value, ...]:
    place = cause.first.place
    posts = sorted({_whose(reader, remark) for remark in cause.remarks})
    return (
        "Причина, старая" if all(remark.old for remark in cause.remarks) else "Причина",
        consequence(cause.first),
        tab_of(place.register),
        _extent(cause),
        link_to(reader, place),
        place.column,
        cause.what,
        cause.advice,
        cause.since,
        posts[0] if len(posts) == 1 else "несколько сотрудников",
    )


def _row_line(reader: Reader, remark: Remark) -> tuple[Value, ...]:
    place = remark.place
    return (
        "Строка" if is_of_row(place) else "Лист",
        consequence(remark),
        tab_of(place.register),
        row_of(reader.facts.scene.office, place, named=reader.named),
        link_to(reader, place),
        place.column,
        remark.text,
        remark.advice,
        remark.since,
        _whose(reader, remark),
    )


def _more_line(count: int) -> tuple[Value, ...]:
    rows = wording.counted(count, "строка", "строки", "строк")
    words = f"Ещё {rows} здесь не показаны: сначала устраните причины, названные выше."
    return ("Строка", None, None, None, None, None, words, None, None, None)


def _info_line(cause: Cause) -> tuple[Value, ...]:
    place = cause.first.place
    heading = (Severity.INFO.words, "Ничего не нужно", tab_of(place.register), _extent(cause), None, place.column)
    return (*heading, cause.what, cause.advice, cause.since, None)


def _extent(cause: Cause) -> str:
    return wording.counted(cause.rows, "строка", "строки", "строк") if cause.rows else "весь лист"


def consequence(remark: Remark) -> str:
    """What the fault costs, as people read it."""
    spoiled = remark.keeps_out and not is_of_row(remark.place)
    if spoiled and (name_of_key(remark.place.register or "") or is_export(remark.place.source or "")):
        return _SPOILED_EXPORT
    return _SPOILED_TAB if spoiled else cost(remark.code, remark.severity)


def _whose(reader: Reader, remark: Remark) -> str:
    return post_of(reader.facts.scene.office, remark.owner) or "не назначен"


def link_to(reader: Reader, place: Place) -> Value:
    """The cell of a place as a link to it; the cell alone when the place is in no file."""
    if not place.source:
        return place.cell
    table = reader.facts.scene.office.tables.get(place.register or "")
    sources = table.sources if table is not None else ()
    file, tab = next(((one.file, one.tab) for one in sources if one.name == place.source), _parted(place.source))
    cell = place.cell or (f"A{place.row}" if place.row else "")
    address = reader.facts.addresses.get(place.source, "")
    return Link(cell or "файл", file, tab, cell, f"{address}&range={cell or 'A1'}" if address else "")


def _parted(source: str) -> tuple[str, str]:
    file, _, tab = source.partition("#")
    return file, tab
