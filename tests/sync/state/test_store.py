"""The history: everything recorded is remembered, nothing is lost, nothing half-done is kept."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from config.columns import CellError
from config.errors import StateError, UsageError
from reports.facts import Mended
from sync.before import Before, Hold, Opened, Replaced, Written
from sync.state.address import Place
from sync.state.codec import digest_of
from sync.state.outcome import Accepted
from sync.state.store import Store
from sync.state.tables import HOLDS, METADATA
from tests.sync.state.outcomes import FIRST_DAY, accepted, held, outcome, seen
from tests.sync.state.tampering import tampered
from validators.drift.noticed import Noticed
from validators.grid import Area, Grid
from validators.parts import Part

NEXT_DAY = FIRST_DAY + timedelta(days=1)
MOMENT = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "rpo.sqlite"


def test_a_new_office_remembers_nothing(store: Store) -> None:
    assert store.before(FIRST_DAY) == Before()
    assert (store.last_run(), store.last_result(), store.holds()) == (0, {}, ())


def test_looking_at_an_office_without_history_makes_no_file(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        assert store.before(FIRST_DAY) == Before()
    assert not path.parent.exists()


def test_everything_recorded_survives_closing(place: Place) -> None:
    grid = Grid(
        "К.xlsx", "Команды", (("КМ-0001", 1, 1.0, None, CellError("#REF!")),), (Area(1, 1, 2, 2),), frozenset({7})
    )
    reading = Accepted("TEAM", digest_of((grid,)), frozenset({"КМ-0001"}), ("К.xlsx",), (grid,))
    done = outcome(
        1,
        summary={"run": 1, "registers": {"TEAM": {"state": "accepted"}}},
        accepted=(reading,),
        remarks=(seen("f1", old=True), seen("f2", None)),
        covered=frozenset({"TEAM"}),
        holds=(held("SCH"),),
        issued={"PLAN": {"ключ": "ПЛ-0001"}},
        answers={("TEAM", "вектор"): "КМ-0001"},
        written={("Отчёты.xlsx", "Отчёт. Сводка руководителя"): Written("d", 1, datetime(2026, 4, 1, 9, 0))},  # noqa: DTZ001
        files={"Отчёты.xlsx": "sha"},
        figures={"K01": 12.0},
    )
    with Store.open(place) as store:
        store.record(done)
    with Store.open(place, read_only=True) as store:
        before = store.before(NEXT_DAY)
        assert store.grids(reading.digest) == (grid,)
        assert store.last_result() == done.summary
    snapshot = before.snapshots["TEAM"]
    assert (snapshot.digest, snapshot.ids, snapshot.day, snapshot.files) == (
        reading.digest,
        reading.ids,
        FIRST_DAY,
        ("К.xlsx",),
    )
    assert before.opened == {
        "f1": Opened(FIRST_DAY, old=True, register="TEAM"),
        "f2": Opened(FIRST_DAY, old=False),
    }
    assert [(hold.number, hold.register, hold.was, hold.now, hold.limit) for hold in before.holds] == [
        (1, "SCH", 100, 5, 20)
    ]
    assert before.issued == done.issued
    assert before.answers == done.answers
    assert before.written == done.written
    assert before.files == done.files
    assert before.past.figures_yesterday == {"K01": 12.0}
    assert (before.last_run, before.last_key) == (1, "key-1")


def test_a_quiet_update_is_one_row(store: Store) -> None:
    store.record(outcome(1, accepted=(accepted("TEAM", [["КМ-0001"]]),), remarks=(seen("f1"),), figures={"K01": 1.0}))
    before, rows = store.before(NEXT_DAY), row_counts(store)
    store.record_quiet(2, MOMENT, MOMENT, FIRST_DAY, "key-1", {"run": 2})
    assert row_counts(store) == rows | {"runs": 2}
    after = store.before(NEXT_DAY)
    assert (after.last_run, after.last_key) == (2, "key-1")
    assert (after.opened, after.snapshots, after.past) == (before.opened, before.snapshots, before.past)


def row_counts(store: Store) -> dict[str, int]:
    with store.asking() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }


def test_the_same_content_is_kept_once(store: Store) -> None:
    reading = accepted("TEAM", [["КМ-0001"], ["КМ-0002"]])
    for run in (1, 2, 3):
        store.record(outcome(run, FIRST_DAY + timedelta(days=run), accepted=(reading,)))
    assert row_counts(store)["contents"] == 2  # the grids and the list of ids
    before = store.before(FIRST_DAY + timedelta(days=9))
    assert before.snapshots["TEAM"].day == FIRST_DAY + timedelta(days=3)
    assert before.past.changed_on == {"TEAM": FIRST_DAY + timedelta(days=1)}


def test_earlier_readings_stay_readable(store: Store) -> None:
    first, second = accepted("TEAM", [["КМ-0001"]]), accepted("TEAM", [["КМ-0002"]])
    store.record(outcome(1, accepted=(first,)))
    store.record(outcome(2, NEXT_DAY, accepted=(second,)))
    assert store.grids(first.digest) == first.grids
    assert store.before(NEXT_DAY).snapshots["TEAM"].digest == second.digest


def test_no_row_is_ever_removed(store: Store) -> None:
    full = outcome(
        1,
        accepted=(accepted("TEAM", [["КМ-0001"]]),),
        remarks=(seen("f1"),),
        covered=frozenset({"TEAM"}),
        holds=(held("SCH"),),
        issued={"PLAN": {"к": "ПЛ-0001"}},
        answers={("TEAM", "вектор"): "КМ-0001"},
        written={("О.xlsx", "Т"): Written("d", 1, MOMENT)},
        files={"О.xlsx": "sha"},
        noticed=(LOST,),
        figures={"K01": 1.0},
    )
    store.record(full)
    rows = row_counts(store)
    store.record(outcome(2, NEXT_DAY, covered=frozenset({"TEAM", "SCH"}), released=frozenset({"SCH"})))
    assert all(row_counts(store)[name] >= count for name, count in rows.items())
    before = store.before(NEXT_DAY)
    assert (before.opened, before.holds, before.answers, before.written, before.files) == ({}, (), {}, {}, {})
    assert before.issued == full.issued


def test_a_remark_is_dated_by_its_first_sight_and_again_after_it_was_mended(store: Store) -> None:
    covered = frozenset({"TEAM"})
    days = [FIRST_DAY + timedelta(days=number) for number in range(4)]
    store.record(outcome(1, days[0], remarks=(seen("f1", old=True),), covered=covered))
    store.record(outcome(2, days[1], remarks=(seen("f1"),), covered=covered))
    assert store.before(days[1]).opened["f1"] == Opened(days[0], old=True, register="TEAM")
    store.record(outcome(3, days[2], covered=covered))
    assert store.before(days[2]).opened == {}
    store.record(outcome(4, days[3], remarks=(seen("f1"),), covered=covered))
    assert store.before(days[3]).opened["f1"] == Opened(days[3], old=False, register="TEAM")


def test_remarks_of_a_register_that_was_not_read_stay_open(store: Store) -> None:
    store.record(outcome(1, remarks=(seen("f1", "TEAM"), seen("f2", "SCH"), seen("f3", None))))
    store.record(outcome(2, NEXT_DAY, covered=frozenset({"SCH"})))
    assert set(store.before(NEXT_DAY).opened) == {"f1"}


def test_two_remarks_of_one_fingerprint_are_one(store: Store) -> None:
    store.record(outcome(1, remarks=(seen("f1"), seen("f1"))))
    assert len(store.before(NEXT_DAY).opened) == 1


def test_the_past_is_that_of_the_last_day_with_an_update(store: Store) -> None:
    covered = frozenset({"TEAM"})
    day = {number: FIRST_DAY + timedelta(days=number) for number in range(15)}
    store.record(
        outcome(1, day[0], remarks=(seen("a", old=True), seen("i", severity="info", old=True)), figures={"K01": 1})
    )
    store.record(outcome(2, day[5], remarks=(seen("a"), seen("b")), covered=covered, figures={"K01": 2}))
    store.record(outcome(3, day[5], remarks=(seen("b"),), covered=covered, figures={"K01": 3}))
    store.record(outcome(4, day[10], remarks=(seen("c"),), covered=covered, figures={"K01": 4}))
    past = store.before(day[10]).past
    assert past.open_yesterday == frozenset({"b"})
    assert past.open_week_ago == frozenset({"a"})
    assert past.figures_yesterday == {"K01": 3}
    assert [one[:2] for one in past.fixed] == [(day[0], day[5])]
    assert past.figures_week_ago == {"K01": 1}
    assert [one[:2] for one in store.before(day[11]).past.fixed] == [(day[0], day[5]), (day[5], day[10])]
    assert past.started == 1
    assert store.before(day[14]).past.open_yesterday == frozenset({"c"})
    assert store.before(day[0]).past.open_yesterday is None
    assert store.before(day[6]).past.open_week_ago is None


def test_figures_of_yesterday_outlive_a_quiet_update(store: Store) -> None:
    store.record(outcome(1, figures={"K01": 5}))
    store.record_quiet(2, MOMENT, MOMENT, FIRST_DAY, "key-1", {})
    assert store.before(NEXT_DAY).past.figures_yesterday == {"K01": 5}


def test_remarks_mended_long_ago_are_not_counted_as_mended_now(store: Store) -> None:
    store.record(outcome(1, remarks=(seen("a"),)))
    store.record(outcome(2, NEXT_DAY, covered=frozenset({"TEAM"})))
    assert store.before(NEXT_DAY + timedelta(days=29)).past.fixed == (Mended(FIRST_DAY, NEXT_DAY, "TEAM"),)
    assert store.before(NEXT_DAY + timedelta(days=30)).past.fixed == ()


def test_a_hold_keeps_its_number_and_day_while_it_waits(store: Store) -> None:
    store.record(outcome(1, holds=(held(now=5),)))
    store.record(outcome(2, NEXT_DAY, holds=(held(now=4, since=NEXT_DAY), held("SCH", since=NEXT_DAY))))
    assert [(one.number, one.register, one.now, one.since) for one in store.holds()] == [
        (1, "TEAM", 4, FIRST_DAY),
        (2, "SCH", 5, NEXT_DAY),
    ]


def test_a_register_that_could_not_be_read_does_not_end_its_hold(store: Store) -> None:
    store.record(outcome(1, holds=(held(),)))
    store.record(outcome(2, NEXT_DAY))
    assert len(store.holds()) == 1


def test_an_accepted_hold_wakes_the_next_update_and_ends_with_it(store: Store) -> None:
    store.record(outcome(1, holds=(held(),)))
    assert store.before(NEXT_DAY).last_key == "key-1"
    store.ack(1, "Команды расформированы приказом", MOMENT)
    before = store.before(NEXT_DAY)
    assert [hold.accepted for hold in before.holds] == [True]
    assert before.last_key == ""
    store.record(outcome(2, NEXT_DAY, released=frozenset({"TEAM"})))
    assert store.holds() == ()
    assert store.before(NEXT_DAY).last_key == "key-2"


def test_what_vanishes_after_the_acceptance_waits_under_a_new_number(store: Store) -> None:
    store.record(outcome(1, holds=(held(now=50),)))
    store.ack(1, "так и нужно", MOMENT)
    store.record(outcome(2, NEXT_DAY, holds=(held(now=3),)))
    assert [(one.number, one.accepted, one.now) for one in store.holds()] == [(2, False, 3)]


def sending(file: str, now: int = 47) -> Hold:
    return replace(held("SCH", now, kind="next_sending"), subject=file)


def test_files_of_one_register_wait_each_under_its_number(store: Store) -> None:
    store.record(outcome(1, holds=(sending("а.xlsx"), sending("б.xlsx"))))
    store.record(outcome(2, NEXT_DAY, holds=(sending("б.xlsx", 46),), released=frozenset({"SCH"})))
    assert [(one.number, one.subject, one.now) for one in store.holds()] == [(2, "б.xlsx", 46)]


def test_a_file_that_was_accepted_waits_on_while_its_register_is_held(store: Store) -> None:
    store.record(outcome(1, holds=(sending("а.xlsx"), sending("б.xlsx"))))
    store.ack(1, "прислали новый список", MOMENT)
    store.record(outcome(2, NEXT_DAY, holds=(held("SCH"),)))
    assert [(one.number, one.kind, one.accepted) for one in store.holds()] == [
        (1, "next_sending", True),
        (3, "rows_vanished", False),
    ]


def test_a_replaced_file_is_remembered_until_it_is_read_again(store: Store) -> None:
    first = {"SCH": {"а.xlsx": Replaced("d1", "б.xlsx")}}
    store.record(outcome(1, replaced=first))
    assert store.before(NEXT_DAY).replaced == first
    second = {"SCH": {"а.xlsx": Replaced("d1", "в.xlsx"), "б.xlsx": Replaced("d2", "в.xlsx")}}
    store.record(outcome(2, NEXT_DAY, replaced=second))
    assert store.before(NEXT_DAY).replaced == second
    store.record(outcome(3, NEXT_DAY))
    assert store.before(NEXT_DAY).replaced == {}


def test_parts_are_remembered_in_the_order_of_their_numbers(store: Store) -> None:
    store.give_part(Part("Барнаул", 2000, 2999), FIRST_DAY)
    store.give_part(Part("Бийск", 1000, 1999), NEXT_DAY)
    store.record(outcome(1))
    assert store.parts() == store.before(NEXT_DAY).parts == (Part("Бийск", 1000, 1999), Part("Барнаул", 2000, 2999))


def test_accepting_twice_keeps_the_first_reason(store: Store) -> None:
    store.record(outcome(1, holds=(held(),)))
    store.ack(1, "первая", MOMENT)
    store.ack(1, "вторая", MOMENT)
    with store.asking() as connection:
        assert connection.execute(select(HOLDS.c.accepted_reason)).scalars().all() == ["первая"]


def test_nothing_waits_under_an_unknown_number(store: Store) -> None:
    with pytest.raises(UsageError, match="Под номером 7 ничего не ждёт"):
        store.ack(7, "причина", MOMENT)


def test_ids_once_issued_are_never_issued_anew(store: Store) -> None:
    store.record(outcome(1, issued={"PLAN": {"а": "ПЛ-0001"}}))
    store.record(outcome(2, issued={"PLAN": {"а": "ПЛ-0009", "б": "ПЛ-0002"}}))
    assert store.before(NEXT_DAY).issued == {"PLAN": {"а": "ПЛ-0001", "б": "ПЛ-0002"}}


def test_an_answer_may_be_changed(store: Store) -> None:
    store.record(outcome(1, answers={("TEAM", "вектор"): "КМ-0001"}))
    store.record(outcome(2, answers={("TEAM", "вектор"): "КМ-0002"}))
    assert store.before(NEXT_DAY).answers == {("TEAM", "вектор"): "КМ-0002"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_history_is_for_its_owner_only(path: Path) -> None:
    with Store.open(path) as store:
        store.record(outcome(1))
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
    assert modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"\0" * 5000, b"not a database at all", "middle"])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_history_is_told_and_not_touched(damage: bytes | str, read_only: bool, path: Path) -> None:  # noqa: FBT001
    with Store.open(path) as store:
        rows = [[f"КМ-{number:05}", "х" * 50] for number in range(3000)]
        store.record(outcome(1, accepted=(accepted("TEAM", rows),)))
    whole = path.read_bytes()
    hurt = damage if isinstance(damage, bytes) else whole[:4096] + os.urandom(len(whole) // 2) + whole[-4096:]
    path.write_bytes(hurt)
    with pytest.raises(StateError, match="поврежд") as caught, Store.open(path, read_only=read_only):
        pass
    assert "копию" in caught.value.advice
    assert path.read_bytes() == hurt


def test_a_history_that_vanished_from_its_journal_is_not_begun_anew(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("rpo.sqlite-wal").write_bytes(b"journal")
    with pytest.raises(StateError, match="пропал"):
        Store.open(path)


def test_content_that_is_not_what_its_name_says_is_damage(path: Path) -> None:
    store = Store.open(path)
    one, other = accepted("TEAM", [["КМ-0001"]]), accepted("TEAM", [["КМ-0002"]])
    store.record(outcome(1, accepted=(one,)))
    store.record(outcome(2, accepted=(other,)))
    with tampered(path) as connection:
        connection.execute(
            "UPDATE contents SET data = (SELECT data FROM contents WHERE digest = ?) WHERE digest = ?",
            (other.digest, one.digest),
        )
    with pytest.raises(StateError, match="повреждено прежнее чтение"):
        store.grids(one.digest)
    store.close()


def test_a_history_held_by_another_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.state.sqlite._SETTINGS", ("busy_timeout = 50", "foreign_keys = ON"))
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateError, match="занят другой программой"):
            store.record(outcome(1))
        other.execute("ROLLBACK")
        other.close()
        store.record(outcome(1))


_KILLED = """
import os, sys
from pathlib import Path
from sync.state import store
from tests.sync.state.outcomes import accepted, outcome, seen
rest = store.record_rest
def die(connection, done):
    rest(connection, done)
    os._exit(9)
