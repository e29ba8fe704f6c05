"""What an office does in its first week: renames, splits, copies, sorts, answers, types on."""

from pathlib import Path

import openpyxl
import pytest

from sync.run import update
from tests.sync.offices import Rows, build, bytes_of, desk_of, mentor, team, updated, write_book

TEAMS: Rows = [team(number) for number in range(1, 7)]


def test_a_renamed_workbook_is_found_by_its_tab(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    (desk.registers / "Команды.xlsx").rename(desk.registers / "Команды 2026 новые.xlsx")
    assert update(desk).exit_code == 0


def test_a_workbook_moved_into_a_folder_is_found(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    (desk.registers / "Работа").mkdir()
    (desk.registers / "Команды.xlsx").rename(desk.registers / "Работа" / "Команды.xlsx")
    assert update(desk).exit_code == 0


def test_a_register_spread_over_two_workbooks_is_one_register(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    write_book(tmp_path, ["TEAM"], {"TEAM": TEAMS[:3]})
    write_book(tmp_path, ["TEAM"], {"TEAM": [*TEAMS[3:], team(7)]}, name="Команды — Бийск")
    result = update(desk)
    assert (result.exit_code, result.registers["TEAM"]["rows"]) == (0, 7)


def test_a_copy_of_a_workbook_is_refused_and_the_last_good_data_stay(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    copy = desk.registers / "Команды (1).xlsx"
    copy.write_bytes((desk.registers / "Команды.xlsx").read_bytes())
    result = update(desk)
    assert (result.exit_code, result.registers["TEAM"]["state"], result.registers["TEAM"]["rows"]) == (1, "failed", 6)
    copy.unlink()
    assert update(desk).exit_code == 0


def test_sorting_rows_and_moving_columns_changes_no_remark(tmp_path: Path) -> None:
    desk = build(tmp_path, teams=[team(1, Стадия="почти"), *TEAMS[1:]])
    first = update(desk)
    path = desk.registers / "Команды.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Команды и проекты"]
    rows = [list(row) for row in sheet.iter_rows(max_row=7, values_only=True)]
    moved = [[*row[3:], *row[:3]] for row in [rows[0], *reversed(rows[1:])]]
    book.remove(sheet)
    fresh = book.create_sheet("Команды и проекты")
    for row in moved:
        fresh.append(row)
    book.save(path)
    second = update(desk)
    assert (second.new, second.fixed, second.remarks) == (0, 0, first.remarks)


def test_columns_of_their_own_do_not_matter_and_hidden_rows_are_read_with_a_word(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    path = desk.registers / "Команды.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Команды и проекты"]
    sheet.insert_cols(2)
    sheet["B1"] = "Моя пометка"
    sheet["B2"] = "позвонить"
    sheet.row_dimensions[3].hidden = True
    book.save(path)
    result = update(desk)
    assert (result.exit_code, result.registers["TEAM"]["rows"]) == (0, 6)
    assert result.remarks == {"critical": 0, "error": 0, "warning": 0, "info": 1}


def test_a_column_that_was_filled_and_is_gone_is_held_until_accepted(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    path = desk.registers / "Команды.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Команды и проекты"]
    heading = [cell.value for cell in sheet[1]]
    sheet.delete_cols(heading.index("Стадия") + 1)
    book.save(path)
    result = update(desk)
    assert (result.exit_code, result.held) == (7, ("TEAM",))
    assert "Стадия" in str(result.registers["TEAM"]["reason"])
    assert update(desk, force="столбец больше не нужен").exit_code == 0
    assert update(desk).exit_code == 0


def test_a_workbook_open_in_excel_is_read_as_last_saved(tmp_path: Path) -> None:
    desk = build(tmp_path)
    (desk.registers / "~$Команды.xlsx").write_bytes(b"\x0bSomebody" + b" " * 150)
    result = update(desk)
    assert (result.exit_code, result.registers["TEAM"]["rows"]) == (0, 6)
    assert result.remarks == {"critical": 0, "error": 0, "warning": 0, "info": 1}


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """An office where two teams name a mentor in a way that means nobody."""
    mentors = [mentor(number) for number in range(1, 7)]
    build(tmp_path, teams=[team(1, Наставники="Горин М."), team(2, Наставники="Горин М."), *TEAMS[2:]])
    write_book(tmp_path, ["MENT"], {"MENT": mentors})
    return tmp_path


def answer(office: Path, spelling: str, code: str) -> None:
    """Types an answer into «Соответствия», as staff do."""
    path = office / "reports" / "Соответствия.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Соответствия"]
    heading = next(row for row in sheet.iter_rows() if row[0].value == "Как написано")
    line = next(row for row in sheet.iter_rows() if row[0].value == spelling)
    line[[cell.value for cell in heading].index("Что это (код)")].value = code
    book.save(path)


def test_an_answer_typed_once_settles_a_spelling_for_good(asked: Path) -> None:
    desk = desk_of(asked)
    assert update(desk).remarks["error"] == 1
    answer(asked, "Горин М.", "НС-0003")
    assert update(desk).remarks["error"] == 0
    before = bytes_of(desk.reports)
    assert update(desk).written == ()
    assert update(desk_of(asked, "2026-04-16")).remarks["error"] == 0
    assert "Соответствия.xlsx" in before


def test_an_answer_survives_the_loss_of_the_workbook(asked: Path) -> None:
    desk = desk_of(asked)
    update(desk)
    answer(asked, "Горин М.", "НС-0003")
    update(desk)
    (desk.reports / "Соответствия.xlsx").unlink()
    assert update(desk).remarks["error"] == 0


BESIDE = ((0, 8), (40, 0), (40, 1), (40, 4), (40, 30))
OVER = ((0, 0), (3, 0), (5, 2), (5, 5), (6, 2), (6, 3), (6, 5))
"""Over our words, a heading, the hidden seal, what a row says, beside it under the seal."""


@pytest.mark.parametrize(("place", "kept"), [*((place, True) for place in (*BESIDE, *OVER)), (None, False)])
def test_a_note_beside_the_questions_or_over_them_is_kept_and_an_answer_needs_no_copy(
    asked: Path, place: tuple[int, int] | None, *, kept: bool
) -> None:
    desk = desk_of(asked)
    update(desk)
    answer(asked, "Горин М.", "НС-0003")
    if place is not None:
        path = desk.reports / "Соответствия.xlsx"
        book = openpyxl.load_workbook(path)
        book["Соответствия"].cell(place[0] + 1, place[1] + 1).value = "спросить у Глеба"
        book.save(path)
    update(desk)
    aside = desk.reports / "Правленное вручную"
    words = [
        str(cell)
        for path in aside.glob("Соответствия*.xlsx")
        for row in openpyxl.load_workbook(path)["Соответствия"].iter_rows(values_only=True)
        for cell in row
    ]
    assert ("спросить у Глеба" in words, bool(words)) == (kept, kept)


def test_questions_that_staff_have_sorted_need_no_copy(asked: Path) -> None:
    build(asked, teams=[team(1, Наставники="Горин М."), team(2, Наставники="Горин Л."), *TEAMS[2:]])
    desk = desk_of(asked)
    update(desk)
    path = desk.reports / "Соответствия.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Соответствия"]
    lines = [[cell.value for cell in sheet[row]] for row in (7, 8)]
    for row, line in zip((8, 7), lines, strict=True):
        for at, value in enumerate(line, start=1):
            sheet.cell(row, at).value = value
    book.save(path)
    answer(asked, "Горин М.", "НС-0003")
    assert "Соответствия.xlsx" in update(desk).written
    assert not (desk.reports / "Правленное вручную").exists()


def test_a_wrong_answer_is_asked_again(asked: Path) -> None:
    desk = desk_of(asked)
    update(desk)
    answer(asked, "Горин М.", "НС-0999")
    assert update(desk).remarks["error"] == 1
