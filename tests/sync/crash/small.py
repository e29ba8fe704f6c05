"""A very small office that publishes: two workbooks, a few remarks and rows a generation, by the real store and shelves."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reports.report import Field, Listing, Report, Stamp
from sync.apply import apply
from sync.before import Heard
from sync.files import remove_orphans
from sync.lock import only_one
from sync.plan import make_plan
from sync.recovery import recovered
from sync.shelves.folder import FolderShelf
from sync.shelves.shelves import Shelves
from sync.state.intent_tables import INTENTS
from sync.state.rows import is_chain
from sync.state.seal import Seal, digest_of_file, digest_of_view
from sync.state.service_tables import LEASES
from sync.state.store import Store
from sync.state.tables import METADATA, ROW_VERSIONS
from tests.memory import in_memory
from tests.sync.state.outcomes import accepted, outcome, seen

FIRST = date(2026, 4, 1)
LAST = 7
"""The generation after which a workbook of the office is not made any more."""
_CHAIN = ", ".join(column.name for column in ROW_VERSIONS.columns)


@dataclass(frozen=True)
class Small:
    """The office: a folder with `reports` and `state`."""

    root: Path

    @property
    def state(self) -> Path:
        return self.root / "state" / "rpo.sqlite"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    def publish(self, generation: int) -> None:
        """One update, which does nothing when it has been recorded already."""
        day = FIRST + timedelta(days=generation)
        with only_one(self.root / "state"), Store.open(self.state) as store:
            remove_orphans(self.root, deep=True)
            before = store.before(day)
            if before.last_run >= generation and not before.intents:
                return
            shelves = Shelves((FolderShelf(self.reports),))
            placed = [(shelves.place(one), one) for one in reports_of(generation)]
            begun = {one.target for one in before.intents}
            standing = shelves.standing({name for name, _ in placed} | before.files.keys() | begun)
            plan = make_plan(placed, recovered(before, standing), standing, ())
            moment = datetime(2026, 4, 1, 9, 0)  # noqa: DTZ001  a stamp has no zone
            run = before.last_run + 1
            applied = apply(plan, shelves, Stamp(run, moment), lambda intents: store.intend(intents, Heard(), moment))
            rows = [[f"КМ-{number:04d}", str(generation)] for number in range(1, 6)]
            done = outcome(
                run,
                day,
                accepted=(accepted("TEAM", rows),),
                remarks=tuple(seen(f"f{number}") for number in range(generation, generation + 3)),
                covered=frozenset({"TEAM"}),
                written=applied.tabs,
                files=applied.files,
            )
            store.record(done)

    def files(self) -> dict[str, bytes]:
        """The reports as a reader finds them."""
        return {path.name: path.read_bytes() for path in sorted(self.reports.glob("[!.]*.xlsx"))}

    def left_over(self) -> list[str]:
        """What a reader should never find: half-written files."""
        return [path.name for path in self.root.rglob(".*.rpo-new*")]


def reports_of(generation: int) -> list[Report]:
    """What is made in a generation: the second workbook changes every other time, and is given up in the end."""
    made = [_report("Отчёты", "Сводка", generation), _report("Замечания", "Список", generation // 2)]
    return made if generation < LAST else made[:1]


def _report(workbook: str, tab: str, number: int) -> Report:
    rows = tuple((f"КМ-{row:04d}", number) for row in range(1, 4))
    return Report(workbook, tab, (Listing("Строки", (Field("Код", 10), Field("Поколение", 10)), rows),))


def told(path: Path) -> dict[str, list[tuple[Any, ...]]]:  # Any: what a column holds
    """Everything in the history but the journal and the lease, whose numbers count the tries, too."""
    assert is_sealed(path)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {_CHAIN} FROM row_versions ORDER BY register, number")  # noqa: S608  own names
        assert is_chain((*row[:6], bool(row[6]), *row[7:]) for row in rows)
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608  own names
            for name in METADATA.tables
            if name not in {INTENTS.name, LEASES.name}
        }


def is_sealed(path: Path) -> bool:
    """The file, its journal with it, is what the seal says."""
    if (digest := digest_of_file(path)) is None:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            digest = digest_of_view(connection)
    return digest in Seal(path).read()


@contextmanager
def copied(office: Path | None) -> Iterator[Path]:
    """A copy of an office for one try, or an empty one, in memory where the machine has such a place."""
    with tempfile.TemporaryDirectory(dir=in_memory(), prefix="rpo-crash-") as name:
        target = Path(name) / "office"
        if office is not None:
            shutil.copytree(office, target)
        yield target
