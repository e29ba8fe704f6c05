"""One update after another: what is written, what is left alone, what is held."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from config.errors import BusyError
from sync.lock import only_one
from sync.run import update
from sync.state.store import Store
from sync.updating import StalePlanError
from tests.sync.offices import build, bytes_of, desk_of, mentor, team, updated, write_book


def values(path: Path, tab: str) -> list[object]:
    sheet = openpyxl.load_workbook(path)[tab]
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_first_update_writes_and_the_second_changes_no_byte(tmp_path: Path) -> None:
    desk = build(tmp_path)
    first = update(desk)
    before = bytes_of(desk.reports)
    second = update(desk)
    assert first.exit_code == second.exit_code == 0
    assert "Отчёты.xlsx" in first.written
    assert second.written == ()
    assert bytes_of(desk.reports) == before
    assert second.run == first.run + 1
    assert {one["state"] for one in second.registers.values()} == {"unchanged"}


def test_touching_a_file_changes_nothing(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    before = bytes_of(desk.reports)
    for path in desk.registers.iterdir():
        os.utime(path, (1, 1))
    assert update(desk).written == ()
    assert bytes_of(desk.reports) == before


def test_staff_files_are_never_changed(tmp_path: Path) -> None:
    desk = build(tmp_path, teams=[team(1, Стадия="почти"), team(2)])
    before = bytes_of(desk.registers)
    update(desk)
    update(desk_of(tmp_path, "2026-04-16"))
    assert bytes_of(desk.registers) == before


def test_one_changed_cell_rewrites_only_what_shows_it(tmp_path: Path) -> None:
    desk = updated(tmp_path, teams=[team(1), team(2), team(3)])
    before = bytes_of(desk.reports)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1), team(2, Стадия="почти"), team(3)]})
    result = update(desk)
    after = bytes_of(desk.reports)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == set(result.written)
    assert "Замечания.xlsx" in changed
    assert "Замечания — Специалист по работе со студентами.xlsx" in changed
    assert "Замечания — Руководитель РПО.xlsx" not in changed


def test_a_mended_cell_takes_its_remark_away(tmp_path: Path) -> None:
    desk = build(tmp_path, teams=[team(1, Стадия="почти"), team(2), team(3)])
    assert update(desk).remarks["error"] == 1
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1), team(2), team(3)]})
    result = update(desk)
    assert (result.remarks["error"], result.fixed) == (0, 1)


def test_a_read_only_folder_of_registers_works(tmp_path: Path) -> None:
    desk = build(tmp_path)
    for path in desk.registers.iterdir():
        path.chmod(0o444)
    desk.registers.chmod(0o555)
    assert update(desk).exit_code == 0
    desk.registers.chmod(0o755)


def test_a_register_that_lost_its_rows_is_held_and_the_last_good_data_stay(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1)]})
    later = desk_of(tmp_path, "2026-04-16")
    result = update(later)
    assert result.exit_code == 7
    assert result.held == ("TEAM",)
    assert result.registers["TEAM"]["state"] == "held"
    assert result.registers["TEAM"]["rows"] == 6
    assert result.remarks["critical"] == 1
    shown = " ".join(map(str, values(desk.reports / "Отчёты.xlsx", "Состояние")))
    assert "приостановлен" in shown
    assert "2026-04-15" in shown
    assert "rpo ack 1 " in shown


def test_what_is_held_stays_held_until_a_person_accepts_it(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1)]})
    assert update(desk).exit_code == 7
    assert update(desk).exit_code == 7
    with Store.open(desk.history) as store:
        (hold,) = store.holds()
        store.ack(hold.number, "команды распущены", desk.moment)
    result = update(desk)
    assert result.exit_code == 0
    assert result.registers["TEAM"]["rows"] == 1


def test_rows_that_come_back_end_the_hold_by_themselves(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1)]})
    update(desk)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(number) for number in range(1, 7)]})
    assert update(desk).exit_code == 0


def test_a_register_that_vanished_is_held(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    (desk.registers / "Наставники.xlsx").unlink()
    result = update(desk)
    assert result.held == ("MENT",)
    assert result.registers["MENT"]["rows"] == 6


def test_force_accepts_everything_that_is_held(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(1)]})
    update(desk)
    assert update(desk, force="команды распущены").registers["TEAM"]["rows"] == 1


def test_a_file_that_can_not_be_read_leaves_the_last_good_data(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    path = desk.registers / "Команды.xlsx"
    path.write_bytes(path.read_bytes()[:2000])
    result = update(desk)
    assert result.exit_code == 1
    assert result.registers["TEAM"]["state"] == "failed"
    assert result.registers["TEAM"]["rows"] == 6
    assert result.registers["MENT"]["state"] == "unchanged"


def test_a_report_deleted_by_hand_is_made_again(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    before = bytes_of(desk.reports)
    (desk.reports / "Отчёты.xlsx").unlink()
    assert update(desk).written == ("Отчёты.xlsx",)
    assert bytes_of(desk.reports) == before


def test_what_a_person_typed_into_a_report_is_kept_aside(tmp_path: Path) -> None:
    desk = updated(tmp_path)
    before = bytes_of(desk.reports)
    path = desk.reports / "Отчёты.xlsx"
    book = openpyxl.load_workbook(path)
    book["Состояние"]["A40"] = "моя пометка"
    book.save(path)
    update(desk)
    assert bytes_of(desk.reports)["Отчёты.xlsx"] == before["Отчёты.xlsx"]
    (aside,) = (desk.reports / "Правленное вручную").iterdir()
    assert "моя пометка" in values(aside, "Состояние")


def test_the_next_day_rewrites_the_reports(tmp_path: Path) -> None:
    updated(tmp_path)
    assert "Отчёты.xlsx" in update(desk_of(tmp_path, "2026-04-16")).written


def test_a_plan_that_was_shown_is_done_and_an_old_one_is_refused(tmp_path: Path) -> None:
    desk = build(tmp_path)
    with pytest.raises(StalePlanError):
        update(desk, checksum="0" * 12)
    assert not desk.reports.exists() or not list(desk.reports.iterdir())


def test_an_update_at_the_same_time_ends_at_once(tmp_path: Path) -> None:
    desk = build(tmp_path)
    with only_one(desk.state.parent), pytest.raises(BusyError):
        update(desk)


def test_a_second_program_at_the_same_time_ends_with_a_sentence(tmp_path: Path) -> None:
    desk = build(tmp_path)
    with only_one(desk.state.parent):
        result = subprocess.run(
            [sys.executable, "-m", "sync", "sync", "--office", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert "обновляется" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_mentor_added_is_an_ordinary_change(tmp_path: Path) -> None:
    desk = updated(tmp_path, today=date(2026, 4, 15))
    write_book(tmp_path, ["MENT"], {"MENT": [mentor(number) for number in range(1, 9)]})
    assert update(desk).registers["MENT"]["rows"] == 8
