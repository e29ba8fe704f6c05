"""The history of rows over whole updates: what is stored, what a quiet run costs, old histories, broken chains."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from config.errors import StateError
from sync.desk import Desk
from sync.health import examine
from sync.run import update
from sync.state.store import Store
from tests.sync.offices import desk_of, write_book
from tests.sync.state.tampering import tampered
from tests.sync.through_time import ROWS, begun, named, typed


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """An office whose twelve teams were accepted."""
    return begun(tmp_path)


def asked(desk: Desk, question: str, *values: object) -> list[tuple[object, ...]]:
    with sqlite3.connect(desk.state) as connection:
        return connection.execute(question, values).fetchall()


def versions(desk: Desk, code: str) -> list[tuple[int, str, bool]]:
    with Store.open(desk.history, read_only=True) as store:
        return [(one.run, one.day.isoformat(), one.gone) for one in store.rows("TEAM", [code]).versions]


def count(desk: Desk) -> int:
    return int(str(asked(desk, "SELECT count(*) FROM row_versions")[0][0]))


def test_the_first_update_writes_every_row_once(office: Desk) -> None:
    assert asked(office, "SELECT register, count(*) FROM row_versions GROUP BY register ORDER BY register") == [
        ("MENT", 6), ("STAFF", 2), ("TEAM", 12),
    ]  # fmt: skip


def test_a_quiet_update_adds_nothing(office: Desk) -> None:
    before = count(office)
    update(office)
    update(desk_of(office.root, "2026-04-20"))
    assert count(office) == before
    assert len(asked(office, "SELECT * FROM row_layouts")) == 3


def test_one_changed_row_is_one_version(office: Desk) -> None:
    before = count(office)
    typed(office, [*ROWS[:4], named(5, Стадия="Апробация"), *ROWS[5:]], "2026-04-20")
    assert count(office) == before + 1
    assert versions(office, "КМ-0005") == [(1, "2026-04-15", False), (2, "2026-04-20", False)]


def test_sorting_adds_nothing_and_keeps_the_story(office: Desk) -> None:
    typed(office, ROWS[::-1], "2026-04-20")
    typed(office, [*ROWS[:4], named(5, Балл=70), *ROWS[5:]], "2026-04-21")
    assert versions(office, "КМ-0005") == [(1, "2026-04-15", False), (3, "2026-04-21", False)]


def test_a_code_typed_anew_leads_back_to_the_old_one(office: Desk) -> None:
    typed(office, [*ROWS[:4], named(5, Код="КМ-0105"), *ROWS[5:]], "2026-04-20")
    assert (
        versions(office, "КМ-0105")
        == versions(office, "КМ-0005")
        == [(1, "2026-04-15", False), (2, "2026-04-20", False)]
    )


def test_a_lost_row_is_gone_from_its_day_on(office: Desk) -> None:
    typed(office, [*ROWS[:4], *ROWS[5:]], "2026-04-20")
    assert versions(office, "КМ-0005")[-1] == (2, "2026-04-20", True)


def test_what_waits_for_a_person_is_not_history_yet(office: Desk) -> None:
    before = count(office)
    write_book(office.root, ["TEAM"], {"TEAM": ROWS[:4]})
    assert update(desk_of(office.root, "2026-04-20")).exit_code == 7
    assert count(office) == before


@pytest.mark.parametrize("then", [(), (named(5, Балл=70),)])
def test_a_history_that_kept_no_rows_is_filled_from_its_snapshots(
    office: Desk, then: Sequence[dict[str, object]]
) -> None:
    typed(office, [*ROWS[:4], named(5, Стадия="Апробация"), *ROWS[5:]], "2026-04-16")
    typed(office, [*ROWS[:2], *ROWS[3:4], named(5, Стадия="Апробация"), *ROWS[5:][::-1]], "2026-04-17")
    whole = "SELECT register, number, story, id, run, day, gone, source, cells, link FROM row_versions WHERE run < 4 ORDER BY 1, 2"
    layouts = "SELECT * FROM row_layouts ORDER BY register, source, run"
    known, tabs = asked(office, whole), asked(office, layouts)
    with tampered(office.state) as connection:
        connection.execute("DELETE FROM row_versions")
        connection.execute("DELETE FROM row_layouts")
    if then:
        typed(office, [*ROWS[:2], ROWS[3], *then, *ROWS[5:]], "2026-04-18")
    else:
        update(desk_of(office.root, "2026-04-18"))
    assert asked(office, whole) == known
    assert asked(office, layouts) == tabs
    assert len(versions(office, "КМ-0005")) == 2 + len(then)


BREAKAGES: dict[str, str] = {
    "a cell": "UPDATE row_versions SET cells = replace(cells, 'Проект 35', 'Проект 36') WHERE register = 'TEAM'",
    "a day": "UPDATE row_versions SET day = '2026-04-01' WHERE register = 'TEAM' AND number = 7",
    "a lost version": "DELETE FROM row_versions WHERE register = 'TEAM' AND number = 7",
    "the lost last but one": "DELETE FROM row_versions WHERE register = 'TEAM' AND number = 11",
}


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_chain_that_was_touched_is_told(office: Desk, breakage: str) -> None:
    with tampered(office.state) as connection:
        connection.execute(breakage)
    with Store.open(office.state, read_only=True) as store, pytest.raises(StateError, match="цепочка не сходится"):
        store.rows("TEAM", ["КМ-0001"])
    with Store.open(office.state, read_only=True) as store:
        assert len(store.rows("MENT", ["НС-0001"]).versions) == 1
    (finding,) = (one for one in examine(office) if one.name == "История")
    assert (finding.ok, "цепочка не сходится" in finding.text) == (False, True)


def test_the_file_of_the_history_is_for_its_owner_alone(office: Desk) -> None:
    assert office.state.stat().st_mode & 0o077 == 0


def test_every_change_of_a_row_is_kept(office: Desk) -> None:
    for turn in range(12):
        typed(office, [*ROWS[:4], named(5, Балл=turn), *ROWS[5:]], f"2026-05-{turn + 1:02d}")
    assert len(versions(office, "КМ-0005")) == 13
    assert versions(office, "КМ-0005")[-1] == (13, "2026-05-12", False)
