"""A PDF: every word and figure of the reports, sheets that are numbered, headings repeated, the same bytes."""

import io
import re
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from reports.formats import FORMATS
from reports.formats.cell_words import in_sight, words_of
from reports.formats.page import Page
from reports.formats.wrapping import column_widths, wrapped
from reports.report import Field, Form, Listing, Report, Words
from tests.reports.formats.conftest import first


def opened(pages: tuple[Page, ...]) -> pypdf.PdfReader:
    (content,) = FORMATS["pdf"]("Отчёты", pages).values()
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(sheet: Any) -> str:  # Any: pypdf's page
    return str(sheet.extract_text())


def squeezed(text: str) -> str:
    """Without spaces: where a line is broken is the paper's affair."""
    return re.sub(r"\s", "", text)


def page_of(*rows: tuple[str, ...], one_page: bool = False) -> Page:
    fields = tuple(Field(f"П{number}", 20) for number in range(len(rows[0])))
    return Page(Report("Отчёты", "Лист", (Words("Отчёт", "title"), Listing("", fields, rows)), one_page=one_page))


@pytest.mark.parametrize("which", ["pages", "demo_pages"])
def test_every_word_and_figure_is_on_paper(which: str, request: pytest.FixtureRequest) -> None:
    pages: tuple[Page, ...] = request.getfixturevalue(which)
    text = squeezed("".join(map(text_of, opened(pages).pages)))
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Words):
                assert squeezed(block.text) in text
            if isinstance(block, Listing):
                fields, rows = in_sight(block)
                for row in rows:
                    for value, field in zip(row, fields, strict=True):
                        for word in words_of(value, field.form).split():
                            assert word in text


def test_charts_are_drawn_with_their_words(pages: tuple[Page, ...]) -> None:
    text = squeezed("".join(map(text_of, opened(pages).pages)))
    for words in ("Команды по муниципалитетам", "Лесной район", "тыс. руб.", "Прочее"):
        assert squeezed(words) in text


def test_sheets_are_a4_numbered_and_lie_as_the_report_says(pages: tuple[Page, ...]) -> None:
    sheets = opened(pages).pages
    sizes = [tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in sheets]
    assert set(sizes) == {(842, 595), (595, 842)}
    assert sizes == sorted(sizes, reverse=True)
    for number, sheet in enumerate(sheets, 1):
        assert f"Страница {number} из {len(sheets)}" in text_of(sheet)


def test_the_heading_of_a_long_table_is_repeated(pages: tuple[Page, ...]) -> None:
    sheets = [text_of(sheet) for sheet in opened((pages[1],)).pages]
    assert len(sheets) > 2
    assert all("Код" in sheet and "Название" in sheet for sheet in sheets)
    assert "Команда 120" in sheets[-1]


def test_a_report_of_one_sheet_is_made_smaller_until_it_is_one() -> None:
    rows = tuple((f"строка {number}", "а") for number in range(40))
    assert len(opened((page_of(*rows),)).pages) == 2
    assert len(opened((page_of(*rows, one_page=True),)).pages) == 1


def test_what_can_not_be_one_sheet_stays_readable() -> None:
    rows = tuple((f"строка {number}", "а") for number in range(200))
    plain, squeezed_page = page_of(*rows), page_of(*rows, one_page=True)
    assert len(opened((squeezed_page,)).pages) == len(opened((plain,)).pages)


def test_a_row_higher_than_a_sheet_is_divided_and_nothing_is_lost() -> None:
    long = " ".join(f"слово{number}" for number in range(3000))
    text = squeezed("".join(map(text_of, opened((page_of((long, "рядом")),)).pages)))
    assert all(f"слово{number}" in text for number in range(3000))


def test_a_jump_leads_to_the_sheet_of_its_row(pages: tuple[Page, ...]) -> None:
    reader = opened(pages)
    ways = [one.get_object() for sheet in reader.pages for one in sheet.get("/Annots", ())]
    inside = [one["/Dest"] for one in ways if "/Dest" in one]
    outside = [one["/A"]["/URI"] for one in ways if "/A" in one]
    assert outside == ["https://example.ru/x#gid=7"]
    (target,) = inside
    reference = list.__getitem__(target, 0)
    (sheet,) = [one for one in reader.pages if one.indirect_reference == reference]
    assert "КМ-0002" in text_of(sheet)


def test_reports_are_listed_beside_the_page(pages: tuple[Page, ...]) -> None:
    outline: list[Any] = list(opened(pages).outline)  # Any: pypdf's destination or a list of them
    assert [one.title for one in outline] == ["Отчёт. Первый", "Второй"]


def test_it_is_russian_and_has_a_title(pages: tuple[Page, ...]) -> None:
    reader = opened(pages)
    assert reader.metadata is not None
    assert reader.metadata.title == "Отчёты"
    root: Any = reader.trailer["/Root"]  # Any: pypdf's object
    assert root["/Lang"] == "ru"


def test_a_letter_that_the_font_lacks_is_a_question_mark() -> None:
    assert "до ? после" in text_of(opened((page_of(("до 😀 после",)),)).pages[0])


def test_the_same_pages_give_the_same_bytes(pages: tuple[Page, ...]) -> None:
    again = (replace(pages[0], report=first()), pages[1])
    assert FORMATS["pdf"]("О", pages) == FORMATS["pdf"]("О", again)


def wide(words: str) -> float:
    return float(len(words))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("один два три", 8, ["один два", "три"]),
        ("один", 8, ["один"]),
        ("", 8, [""]),
        ("а\nб", 8, ["а", "б"]),
        ("а\n\nб", 8, ["а", "", "б"]),
        ("благоустройство", 6, ["благоу", "стройс", "тво"]),
        ("на благоустройство", 6, ["на", "благоу", "стройс", "тво"]),
    ],
)
def test_words_fall_into_lines(text: str, width: float, lines: list[str]) -> None:
    assert wrapped(text, width, wide) == lines


@pytest.mark.parametrize(
    ("wanted", "longest", "widths"),
    [
        ((1, 1), (10, 10), [50, 50]),
        ((1, 3), (10, 10), [25, 75]),
        ((1, 9), (30, 10), [30, 70]),
        ((1, 1), (200, 200), [50, 50]),
        ((1, 1, 2), (40, 10, 10), [40, 25 - 15 * 15 / 55, 50 - 40 * 15 / 55]),
    ],
)
def test_no_column_is_narrower_than_its_longest_word(
    wanted: tuple[float, ...], longest: tuple[float, ...], widths: list[float]
) -> None:
    assert column_widths(wanted, longest, 100) == pytest.approx(widths)


def test_figures_stand_as_people_read_them() -> None:
    table = Listing("", (Field("Доля", 20, Form.PERCENT), Field("Всего", 20, Form.WHOLE)), ((95.3, 12500),))
    text = text_of(opened((Page(Report("Отчёты", "Лист", (table,))),)).pages[0])
    assert "95,3\u00a0%" in text
    assert "12\u00a0500" in text
