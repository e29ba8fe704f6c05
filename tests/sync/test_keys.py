"""Key files in a whole update: a changed one is a change, a refused or lost one never makes names «passed»."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from reports.templates.layout import Part
from sync.demo.broken import behind_password
from sync.look import look_once
from sync.pipeline import Survey
from sync.run import update
from sync.state.store import Store
from tests.sync.coded import KEY, build_coded, written
from tests.sync.offices import bytes_of, desk_of, mentor


def rename(row: Mapping[str, object], surname: str) -> Mapping[str, object]:
    return {**row, "Фамилия": surname}


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    return build_coded(tmp_path)


def test_an_office_with_names_apart_is_clean_and_the_second_update_is_quiet(coded: Path) -> None:
    desk = desk_of(coded)
    first = update(desk)
    assert [one.text for one in look(coded).remarks if one.asks] == []
    before = bytes_of(desk.reports)
    assert update(desk).written == ()
    assert bytes_of(desk.reports) == before
    assert first.exit_code == 0


def test_the_book_of_names_follows_the_key_file(coded: Path) -> None:
    update(desk_of(coded))
    book = coded / "reports" / "Участники с именами.xlsx"
    assert "Горин" in cells(book)
    rows = [mentor(1), *(rename(mentor(number), "Ветров") for number in range(2, 7))]
    (coded / KEY).write_bytes(written(rows, Part.NAMES))
    assert "Участники с именами.xlsx" in update(desk_of(coded)).written
    assert "Ветров" in cells(book)


def test_key_files_are_never_changed(coded: Path) -> None:
    before = bytes_of(coded / "private")
    update(desk_of(coded))
    assert bytes_of(coded / "private") == before


def test_a_key_file_that_is_gone_stops_its_register_until_a_person_agrees(coded: Path) -> None:
    update(desk_of(coded))
    (coded / KEY).unlink()
    result = update(desk_of(coded))
    assert result.held == ("MENT",)
    assert "Нет файла с именами" in str(result.registers["MENT"]["reason"])
    assert result.fixed == 0
    with Store.open(desk_of(coded).state) as store:
        number = store.before(desk_of(coded).today).holds[0].number
        store.ack(number, "файл перенесён", desk_of(coded).moment)
    after = update(desk_of(coded))
    assert after.held == ()
    told = [one.text for one in look(coded).remarks if one.place.register == "MENT" and one.asks]
    assert told == [f"Не проверялось: нет файла с именами «{KEY}»."]


def test_a_key_file_behind_a_password_leaves_the_last_good_names(coded: Path) -> None:
    update(desk_of(coded))
    data = (coded / KEY).read_bytes()
    (coded / KEY).write_bytes(behind_password(data))
    told = look(coded)
    assert [(one.code, one.place.register, one.place.source) for one in told.remarks if one.asks] == [
        ("F01", "MENT", f"./{KEY}")
    ]
    table = told.readings["MENT"].table
    assert table is not None
    assert table.values["surname"][0] == "Горин"


def test_a_key_file_that_could_never_be_read_is_told_and_the_codes_count(coded: Path) -> None:
    (coded / KEY).write_bytes(behind_password((coded / KEY).read_bytes()))
    result = update(desk_of(coded))
    assert result.registers["MENT"]["state"] == "accepted"
    assert [one.code for one in look(coded).remarks if one.asks] == ["F01"]


def test_names_of_one_register_may_lie_in_several_files(coded: Path) -> None:
    rows = [mentor(number) for number in range(1, 7)]
    (coded / KEY).write_bytes(written(rows[:3], Part.NAMES))
    (coded / "private" / "Наставники (имена) Бийск.xlsx").write_bytes(written(rows[3:], Part.NAMES))
    assert [one.text for one in look(coded).remarks if one.asks] == []


def test_the_last_good_names_are_read_back_from_the_state(coded: Path) -> None:
    update(desk_of(coded))
    (coded / "registers" / "Наставники.xlsx").write_bytes(written([mentor(1)], Part.CODED))
    survey = look(coded)
    assert survey.readings["MENT"].holds
    table = survey.readings["MENT"].table
    assert table is not None
    assert set(table.values["surname"]) == {"Горин"}
    assert table.place(2, "surname").source == f"./{KEY}#Наставники"


def look(root: Path) -> Survey:
    return look_once(desk_of(root), quiet=True)


def cells(path: Path) -> set[object]:
    book = openpyxl.load_workbook(path)
    return {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
