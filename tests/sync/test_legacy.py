"""An old list of pupils becomes a register by settings alone, and its rows count on the first day."""

import random
import shutil
from argparse import Namespace
from pathlib import Path

import openpyxl
import pytest

from config.settings import Settings
from sync.desk import Desk, open_desk
from sync.look import look_once
from sync.pipeline import Survey

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "pupils" / "office.toml"
HEADINGS = ("№ п/п", "ФИО", "дата рождения", "школа", "класс", "район", "телефоны", "родитель", "команда")
SURNAMES = ("Орлов", "Лесков", "Чайкин", "Горин", "Белов", "Морозов", "Зимин", "Полев", "Рогов", "Снегов")
NAMES = ("Иван", "Пётр", "Илья", "Глеб", "Лев", "Олег", "Юрий", "Антон", "Марк", "Тимур")
PATRONYMICS = ("Ильич", "Петрович", "Олегович", "Львович", "Юрьевич")


def pupil(chance: random.Random, number: int) -> list[object]:
    """A row as offices keep them: every spelling that a patient clerk would use."""
    name = f"{SURNAMES[number % 10]} {NAMES[number // 10 % 10]} {PATRONYMICS[number // 100]}"
    year = chance.choice((2009, 2010))
    born = f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{year}"
    phone = f"8 (912) {chance.randint(100, 999)}-{chance.randint(10, 99)}-{chance.randint(10, 99)}"
    grade = chance.choice(("10 Б", "10б класс") if year == 2009 else ('9 "А"', "9а", "9-В"))
    return [
        number + 1,
        name,
        born,
        f"СОШ № {chance.randint(1, 30)}",
        grade,
        "Лесной р-н",
        phone,
        "мама Ольга",
        "Вектор",
    ]


def mess(rows: list[list[object]]) -> None:
    """The faults of a real list: half a name, an impossible date, two telephones, an empty cell."""
    rows[3][1] = "Орлов И.И."
    rows[8][1] = "Чайкин Пётр"
    rows[15][2] = "31.02.2009"
    rows[16][2] = "2009"
    rows[20][6] = "8(912)34"
    rows[21][6] = "8 912 345-67-89, 8 912 345-67-90"
    rows[30][3] = None
    rows[31][4] = "выпускник"
    rows[40][6] = None
    rows[50][1] = "Лecков Глеб Ильич"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An office whose only register is the old list."""
    shutil.copy(EXAMPLE, tmp_path)
    (tmp_path / "registers").mkdir()
    chance = random.Random(1)
    rows = [pupil(chance, number) for number in range(200)]
    mess(rows)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Лист1"
    sheet.append(["Список участников Программы, 2025/2026 учебный год"])
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    sheet.append(["Итого", None, None, None, None, None, None, None, 200])
    book.save(tmp_path / "registers" / "Ученики.xlsx")
    return open_desk(Namespace(office=str(tmp_path), today=None))


@pytest.fixture
def survey(desk: Desk) -> Survey:
    return look_once(desk, quiet=True)


def test_all_rows_count_on_the_first_day(survey: Survey) -> None:
    table = survey.facts.scene.office.tables["SCH"]
    assert len(table.counted) == len(table) == 200


def test_its_remarks_have_few_causes(survey: Survey) -> None:
    causes = {(one.code, one.place.register, one.place.column) for one in survey.remarks}
    assert len(causes) <= 15, sorted(map(str, causes))


def test_every_planted_fault_is_remarked_at_its_cell(survey: Survey) -> None:
    whole_columns = {"Дата рождения": "C08", "Законный представитель: ФИО": "C13"}
    worst = {
        (one.place.row, one.code)
        for one in survey.remarks
        if one.severity != "info" and one.place.id and whole_columns.get(str(one.place.column)) != one.code
    }
    expected = {
        (7, "C13"),
        (12, "C01"),
        (19, "C02"),
        (20, "C02"),
        (24, "C14"),
        (25, "C11"),
        (34, "C01"),
        (35, "C02"),
        (44, "C01"),
        (54, "C07"),
    }
    assert expected <= worst
    assert {row for row, _ in worst} == {row for row, _ in expected}


def test_the_settings_are_a_whole_office(desk: Desk) -> None:
    assert isinstance(desk.settings, Settings)
    assert desk.settings.keeping("SCH").key == ("ФИО", "Дата рождения")
