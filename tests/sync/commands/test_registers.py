"""`rpo registers`: every column is told, and what a row costs the clerk."""

import json
from argparse import Namespace

import pytest

from config.registers import REGISTERS
from reports.catalogues.burden import burden
from reports.catalogues.reading import is_read, reader
from sync.commands import COMMANDS, registers

BY_KEY = {register.key: register for register in REGISTERS}

A_RULE = """
from config.registers.plan import Measure

def measure_has_a_place(scene):
    return [one.place for one in scene.office[Measure].living() if one.time == "Место"]
"""
ANOTHER_RULE = """
def plan_is_financed(scene):
    return scene.office.tables["PLAN"].values["financed"]
"""


def printed(capsys: pytest.CaptureFixture[str], *, as_json: bool = False, cost: bool = False) -> str:
    assert registers.run(Namespace(json=as_json, burden=cost)) == 0
    return capsys.readouterr().out


def test_programs_get_every_column_of_every_register(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {one["key"]: one for one in json.loads(printed(capsys, as_json=True))}
    assert [*listed] == [register.key for register in REGISTERS]
    for register in REGISTERS:
        fields = [column["field"] for column in listed[register.key]["columns"]]
        assert fields == [column.field for column in register.columns]


def test_people_read_every_heading(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys)
    for register in REGISTERS:
        chapter = page.partition(f"## {register.key} — {register.tab}\n")[2].partition("\n## ")[0]
        assert register.about in chapter
        for column in register.columns:
            assert f"\n| {column.heading} |" in chapter


def test_a_pupil_takes_eleven_cells() -> None:
    cells = burden(BY_KEY["SCH"], ()).cells
    assert cells == (
        "Фамилия",
        "Имя",
        "Отчество",
        "Дата рождения",
        "Образовательная организация",
        "Класс или курс",
        "Статус участника",
        "Дата зачисления",
        "Согласие: дата",
        "Согласие дал",
        "Телефон или E-mail",
    )


@pytest.mark.parametrize(
    ("field", "source", "expected"),
    [
        ("title", "", True),
        ("status", "", True),
        ("place", "", False),
        ("place", A_RULE, True),
        ("time", A_RULE, True),
        ("note", A_RULE, False),
        ("financed", ANOTHER_RULE, True),
        ("place", "def f(table):\n    return table.place\n", False),
    ],
)
def test_a_column_is_read_when_somebody_who_knows_the_register_names_it(
    field: str,
    source: str,
    expected: bool,  # noqa: FBT001  a table
) -> None:
    register = BY_KEY["PLAN"]
    assert is_read(register, register.by_field[field], [reader(source)]) is expected


def test_the_page_of_the_burden_names_what_nobody_reads(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, cost=True)
    assert "## SCH — Школьники и СПО: 11 ячеек на строку" in page
    assert "Не читают:" in page


def test_programs_get_the_burden_of_every_register(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(printed(capsys, as_json=True, cost=True))
    assert [one["register"] for one in listed] == [register.key for register in REGISTERS]
    assert all(one["cells"] == len(one["headings"]) for one in listed)


def test_every_command_has_a_name_of_its_own_and_russian_help() -> None:
    names = [command.NAME for command in COMMANDS]
    assert len(names) == len(set(names))
    assert {"init", "rules", "registers"} <= set(names)
    assert all(any("а" <= letter <= "я" for letter in command.HELP) for command in COMMANDS)
