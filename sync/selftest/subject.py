"""The office that is examined: what was read of it, how it stands without any mistake, how a copy of it is checked."""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from config import apart, imports
from sync import keys
from sync.answers import with_answers
from sync.backends.base import Backend, FileRead
from sync.backends.memory import MemoryBackend
from sync.before import Before
from sync.closing import counts_again
from sync.desk import Desk
from sync.intake import placed
from sync.pipeline import Survey, survey
from sync.progress import reading
from sync.run import update
from sync.selftest.copying import Copy
from sync.sheets import Look
from sync.shelves.folder import FolderShelf
from sync.shelves.shelves import Shelves
from sync.state.codec import digest_of
from sync.state.store import Store
from validators.closed import Closed
from validators.grid import Grid
from validators.memo import Memo


@dataclass(frozen=True)
class Memory:
    """What an office remembers: nothing but answers and numbers given, or all of one accepted update."""

    before: Before
    grids: Mapping[str, tuple[Grid, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """An office in memory. `first` is looked at without a history, `accepted` after one accepted update."""

    desk: Desk
    copy: Copy
    first: Memory
    accepted: Memory
    memo: Memo = field(default_factory=Memo)

    def look(self, copy: Copy, *, history: bool, closed: bool = False) -> Survey:
        """The check of a copy; `closed` — with the last month closed in its history."""
        memory = self.first if not history else self.reported if closed else self.accepted
        look = Look(self.desk.settings, self.desk.today, memory.before, memory.grids.__getitem__, digest_of, self.memo)
        return survey(copy.files, look, copy.far, copy.private)

    @cached_property
    def plain(self) -> Survey:
        """The office as it is, without a history."""
        return self.look(self.copy, history=False)

    @cached_property
    def later(self) -> Survey:
        """The office as it is, after an accepted update."""
        return self.look(self.copy, history=True)

    @cached_property
    def reported(self) -> Memory:
        """All of one accepted update, after which the last month was closed."""
        before, office = self.accepted.before, self.later.facts.scene.office
        cut = self.desk.today.replace(day=1) - timedelta(days=1)
        digests = {key: one.digest for key, one in before.snapshots.items()}
        month = Closed(f"{cut:%Y-%m}", cut, 0, counts_again(office, cut), digests)
        return Memory(replace(before, closed=(month,)), self.accepted.grids)

    @property
    def seconds(self) -> float:
        """How long one check of a copy takes, about; the first one is longer."""
        self.plain.remarks  # noqa: B018  every value has been read by then
        started = time.perf_counter()
        self.look(self.copy, history=False)
        return time.perf_counter() - started

    def __getstate__(self) -> dict[str, object]:
        """What another process needs: the surveys are made there anew, sooner than they are handed over."""
        return {"desk": self.desk, "copy": self.copy, "first": self.first, "accepted": self.accepted, "memo": Memo()}


def subject_of(desk: Desk, *, quiet: bool) -> Subject:
    """Reads the office and updates a copy of it once, in a folder that is thrown away."""
    with Store.open(desk.history, read_only=True) as store:
        known = with_answers(desk.shelves, store.before(desk.today))
    with reading(quiet=quiet) as step:
        exports, names = desk.exports(), desk.private()
        copy = Copy(
            desk.backend().read(step),
            tuple(map(placed, exports.read(step))) if exports is not None else (),
            tuple(map(keys.placed, names.read(step))) if names is not None else (),
        )
    first = Memory(Before(issued=known.issued, answers=known.answers, parts=known.parts))
    return Subject(desk, copy, first, _accepted(desk, copy))


@dataclass(frozen=True)
class CopiedDesk(Desk):
    """The desk of a copy: the same settings and day, files from memory, history and reports in a folder of its own."""

    copy: Copy = Copy(())

    def backend(self) -> Backend:
        """The files of the copy."""
        return MemoryBackend(self.copy.files)

    def exports(self) -> Backend | None:
        """The exports of the copy, under the names that they have in the office."""
        return MemoryBackend(_named(one, imports.name_in_folder) for one in self.copy.far) if self.copy.far else None

    def private(self) -> Backend | None:
        """The files with names."""
        named = (_named(one, apart.name_in_folder) for one in self.copy.private)
        return MemoryBackend(named) if self.copy.private else None

    @property
    def state(self) -> Path:
        """The history of the copy."""
        return self.root / "state" / "rpo.sqlite"

    @property
    def calls(self) -> dict[str, int]:
        """Nobody is asked."""
        return {}

    @cached_property
    def shelves(self) -> Shelves:
        """The reports of the copy."""
        return Shelves((FolderShelf(self.reports),))


def _named(file: FileRead, name_in_folder: Callable[[str], str]) -> FileRead:
    """A file of another folder of the office under its name there."""
    return replace(file, name=name_in_folder(file.name))


def _accepted(desk: Desk, copy: Copy) -> Memory:
    with _throw_away() as folder:
        own = CopiedDesk(folder, desk.settings, desk.settings_text, desk.today, desk.moment, copy=copy)
        update(own)
        with Store.open(own.history, read_only=True) as store:
            before = store.before(desk.today)
            return Memory(before, {one.digest: store.grids(one.digest) for one in before.snapshots.values()})


@contextmanager
def _throw_away() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="rpo-selftest-") as name:
        yield Path(name)
