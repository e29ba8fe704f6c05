"""`summary.xlsx`: a tab for each table, its one heading row the first, numbers as numbers."""

from reports.disclosure.draft import Mark
from reports.disclosure.release import Released, Table
from reports.federal.writing.contents import tab_title, tables_of
from reports.formats.page import Page
from reports.formats.xlsx import workbook
from reports.report import Listing, Report, Value

NAME = "summary"


def summary_workbook(released: Released) -> bytes:
    """The bytes of the workbook; the same package gives the same bytes."""
    (data,) = workbook(NAME, [Page(_tab(one)) for one in tables_of(released)]).values()
    return data


def _tab(table: Table) -> Report:
    rows = tuple(tuple(map(_value, cells)) for _, cells in table.rows)
    return Report(
        NAME,
        tab_title(table.code, table.title),
        (Listing("", table.fields, rows, "строк нет", frozen=True),),
        stamped=False,
    )


def _value(value: object) -> Value:
    return value.value if isinstance(value, Mark) else value  # type: ignore[return-value]  # the rest of Shown is Value
