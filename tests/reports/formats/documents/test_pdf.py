"""A document on paper: all its words, numbered sheets, headings and signatures that never stand alone."""

import io
from dataclasses import replace

import pypdf
import pytest

from reports.documents.document import Document, Passage, Points, Section
from reports.formats.documents.pdf import render
from reports.report import Field, Listing
from tests.reports.formats.documents.made_up import DOCUMENT, SENTENCE
from tests.reports.formats.documents.opened import squeezed


def sheets(document: Document) -> list[str]:
    return [squeezed(str(one.extract_text())) for one in pypdf.PdfReader(io.BytesIO(render(document))).pages]


def of(*sections: Section) -> Document:
    return replace(DOCUMENT, sections=sections)


def test_every_part_is_on_paper() -> None:
    text = "".join(sheets(DOCUMENT))
    for words in (
        "Региональный проектный офис", "ПРОЕКТ", "УТВЕРЖДАЮ", "О.П. Галкина", "Галкиной О.П.", "г. Приозёрск",
        "в Приозёрской области", "по состоянию на 5 апреля 2026 г.", "1. Паспорт", "1. первое", "– далее",
        "Показатели этапа", "−1 200,5", "Показатель 60", "Заявки", "человек", "В.И. Орлова", "Главный бухгалтер",
        "Исполнитель: Сорокин Иван Львович, методист, 8 (800) 000-00-00",
    ):  # fmt: skip
        assert squeezed(words) in text, words


def test_sheets_are_a4_and_numbered_from_the_second() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(DOCUMENT)))
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in reader.pages} == {(595, 842)}
    told = sheets(DOCUMENT)
    assert [one.endswith(str(number)) for number, one in enumerate(told, 1)] == [False, *([True] * (len(told) - 1))]


def test_a_document_that_lies_is_turned() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(replace(DOCUMENT, landscape=True))))
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in reader.pages} == {(842, 595)}


@pytest.mark.parametrize("lines", range(24, 48, 5))
def test_no_heading_and_no_signature_stands_alone_and_no_sheet_is_empty(lines: int) -> None:
    points = Points(tuple(f"пункт{number}." for number in range(lines)))
    table = Listing("Таблица", (Field("Колонка", 20),), tuple((f"строка{number}",) for number in range(9)))
    told = sheets(
        of(Section("a", "Первый раздел", (points,)), Section("b", "Второй раздел", (table, Passage(SENTENCE))))
    )
    (headed,) = [one for one in told if "Второйраздел" in one]
    assert "Таблица" in headed
    assert "строка0" in headed
    (signed,) = [one for one in told if "В.И.Орлова" in one]
    assert "участника" in signed or "строка8" in signed
    assert "Главныйбухгалтер" in signed
    assert all(len(one) > 3 for one in told)


def test_the_heading_of_a_table_is_repeated_and_its_rows_stay_whole() -> None:
    rows = tuple((f"начало{number} " + "слово " * 60 + f"конец{number}.",) for number in range(30))
    told = sheets(of(Section("a", "", (Listing("Список", (Field("Колонка", 20),), rows),))))
    assert len(told) > 2
    assert all("Колонка" in one for one in told)
    for number in range(30):
        assert [f"начало{number}слово" in one for one in told] == [f"конец{number}." in one for one in told]


def test_a_paragraph_longer_than_a_sheet_goes_on_without_a_line_alone() -> None:
    told = sheets(of(Section("a", "", (Passage(" ".join(f"слово{number}" for number in range(2000))),))))
    text = "".join(told)
    assert len(told) > 2
    assert all(f"слово{number}" in text for number in range(2000))


def test_a_section_may_begin_a_sheet() -> None:
    told = sheets(
        of(Section("a", "", (Passage("Начало."),)), Section("b", "Второй", (Passage("Конец."),), new_page=True))
    )
    assert ["Второй" in one for one in told] == [False, True]


def test_the_same_document_gives_the_same_bytes() -> None:
    one = of(Section("a", "Раздел", (Passage(SENTENCE),)))
    assert render(one) == render(replace(one))
