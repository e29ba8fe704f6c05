"""What the machine of tests/sync/stateful found, each by itself: the shortest story, and how it ends now."""

import os
import signal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.row_mark import REASON
from sync.desk import Desk
from sync.run import update
from sync.state.store import Store
from sync.steps import watched
from tests.sync.crash.killing import die, forked
from tests.sync.leaving import common, own
from tests.sync.offices import STAFF, desk_of, team, updated, write_book

STUDENTS = "Специалист по работе со студентами"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An office with one wrong cell, updated once."""
    return updated(tmp_path, teams=[team(1, Стадия="почти"), *(team(number) for number in range(2, 7))])


def typed(path: Path, tab: str, place: tuple[int, int], words: str) -> None:
    book = load_workbook(path)
    book[tab].cell(*place).value = words
    book.save(path)


def aside(desk: Desk) -> list[str]:
    return [path.name.partition(" (")[0] for path in sorted((desk.reports / "Правленное вручную").glob("*"))]


def reasons(desk: Desk) -> list[str]:
    with Store.open(desk.history, read_only=True) as store:
        return [one.reason for one in store.before(desk.today).leaves.values()]


def without_the_second_employee(desk: Desk) -> None:
    write_book(desk.root, ["STAFF"], {"STAFF": STAFF[:1]})


def test_two_rows_of_one_code_that_are_gone_do_not_stop_the_office(desk: Desk) -> None:
    rows = [team(number) for number in range(1, 7)]
    write_book(desk.root, ["TEAM"], {"TEAM": [*rows, team(6, Стадия="Апробация")]})
    update(desk)
    write_book(desk.root, ["TEAM"], {"TEAM": rows[:5]})
    assert update(desk_of(desk.root)).registers["TEAM"]["state"] == "accepted"
    assert update(desk_of(desk.root, "2026-04-16")).registers["TEAM"]["rows"] == 5


def test_an_employee_who_stands_twice_without_a_code_gets_one_workbook(desk: Desk) -> None:
    again = {key: value for key, value in STAFF[1].items() if key != "Код"}
    write_book(desk.root, ["STAFF"], {"STAFF": [STAFF[0], again, again]})
    assert update(desk_of(desk.root)).registers["STAFF"]["state"] == "accepted"


def test_what_was_typed_into_a_workbook_that_is_given_up_is_kept_aside(desk: Desk) -> None:
    typed(own(desk.reports, STUDENTS).path, "Замечания", (60, 3), "важное")
    without_the_second_employee(desk)
    update(desk)
    assert not own(desk.reports, STUDENTS).path.exists()
    assert aside(desk) == [f"Замечания — {STUDENTS}"]


@pytest.mark.parametrize("column", ["Ячейка", "Метка"])
def test_what_was_typed_over_a_heading_or_into_the_hidden_column_is_kept_aside(desk: Desk, column: str) -> None:
    path = own(desk.reports, "Руководитель РПО").path
    row, at = next(
        (cell.row or 0, cell.column or 0)
        for line in load_workbook(path)["Замечания"].iter_rows()
        for cell in line
        if str(cell.value).startswith(column)
    )
    typed(path, "Замечания", (row + (20 if column == "Метка" else 0), at), "важное")
    update(desk)
    assert aside(desk) == ["Замечания — Руководитель РПО"]


@forks
def test_an_answer_outlives_two_updates_that_were_killed_one_after_the_other(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так в приказе")
    assert killed_at(desk, "file.rename", "Замечания.xlsx", done=True)
    teams = [team(1, Стадия="почти"), team(2, Стадия="скоро"), *(team(number) for number in range(3, 7))]
    write_book(desk.root, ["TEAM"], {"TEAM": teams})
    assert killed_at(desk, "file.rename", "Замечания.xlsx", done=False)
    update(desk_of(desk.root))
    assert reasons(desk) == ["так в приказе"]
    assert common(desk.reports).line("КМ-0001")[REASON] == "так в приказе"


@forks
def test_an_answer_outlives_the_workbook_that_a_killed_update_has_taken_away(desk: Desk) -> None:
    own(desk.reports, STUDENTS).write("КМ-0001", "так в приказе")
    without_the_second_employee(desk)
    assert killed_at(desk, "file.remove", STUDENTS, done=True)
    update(desk_of(desk.root))
    assert reasons(desk) == ["так в приказе"]


def killed_at(desk: Desk, name: str, target: str, *, done: bool) -> bool:
    """An update in a fork of this process, killed right before a step or right after it; whether it came there."""

    def watch(step: str, where: str, over: bool) -> None:  # noqa: FBT001  the shape of Watch
        if (step, over) == (name, done) and target in where:
            die()

    def work() -> None:
        with watched(watch):
            update(desk_of(desk.root))

    return forked(work) == -signal.SIGKILL
