"""What the machine needs of a place where an office lives: its desk, its readers, and everything that can befall it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from config.settings import Settings
from sync.desk import Desk
from tests.sync.offices import SETTINGS, desk_of
from tests.sync.stateful.model.tabs import Row

START = "2026-04-15T09:00:00+03:00"
Lines = Sequence[Sequence[object]]
"""A tab of ours as a reader sees it: rows of cells."""


@dataclass(frozen=True)
class StandingDesk(Desk):
    """A desk at which the clock stands still, so that the same deeds leave the same history."""

    @property
    def now(self) -> datetime:
        return self.moment


@dataclass
class Clock:
    """The clock of the office's machine: it goes on by itself, and people or accidents put it forward and back."""

    moment: datetime

    @classmethod
    def new(cls) -> "Clock":
        return cls(datetime.fromisoformat(START))

    def go(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass(kw_only=True)
class Breakable:
    """What befalls workbooks. `refused` — workbook → why it can't be read now; `gone` — none of them can; `full` — there
    is no room for reports.
    """

    refused: dict[str, str] = field(default_factory=dict)
    gone: bool = False
    full: bool = False
    old_answers: int = field(default=0, init=False)

    def spoil(self, file: str, why: str) -> None:
        """A workbook can't be read any more, until `mend`."""
        self.refused[f"{file}.xlsx"] = why

    def lose(self) -> None:
        """The place of all workbooks is gone, until `mend`."""
        self.gone = True

    def fill_up(self) -> None:
        """There is no room for reports, until `mend`."""
        self.full = True

    def mend(self) -> None:
        """Everything can be read and written again."""
        self.gone = self.full = False
        self.refused.clear()

    @property
    def befallen(self) -> dict[str, Any]:  # Any: fields of this class by their names
        """All this once more, for another world."""
        return {"refused": dict(self.refused), "gone": self.gone, "full": self.full}

    def cell_at(self, _name: str, place: tuple[int, int]) -> tuple[int, int]:
        return place


class World(Protocol):
    """One office with its backend. A reader reads our tabs past the service, as people do."""

    clock: Clock
    most_calls: int

    @property
    def old_answers(self) -> int:
        """How often a reading was answered with what had stood there before the last change."""
        ...

    @property
    def root(self) -> Path:
        """The folder of the office on the machine of the service."""
        ...

    @property
    def canaries(self) -> tuple[str, ...]:
        """What must be seen nowhere outside of the registers."""
        ...

    def beside(self, root: Path, /) -> "World | None":
        """The same office once more at another place, with the faults that it has now; None where there can be no two.

        What became of an update that was stopped is compared with it.
        """
        ...

    def desk(self) -> Desk:
        """The office as a new process opens it, after everything that staff did has been saved."""
        ...

    def fresh(self, root: Path, /) -> "World":
        """A new office with the registers of this one."""
        ...

    def typed(self, register: str) -> Sequence[Row] | None:
        """The rows that staff have typed; None when their tab can't be told, for the reason that they did it so."""
        ...

    def unreadable(self) -> frozenset[str]:
        """Registers that the service can't read whole now, whatever staff did."""
        ...

    def is_disturbed(self) -> bool:
        """Something may fail in one update and not in the next."""
        ...

    def excused(self) -> frozenset[str]:
        """Registers that may stay unread in the end, because of what staff did to them."""
        ...

    def altered(self) -> Sequence[str]:
        """What of the staff's is not as they left it."""
        ...

    def standing(self) -> Mapping[str, str]:
        """Our file → the digest of what a reader finds in it now, or words that it is no whole file."""
        ...

    def tabs(self) -> Mapping[str, Lines]:
        """`file#tab` → our tabs as a reader sees them."""
        ...

    def disturb(self, name: str, target: str, /) -> None:
        """Before a step of an update. Raises OSError when the machine refuses it now."""
        ...

    def kept_aside(self) -> str:
        """All words that were kept aside, because staff had typed them into our tabs."""
        ...


class OwnTabs(Protocol):
    """Our tabs as people can work in them."""

    def tabs(self) -> Mapping[str, Lines]:
        """As in a world."""
        ...

    def standing(self) -> Mapping[str, str]:
        """As in a world."""
        ...

    def cell_at(self, name: str, place: tuple[int, int], /) -> tuple[int, int]:
        """The cell itself, or another one where a tab ends before it."""
        ...

    def type_ours(self, name: str, place: tuple[int, int], words: str) -> None:
        """Somebody types into the cell (row and column from 0) of `file#tab`."""
        ...

    def throw_ours_away(self, name: str) -> None:
        """Somebody deletes a file of ours."""
        ...


def settings_in(root: Path, more: str = "") -> tuple[Settings, str]:
    """The settings of a small office, parsed once: they are the same for every desk."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "office.toml").write_text(SETTINGS.format(today="2026-04-15") + more, encoding="utf-8")
    desk = desk_of(root)
    return desk.settings, desk.settings_text
