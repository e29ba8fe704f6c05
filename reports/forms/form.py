"""A form as a value: which activities, who stands in it, what the dropdowns offer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Attendee:
    """A participant in a form. `name` is empty for one who must not be named: only the code is shown."""

    code: str
    name: str
    team: str
    school: str

    @property
    def shown(self) -> str:
        """The name, or the code where there is none."""
        return self.name or self.code


@dataclass(frozen=True)
class Event:
    """A measure of the plan as a form shows it. `kind` is None when its title does not tell."""

    code: str
    title: str
    kind: str | None
    start: date | None = None
    end: date | None = None
    place: str = ""
    time: str = ""
    post: str = ""
    responsible: str = ""


@dataclass(frozen=True)
class Form:
    """What is rendered: with one event a signature list and its ведомость, with several a ведомость of the season.

    `wanted` are the fields of the head that some kind of activity asks for, `options` their dropdowns.
    """

    title: str
    events: tuple[Event, ...]
    people: tuple[Attendee, ...]
    wanted: tuple[str, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    office: str = ""
    signed: bool = True
