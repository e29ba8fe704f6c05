"""The office as it was known on an earlier day: the same remarks, figures and reports as were seen then."""

from datetime import date
from pathlib import Path

import pytest

from reports.composed import compose_all
from reports.facts import Facts
from reports.figures.figure import figures
from sync.look import look_once
from sync.rewind import facts_at, known_now
from sync.run import update
from sync.state.store import Store
from tests.sync import exports
from tests.sync.coded import build_coded
from tests.sync.offices import build, desk_of, mentor, team, updated, write_book
from validators.office import Standing


def then(office: Path, day: str, today: str = "2026-06-01") -> Facts | None:
    desk = desk_of(office, today)
    with Store.open(desk.history, read_only=True) as store:
        return facts_at(desk, store, date.fromisoformat(day))


def known(office: Path, day: str) -> Facts:
    found = then(office, day)
    assert found is not None
    return found


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Accepted on 15, 20 and 25 April, each time with other teams and faults."""
    updated(tmp_path, teams=[team(1, Стадия="почти"), *(team(number) for number in range(2, 7))])
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(number) for number in range(1, 8)]})
    update(desk_of(tmp_path, "2026-04-20"))
    write_book(tmp_path, ["MENT"], {"MENT": [mentor(number) for number in range(1, 8)]})
    write_book(tmp_path, ["TEAM"], {"TEAM": [*(team(number) for number in range(1, 8)), team(8, Стадия="скоро")]})
    update(desk_of(tmp_path, "2026-04-25"))
    return tmp_path


def test_nothing_was_known_before_the_first_update(office: Path) -> None:
    assert then(office, "2026-04-14") is None


@pytest.mark.parametrize(
    ("day", "teams", "mentors", "faults"),
    [("2026-04-15", 6, 6, 1), ("2026-04-19", 6, 6, 1), ("2026-04-20", 7, 6, 0), ("2026-04-25", 8, 7, 1), ("2027-01-01", 8, 7, 1)],
)  # fmt: skip
def test_a_day_knows_what_was_accepted_by_its_end(
    office: Path, day: str, teams: int, mentors: int, faults: int
) -> None:
    facts = known(office, day)
    assert facts.today == date.fromisoformat(day)
    assert (len(facts.scene.office.tables["TEAM"]), len(facts.scene.office.tables["MENT"])) == (teams, mentors)
    assert sum(one.code == "C03" for one in facts.remarks) == faults


def test_the_day_of_an_update_is_seen_as_it_was_seen_then(tmp_path: Path) -> None:
    desk = updated(tmp_path, teams=[team(1, Стадия="почти"), *(team(number) for number in range(2, 7))])
    seen = look_once(desk, quiet=True).facts
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(number) for number in range(1, 6)]})
    update(desk_of(tmp_path, "2026-05-20"))
    again = known(tmp_path, "2026-04-15")
    assert again.remarks == seen.remarks
    assert compose_all(again) == compose_all(seen)
    assert [(one.name, one.value) for one in figures(again)] == [(one.name, one.value) for one in figures(seen)]


def test_figures_are_those_that_the_update_had_kept(office: Path) -> None:
    desk = desk_of(office, "2026-06-01")
    with Store.open(desk.history, read_only=True) as store:
        kept = store.before(date(2026, 4, 21)).past.figures_yesterday
    counted = {one.name: one.value for one in figures(known(office, "2026-04-20")) if one.value is not None}
    assert kept
    assert {name: counted[name] for name in kept} == kept


def test_a_remark_is_as_old_as_it_was_then(tmp_path: Path) -> None:
    bad = [team(1, Стадия="почти"), *(team(number) for number in range(2, 7))]
    updated(tmp_path, teams=bad)
    good = [team(number) for number in range(1, 7)]
    for day, teams in (("2026-04-20", good), ("2026-04-25", bad)):
        write_book(tmp_path, ["TEAM"], {"TEAM": teams})
        update(desk_of(tmp_path, day))
    assert [one.since for one in known(tmp_path, "2026-04-18").remarks if one.code == "C03"] == [date(2026, 4, 15)]
    assert [one.since for one in known(tmp_path, "2026-04-26").remarks if one.code == "C03"] == [date(2026, 4, 25)]


def test_what_was_held_then_is_held_and_what_was_accepted_later_is_not_there_yet(office: Path) -> None:
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    update(desk_of(office, "2026-04-28"))
    desk = desk_of(office, "2026-05-03")
    with Store.open(desk.history) as store:
        store.ack(store.holds()[0].number, "команды распущены", desk.moment)
    update(desk)
    facts = known(office, "2026-04-29")
    account = facts.scene.office.accounts["TEAM"]
    assert (account.standing, account.data_of) == (Standing.HELD, date(2026, 4, 25))
    assert "строк было 8, стало 1" in (account.reason or "").lower()
    assert [one.register for one in facts.pending] == ["TEAM"]
    assert len(facts.scene.office.tables["TEAM"]) == 8
    later = known(office, "2026-05-03")
    assert later.scene.office.accounts["TEAM"].standing is Standing.ACCEPTED
    assert len(later.scene.office.tables["TEAM"]) == 1
    assert later.pending == ()


def test_what_could_not_be_read_then_says_why(office: Path) -> None:
    path = office / "registers" / "Команды.xlsx"
    path.write_bytes(path.read_bytes()[:2000])
    update(desk_of(office, "2026-04-28"))
    account = known(office, "2026-04-28").scene.office.accounts["TEAM"]
    assert account.standing is Standing.FAILED
    assert account.reason
    assert len(known(office, "2026-04-28").scene.office.tables["TEAM"]) == 8


@pytest.mark.parametrize("kind", ["exports", "codes"])
def test_exports_and_names_kept_apart_are_read_again_as_they_were(tmp_path: Path, kind: str) -> None:
    if kind == "exports":
        exports.build(tmp_path)
        exports.put(tmp_path, "Форма 2026.csv", exports.FORM)
        exports.put(tmp_path, "платформа/март.csv", exports.PLATFORM)
    else:
        build_coded(tmp_path)
    desk = desk_of(tmp_path)
    update(desk)
    seen, again = look_once(desk, quiet=True).facts, known(tmp_path, "2026-04-15")
    tables = seen.scene.office.tables
    assert {key: one.ids for key, one in again.scene.office.tables.items()} == {
        key: one.ids for key, one in tables.items()
    }
    assert {key: one.values for key, one in again.scene.office.tables.items()} == {
        key: one.values for key, one in tables.items()
    }
    assert again.scene.office.accounts == seen.scene.office.accounts
    assert [(one.name, one.value) for one in figures(again)] == [(one.name, one.value) for one in figures(seen)]


def test_looking_back_leaves_the_history_as_it_is(office: Path) -> None:
    desk = desk_of(office, "2026-06-01")
    with Store.open(desk.history, read_only=True) as store:
        before = store.before(desk.today)
        facts_at(desk, store, date(2026, 4, 16))
        assert store.before(desk.today) == before


def test_a_quiet_update_is_an_update_too(office: Path) -> None:
    assert update(desk_of(office, "2026-04-25")).written == ()
    assert len(known(office, "2026-04-25").scene.office.tables["TEAM"]) == 8


def test_as_known_now_a_day_is_counted_from_the_registers_of_today(office: Path) -> None:
    facts = known_now(desk_of(office, "2026-06-01"), date(2026, 4, 15))
    assert facts is not None
    assert facts.today == date(2026, 4, 15)
    assert len(facts.scene.office.tables["TEAM"]) == 8


def test_before_the_first_update_nothing_is_known(tmp_path: Path) -> None:
    desk = build(tmp_path)
    assert known_now(desk, date(2026, 4, 15)) is None
    assert then(tmp_path, "2026-04-15") is None
