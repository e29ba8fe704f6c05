"""The lines of «Замечания»: a cause, a row, something for information; each with a link to the very cell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from config.imports import is_export, name_of_key
from reports import wording
from reports.causes import Cause, is_of_row
from reports.leave_lines import BELOW, FIELDS, advice, blank_mark, mark, shown
from reports.naming import post_of, row_of, tab_of
from reports.reader import Reader
from reports.report import Block, Field, Form, Link, Listing, Value, Words
from reports.row_mark import HEADING, words_digest
from validators.remark import Place, Remark, Severity
from validators.remark import consequence as cost

_MOST_ROWS = 20_000
_MOST_MUNICIPALITIES = 5
LEFT = "Оставлено"
EMPTY = "Замечаний нет"
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

_MUNICIPALITY = Field("Муниципалитет", 19)
HEADINGS = frozenset(one.heading for one in (*_FIELDS, *_OWN_FIELDS, _MUNICIPALITY, *FIELDS))
"""All headings that may stand over the lines, but for that of the marks."""
_SPOILED_TAB = "Реестр не учтён"
_SPOILED_EXPORT = "Выгрузка не учтена"

Cells = tuple[Value, ...]


@dataclass(frozen=True)
class Lines:
    """What a list of remarks consists of: causes, rows, what staff left as it is, what needs no work."""

    groups: Sequence[Cause] = ()
    rows: Sequence[Remark] = ()
    silent: Sequence[Remark] = ()
    informing: Sequence[Cause] = ()

    @property
    def remarks(self) -> list[Remark]:
        """All remarks that a line is about."""
        grouped = [one for cause in (*self.groups, *self.informing) for one in cause.remarks]
        return [*grouped, *self.rows, *self.silent]


def page_of(reader: Reader, words: Sequence[Words], lines: Lines) -> tuple[Block, ...]:
    """The words, then the causes, the rows, and what needs no work, as one table under one heading.

    A cause of a single row is that row itself: nobody reads the same thing twice. A list that is cut says so.
    """
    placed = reader.knows_municipalities(lines.remarks)
    fields = (*(_OWN_FIELDS if reader.own else _FIELDS), *((_MUNICIPALITY,) if placed else ()))
    alone = {id(cause.first) for cause in lines.groups if len(cause.remarks) == 1}
    rows = [remark for remark in lines.rows if id(remark) not in alone]
    made = _Maker(reader, fields, placed=placed)
    table = [made.cause(one) if len(one.remarks) > 1 else made.row(one.first) for one in lines.groups]
    table += [made.row(remark) for remark in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        table.append(made.more(len(rows)))
    table += [made.row(remark, LEFT) for remark in lines.silent]
    table += [made.info(cause) for cause in lines.informing]
    seal = words_digest(one.text for one in words if one.size != "subtitle")
    every = (*fields, *FIELDS, Field(f"{HEADING} {seal}", 6, hidden=True))
    leading = len(lines.groups)
    return (*words, Listing("", every, tuple(table), EMPTY, filtered=bool(table), frozen=True, leading=leading))


@dataclass(frozen=True)
class _Maker:
    """Makes the lines of one table, each as long as its heading."""

    reader: Reader
    fields: tuple[Field, ...]
    placed: bool

    def cause(self, cause: Cause) -> Cells:
        """A cause of several rows."""
        place = cause.first.place
        posts = sorted({_whose(self.reader, remark) for remark in cause.remarks})
        cells = (
            "Причина, старая" if all(remark.old for remark in cause.remarks) else "Причина",
            consequence(cause.first),
            tab_of(place.register),
            _extent(cause),
            link_to(self.reader, place),
            place.column,
            f"{cause.what}{_returned(cause)}",
            cause.advice,
            cause.since,
            posts[0] if len(posts) == 1 else "несколько сотрудников",
        )
        return self._closed(cells, BELOW, self._shares(cause))

    def row(self, remark: Remark, kind: str = "") -> Cells:
        """A remark by itself."""
        place, reader = remark.place, self.reader
        back = f" Вернулось: уже было {wording.day(remark.first)} и исправлялось." if remark.first else ""
        whole = (
            kind or ("Строка" if is_of_row(place) else "Лист"),
            consequence(remark),
            tab_of(place.register),
            row_of(reader.facts.scene.office, place, named=reader.named),
            link_to(reader, place),
            place.column,
            f"{remark.text}{back}",
            advice(reader, remark),
            remark.since,
            _whose(reader, remark),
        )
        cells = self._cells(whole, ", ".join(reader.municipalities(remark)) if self.placed else "")
        return (*cells, *shown(reader, remark), mark(reader, remark, self._named(cells)))

    def more(self, count: int) -> Cells:
        """Tells how many rows are not there."""
        rows = f"Показано {wording.whole(_MOST_ROWS)} из {wording.counted(count, 'строки', 'строк', 'строк')}"
        words = f"{rows}: сначала устраните причины, названные выше."
        return self._closed(("Строка", None, None, None, None, None, words, None, None, None), None)

    def info(self, cause: Cause) -> Cells:
        """What the service understood by itself."""
        place = cause.first.place
        head = (Severity.INFO.words, "Ничего не нужно", tab_of(place.register), _extent(cause), None, place.column)
        return self._closed((*head, cause.what, cause.advice, cause.since, None), None, self._shares(cause))

    def _closed(self, whole: Cells, reason: Value, municipality: str = "") -> Cells:
        """A line beside which staff write nothing."""
        cells = self._cells(whole, municipality)
        return (*cells, reason, None, blank_mark(self._named(cells), reason))

    def _cells(self, whole: Cells, municipality: str) -> Cells:
        own = len(self.fields) - self.placed
        return (*whole[:own], municipality or None) if self.placed else whole[:own]

    def _named(self, cells: Cells) -> list[tuple[str, Value]]:
        return [(one.heading, cell) for one, cell in zip(self.fields, cells, strict=True)]

    def _shares(self, cause: Cause) -> str:
        """«Бийск: 12; Барнаул: 3», the most first; what is not named is counted."""
        if not self.placed:
            return ""
        named = [self.reader.municipalities(one) for one in cause.remarks]
        counts = Counter(name for names in named for name in names).most_common()
        unknown = sum(not names for names in named)
        if len(counts) <= 1 and not (counts and unknown):
            return counts[0][0] if counts else ""
        parts = [f"{name}: {wording.whole(number)}" for name, number in counts[:_MOST_MUNICIPALITIES]]
        rest = counts[_MOST_MUNICIPALITIES:]
        parts += [f"ещё {_of_municipalities(len(rest))}: {sum(number for _, number in rest)}"] if rest else []
        return "; ".join([*parts, f"без муниципалитета: {unknown}"] if unknown else parts)


def _of_municipalities(count: int) -> str:
    return wording.counted(count, "муниципалитет", "муниципалитета", "муниципалитетов")


def _returned(cause: Cause) -> str:
    back = sum(remark.first is not None for remark in cause.remarks)
    return f" Вернулись после исправления: {wording.whole(back)}." if back else ""


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
