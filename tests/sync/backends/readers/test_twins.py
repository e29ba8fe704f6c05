"""The same table as .xlsx, .xls, .ods and .csv gives the same grid and the same remarks."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO

import pytest

from config.columns import CellError
from config.registers.pupils import SCH
from sync.backends.readers.file import read_file
from tests.sync.backends.workbooks import ods_bytes, workbook_bytes, xls_bytes
from validators.grid import Grid
from validators.parse import parse

NEED_A_FORMAT = {"C06", "C08"}
"""Codes that a text table can't have: its every cell is text (decision 20)."""

HEADINGS = (
    "Код", "Фамилия", "Имя", "Отчество", "Дата рождения", "Образовательная организация", "Класс или курс",
    "Статус участника", "Дата зачисления", "Согласие: дата", "Согласие дал", "Телефон", "E-mail",
)  # fmt: skip
RIGHT: dict[str, object] = {
    "Фамилия": "Орлова",
    "Имя": "Анна",
    "Отчество": "Ильинична",
    "Дата рождения": date(2009, 9, 1),
    "Образовательная организация": "ОО-0001",
    "Класс или курс": "9А",
    "Статус участника": "Участник",
    "Дата зачисления": date(2025, 10, 1),
    "Согласие: дата": date(2025, 9, 30),
    "Согласие дал": "Представитель",
    "Телефон": "+79123456789",
    "E-mail": "anna@example.ru",
}
FAULTS: tuple[tuple[str, object, str], ...] = (
    ("Дата рождения", "31.02.2009", "C02"),
    ("Дата рождения", "осень", "C02"),
    ("Статус участника", "почти", "C03"),
    ("Согласие дал", "сосед", "C03"),
    ("Класс или курс", "12", "C04"),
    ("Код", "ШК-0001", "C05"),
    ("Фамилия", "Opлова", "C07"),
    ("Дата зачисления", "01.10.2025", "C08"),
    ("Фамилия", "орлова", "C06"),
    ("Дата рождения", CellError("#REF!"), "C10"),
    ("Образовательная организация", CellError("#N/A"), "C10"),
    ("Телефон", "+79123456789, +79120000000", "C11"),
    ("Образовательная организация", "КМ-0001", "C12"),
    ("Имя", "А.", "C13"),
    ("Фамилия", "Орлова1", "C13"),
    ("Телефон", "8(912)34", "C14"),
    ("E-mail", "anna@example,ru", "C14"),
)


def table() -> list[list[object]]:
    rows: list[list[object]] = [list(HEADINGS), ["ШК-0001", *RIGHT.values()]]
    for number, (heading, value, _) in enumerate(FAULTS, 2):
        rows.append([{"Код": f"ШК-{number:04}", **RIGHT, heading: value}[one] for one in HEADINGS])
    return rows


def csv_bytes(rows: Sequence[Sequence[object]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_typed(cell) for cell in row])
    return out.getvalue().encode("cp1251")


def _typed(cell: object) -> object:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return cell.word if isinstance(cell, CellError) else cell


TABS: Mapping[str, Sequence[Sequence[object]]] = {SCH.tab: table()}
WORKBOOKS = {"xlsx": workbook_bytes(TABS), "xls": xls_bytes(TABS), "ods": ods_bytes(TABS)}


def grid_of(end: str) -> Grid:
    data = WORKBOOKS.get(end) or csv_bytes(table())
    (grid,) = read_file(f"Участники.{end}", data).grids
    return grid


def remarks_of(end: str) -> Counter[tuple[object, ...]]:
    remarks = parse(grid_of(end), SCH).remarks
    return Counter((one.code, one.severity, one.place.id, one.place.row, one.place.column, one.text) for one in remarks)


def test_every_fault_of_the_table_is_remarked_at_its_cell() -> None:
    found = {(code, column) for code, _, _, _, column, _ in remarks_of("xlsx")}
    planted = {(code, heading) for heading, _, code in FAULTS}
    assert planted <= found, planted - found
    assert len(FAULTS) >= 15


@pytest.mark.parametrize("end", ["xls", "ods"])
def test_workbooks_of_every_kind_give_the_same_grid_and_the_same_remarks(end: str) -> None:
    assert grid_of(end).columns() == grid_of("xlsx").columns()
    assert grid_of(end).tab == grid_of("xlsx").tab
    assert remarks_of(end) == remarks_of("xlsx")


def test_a_text_table_gives_the_same_cells_as_text() -> None:
    text, book = grid_of("csv"), grid_of("xlsx")
    for written, cells in zip(text.rows, book.rows, strict=True):
        for one, cell in zip(written, cells, strict=True):
            assert one == cell or isinstance(cell, int)


def test_a_text_table_gives_the_same_remarks_but_those_that_need_a_format() -> None:
    text, book = remarks_of("csv"), remarks_of("xlsx")
    assert {code for code, *_ in text} & NEED_A_FORMAT == set()
    assert text == Counter({key: count for key, count in book.items() if key[0] not in NEED_A_FORMAT})
