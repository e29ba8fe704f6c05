"""The workbooks of municipalities on the disk: made where they are asked for, answered in, gone when nobody asks."""

from pathlib import Path

import pytest

from sync.desk import Desk
from sync.run import update
from sync.state.store import Store
from tests.sync.leaving import Book
from tests.sync.municipal import office, pupils, school_of, send
from tests.sync.offices import desk_of
from validators.parts import Part

ASKED = "[reports]\nby_municipality = true\n"


def spoiled(folder: Path, more: str = "") -> Desk:
    """The lists of two towns, with one wrong status in each."""
    desk = office(folder, more)
    for first, town in ((1000, "Бийск"), (2000, "Барнаул")):
        rows = [dict(row) for row in pupils(first, 5, school_of(town))]
        rows[1]["Класс или курс"] = "почти"
        send(folder, f"Школьники и СПО — {town}", rows)
    return desk


def municipal(desk: Desk) -> set[str]:
    """The workbooks of towns."""
    found = {path.stem.removeprefix("Замечания — ") for path in desk.reports.glob("Замечания — *.xlsx")}
    return found & {"Бийск", "Барнаул", "Яровое"}


def rows(desk: Desk, town: str) -> list[str]:
    lines = Book(desk.reports / f"Замечания — {town}.xlsx").lines()
    return [str(one["Строка"]) for one in lines if one["Что это"] in {"Строка", "Оставлено"}]


@pytest.mark.parametrize(("more", "made"), [("", set()), (ASKED, {"Бийск", "Барнаул", "Яровое"})])
def test_workbooks_are_made_only_where_the_office_asks_for_them(tmp_path: Path, more: str, made: set[str]) -> None:
    desk = spoiled(tmp_path, more)
    assert update(desk).exit_code == 0
    assert municipal(desk) == made
    assert update(desk).written == ()


def test_a_municipality_with_codes_of_its_own_has_its_workbook(tmp_path: Path) -> None:
    desk = spoiled(tmp_path)
    with Store.open(desk.history) as store:
        store.give_part(Part("Бийск", 1000, 1999), desk.today)
    update(desk)
    assert municipal(desk) == {"Бийск"}


def test_each_has_its_own_rows_and_what_is_written_beside_them_is_heard(tmp_path: Path) -> None:
    desk = spoiled(tmp_path, ASKED)
    update(desk)
    assert (rows(desk, "Бийск"), rows(desk, "Барнаул")) == (["ШК-1001", "ОО-0001"], ["ШК-2001", "ОО-0002"])
    assert rows(desk, "Яровое") == ["ОО-0008"]
    book = Book(desk.reports / "Замечания — Бийск.xlsx")
    book.write("ШК-1001", "учится по особой программе")
    update(desk)
    line = book.line("ШК-1001")
    assert (line["Что это"], line["Оставить как есть: причина"]) == ("Оставлено", "учится по особой программе")
    assert update(desk).written == ()


def test_workbooks_go_when_nobody_asks_for_them_any_more(tmp_path: Path) -> None:
    desk = spoiled(tmp_path, ASKED)
    update(desk)
    settings = desk.root / "office.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("by_municipality = true", ""), encoding="utf-8")
    update(desk_of(desk.root))
    assert municipal(desk) == set()
