"""The office as it was accepted by the end of a day: the figures of then, whatever was edited since."""

from datetime import date
from pathlib import Path

import pytest

from reports.facts import Facts
from sync.cli import main
from sync.rewind import facts_at
from sync.state.store import Store
from tests.sync.offices import build, desk_of, team, write_book
from validators.counts import counts

DAYS = ("2026-04-10", "2026-04-12")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two teams on the tenth, three on the twelfth, in the evening of which one of them is closed."""
    build(tmp_path, teams=[team(1), team(2)])
    states = (
        (DAYS[0], None),
        (DAYS[1], [team(1), team(2), team(3)]),
        (DAYS[1], [team(1), team(2, Стадия="Закрыт"), team(3)]),
    )
    for day, rows in states:
        if rows is not None:
            write_book(tmp_path, ["TEAM"], {"TEAM": rows})
        assert main(["sync", "-q", "--office", str(tmp_path), "--today", day]) == 0
    write_book(tmp_path, ["TEAM"], {"TEAM": [team(9)]})
    return tmp_path


def at(office: Path, day: date) -> Facts | None:
    desk = desk_of(office, "2026-04-15")
    with Store.open(desk.state, read_only=True) as store:
        return facts_at(desk, store, day)


@pytest.mark.parametrize(
    ("day", "teams"),
    [
        (10, ("КМ-0001", "КМ-0002")),
        (11, ("КМ-0001", "КМ-0002")),
        (12, ("КМ-0001", "КМ-0003")),
        (14, ("КМ-0001", "КМ-0003")),
    ],
)
def test_a_day_is_seen_as_its_last_update_left_it(office: Path, day: int, teams: tuple[str, ...]) -> None:
    facts = at(office, date(2026, 4, day))
    assert facts is not None
    assert facts.today == date(2026, 4, day)
    assert counts(facts.scene.office, facts.today)["K09"].rows == teams


def test_nothing_is_known_of_the_days_before_the_first_update(office: Path) -> None:
    assert at(office, date(2026, 4, 9)) is None
