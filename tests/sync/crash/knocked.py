"""A personal link that is given and opened while the program is killed: it opens once, or says that it was opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sync.linking import give_link
from sync.page.doors import Doors
from sync.page.tries import Tries
from sync.state.link_store import LinkStore
from sync.state.links import Link
from tests.sync.crash.killing import Point, killed, points, steps_of
from tests.sync.crash.small import copied, is_sealed
from tests.sync.offices import build, desk_of

PERSON, ROLE = "РП-0001", "сотрудник"


def doors_of(office: Path) -> Doors:
    """The door of the page."""
    return Doors(lambda: desk_of(office), Tries(lambda: 0.0), secure=False)


@dataclass(frozen=True)
class Knock:
    """An office with a link that nobody has opened, and the steps in which it is opened."""

    start: Path
    token: str
    steps: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, folder: Path) -> "Knock":
        """Builds it and opens the link in a copy."""
        token = _given(build(folder).root)
        with copied(folder) as office:
            return cls(folder, token, steps_of(lambda: doors_of(office).enter(token, "somebody")))

    def points(self) -> list[Point]:
        """Every one."""
        return points(self.steps)

    def wrong_at(self, point: Point) -> Iterator[str]:
        """Killed while the link is opened, then opened again: never two sessions, never a link that is gone unsaid."""
        with copied(self.start) as office:
            if not killed(lambda: doors_of(office).enter(self.token, "somebody"), point):
                yield f"{point}: never came there"
            (before,) = _links(office)
            again = doors_of(office).enter(self.token, "somebody")
            (after,) = _links(office)
            if (again is None) != (before.opened is not None):
                yield f"{point}: opened {before.opened}, and the second time gave {again!r}"
            if after.opened is None:
                yield f"{point}: nobody has opened it"
            if doors_of(office).enter(self.token, "somebody") is not None:
                yield f"{point}: it opens more than once"
            if not is_sealed(office / "state" / "rpo.sqlite"):
                yield f"{point}: the seal is not true"


def wrong_when_given(start: Path) -> Iterator[str]:
    """Killed while a link is given: what nobody was told opens for nobody, and the next one is good."""
    with copied(start) as office:
        names = steps_of(lambda: _given(office))
    for point in points(names):
        with copied(start) as office:
            if not killed(lambda office=office: _given(office), point):  # type: ignore[misc]  # of this turn
                yield f"{point}: never came there"
            left = len(_links(office))
            token = _given(office)
            if doors_of(office).enter(token, "somebody") is None:
                yield f"{point}: the next link does not open"
            if [one.opened is not None for one in _links(office)] != [*[False] * left, True]:
                yield f"{point}: another link was opened"


def _given(office: Path) -> str:
    desk = desk_of(office)
    return give_link(desk, PERSON, ROLE).address.rpartition("/")[2]


def _links(office: Path) -> tuple[Link, ...]:
    with LinkStore.open(desk_of(office).history, read_only=True) as store:
        return store.links()
