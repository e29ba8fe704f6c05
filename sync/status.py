"""The state of an office as `rpo status` tells it: registers, what waits, what the service did and will do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reports.facts import Undelivered
from sync.before import Hold
from sync.desk import Desk
from sync.lease import this_machine
from sync.lock import is_served
from sync.mail.printing import left_as_json
from sync.service.clock import MARK, went_back
from sync.service.job import Job
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.service.known import frame_of, known_of
from sync.service.stages import StageEnds
from sync.state.jobs import DONE, JobRun
from sync.state.lease_rows import LeaseRow, lease_row
from sync.state.store import Store


@dataclass(frozen=True)
class JobState:
    """A job of the service: how it ended last and when it is due next (local time); None where that is not known."""

    job: Job
    last: JobRun | None
    upcoming: datetime | None


@dataclass(frozen=True)
class Status:
    """What is known of an office without reading its registers.

    `mail` — the letters that do not go out; `served` — a service is at work on this machine; `moved` — the clock of the
    machine is not trusted.
    """

    last: Mapping[str, Any]  # Any: a JSON object
    waiting: tuple[Hold, ...]
    changed_on: Mapping[str, date]
    jobs: tuple[JobState, ...]
    lease: LeaseRow | None
    mail: tuple[Undelivered, ...]
    served: bool
    moved: bool
    today: date

    @property
    def here(self) -> bool | None:
        """The service works on this machine (True) or on another one (False); None when none does."""
        if self.served:
            return True
        elsewhere = self.lease is not None and self.lease.holder not in {"", this_machine()}
        return False if elsewhere else None

    @property
    def has_a_past(self) -> bool:
        """A service has ever worked for the office."""
        return any(one.last is not None for one in self.jobs)

    def age_of(self, register: str) -> int | None:
        """Days since the register changed last."""
        changed = self.changed_on.get(register)
        return None if changed is None else (self.today - changed).days


def status_of(desk: Desk) -> Status:
    """Reads the history. Raises StateError."""
    now = desk.moment.replace(tzinfo=None, year=desk.today.year, month=desk.today.month, day=desk.today.day)
    with Store.open(desk.history, read_only=True) as store:
        known, frame = known_of(store), frame_of(store, desk.settings, StageEnds())
        with store.asking() as connection:
            lease = lease_row(connection)
        marked = known.last.get(MARK)
        moved = marked is not None and marked.result != DONE
        back = desk.today == desk.moment.date() and went_back(known.latest, desk.moment)
        past = store.before(desk.today).past
        return Status(
            store.last_result(),
            tuple(one for one in store.holds() if not one.accepted),
            past.changed_on,
            tuple(JobState(one, known.last.get(one.name), one.upcoming(frame, now)) for one in (*JOBS, SAVED)),
            lease,
            past.undelivered,
            is_served(desk.state.parent),
            moved or back,
            desk.today,
        )


def as_json(status: Status) -> dict[str, object]:
    """The same for programs; `registers` have their age in days since they changed last."""
    registers = status.last.get("registers", {})
    return {
        "last": status.last or None,
        "changed_on": {key: day.isoformat() for key, day in status.changed_on.items()},
        "registers": {key: _register(status, key, one) for key, one in registers.items()},
        "held": [_hold(one) for one in status.waiting],
        "failed": [key for key, one in registers.items() if one["state"] == "failed"],
        "mail": left_as_json(status.mail),
        "jobs": [_job(one) for one in status.jobs],
        "service": {"here": status.here, "token": status.lease.token if status.lease else None},
        "clock_moved": status.moved,
    }


def _register(status: Status, key: str, one: Mapping[str, Any]) -> dict[str, object]:  # Any: a JSON object
    return {"state": one["state"], "rows": one["rows"], "counted": one["counted"], "age_days": status.age_of(key)}


def _hold(one: Hold) -> dict[str, object]:
    return {
        "hold": one.number,
        "register": one.register,
        "kind": one.kind,
        "file": one.subject or None,
        "reason": one.reason,
        "since": one.since.isoformat(),
    }


def _job(one: JobState) -> dict[str, object]:
    upcoming = one.upcoming.isoformat() if one.upcoming is not None else None
    return {"job": one.job.name, "last": _run(one.last) if one.last is not None else None, "next": upcoming}


def _run(last: JobRun) -> dict[str, object]:
    return {
        "occasion": last.occasion,
        "result": last.result,
        "code": last.code or None,
        "tries": last.tries,
        "late": last.late,
        "finished": last.finished.isoformat(),
    }
