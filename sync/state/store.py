"""The history of one office: opened, asked, added to."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from config.errors import UsageError
from sync.before import Before, Heard, Hold, Intent
from sync.state.codec import decode
from sync.state.contents import content
from sync.state.database import insert
from sync.state.examining import examine
from sync.state.forms import forms_of
from sync.state.intents import end_periods, open_periods, record_intents, record_period_intent
from sync.state.memory import open_holds, parts_of_region, remember
from sync.state.opened import Opened
from sync.state.outcome import Outcome
from sync.state.packages import IssuedPackage, packages_of, record_package
from sync.state.papers import GivenPaper, given_papers, record_paper
from sync.state.periods import Period, period_of, record_period
from sync.state.purges import purges
from sync.state.recording import record_rest, record_run
from sync.state.rewound import Then, run_by, then_of
from sync.state.rows import check_chain, registers_with_rows
from sync.state.stories import accepted_readings, known_codes, latest_stories, stories_of
from sync.state.tables import HOLDS, NOTICED, PARTS, RUNS
from validators.grid import Grid
from validators.parts import Part
from validators.versions.story import Stories


class Store(Opened):
    """The open history. Every method raises StateError when the file is damaged, busy or out of room."""

    def before(self, today: date) -> Before:
        """Everything remembered, with the past as it looked before `today`. Grids are asked for by `grids`."""
        with self._database.asking() as connection:
            return remember(connection, today)

    def grids(self, digest: str) -> tuple[Grid, ...]:
        """The grids of a snapshot, exactly as they were read."""
        with self._database.asking() as connection:
            return decode(content(connection, digest))

    def run_by(self, day: date) -> int | None:
        """The last update of the day or of one before it; None when nothing had been accepted by then."""
        with self._database.asking() as connection:
            return run_by(connection, day)

    def then(self, run: int, day: date) -> Then:
        """The history as it was after an update, with the past as it looks on the day."""
        with self._database.asking() as connection:
            return then_of(connection, run, day)

    def period(self, name: str, correction: int | None = None) -> Period | None:
        """A report of a closed period: the last one, or the one with this number; None when there is none."""
        with self._database.asking() as connection:
            return period_of(connection, name, correction)

    def close_period(self, period: Period) -> None:
        """Adds a report of a period to the history, for ever; its files are about to be put into the archive."""
        with self._database.changing("close a period") as connection:
            record_period(connection, period)
            of = period.period, period.correction
            record_period_intent(connection, *of, period.closed_at, period.run)

    def packages(self, season: str, recipient: str) -> tuple[IssuedPackage, ...]:
        """The packages of a season that went to a recipient, in the order of their chain."""
        with self._database.asking() as connection:
            return packages_of(connection, season, recipient)

    def forms(self, season: str) -> tuple[IssuedPackage, ...]:
        """The forms filled in a season, whoever got them, in the order of their issue."""
        with self._database.asking() as connection:
            return forms_of(connection, season)

    def issue(self, package: IssuedPackage) -> None:
        """Adds a package to the log, for ever."""
        with self._database.changing("issue a package") as connection:
            record_package(connection, package)

    def give_paper(self, paper: GivenPaper) -> int:
        """Notes that a named paper is given to somebody outside; gives the number of the issue."""
        with self._database.changing("give a paper") as connection:
            return record_paper(connection, paper)

    def given_papers(self) -> tuple[GivenPaper, ...]:
        """All named papers that were given to somebody outside."""
        with self._database.asking() as connection:
            return given_papers(connection)

    def lacking_rows(self) -> Mapping[str, Sequence[tuple[int, date, str]]]:
        """Register → its accepted readings (update, day, digest) in order, where its rows are not followed yet."""
        with self._database.asking() as connection:
            return accepted_readings(connection, registers_with_rows(connection))

    def rows(self, register: str, codes: Sequence[str]) -> Stories:
        """The rows that have or had these codes. Raises StateError, also when the register's chain is broken."""
        with self._database.asking() as connection:
            check_chain(connection, register)
            return stories_of(connection, register, codes)

    def latest_rows(self, register: str, count: int) -> Stories:
        """The rows to which the last versions belong. Raises StateError as `rows` does."""
        with self._database.asking() as connection:
            check_chain(connection, register)
            return latest_stories(connection, register, count)

    def check_whole(self) -> None:
        """Raises DamagedStateError when anything is not as it was written. The slow check, for every night."""
        with self._database.asking() as connection:
            examine(connection, self._database.name)

    def intend(self, intents: Sequence[Intent], heard: Heard, moment: datetime) -> int:
        """Writes down what is about to be replaced, before it is, and what staff had typed there; gives the token."""
        with self._database.changing("intend") as connection:
            return record_intents(connection, intents, heard, moment)

    def open_periods(self) -> tuple[tuple[str, int], ...]:
        """(period, correction) of the reports of periods whose files may not lie in the archive yet."""
        with self._database.asking() as connection:
            return open_periods(connection)

    def end_periods(self, moment: datetime) -> None:
        """Notes that the files of all closed periods lie in the archive."""
        with self._database.changing("end periods") as connection:
            end_periods(connection, moment)

    def check_rows(self) -> None:
        """Raises StateError when the chain of some register is broken, or that of the tombstones."""
        with self._database.asking() as connection:
            purges(connection)
            for register in sorted(registers_with_rows(connection)):
                check_chain(connection, register)

    def row_codes(self, register: str) -> list[str]:
        """All codes that rows of the register have or had."""
        with self._database.asking() as connection:
            return known_codes(connection, register)

    def holds(self) -> tuple[Hold, ...]:
        """The readings that wait, accepted ones too until the next update takes them."""
        with self._database.asking() as connection:
            return open_holds(connection)

    def parts(self) -> tuple[Part, ...]:
        """The parts of the region that got codes of their own, for ever."""
        with self._database.asking() as connection:
            return parts_of_region(connection)

    def give_part(self, part: Part, day: date) -> None:
        """Notes that a part of the region got its numbers."""
        with self._database.changing("give a part") as connection:
            insert(connection, PARTS, [(part.name, part.first, part.last, day.isoformat())])

    def last_run(self) -> int:
        """The number of the last update; 0 for a new office."""
        with self._database.asking() as connection:
            return connection.execute(select(func.max(RUNS.c.number))).scalar_one() or 0

    def last_result(self) -> Mapping[str, Any]:  # Any: a JSON object
        """The summary of the last update; empty for a new office."""
        with self._database.asking() as connection:
            summary = connection.execute(
                select(RUNS.c.summary).order_by(RUNS.c.number.desc()).limit(1)
            ).scalar_one_or_none()
        return dict(json.loads(summary)) if summary else {}

    def last_runs(self, count: int) -> tuple[tuple[bool, Mapping[str, Any]], ...]:  # Any: a JSON object
        """The last updates, the newest first: whether nothing had changed, and the summary."""
        query = select(RUNS.c.quiet, RUNS.c.summary).order_by(RUNS.c.number.desc()).limit(count)
        with self._database.asking() as connection:
            return tuple((bool(quiet), json.loads(summary)) for quiet, summary in connection.execute(query))

    def record(self, outcome: Outcome) -> None:
        """Adds one update to the history: all of it or nothing."""
        with self._database.changing("record") as connection:
            record_run(connection, outcome)
            record_rest(connection, outcome)

    def record_quiet(
        self, run: int, started: datetime, finished: datetime, today: date, key: str, summary: Mapping[str, object]
    ) -> None:
        """Adds an update that found nothing changed: its own row and nothing else."""
        outcome = Outcome(run, started, finished, today, key, summary)
        with self._database.changing("record quietly") as connection:
            record_run(connection, outcome, quiet=True)

    def ack(self, number: int, reason: str, moment: datetime) -> Hold:
        """Notes that a person accepts the reading that waits under this number; the next update takes it.

        Accepting twice changes nothing. Raises UsageError when nothing waits under the number.
        """
        with self._database.changing("accept") as connection:
            hold = next((one for one in open_holds(connection) if one.number == number), None)
            if hold is None:
                raise UsageError(
                    f"Под номером {number} ничего не ждёт решения.", advice="Что ждёт решения, показывает rpo status."
                )
            mine = update(HOLDS).where(HOLDS.c.number == number, HOLDS.c.accepted_at.is_(None))
            connection.execute(mine.values(accepted_reason=reason, accepted_at=moment.isoformat()))
            return hold

    def let_be(self, row_id: str, reason: str, moment: datetime) -> int:
        """Notes that a person leaves what was noticed of a row as it is; gives how much that was, 0 when nothing."""
        mine = NOTICED.c.id == row_id, NOTICED.c.gone_run.is_(None), NOTICED.c.accepted_at.is_(None)
        with self._database.changing("let be") as connection:
            done = connection.execute(
                update(NOTICED).where(*mine).values(accepted_reason=reason, accepted_at=moment.isoformat())
            )
            return done.rowcount
