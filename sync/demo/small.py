"""Small offices, one a fault that stops or holds a register, or needs a file of its own."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from config.registers.enterprises import ENT
from config.registers.indicators import IND, LESS_IS_BETTER
from config.registers.institutions import EDU
from config.registers.mentors import MENT
from config.registers.teams import TEAM
from sync.demo.broken import behind_password, cut_off, too_heavy, web_page, with_macros
from sync.demo.draft import Cell
from sync.demo.office import DemoOffice
from sync.demo.sample import FILE, ROWS, Sample, Small, sample_of
from sync.demo.sheets import Cells, Merge, book_of, enterprises, indicators, mentors, teams
from sync.demo.spoiling import Typed

FILE_MEGABYTES = 0.1
"""The limit in the office whose file is too large."""

_HEAVY = 250_000


def small_offices(office: DemoOffice) -> tuple[Small, ...]:
    """All of them, in the order of codes; each has rows of its own choice."""
    return tuple(make(sample_of(office, number)) for number, make in enumerate(_MAKERS))


def _on_sheet(code: str, kind: str, cells: Cells, merges: Sequence[Merge] = (), *, column: str | None = None) -> Small:
    return Small(code, EDU.key, kind, {FILE: book_of(EDU.tab, cells, merges)}, column)


def _tab_missing(sample: Sample) -> Small:
    return Small("S1", EDU.key, "tab missing", {FILE: book_of("Лист1", sample.table)}, source=None)


def _no_heading(sample: Sample) -> Small:
    return _on_sheet("S2", "no heading", sample.table[1:])


def _column_missing(sample: Sample) -> Small:
    at = [column.field for column in EDU.columns].index("inn")
    cells = [[*row[:at], *row[at + 1 :]] for row in sample.table]
    return _on_sheet("S3", "column missing", cells, column=EDU.by_field["inn"].heading)


def _heading_twice(sample: Sample) -> Small:
    heading = EDU.by_field["municipality"].heading
    cells = [[*row, heading if number == 0 else None] for number, row in enumerate(sample.table)]
    return _on_sheet("S4", "heading twice", cells, column=heading)


def _merged(sample: Sample) -> Small:
    at, row = [column.field for column in EDU.columns].index("municipality"), sample.row
    merge = Merge(row, at, row + 1, at, str(sample.table[row][at]))
    return _on_sheet("S5", "merged cells", sample.table, [merge])


def _two_rows(sample: Sample) -> Small:
    table = enterprises(sample.ent)
    at = [str(heading) for heading in table[0]].index("Мест: профпробы")
    upper: list[Typed] = [*table[0]]
    upper[at : at + 2] = [None, None]
    lower: list[Typed] = [None] * len(upper)
    lower[at : at + 2] = ["профпробы", "стажировка"]
    book = book_of(ENT.tab, [upper, lower, *table[1:]], [Merge(0, at, 0, at + 1, "Мест")])
    return Small("S6", ENT.key, "two-row heading", {FILE: book}, kept=ENT.key, source=f"{FILE}#{ENT.tab}")


def _blank_row(sample: Sample) -> Small:
    row = sample.row
    return _on_sheet("S7", "blank row", [*sample.table[:row], [], *sample.table[row:]])


def _totals(sample: Sample) -> Small:
    return _on_sheet("S8", "totals row", [*sample.table, [None, "Итого", len(sample.edu)]])


def _second_table(sample: Sample) -> Small:
    second: list[list[Typed]] = [[], ["Тип", "Сколько"], ["Школы", 9], ["Колледжи", 3]]
    return _on_sheet("S9", "second table", [*sample.table, *second])


def _codes_empty(sample: Sample) -> Small:
    without = set(sample.dice.sample(range(1, ROWS + 1), ROWS - 3))
    cells = [[None, *row[1:]] if number in without else row for number, row in enumerate(sample.table)]
    return _on_sheet("S10", "codes empty", cells, column=EDU.id_column.heading)


def _hidden_row(sample: Sample) -> Small:
    book = book_of(EDU.tab, sample.table, hidden=[sample.row])
    return Small("S16", EDU.key, "hidden row", {FILE: book})


def _still_there(sample: Sample) -> Small:
    row = sample.dice.choice(sample.ment)
    files = {"Наставники.xlsx": book_of(MENT.tab, mentors(sample.ment))}
    place, code = f"Наставники.xlsx#{MENT.tab}", str(row["id"])
    small = Small("S17", MENT.key, "row of a person whose data were destroyed", files, kept=MENT.key, after=files)
    return replace(small, column=MENT.id_column.heading, source=place, id=code, purged=code)


def _in_file(code: str, kind: str, make: Callable[[bytes], bytes]) -> Callable[[Sample], Small]:
    return lambda sample: Small(code, EDU.key, kind, {FILE: make(sample.book)}, source=FILE)


def _macros(sample: Sample) -> Small:
    with zipfile.ZipFile(io.BytesIO(sample.book)) as package:
        types = package.read("[Content_Types].xml")
    file = "Организации.xlsm"
    return Small("F06", None, "macros", {file: with_macros(sample.book, types)}, source=file)


def _two_copies(sample: Sample) -> Small:
    copy = "Организации (1).xlsx"
    return Small("F07", EDU.key, "two copies", {FILE: sample.book, copy: sample.book}, source=f"{FILE}#{EDU.tab}")


def _emptied(sample: Sample) -> Small:
    after = {FILE: book_of(EDU.tab, sample.table[:1])}
    return Small("F08", EDU.key, "rows vanished", {FILE: sample.book}, after=after, source=None)


def _changed(code: str, kind: str, sample: Sample, after: Cells, row_id: str | None = None) -> Small:
    files = {FILE: sample.book}
    return Small(code, EDU.key, kind, files, after={FILE: book_of(EDU.tab, after)}, source=None, id=row_id)


def _foreign(sample: Sample) -> Small:
    at = [column.field for column in EDU.columns].index("inn")
    cells = [
        row if number < 1 else [*row[:at], "по запросу", *row[at + 1 :]] for number, row in enumerate(sample.table)
    ]
    return _changed("S11", "other data in a column", sample, cells)


def _sorted_alone(sample: Sample) -> Small:
    at = [column.field for column in EDU.columns].index("title")
    titles = sorted((str(row[at]) for row in sample.table[1:]), reverse=sample.dice.random() < 0.5)
    rows = [[*row[:at], title, *row[at + 1 :]] for row, title in zip(sample.table[1:], titles, strict=True)]
    return _changed("S13", "one column sorted alone", sample, [sample.table[0], *rows])


def _row_gone(sample: Sample) -> Small:
    row, table = sample.row, sample.table
    return _changed("X44", "row deleted", sample, [*table[:row], *table[row + 1 :]], str(table[row][0]))


def _plan_eased(sample: Sample) -> Small:
    column, rows = IND.by_field["plan_year"], [dict(row) for row in sample.ind]
    row = sample.dice.choice([row for row in rows if row["plan_year"] and row.get("direction") != LESS_IS_BETTER])
    before = book_of(IND.tab, indicators(rows))
    row["plan_year"] = _less(row["plan_year"])
    after = {FILE: book_of(IND.tab, indicators(rows))}
    place = f"{FILE}#{IND.tab}"
    small = Small("X59", IND.key, "plan lowered in its year", {FILE: before}, column.heading, IND.key, after, place)
    return replace(small, id=str(row["id"]))


def _less(plan: Cell) -> Cell:
    return round(plan * 0.9, 1) if isinstance(plan, int | float) else plan


def _backdated(sample: Sample) -> Small:
    column, rows = TEAM.by_field["formed"], [dict(row) for row in sample.team]
    row = sample.dice.choice([row for row in rows if row.get("mentored") is None and row.get("defended") is None])
    before = book_of(TEAM.tab, teams(rows))
    row["formed"] = date(2026, 4, sample.dice.randint(1, 14))
    after = {FILE: book_of(TEAM.tab, teams(rows))}
    place, was = f"{FILE}#{TEAM.tab}", {FILE: before}
    small = Small("X45", TEAM.key, "closed period changed", was, column.heading, TEAM.key, after, place)
    return replace(small, id=str(row["id"]), closed="2026-03")


def _alike(sample: Sample) -> Small:
    tab = "Образовательные организаци"
    return Small("F09", EDU.key, "title alike", {FILE: book_of(tab, sample.table)}, source=f"{FILE}#{tab}")


_MAKERS: tuple[Callable[[Sample], Small], ...] = (
    _tab_missing,
    _no_heading,
    _column_missing,
    _heading_twice,
    _merged,
    _two_rows,
    _blank_row,
    _totals,
    _second_table,
    _codes_empty,
    _hidden_row,
    _still_there,
    _in_file("F01", "password", behind_password),
    _in_file("F02", "cut off", cut_off),
    _in_file("F03", "web page", lambda _book: web_page()),
    _in_file("F04", "too large", lambda book: too_heavy(book, _HEAVY)),
    _in_file("F05", "empty file", lambda _book: b""),
    _macros,
    _two_copies,
    _emptied,
    _alike,
    _foreign,
    _sorted_alone,
    _row_gone,
    _plan_eased,
    _backdated,
)