store.record_rest = die
store.Store.open(Path(sys.argv[1])).record(
    outcome(2, accepted=(accepted("TEAM", [["КМ-0002"]]),), remarks=(seen("f2"),), covered=frozenset({"TEAM"}))
)
"""


def test_an_update_killed_before_the_end_leaves_the_history_as_it_was(path: Path) -> None:
    with Store.open(path) as store:
        store.record(outcome(1, accepted=(accepted("TEAM", [["КМ-0001"]]),), remarks=(seen("f1"),)))
        before = store.before(NEXT_DAY)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False, timeout=60)
    assert done.returncode == 9
    with Store.open(path) as store:
        assert store.before(NEXT_DAY) == before


def test_a_reader_needs_no_right_to_write(place: Place) -> None:
    with Store.open(place) as store:
        store.record(outcome(1, remarks=(seen("f1"),)))
    with Store.open(place, read_only=True) as reader:
        assert set(reader.before(NEXT_DAY).opened) == {"f1"}
        with pytest.raises(StateError):
            reader.record(outcome(2))


def test_two_thousand_remarks_are_recorded_quickly(store: Store) -> None:
    remarks = tuple(seen(f"{number:016x}") for number in range(2000))
    store.record(outcome(1))
    started = time.perf_counter()
    store.record(outcome(2, remarks=remarks, covered=frozenset({"TEAM"})))
    store.record(outcome(3, remarks=remarks, covered=frozenset({"TEAM"})))
    store.record(outcome(4, covered=frozenset({"TEAM"})))
    assert time.perf_counter() - started < 1.5


LOST = Noticed("X44", "TEAM", "КМ-0003", "", FIRST_DAY, (("Стадия", "Идея"),), "?abc", "Команды.xlsx#Команды")
PARTED = Noticed("S13", "TEAM", "КМ-0004", "id", FIRST_DAY, (("Код", "КМ-0005"),))


def test_what_was_noticed_is_remembered_until_it_is_mended(store: Store) -> None:
    store.record(outcome(1, noticed=(LOST, PARTED)))
    store.record(outcome(2, noticed=(LOST,)))
    assert store.before(FIRST_DAY).noticed == (LOST,)
    store.record(outcome(3))
    assert store.before(FIRST_DAY).noticed == ()


def test_what_a_person_lets_be_wakes_the_next_update_and_ends_with_it(store: Store) -> None:
    store.record(outcome(1, noticed=(LOST, PARTED)))
    assert store.let_be("КМ-0003", "слита с КМ-0001", datetime(2026, 4, 2, tzinfo=UTC)) == 1
    before = store.before(FIRST_DAY)
    assert (before.noticed, before.last_key) == ((PARTED,), "")
    store.record(outcome(2, noticed=before.noticed))
    assert store.before(FIRST_DAY).last_key == "key-2"
    assert store.let_be("КМ-0003", "ещё раз", datetime(2026, 4, 3, tzinfo=UTC)) == 0


def test_what_happens_again_is_noticed_again(store: Store) -> None:
    for run, noticed in enumerate(((LOST,), (), (LOST,)), 1):
        store.record(outcome(run, noticed=noticed))
    assert store.before(FIRST_DAY).noticed == (LOST,)
