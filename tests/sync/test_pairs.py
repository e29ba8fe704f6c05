"""«Похожие люди» in whole updates: an answer reaches rules and counts, and survives every rewrite."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sync.run import update
from tests.sync.offices import build, desk_of, write_book

BOOK, TAB = "Соответствия.xlsx", "Похожие люди"


def pupil(number: int, **changed: object) -> Mapping[str, object]:
    """A pupil of whom nothing is remarked but that he may have another row."""
    row: dict[str, object] = {
        "Код": f"ШК-{number:04d}", "Фамилия": "Чайкина", "Имя": "Ольга", "Отчество": "Ильинична",
        "Дата рождения": date(2010, 2, 3), "Образовательная организация": "ОО-0001", "Класс или курс": "9А",
        "Статус участника": "Участник", "Дата зачисления": date(2025, 10, 30), "Согласие: дата": date(2025, 10, 1),
        "Согласие дал": "Оба", "Телефон": f"+7 912 345-67-{number:02d}",
    }  # fmt: skip
    return row | changed


@pytest.fixture(params=[date(2010, 2, 3), date(2010, 2, 8)], ids=["the same", "alike"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    build(tmp_path)
    settings = (tmp_path / "office.toml").read_text(encoding="utf-8").replace('"MENT"', '"MENT", "SCH"')
    (tmp_path / "office.toml").write_text(settings, encoding="utf-8")
    write_book(tmp_path, ["SCH"], {"SCH": [pupil(1), pupil(2, **{"Дата рождения": request.param})]})
    return tmp_path


def answer(office: Path, who: str) -> None:
    path = office / "reports" / BOOK
    book = openpyxl.load_workbook(path)
    sheet = book[TAB]
    heading = next(row for row in sheet.iter_rows() if row[0].value == "Две записи")
    line = next(row for row in sheet.iter_rows() if row[0].value == "ШК-0001 и ШК-0002")
    line[[cell.value for cell in heading].index("Кто это")].value = who
    book.save(path)


def told(office: Path) -> list[object]:
    sheet = openpyxl.load_workbook(office / "reports" / BOOK)[TAB]
    return [row[3].value for row in sheet.iter_rows() if row[0].value == "ШК-0001 и ШК-0002"]


def test_different_people_are_never_asked_about_again(office: Path) -> None:
    desk = desk_of(office)
    before = update(desk).remarks
    answer(office, "разные люди")
    after = update(desk).remarks
    assert sum(before.values()) - sum(after.values()) == 1
    assert after["critical"] == after["warning"] == 0
    assert told(office) == ["разные люди"]
    assert update(desk).written == ()
    assert update(desk_of(office, "2026-04-16")).remarks == after
    assert told(office) == ["разные люди"]


def test_the_answer_survives_the_loss_of_the_workbook(office: Path) -> None:
    desk = desk_of(office)
    update(desk)
    answer(office, "разные люди")
    after = update(desk).remarks
    (desk.reports / BOOK).unlink()
    assert update(desk).remarks == after
    assert told(office) == ["разные люди"]


def test_one_person_is_counted_once_until_one_of_the_rows_is_mended(office: Path) -> None:
    desk = desk_of(office)
    update(desk)
    answer(office, "один человек")
    assert update(desk).remarks["critical"] == 1
    answer(office, "разные люди")
    assert update(desk).remarks["critical"] == 0
