"""The machine of an office in Google: people, failing calls and the service take turns, by chance."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from hypothesis.stateful import invariant

from tests.sync.google.stage import Moment, Stage, stage
from tests.sync.stateful.google_rules import FaultsOfGoogle, PeopleInGoogle
from tests.sync.stateful.office import OfficeOnTest
from tests.sync.stateful.ours_rules import PeopleInOurTabs
from tests.sync.stateful.worlds.google import GoogleWorld


class GoogleMachine(PeopleInGoogle, PeopleInOurTabs, FaultsOfGoogle):
    """A run begins with an office whose tabs stand, and ends when nothing is written any more."""

    start: ClassVar[tuple[Stage, Moment]]
    secrets: ClassVar[tuple[str, ...]]

    @classmethod
    @contextmanager
    def begun(cls, _place: Path) -> Iterator[None]:
        """A server with the office with which all runs begin."""
        cls.steps = cls.updates = 0
        with stage() as one:
            one.update()
            one.update()
            key = json.loads((one.office.folder / "private" / "google-key.json").read_text(encoding="utf-8"))
            cls.secrets = (key["private_key"].splitlines()[1], key["private_key_id"])
            cls.start = one, one.save()
            yield

    def __init__(self) -> None:
        super().__init__()
        self.world = GoogleWorld.begun(*self.start, self.secrets)
        self.own = self.world
        self.office = OfficeOnTest.begun(self.world)
        type(self).steps -= 1  # the invariant is looked at before the first step, too

    @invariant()
    def one_more_step(self) -> None:
        """Counts the step."""
        type(self).steps += 1
        self.worked += 1

    def teardown(self) -> None:
        """The office comes to rest, unless something was wrong already."""
        if sys.exc_info()[0] is None:
            self.world.mend()
            self.world.stage.time.pass_by(3600)
            self.office.rest(Path())
            type(self).updates += self.office.updates
