"""An office of teams that is typed into and updated day after day."""

from pathlib import Path

from sync.desk import Desk
from sync.run import update
from tests.sync.offices import Rows, build, desk_of, team, write_book

NUMBERS = range(1, 13)


def named(number: int, **changed: object) -> dict[str, object]:
    return {**team(number), "Название проекта": f"Проект {number * 7}", "Капитан": f"ШК-{number:04d}", **changed}


ROWS = [named(number) for number in NUMBERS]


def begun(folder: Path) -> Desk:
    """The office after its first update."""
    desk = build(folder, teams=ROWS)
    assert update(desk).exit_code == 0
    return desk


def typed(desk: Desk, rows: Rows, day: str) -> Desk:
    write_book(desk.root, ["TEAM"], {"TEAM": rows})
    later = desk_of(desk.root, day)
    assert update(later).exit_code == 0
    return later
