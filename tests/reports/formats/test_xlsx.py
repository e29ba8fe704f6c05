"""Workbooks: text stays text, dates are dates, links lead to cells, the same sheets give the same bytes."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reports.formats.cell_text import clean
from reports.formats.xlsx import render
from reports.layout import lay_out
from reports.report import Field, Form, Light, Link, Listing, Report, Stamp, Value, Words


def rendered(*rows: tuple[Value, ...], form: Form = Form.TEXT, listing: Listing | None = None) -> bytes:
    table = listing or Listing("", tuple(Field(f"П{n}", 20, form) for n in range(len(rows[0]))), rows)
    report = Report("Отчёты", "Лист", (Words("Отчёт", "title"), table), one_page=True)
    return render([lay_out(report, Stamp(1, datetime(2026, 4, 15, 2, 0, tzinfo=UTC)))])


def opened(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("text", ["=1+1", "+79123456789", "-", "@имя", "https://example.ru", "007", "1e5", "{=A1}"])
def test_text_stays_text(text: str) -> None:
    cell = opened(rendered((text,)))["A5"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_dates_numbers_and_lights_have_their_own_look() -> None:
    sheet = opened(rendered((date(2026, 4, 5), 12, Light.RED)))
    assert (sheet["A5"].value, sheet["A5"].number_format) == (datetime(2026, 4, 5), "dd.mm.yyyy")  # noqa: DTZ001
    assert sheet["B5"].value == 12
    assert sheet["C5"].value == "красный"
    assert sheet["C5"].fill.fgColor.rgb != "00000000"


def test_a_percent_is_a_number_from_0_to_100() -> None:
    cell = opened(rendered((95.3,), form=Form.PERCENT))["A5"]
    assert (cell.value, cell.number_format) == (95.3, '#,##0.0"\u00a0%"')


@pytest.mark.parametrize(
    ("link", "target", "place"),
    [
        (
            Link("I14", "Команды.xlsx", "Команды и проекты", "I14"),
            "..\\registers\\Команды.xlsx",
            "'Команды и проекты'!I14",
        ),
        (
            Link("A2", "Студенты вузов.xlsx", "Лист '1'", "A2"),
            "..\\registers\\Студенты%20вузов.xlsx",
            "'Лист ''1'''!A2",
        ),
        (Link("A2", "север/Школы №1.xlsx", "Л", "A2"), "..\\registers\\север\\Школы%20№1.xlsx", "'Л'!A2"),
        (Link("файл", "список.csv", "", ""), "..\\registers\\список.csv", None),
        (Link("A3", "./imports/Форма.xlsx", "Л", "A3"), "..\\imports\\Форма.xlsx", "'Л'!A3"),
        (Link("A3", "imports/Школы.xlsx", "Л", "A3"), "..\\registers\\imports\\Школы.xlsx", "'Л'!A3"),
    ],
)
def test_a_link_leads_to_the_cell_of_the_staffs_workbook(link: Link, target: str, place: str | None) -> None:
    cell = opened(rendered((link,)))["A5"]
    assert cell.value == link.words
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == (target, place)


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert rendered(("a", 1)) == rendered(("a", 1))


def test_control_characters_are_dropped_and_a_cut_text_says_so() -> None:
    assert clean("а\x00б\x0bв\nг") == "абв\nг"
    assert clean("ж" * 40_000).endswith("… [показано начало: текст длиннее, чем вмещает ячейка]")
    assert len(clean("😀" * 30_000).encode("utf-16-le")) <= 2 * 32_767


def test_a_page_is_ready_to_print() -> None:
    fields = (Field("Что", 30), Field("Где", 30))
    sheet = opened(rendered((), listing=Listing("", fields, (("а", "б"), ("в", "г")), filtered=True, frozen=True)))
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B6"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Лист'!$A$1:$B$6"
