"""Charts of a workbook: native, over their place, on ranges that hold what they show; jumps lead inside the workbook."""

import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.utils.cell import range_boundaries

from reports.formats import FORMATS
from reports.formats.page import Page
from reports.formats.xlsx_charts import DATA
from reports.report import Chart, ChartKind, Report, Series, Words
from tests.reports.formats.conftest import CHARTS, first

Book = Any  # openpyxl's workbook: its charts are not typed
KINDS = {
    ChartKind.BAR: ("barChart", "bar", "clustered"),
    ChartKind.COLUMN: ("barChart", "col", "clustered"),
    ChartKind.STACKED: ("barChart", "col", "stacked"),
    ChartKind.LINE: ("lineChart", None, "standard"),
}


def opened(pages: tuple[Page, ...]) -> Book:
    (content,) = FORMATS["xlsx"]("Отчёты", pages).values()
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: Book, reference: str) -> list[Any]:
    title, _, area = reference.rpartition("!")
    left, top, right, bottom = (side or 0 for side in range_boundaries(area))
    sheet = book[title.strip("'")]
    return [sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]


def test_every_chart_stands_in_its_place(pages: tuple[Page, ...]) -> None:
    charts = opened(pages)["Отчёт. Первый"]._charts
    drawings = pages[0].sheet.drawings
    assert [one.anchor._from.row for one in charts] == [one.top for one in drawings]
    assert all(one.anchor.to.row <= place.bottom + 1 for one, place in zip(charts, drawings, strict=True))
    assert [(one.tagname, getattr(one, "type", None) if one.tagname == "barChart" else None, one.grouping) for one in charts] == [KINDS[chart.kind] for chart in CHARTS]  # fmt: skip


@pytest.mark.parametrize("number", range(len(CHARTS)), ids=[one.kind.value for one in CHARTS])
def test_ranges_point_at_cells_that_hold_what_the_chart_shows(pages: tuple[Page, ...], number: int) -> None:
    book, chart = opened(pages), CHARTS[number]
    series = book["Отчёт. Первый"]._charts[number].series
    assert len(series) == len(chart.series)
    for drawn, meant in zip(series, chart.series, strict=True):
        assert cells(book, drawn.val.numRef.f) == list(meant.values)
        assert cells(book, drawn.cat.strRef.f) == list(chart.categories)
        assert cells(book, drawn.tx.strRef.f) == [meant.name]


def test_a_gap_stays_a_gap_and_several_series_have_a_legend(pages: tuple[Page, ...]) -> None:
    charts = opened(pages)["Отчёт. Первый"]._charts
    assert {one.display_blanks for one in charts} == {"gap"}
    assert [one.legend is None for one in charts] == [True, False, False, False]


def test_the_values_stand_out_of_sight_after_all_tabs(pages: tuple[Page, ...]) -> None:
    book = opened(pages)
    assert book.sheetnames == ["Отчёт. Первый", "Второй", DATA]
    assert book[DATA].sheet_state == "veryHidden"
    assert opened((pages[1],)).sheetnames == ["Второй"]


def test_the_title_and_the_unit_are_said(pages: tuple[Page, ...]) -> None:
    chart = opened(pages)["Отчёт. Первый"]._charts[1]
    assert chart.title.tx.rich.p[0].r[0].t == "Заявки по месяцам"
    assert chart.y_axis.title.tx.rich.p[0].r[0].t == "человек"


def test_a_name_of_a_category_is_never_a_formula() -> None:
    chart = Chart("=1+1", ChartKind.COLUMN, ("=2+2", "+3"), (Series("=а", (1, 2)),))
    book = opened((Page(Report("Отчёты", "Лист", (Words("Т", "title"), chart))),))
    assert [cell.data_type for row in book[DATA].iter_rows() for cell in row] == ["s", "s", "s", "n", "s", "n"]


def test_a_jump_is_a_link_to_the_row_of_its_tab(pages: tuple[Page, ...]) -> None:
    book = opened(pages)
    linked = {cell.value: cell.hyperlink for row in book["Отчёт. Первый"].iter_rows() for cell in row if cell.hyperlink}
    place = linked["К03"].location
    assert cells(book, place) == ["КМ-0002"]
    assert set(linked) == {"К03", "I14"}


def test_a_jump_that_leads_nowhere_looks_like_words(pages: tuple[Page, ...]) -> None:
    sheet = opened(pages)["Отчёт. Первый"]
    fonts = {cell.value: cell.font for row in sheet.iter_rows() for cell in row}
    assert fonts["К03"].underline == "single"
    assert (fonts["К04"].underline, fonts["К05"].underline) == (None, None)


def test_the_same_pages_give_the_same_bytes(pages: tuple[Page, ...]) -> None:
    again = (Page(first(), pages[0].stamp), pages[1])
    assert FORMATS["xlsx"]("О", pages) == FORMATS["xlsx"]("О", again)


def test_every_report_of_the_office_is_a_tab(demo_pages: tuple[Page, ...]) -> None:
    book = opened(demo_pages)
    assert [name for name in book.sheetnames if name != DATA] == [page.report.tab for page in demo_pages]
    for page in demo_pages:
        assert len(book[page.report.tab]._charts) == len(page.sheet.drawings)
    assert FORMATS["xlsx"]("О", demo_pages) == FORMATS["xlsx"]("О", demo_pages)


@pytest.mark.parametrize("title", ["Лист!A1", "=Лист!$A$1", "=cmd|'/C calc'!A0"])
def test_a_title_like_an_address_of_a_cell_is_a_title(title: str) -> None:
    chart = replace(CHARTS[0], title=title, unit=title)
    (data,) = FORMATS["xlsx"]("О", [Page(Report("Отчёты", "Лист", (chart,)))]).values()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawn = archive.read("xl/charts/chart1.xml").decode()
    said = [one.text for one in ET.fromstring(drawn).findall(".//{*}t")]  # noqa: S314  it was written here
    assert [(one or "").replace("\u2060", "") for one in said] == [title, title]
