"""Whole updates: lost rows are remembered over updates, parted codes wait for a person, quiet runs stay quiet."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from sync.commands import ack
from sync.desk import Desk
from sync.look import look_once
from sync.run import update
from sync.state.store import Store
from tests.sync.offices import build, desk_of, team, write_book
from validators.grid import Grid
from validators.remark import Remark

Row = Mapping[str, object]
COUNT = 16


def named(number: int, **changed: object) -> Row:
    """A team that can be told from others by more than its code."""
    own = {"Наставники": f"НС-{number % 6 + 1:04d}"}
    return team(number, **{**own, "Название проекта": f"Проект {number * 7}", "Капитан": f"ШК-{number:04d}", **changed})


ROWS = [named(number) for number in range(1, COUNT + 1)]


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """An office whose sixteen teams were accepted."""
    desk = build(tmp_path, teams=ROWS)
    assert update(desk).exit_code == 0
    return desk


def typed(desk: Desk, rows: list[Row]) -> None:
    write_book(desk.registers.parent, ["TEAM"], {"TEAM": rows})


def told(desk: Desk, code: str) -> list[Remark]:
    return [one for one in look_once(desk_of(desk.registers.parent), quiet=True).remarks if one.code == code]


def without(*numbers: int) -> list[Row]:
    return [row for number, row in enumerate(ROWS, 1) if number not in numbers]


def accepted(desk: Desk, what: str) -> int:
    return ack.run(Namespace(hold=what, reason="так решили", office=str(desk.registers.parent), today=None, quiet=True))


def test_a_lost_row_is_told_in_every_update_until_it_is_back(office: Desk) -> None:
    typed(office, without(3))
    assert update(office).remarks["error"] == 1
    typed(office, [named(1, Стадия="Идея", Балл=5), *without(1, 3)])
    assert update(office).remarks["error"] == 1
    (remark,) = told(office, "X44")
    assert (remark.place.id, remark.since) == ("КМ-0003", date(2026, 4, 15))
    typed(office, ROWS)
    result = update(office)
    assert (result.remarks["error"], result.fixed) == (0, 1)
    assert told(office, "X44") == []


def test_a_lost_row_keeps_its_day(office: Desk) -> None:
    typed(office, without(3))
    update(office)
    update(desk_of(office.registers.parent, "2026-04-20"))
    (remark,) = told(office, "X44")
    assert remark.since == date(2026, 4, 15)


def test_a_row_that_a_person_lets_be_is_told_no_more(office: Desk) -> None:
    typed(office, without(3, 5))
    update(office)
    assert accepted(office, "км-3") == 0
    update(office)
    assert [one.place.id for one in told(office, "X44")] == ["КМ-0005"]


def test_nothing_is_told_of_rows_whose_loss_was_accepted(office: Desk) -> None:
    typed(office, ROWS[:10])
    assert update(office).held == ("TEAM",)
    assert told(office, "X44") == []
    accepted(office, "TEAM")
    assert update(office).exit_code == 0
    assert told(office, "X44") == []


def test_rows_lost_a_few_at_a_time_are_held_together(office: Desk) -> None:
    held = []
    for day, rows in enumerate((ROWS[:14], ROWS[:12], ROWS[:11]), 16):
        typed(office, rows)
        held.append(bool(update(desk_of(office.registers.parent, f"2026-04-{day}")).held))
    assert held == [False, True, True]
    assert "За 7 дней" in str(told(office, "F08")[0].text)


def test_rows_lost_long_ago_are_not_counted_again(office: Desk) -> None:
    for day, rows in (("2026-04-16", ROWS[:14]), ("2026-04-30", ROWS[:12])):
        typed(office, rows)
        assert not update(desk_of(office.registers.parent, day)).held


def parted(rows: list[Row]) -> list[Row]:
    names = sorted((str(row["Название команды"]) for row in rows), reverse=True)
    return [{**row, "Название команды": name} for row, name in zip(rows, names, strict=True)]


def other(rows: list[Row]) -> list[Row]:
    return [{**row, "Дата формирования": "по приказу"} for row in rows]


def emptied(rows: list[Row]) -> list[Row]:
    return [{**row, "Название проекта": None} for row in rows]


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (parted, "S13", "Коды стоят не у своих записей: 15 из 16"),
        (other, "S11", "изменился вид данных в столбце «Дата формирования»"),
        (emptied, "F08", "столбцы, которые раньше были заполнены: «Название проекта»"),
    ],
)
def test_what_drifted_is_held_with_its_last_good_data_until_a_person_accepts_it(
    office: Desk, change: Callable[[list[Row]], list[Row]], code: str, words: str
) -> None:
    typed(office, change(ROWS))
    result = update(office)
    assert (result.exit_code, result.held) == (7, ("TEAM",))
    (remark,) = told(office, code)
    assert words.casefold() in remark.text.casefold()
    assert "История версий" in remark.advice
    accepted(office, "TEAM")
    assert update(office).registers["TEAM"]["state"] == "accepted"
    assert [one for one in told(office, "S13") + told(office, "X44") if one.severity != "info"] == []


def test_what_is_put_right_is_taken_without_a_person(office: Desk) -> None:
    typed(office, parted(ROWS))
    update(office)
    typed(office, ROWS)
    assert update(office).exit_code == 0


def test_two_swapped_codes_are_told_and_taken(office: Desk) -> None:
    swapped = [{**ROWS[0], "Код": "КМ-0002"}, {**ROWS[1], "Код": "КМ-0001"}, *ROWS[2:]]
    typed(office, swapped)
    assert update(office).exit_code == 0
    assert [one.place.id for one in told(office, "S13")] == ["КМ-0002", "КМ-0001"]
    update(office)
    assert len(told(office, "S13")) == 2
    typed(office, ROWS)
    update(office)
    assert told(office, "S13") == []


def test_the_earlier_table_is_there_only_of_what_changed(office: Desk) -> None:
    assert look_once(office, quiet=True).facts.scene.earlier == {}
    typed(office, without(3))
    earlier = look_once(office, quiet=True).facts.scene.earlier
    assert list(earlier) == ["TEAM"]
    assert len(earlier["TEAM"]) == COUNT


def test_a_quiet_update_parses_nothing_that_was_stored(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    grids = Store.grids

    def asking(store: Store, digest: str) -> tuple[Grid, ...]:
        asked.append(digest)
        return grids(store, digest)

    monkeypatch.setattr(Store, "grids", asking)
    update(office)
    look_once(desk_of(office.registers.parent, "2026-04-16"), quiet=True)
    assert asked == []
    typed(office, without(3))
    update(office)
    assert len(asked) == 1


def test_a_held_register_keeps_what_was_noticed_before(office: Desk) -> None:
    typed(office, without(3))
    update(office)
    typed(office, parted(without(3)))
    assert update(office).held == ("TEAM",)
    assert [one.place.id for one in told(office, "X44")] == ["КМ-0003"]
