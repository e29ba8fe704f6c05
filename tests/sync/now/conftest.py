"""An office in Google that was updated at the end of April and in May; then the head opens his tab."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sync.run import update
from tests.sync.google.stage import Moment, Stage, stage
from tests.sync.now.heads_tab import MAY, HeadsTab, at_tab
from tests.sync.offices import desk_of


@pytest.fixture(scope="session")
def scene() -> Iterator[tuple[Stage, Moment]]:
    with stage() as one:
        for day in ("2026-04-30", MAY):
            update(replace(desk_of(one.office.folder, day), ports=one.time.ports))
        yield one, one.save()


@pytest.fixture
def tab(scene: tuple[Stage, Moment]) -> HeadsTab:
    """The tab, blank."""
    return at_tab(scene)
