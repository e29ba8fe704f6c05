"""The tables of a document as a workbook, and the document as a page."""

import io
from dataclasses import replace

import openpyxl

from reports.documents.document import Passage, Section
from reports.formats.documents.tables import page, workbook
from reports.report import Field, Listing
from tests.reports.formats.documents.made_up import DOCUMENT
from tests.reports.formats.documents.opened import Reader


def test_a_section_with_a_table_is_a_tab() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(DOCUMENT)))
    assert book.sheetnames == ["2. Ход"]
    values = [[cell.value for cell in row] for row in book["2. Ход"].iter_rows()]
    assert [row[2] for row in values if row[1] in {"Показатель 1", "Показатель 2"}] == [1250, None]


def test_tabs_have_names_that_every_spreadsheet_takes() -> None:
    table = Listing("", (Field("Код", 8),), (("а",),))
    long = "Очень длинное название раздела: где/когда?"
    sections = tuple(
        Section(f"s{number}", heading, (table,)) for number, heading in enumerate((long, long, "", "[x]'"))
    )
    names = openpyxl.load_workbook(io.BytesIO(workbook(replace(DOCUMENT, sections=sections)))).sheetnames
    assert names == ["Очень длинное название раздела", "Очень длинное название разд (2)", "Отчёт по этапу", "x"]


def test_a_document_without_a_table_is_a_tab_of_words() -> None:
    one = replace(DOCUMENT, sections=(Section("a", "Раздел", (Passage("Слова."),)),))
    book = openpyxl.load_workbook(io.BytesIO(workbook(one)))
    told = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Раздел", "Слова."} <= told


def test_a_page_says_all_that_the_document_says() -> None:
    told = "".join(Reader(page(DOCUMENT)).words)
    for words in (
        "Отчёт по этапу Э4",
        "1. Паспорт",
        "1.\u00a0первое",
        "Показатель 60",
        "В.И.\u00a0Орлова",
        "Исполнитель:",
    ):
        assert words in told


def test_the_same_document_gives_the_same_bytes() -> None:
    assert workbook(DOCUMENT) == workbook(replace(DOCUMENT))
    assert page(DOCUMENT) == page(replace(DOCUMENT))
