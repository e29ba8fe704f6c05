"""`rpo form`: the list that is printed, the ведомость that is typed back, and what is refused."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from config.registers.participation import ACTIVITY_KINDS
from sync.cli import main
from sync.look import look_once
from tests.sync.offices import STAFF, Rows, bytes_of, desk_of, write_book
from validators.marksheet.signs import SIGNS
from validators.remark import Severity

SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = ["STAFF", "PLAN", "EDU", "SCH", "UNI", "TEAM", "PROG", "ENT"]
"""


def pupil(number: int, surname: str, team: str, **changed: object) -> Mapping[str, object]:
    return {
        "Код": f"ШК-{number:04d}", "Фамилия": surname, "Имя": "Олег", "Отчество": "нет", "Дата рождения": date(2010, 2, number),
        "Образовательная организация": "ОО-0001", "Класс или курс": "9А", "Статус участника": "Участник", "Дата заявки": date(2025, 9, 1),
        "Дата зачисления": date(2025, 11, 1), "Согласие: дата": date(2025, 9, 1), "Согласие дал": "Представитель",
        "Телефон": f"+79120000{number:03d}", "Команда": team, **changed,
    }  # fmt: skip


def measure(number: int, title: str, start: date, **changed: object) -> Mapping[str, object]:
    return {
        "Код": f"МР-{number:04d}", "Мероприятие": title, "Вид": "Мероприятие", "Этап": "Э4", "Ответственный": "РП-0002",
        "Начало (план)": start, "Окончание (план)": start, "Статус": "Исполнено", "Окончание (факт)": start, "Место": "Дом творчества",
        "Время": "14:00–16:30", **changed,
    }  # fmt: skip


