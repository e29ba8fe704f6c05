"""The small office of whole updates, killed in one of them: what it was, what it must come to."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import time_machine
from openpyxl import load_workbook

from sync.closing import close
from sync.periods import PeriodError
from sync.run import update
from sync.state.tables import RUNS
from tests.sync.crash.killing import Point, killed, steps_of, telling
from tests.sync.crash.small import copied, is_sealed, told
from tests.sync.offices import build, bytes_of, desk_of, team, write_book

MOMENT = datetime(2026, 4, 16, 6, 0, tzinfo=UTC)
History = Mapping[str, list[tuple[Any, ...]]]  # Any: what a column holds


@dataclass(frozen=True)
class Deed:
    """What is done to an office in one command, at a moment at which the clock stands still."""

    name: str
    do: Callable[[Path], object]

    def __call__(self, office: Path) -> None:
        with time_machine.travel(MOMENT, tick=False):
            self.do(office)


def _close(office: Path) -> None:
    with suppress(PeriodError):  # it was closed before the machine stopped: then only its files are put
        close(desk_of(office, "2026-05-01"), "2026-04")


UPDATE = Deed("an update", lambda office: update(desk_of(office, "2026-04-16")))
CLOSING = Deed("the closing of a period", _close)


def lived_in(folder: Path) -> Path:
    """An office after its first update, in which staff have then worked: in a register, in remarks, in a report."""
    build(folder, teams=[team(1, Стадия="Почти"), *(team(number) for number in range(2, 7))])
    with time_machine.travel(MOMENT, tick=False):
        update(desk_of(folder))
    write_book(folder, ["TEAM"], {"TEAM": [team(1, Стадия="Почти"), team(2, Стадия="Скоро"), *map(team, range(3, 7))]})
    _typed(folder / "reports" / "Замечания.xlsx", "Оставить как есть: причина", "так в приказе")
    _typed(folder / "reports" / "Отчёты.xlsx", None, "заметка на полях")
    return folder


def _typed(path: Path, heading: str | None, words: str) -> None:
    """Somebody types into a report: under the heading, or far from everything."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    place = next((cell for row in sheet.iter_rows() for cell in row if heading and cell.value == heading), None)
    if place is None:
        sheet.cell(400, 1, words)
    else:
        sheet.cell(place.row + 1, place.column, words)
    book.save(path)


@dataclass(frozen=True)
class Expected:
    """What a deed leaves when nothing goes wrong, and the office before it."""

    deed: Deed
    start: Path
    staff: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]
    history: History
    steps: list[tuple[str, str]]

    def points(self) -> list[Point]:
        """Every point at which a reader, or the history, sees something else than at the point before."""
        return telling(self.steps)


def expected(start: Path, deed: Deed) -> Expected:
    """Plays the deed in a copy."""
    with copied(start) as office:
        before = bytes_of(office / "reports")
        steps = steps_of(lambda: deed(office))
        return Expected(
            deed, start, bytes_of(office / "registers"), before, bytes_of(office / "reports"), lasting(office), steps
        )


def wrong_after(known: Expected, point: Point) -> Iterator[str]:
    """The deed killed at the point, and done again: each fault a sentence."""
    with copied(known.start) as office:
        where = f"{known.deed.name} at {point} {known.steps[point.number]}"
        if not killed(lambda: known.deed(office), point):
            yield f"{where}: never came there"
        yield from (f"{where}: {one}" for one in _torn(office, known))
        known.deed(office)
        yield from (f"{where}: {one}" for one in _unlike(office, known))


def _torn(office: Path, known: Expected) -> Iterator[str]:
    for name, digest in bytes_of(office / "reports").items():
        if ".rpo-new" not in name and digest not in {known.before.get(name), known.after.get(name)}:
            yield f"{name} is neither old nor new"
    if not is_sealed(office / "state" / "rpo.sqlite"):
        yield "the history is not what its seal says"


def _unlike(office: Path, known: Expected) -> Iterator[str]:
    if bytes_of(office / "registers") != known.staff:
        yield "a file of the staff was altered"
    found = bytes_of(office / "reports")
    yield from (
        f"{name} is not as without faults"
        for name in sorted(found.keys() | known.after.keys())
        if found.get(name) != known.after.get(name)
    )
    history = lasting(office)
    yield from (f"{name}: the rows are others" for name in known.history if history[name] != known.history[name])


def lasting(office: Path) -> History:
    """Everything in the history but the journal and the lease, without updates that found nothing to do.

    The killed one may have been recorded: then there is one more.
    """
    history = told(office / "state" / "rpo.sqlite")
    quiet, summary = map([column.name for column in RUNS.columns].index, ("quiet", "summary"))
    return history | {"runs": [(*row[:summary], _known(row[summary])) for row in history["runs"] if not row[quiet]]}


def _known(summary: str) -> dict[str, Any]:  # Any: a JSON object
    """Without what this very process had still to write."""
    return {key: one for key, one in json.loads(summary).items() if key not in {"written", "calls"}}
