"""`init --part`: every part of the region gets a block of codes that nobody else ever gets."""

import json
from argparse import Namespace
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from config.errors import UsageError
from config.registers.pupils import SCH
from sync.commands import init
from sync.desk import Desk
from sync.look import look_once
from sync.run import update
from sync.state.store import Store
from tests.sync.municipal import TOWNS, office, pupil, pupils, school_of, send


def give(folder: Path, *parts: str, **given: object) -> int:
    usual = {
        "first": None,
        "listed": False,
        "package": None,
        "google": False,
        "mode": None,
        "today": "2026-04-15",
        "json": False,
        "quiet": True,
    }
    return init.run(Namespace(folder=str(folder), part=list(parts) or None, **{**usual, **given}))


def blocks(desk: Desk) -> dict[str, tuple[int, int]]:
    with Store.open(desk.history, read_only=True) as store:
        return {part.name: (part.first, part.last) for part in store.parts()}


def template(folder: Path, part: str) -> Path:
    return folder / "templates" / f"{SCH.workbook} — {part}.xlsx"


def test_blocks_are_free_thousands_one_after_another(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    give(tmp_path, "Барнаул", "Рубцовск")
    assert blocks(desk) == {"Бийск": (1000, 1999), "Барнаул": (2000, 2999), "Рубцовск": (3000, 3999)}
    sheet = openpyxl.load_workbook(template(tmp_path, "Барнаул"))[SCH.tab]
    assert (sheet["A2"].value, sheet["A301"].value) == ("ШК-2000", "ШК-2299")


def test_a_block_is_never_given_twice_though_its_files_were_taken_away(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    for path in (tmp_path / "templates").iterdir():
        path.unlink()
    give(tmp_path, "Барнаул")
    assert blocks(desk)["Барнаул"] == (2000, 2999)
    with pytest.raises(UsageError, match="Бийск"):
        give(tmp_path, "бийск")


def test_a_block_is_seen_in_its_workbooks_though_the_history_was_lost(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    for path in (tmp_path / "state").iterdir():
        path.unlink()
    give(tmp_path, "Барнаул")
    assert blocks(desk) == {"Барнаул": (2000, 2999)}


def test_codes_that_stand_in_the_registers_are_not_given_to_a_part(tmp_path: Path) -> None:
    desk = office(tmp_path)
    send(tmp_path, "Школьники и СПО", pupils(980, 40))
    give(tmp_path, "Бийск")
    assert blocks(desk)["Бийск"] == (2000, 2999)


def test_codes_of_the_last_reading_are_not_given_to_a_part(tmp_path: Path) -> None:
    desk = office(tmp_path)
    path = send(tmp_path, "Школьники и СПО", pupils(1000, 40))
    update(desk)
    path.unlink()
    give(tmp_path, "Бийск")
    assert blocks(desk)["Бийск"] == (2000, 2999)


def test_all_municipalities_of_the_list_get_their_tables_at_once(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    give(tmp_path, listed=True)
    found = blocks(desk)
    assert sorted(found) == sorted(TOWNS)
    assert sorted(first for first, _ in found.values()) == [1000 * number for number in range(1, 21)]
    assert all(template(tmp_path, town).is_file() for town in TOWNS)
    with pytest.raises(UsageError, match="нет ни одного"):
        give(tmp_path, listed=True)


def test_a_number_that_was_asked_for_is_given_when_it_is_free(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск", "Барнаул", first=5000)
    assert blocks(desk) == {"Бийск": (5000, 5999), "Барнаул": (6000, 6999)}


@pytest.mark.parametrize(
    ("first", "words"), [(1500, "уже у части «Бийск»"), (2000, "Код с номером 2010 уже стоит"), (100, "больше 300")]
)
def test_a_number_that_is_taken_is_refused_with_a_free_one(tmp_path: Path, first: int, words: str) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    send(tmp_path, "Школьники и СПО", pupils(2010, 5))
    with pytest.raises(UsageError, match=words) as refusal:
        give(tmp_path, "Барнаул", first=first)
    assert "--from 3000" in (refusal.value.advice or "")
    assert list(blocks(desk)) == ["Бийск"]


def test_nothing_is_given_when_a_file_is_in_the_way(tmp_path: Path) -> None:
    desk = office(tmp_path)
    template(tmp_path, "Бийск").parent.mkdir()
    template(tmp_path, "Бийск").write_bytes(b"work")
    with pytest.raises(UsageError, match="уже есть"):
        give(tmp_path, "Барнаул", "Бийск")
    assert blocks(desk) == {}
    assert [path.name for path in (tmp_path / "templates").iterdir()] == [template(tmp_path, "Бийск").name]


def test_a_part_that_the_list_does_not_know_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office(tmp_path)
    give(tmp_path, "Бийск", "Бийск 2", "Китеж", quiet=False)
    printed = capsys.readouterr().out
    assert "Бийск: СТ-1000…СТ-1299, ШК-1000…ШК-1299" in printed
    assert "В «Муниципалитетах» нет: Китеж." in printed


def test_programs_get_the_blocks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office(tmp_path)
    give(tmp_path, "Бийск", json=True)
    made = json.loads(capsys.readouterr().out)
    assert made["parts"] == [{"part": "Бийск", "first": 1000, "last": 1999}]
    assert f"templates/{template(tmp_path, 'Бийск').name}" in made["written"]


def test_an_empty_table_of_a_part_has_no_rows_and_no_remarks(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск", "Барнаул")
    for part in ("Бийск", "Барнаул"):
        template(tmp_path, part).rename(desk.registers / template(tmp_path, part).name)
    result = update(desk)
    assert (result.exit_code, result.registers["SCH"]["rows"]) == (0, 0)
    assert [one for one in look_once(desk, quiet=True).remarks if one.place.register == "SCH"] == []


def test_a_filled_table_of_a_part_knows_its_municipality_by_the_code(tmp_path: Path) -> None:
    desk = office(tmp_path, listed=False)
    give(tmp_path, "Бийск", "Бийск 2")
    for part, first in {"Бийск": 1000, "Бийск 2": 2000}.items():
        book = openpyxl.load_workbook(template(tmp_path, part))
        sheet = book[SCH.tab]
        at = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, 5):
            for heading, value in pupil(first + row).items():
                if heading != "Код":
                    sheet.cell(row, at[heading]).value = value  # type: ignore[arg-type,assignment]  # a heading has its column
        book.save(desk.registers / template(tmp_path, part).name)
    send(tmp_path, "Школьники и СПО", [pupil(1, school_of("Алейск")), pupil(2, Муниципалитет="Заринск")])
    result = update(desk)
    table = look_once(desk, quiet=True).facts.scene.office.tables["SCH"]
    assert result.exit_code == 0
    assert Counter(table.values["municipality"]) == {"Бийск": 6, "Заринск": 1, None: 1}


def test_the_school_says_more_than_the_code_and_the_clerk_more_than_the_school(tmp_path: Path) -> None:
    desk = office(tmp_path)
    give(tmp_path, "Бийск")
    rows = [
        pupil(1000, school_of("Алейск")),
        pupil(1001, school_of("Алейск"), Муниципалитет="Заринск"),
        pupil(1002, ""),
    ]
    send(tmp_path, "Школьники и СПО — Бийск", rows)
    table = look_once(desk, quiet=True).facts.scene.office.tables["SCH"]
    assert list(table.values["municipality"]) == ["Алейск", "Заринск", "Бийск"]