PUPILS: Rows = (
    pupil(1, "Яшин", "КМ-0001"),
    pupil(2, "Ёлкин", "КМ-0001"),
    pupil(3, "Белов", "КМ-0002"),
    pupil(4, "Отозвин", "КМ-0002", **{"Дата отзыва согласия": date(2026, 3, 1)}),
    pupil(5, "Ушедший", "КМ-0002", **{"Статус участника": "Выбыл", "Дата выбытия": date(2026, 1, 10), "Причина выбытия": "Учёба"}),
    pupil(6, "Кандидатов", "КМ-0002", **{"Статус участника": "Кандидат", "Дата зачисления": None}),
)  # fmt: skip
STUDENT: Mapping[str, object] = {
    "Код": "СТ-0001", "Фамилия": "Зимин", "Имя": "Яков", "Отчество": "Ильич", "Дата рождения": date(2006, 2, 1), "Вуз": "ОО-0002",
    "Курс": "2 курс", "Статус участника": "Участник", "Дата зачисления": date(2025, 10, 1), "Согласие: дата": date(2025, 9, 1),
    "Телефон": "+79120000077", "Команды": "КМ-0001",
}  # fmt: skip
PLAN: Rows = (
    measure(1, "Отбор участников", date(2025, 10, 20), Этап="Э1"),
    measure(44, "Проектная сессия 1", date(2026, 3, 12)),
    measure(45, "Слёт команд", date(2026, 3, 20)),
    measure(46, "Профессиональная проба", date(2026, 4, 2)),
    measure(47, "Проектная сессия 2", date(2026, 3, 25), Муниципалитеты="Заречный район"),
    measure(48, "Проектная сессия 3", date(2026, 4, 1), Статус="Отменено", **{"Окончание (факт)": None}),
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office with a plan, two teams, six pupils and a student."""
    (tmp_path / "office.toml").write_text(SETTINGS, encoding="utf-8")
    schools = [
        {"Код": "ОО-0001", "Полное наименование": "Школа № 5", "Тип": "Общеобразовательная", "Муниципалитет": "Приозёрный район"},
        {"Код": "ОО-0002", "Полное наименование": "Приозёрский университет", "Тип": "Вуз", "Муниципалитет": "Заречный район"},
    ]  # fmt: skip
    teams = [
        {"Код": f"КМ-000{number}", "Название команды": name} for number, name in enumerate(("Вектор", "Орбита"), 1)
    ]
    site = [{"Код": "ПП-0001", "Полное наименование": "Приозёрский завод"}]
    write_book(tmp_path, ["STAFF"], {"STAFF": STAFF})
    write_book(tmp_path, ["PLAN"], {"PLAN": PLAN})
    write_book(tmp_path, ["ENT", "EDU"], {"ENT": site, "EDU": schools})
    write_book(tmp_path, ["TEAM"], {"TEAM": teams})
    write_book(tmp_path, ["SCH"], {"SCH": PUPILS})
    write_book(tmp_path, ["UNI"], {"UNI": [STUDENT]})
    return tmp_path


def made(office: Path, *words: str) -> Path:
    """The workbook that the command made."""
    before = set((office / "reports").rglob("*.xlsx"))
    assert main(["form", "--office", str(office), "-q", *words]) == 0
    (path,) = set((office / "reports").rglob("*.xlsx")) - before
    return path


def cells(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def names_in(path: Path) -> list[object]:
    """The second column of the numbered rows of the signature list."""
    rows = cells(load_workbook(path)["Лист регистрации"])
    return [row[1] for row in rows if isinstance(row[0], int)]


def type_marks(path: Path, into: Path, marks: Mapping[str, str | int], said: Mapping[str, str] | None = None) -> None:
    """Types marks by the codes of people, and rows of the head by their labels, and saves the file among the registers."""
    book = load_workbook(path)
    sheet = book["Ведомость"]
    for row in sheet.iter_rows():
        label = str(row[0].value)
        if label in {**marks, **(said or {})}:
            sheet.cell(row[0].row or 0, 5).value = {**marks, **(said or {})}[label]
    book.save(into)


def facts(office: Path, *names: str) -> list[tuple[Any, ...]]:
    table = look_once(desk_of(office), quiet=True).facts.scene.office.tables["PROG"]
    return sorted(tuple(table.values[name][at] for name in names) for at in table.counted)


def prog_remarks(office: Path) -> list[tuple[str, str | None]]:
    """The remarks that stand at a cell: a whole register that lags is another matter."""
    remarks = look_once(desk_of(office), quiet=True).remarks
    return [
        (one.code, one.place.cell)
        for one in remarks
        if one.place.register == "PROG" and one.place.cell and one.severity is not Severity.INFO
    ]


def test_the_list_names_those_who_take_part_on_the_day_by_alphabet(office: Path) -> None:
    path = made(office, "МР-0044")
    assert path == office / "reports" / "forms" / "Ведомость МР-0044.xlsx"
    assert names_in(path) == ["Белов Олег", "Ёлкин Олег", "Зимин Яков Ильич", "Яшин Олег", "ШК-0004"]
    words = [cell for row in cells(load_workbook(path)["Лист регистрации"]) for cell in row if isinstance(cell, str)]
    assert "Проектная сессия 1" in words
    assert any("12.03.2026, 14:00–16:30" in one and "Дом творчества" in one for one in words)
    assert "Г. И. Белов" in words
    assert "Подпись" in words


def test_the_list_prints_upright_on_a4_with_its_heading_on_every_page(office: Path) -> None:
    sheet = load_workbook(made(office, "МР-0044"))["Лист регистрации"]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("portrait", 9)
    heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == "№")
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.oddFooter is not None
    assert "&P" in str(sheet.oddFooter.right.text)


def test_one_without_a_consent_in_force_is_shown_by_code_only(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "МР-0044", "--office", str(office)]) == 0
    assert "ШК-0004" in capsys.readouterr().out
    book = load_workbook(office / "reports" / "forms" / "Ведомость МР-0044.xlsx")
    words = [cell for sheet in book for row in cells(sheet) for cell in row]
    assert not any("Отозвин" in str(word) for word in words)
    assert "ШК-0004" in words


def test_selection_lists_those_who_applied_and_are_not_enrolled_yet(office: Path) -> None:
    assert names_in(made(office, "МР-0001")) == [
        "Белов Олег",
        "Ёлкин Олег",
        "Кандидатов Олег",
        "Ушедший Олег",
        "Яшин Олег",
        "ШК-0004",
    ]


@pytest.mark.parametrize(
    ("words", "name", "people"),
    [
        (["--team", "КМ-0001"], "Ведомость МР-0044 КМ-0001", ["Ёлкин Олег", "Зимин Яков Ильич", "Яшин Олег"]),
        (["--team", "km-1", "--register", "sch"], "Ведомость МР-0044 КМ-0001 SCH", ["Ёлкин Олег", "Яшин Олег"]),
        (["--register", "UNI"], "Ведомость МР-0044 UNI", ["Зимин Яков Ильич"]),
    ],
)
def test_a_team_or_a_register_may_be_asked_for(office: Path, words: list[str], name: str, people: list[str]) -> None:
    path = made(office, "МР-0044", *words)
    assert path.stem == name
    assert names_in(path) == people


def test_the_municipalities_of_the_plan_are_kept_to(office: Path) -> None:
    assert names_in(made(office, "МР-0047")) == ["Зимин Яков Ильич"]


def test_marks_typed_into_the_form_and_saved_among_the_registers_are_facts(office: Path) -> None:
    path = made(office, "МР-0044")
    marks: Mapping[str, str | int] = {
        "ШК-0001": "+", "ШК-0002": "н", "ШК-0003": "−", "ШК-0004": 87, "СТ-0001": "не треб.",
    }  # fmt: skip
    type_marks(path, office / "registers" / path.name, marks)
    assert main(["sync", "--office", str(office), "-q"]) in {0, 1}
    day = date(2026, 3, 12)
    assert facts(office, "participant", "result", "score", "event", "kind", "title") == [
        ("СТ-0001", "Не требуется", None, "МР-0044", "Проектная сессия", "Проектная сессия 1"),
        ("ШК-0001", "Пройдено", None, "МР-0044", "Проектная сессия", "Проектная сессия 1"),
        ("ШК-0002", "Не явился", None, "МР-0044", "Проектная сессия", "Проектная сессия 1"),
        ("ШК-0003", "Не пройдено", None, "МР-0044", "Проектная сессия", "Проектная сессия 1"),
        ("ШК-0004", "Пройдено", 87.0, "МР-0044", "Проектная сессия", "Проектная сессия 1"),
    ]
    assert facts(office, "participant", "start")[1:] == [(f"ШК-000{number}", day) for number in range(1, 5)]
    assert prog_remarks(office) == []


def test_what_the_form_leaves_yellow_is_asked_once_and_settled_by_the_dropdown(office: Path) -> None:
    path = made(office, "МР-0046")
    into = office / "registers" / path.name
    marks = {f"ШК-000{number}": "+" for number in range(1, 5)}
    type_marks(path, into, marks)
    assert prog_remarks(office) == [("C01", "E7")]
    type_marks(path, into, marks, {"Организация": "ПП-0001 · Приозёрский завод"})
    assert prog_remarks(office) == []
    assert {fact[0] for fact in facts(office, "organisation")} == {"ПП-0001"}


def test_a_kind_that_the_title_does_not_tell_is_chosen_in_the_form(office: Path) -> None:
    path = made(office, "МР-0045")
    into = office / "registers" / path.name
    type_marks(path, into, {"ШК-0001": "+", "ШК-0002": "+"})
    assert prog_remarks(office) == [("C01", "E5")]
    type_marks(path, into, {"ШК-0001": "+", "ШК-0002": "+"}, {"Вид": "Очное установочное обучение"})
    assert prog_remarks(office) == []
    assert facts(office, "kind") == [("Очное установочное обучение",), ("Очное установочное обучение",)]


def test_a_form_with_no_marks_is_no_fact_and_no_fault(office: Path) -> None:
    path = made(office, "--blank")
    (office / "registers" / path.name).write_bytes(path.read_bytes())
    assert facts(office, "result") == []
    assert prog_remarks(office) == []
    assert main(["sync", "--office", str(office), "-q"]) in {0, 1}
    assert look_once(desk_of(office), quiet=True).readings["PROG"].account.standing.value == "accepted"


def test_the_dropdowns_offer_the_signs_and_the_kinds(office: Path) -> None:
    book = load_workbook(made(office, "МР-0046"))
    offered = {str(one.formula1) for one in book["Ведомость"].data_validations.dataValidation}
    assert {f'"{",".join(SIGNS)}"', f'"{",".join(ACTIVITY_KINDS.values)}"'} <= offered
    assert book["Списки"].sheet_state == "hidden"
    assert "ПП-0001 · Приозёрский завод" in [row[0] for row in cells(book["Списки"])]


def test_the_sheet_of_a_season_has_a_column_for_each_activity_that_is_not_called_off(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(office, "--blank", "--team", "КМ-0001")
    assert path.stem == "Ведомость сезона 2025-2026 КМ-0001"
    rows = cells(load_workbook(path)["Ведомость"])
    assert rows[2][4:] == ["МР-0001", "МР-0044", "МР-0047", "МР-0046"]
    assert [row[0] for row in rows[7:11]] == ["ШК-0002", "СТ-0001", "ШК-0001", None]
    capsys.readouterr()
    assert main(["form", "--blank", "--office", str(office)]) == 0
    assert "не вошло 1" in capsys.readouterr().out.replace("\u00a0", " ")


def test_a_form_with_marks_in_it_is_never_written_over(office: Path) -> None:
    path = made(office, "МР-0044")
    type_marks(path, path, {"ШК-0001": "+"})
    before = bytes_of(office / "reports")
    other = made(office, "МР-0044")
    assert other.stem == "Ведомость МР-0044 от 15.04.2026"
    assert before.items() <= bytes_of(office / "reports").items()
    type_marks(other, other, {"ШК-0001": "+"})
    assert made(office, "МР-0044").stem == "Ведомость МР-0044 от 15.04.2026, 2"


def test_a_folder_in_the_place_of_the_file_is_left_alone(office: Path) -> None:
    (office / "reports" / "forms" / "Ведомость МР-0044.xlsx").mkdir(parents=True)
    assert main(["form", "МР-0044", "--office", str(office), "-q"]) == 0
    names = {one.name for one in (office / "reports" / "forms").iterdir() if one.is_file()}
    assert names == {"Ведомость МР-0044 от 15.04.2026.xlsx"}


def test_the_same_form_made_again_is_the_same_file(office: Path, tmp_path: Path) -> None:
    first = made(office, "МР-0044").read_bytes()
    assert main(["form", "МР-0044", "--office", str(office), "-q"]) == 0
    assert [one.name for one in (office / "reports" / "forms").iterdir()] == ["Ведомость МР-0044.xlsx"]
    assert main(["form", "МР-0044", "--office", str(office), "-q", "--out", str(tmp_path / "печать")]) == 0
    assert (tmp_path / "печать" / "Ведомость МР-0044.xlsx").read_bytes() == first


def test_json_tells_codes_and_no_names(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "МР-0044", "--office", str(office), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "file": str(office / "reports" / "forms" / "Ведомость МР-0044.xlsx"),
        "events": ["МР-0044"],
        "people": 5,
        "unnamed": ["ШК-0004"],
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["МР-0040"], 2, "ближайший — МР-004"),
        (["слёт"], 2, "нет в реестре «План мероприятий»"),
        ([], 2, "--blank"),
        (["МР-0044", "--blank"], 2, "Нужно одно из двух"),
        (["МР-0044", "--team", "КМ-0009"], 2, "«Команды и проекты», ближайший — КМ-000"),
        (["МР-0044", "--register", "TEAM"], 2, "UNI — студенты вузов"),
        (["МР-0047", "--register", "SCH"], 1, "никого нет"),
    ],
)
def test_what_is_not_there_is_refused_in_words(
    office: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert main(["form", "--office", str(office), *words]) == code
    assert said in capsys.readouterr().err
    assert not (office / "reports").exists()


def test_an_office_that_keeps_no_passage_is_told_to_begin(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "office.toml").write_text(SETTINGS.replace('"PROG", ', ""), encoding="utf-8")
    assert main(["form", "МР-0044", "--office", str(office)]) == 0
    assert "допишите PROG" in capsys.readouterr().out


def test_an_office_without_a_plan_is_told_so(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "office.toml").write_text(SETTINGS.replace('"PLAN", ', ""), encoding="utf-8")
    assert main(["form", "МР-0044", "--office", str(office)]) == 2
    assert "не ведётся" in capsys.readouterr().err


def test_making_a_form_touches_neither_registers_nor_state(office: Path) -> None:
    before = bytes_of(office)
    made(office, "МР-0044")
    after = bytes_of(office)
    assert {name for name in after if name not in before} == {"reports/forms/Ведомость МР-0044.xlsx"}
    assert before.items() <= after.items()


def test_facts_that_vanish_from_a_sheet_hold_the_register(office: Path) -> None:
    (office / "office.toml").write_text(SETTINGS + "\n[limits]\nvanish_rows = 2\n", encoding="utf-8")
    path = made(office, "МР-0044")
    into = office / "registers" / path.name
    type_marks(path, into, {f"ШК-000{number}": "+" for number in range(1, 5)} | {"СТ-0001": "+"})
    assert main(["sync", "--office", str(office), "-q"]) in {0, 1}
    type_marks(path, into, {"ШК-0001": "+"})
    assert main(["sync", "--office", str(office), "-q"]) == 7
    assert len(facts(office, "result")) == 5
