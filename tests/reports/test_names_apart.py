"""Templates of mode «codes»: the shared table holds no names, the key file holds nothing else."""

import io

import pytest
from openpyxl import load_workbook

from config.apart import personal_columns
from config.columns import Privacy
from config.registers import REGISTERS
from reports.templates import Numbering
from reports.templates.layout import Part, slots
from reports.templates.names import key_workbooks
from reports.templates.workbook import render_workbook

BY_KEY = {register.key: register for register in REGISTERS}


@pytest.mark.parametrize("key", ["SCH", "UNI", "MENT", "STAFF", "ENT"])
def test_a_shared_template_has_no_column_that_names_a_person(key: str) -> None:
    shown = [slot.column for slot in slots(BY_KEY[key], Part.CODED)]
    assert all(column.privacy < Privacy.P3 for column in shown)
    assert len(shown) + len(personal_columns(BY_KEY[key])) == len(BY_KEY[key].columns)


def test_a_key_file_has_the_code_and_what_the_shared_table_lacks() -> None:
    placed = [slot.column.heading for slot in slots(BY_KEY["MENT"], Part.NAMES)]
    assert sorted(placed) == sorted(["Код", "Фамилия", "Имя", "Отчество", "Должность", "Телефон", "E-mail"])


def test_key_files_are_made_for_people_only_and_called_after_their_register() -> None:
    assert [*key_workbooks(REGISTERS)] == [
        "private/Студенты вузов (имена).xlsx",
        "private/Школьники и СПО (имена).xlsx",
        "private/Наставники (имена).xlsx",
    ]


def test_the_codes_of_a_key_file_are_those_of_the_register() -> None:
    made = key_workbooks([BY_KEY["SCH"]], Numbering(start=2000, count=5))
    sheet = load_workbook(io.BytesIO(made["private/Школьники и СПО (имена).xlsx"]))["Школьники и СПО"]
    shared = load_workbook(
        io.BytesIO(render_workbook([BY_KEY["SCH"]], numbering=Numbering(start=2000, count=5), part=Part.CODED))
    )["Школьники и СПО"]
    codes = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert codes == [row[0].value for row in shared.iter_rows(min_row=2)]
    assert codes == ["ШК-2000", "ШК-2001", "ШК-2002", "ШК-2003", "ШК-2004"]
