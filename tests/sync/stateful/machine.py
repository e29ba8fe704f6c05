"""The machine of an office in memory or in a folder: people, accidents and the service take turns, by chance."""

import itertools
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from hypothesis.stateful import invariant

from tests.sync.mail.post_office import post_office
from tests.sync.stateful.delivery_rules import MAIL, Deliveries
from tests.sync.stateful.fault_rules import Faults
from tests.sync.stateful.folder_rules import OnDisk
from tests.sync.stateful.model.staff import Staff
from tests.sync.stateful.office import OfficeOnTest
from tests.sync.stateful.ours_rules import PeopleInOurTabs
from tests.sync.stateful.people_rules import PeopleAtWork
from tests.sync.stateful.service_rules import ServiceAtWork
from tests.sync.stateful.worlds.folder import FolderWorld
from tests.sync.stateful.worlds.memory import MemoryWorld


class OfficeMachine(PeopleAtWork, PeopleInOurTabs, Faults, ServiceAtWork):
    """A run begins with an office after its first update, and ends with an office at rest."""

    place: ClassVar[Path]
    first: ClassVar[MemoryWorld | FolderWorld]
    numbers: ClassVar[Iterator[int]]

    @classmethod
    @contextmanager
    def begun(cls, place: Path) -> Iterator[None]:
        """All runs live in this folder; the office with which they begin is made here, once."""
        cls.place, cls.numbers = place, itertools.count(1)
        cls.steps = cls.updates = 0
        cls.first = cls.new_world(place / "first")
        OfficeOnTest(cls.first).update()
        yield

    @classmethod
    def new_world(cls, root: Path) -> MemoryWorld | FolderWorld:
        """An office that was never updated."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self._folder = self.place / f"run {next(self.numbers)}"
        self._folder.mkdir()
        self.world = self.first.beside(self._folder / "office")
        self.own = self.breakable = self.world
        self.staff = self.world.staff = Staff()
        self.office = OfficeOnTest.begun(self.world)
        self._seen = 0
        type(self).steps -= 1  # the invariant is looked at before the first step, too

    @invariant()
    def one_more_step(self) -> None:
        """Counts the step; when staff did something, a stopped update can't be compared with one that was not."""
        type(self).steps += 1
        self.worked += 1
        if self._seen != self.staff.changes:
            self._seen = self.staff.changes
            self.office.people_acted()

    def teardown(self) -> None:
        """The office comes to rest, unless something was wrong already."""
        try:
            if sys.exc_info()[0] is None:
                self.breakable.mend()
                self.staff.mend()
                self.office.people_acted()
                self.office.rest(self._folder / "fresh")
                type(self).updates += self.office.updates
        finally:
            shutil.rmtree(self._folder)


class MemoryMachine(OfficeMachine, Deliveries):
    """An office whose registers and reports lie in memory; its letters go to a real server."""

    @classmethod
    @contextmanager
    def begun(cls, place: Path) -> Iterator[None]:
        with post_office() as cls.post, super().begun(place):
            yield

    @classmethod
    def new_world(cls, root: Path) -> MemoryWorld:
        return MemoryWorld.new(root, MAIL.format(port=cls.post.port))

    def __init__(self) -> None:
        super().__init__()
        self.tried, self.archive = len(self.post.tried), {}


class FolderMachine(OfficeMachine, OnDisk):
    """An office whose registers and reports are files."""

    @classmethod
    def new_world(cls, root: Path) -> FolderWorld:
        return FolderWorld.new(root)
