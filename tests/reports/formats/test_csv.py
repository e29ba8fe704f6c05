"""CSV as the Russian Excel opens it: a file a listing, numbers with a comma, text that is never a formula."""

import csv
import io
from datetime import UTC, date, datetime

import pytest

from reports.formats import FORMATS
from reports.formats.cell_words import in_sight
from reports.formats.page import Page
from reports.report import Field, Form, Jump, Light, Listing, Report, Value

Rows = list[list[str]]


def opened(data: bytes) -> Rows:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def cell(value: Value) -> str:
    report = Report("Отчёты", "Лист", (Listing("", (Field("П", 20), Field("Р", 20)), ((value, "конец"),)),))
    (data,) = FORMATS["csv"]("О", [Page(report)]).values()
    return opened(data)[1][0]


@pytest.mark.parametrize("text", ["=1+1", "+7 912 345-67-89", "-", "-5", "@имя", "\tтекст", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_is_marked_as_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["текст", "007", "'а", "а;б", 'а "б"', "строка\nвторая", "1=1", "−2"])
def test_another_text_is_as_it_was(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12, "12"),
        (-12, "-12"),
        (1250000, "1250000"),
        (95.3, "95,3"),
        (100.0, "100"),
        (0, "0"),
        (None, ""),
        (date(2026, 4, 5), "05.04.2026"),
        (datetime(2026, 4, 5, 2, 0, tzinfo=UTC), "05.04.2026 02:00"),
        (Light.RED, "красный"),
        (Jump("К02", "Лист", "К02"), "К02"),
    ],
)
def test_numbers_and_days_are_read_by_excel(value: Value, words: str) -> None:
    assert cell(value) == words


def test_every_listing_is_a_file(pages: tuple[Page, ...]) -> None:
    files = FORMATS["csv"]("Отчёты на 15.04.2026", pages)
    assert list(files) == [
        "Отчёты на 15.04.2026 (csv)/Отчёт. Первый — Показатели.csv",
        "Отчёты на 15.04.2026 (csv)/Второй — Команды.csv",
        "Отчёты на 15.04.2026 (csv)/Второй — Пусто.csv",
    ]
    assert all(data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") for data in files.values())
    assert opened(files["Отчёты на 15.04.2026 (csv)/Второй — Пусто.csv"]) == [["Код", "Название"]]


def test_a_heading_says_that_its_numbers_are_percents(pages: tuple[Page, ...]) -> None:
    data = FORMATS["csv"]("О", pages)["О (csv)/Отчёт. Первый — Показатели.csv"]
    assert opened(data)[0] == ["Код", "Показатель", "Факт", "Доля, %", "Когда", "Оценка"]


def test_namesakes_are_told_apart_and_a_name_fits_any_system() -> None:
    table = Listing("Что: где/когда?", (Field("П", 20, Form.WHOLE),), ((1,),))
    report = Report("Отчёты", "Лист", (table, table, Listing("", (Field("Люди: всего", 20),), ())))
    names = [name.partition("/")[2] for name in FORMATS["csv"]("О", [Page(report)])]
    assert names == ["Лист — Что где когда.csv", "Лист — Что где когда (2).csv", "Лист — Люди.csv"]


def test_a_column_for_the_service_alone_stays_inside() -> None:
    table = Listing("", (Field("П", 20), Field("ключ", 5, hidden=True)), (("а", "секрет"),))
    (data,) = FORMATS["csv"]("О", [Page(Report("Отчёты", "Лист", (table,)))]).values()
    assert opened(data) == [["П"], ["а"]]


def test_every_report_of_the_office_keeps_its_rows(demo_pages: tuple[Page, ...]) -> None:
    files = FORMATS["csv"]("О", demo_pages)
    listings = [block for page in demo_pages for block in page.blocks if isinstance(block, Listing)]
    assert len(files) == len(listings)
    for data, listing in zip(files.values(), listings, strict=True):
        fields, rows = in_sight(listing)
        found = opened(data)
        assert len(found) == len(rows) + (not listing.bare)
        assert {len(row) for row in found} <= {len(fields)}
        assert files == FORMATS["csv"]("О", demo_pages)
