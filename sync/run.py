"""One update: locked, planned, applied and recorded; a second one right after it changes nothing."""

import hashlib
from functools import cache
from pathlib import Path

from config import apart
from config.imports import FOLDER
from sync.before import Before
from sync.desk import Desk
from sync.finishing import finish
from sync.plan import Stands
from sync.result import Result
from sync.state.store import Store
from sync.writing import the_only_writer


def update(desk: Desk, *, quiet: bool = True, checksum: str | None = None, force: str | None = None) -> Result:
    """One recorded update of the office. Raises BusyError when another is going on, StalePlanError for an old checksum.

    `force` is the reason for which everything that is held is accepted in this update.
    """
    with the_only_writer(desk) as store:
        finish(desk, store)
        before = store.before(desk.today)
        key = state_key(desk)
        if key == before.last_key and not _lost(desk, before) and force is None:
            return _quiet(desk, store, before)
        if force is not None:
            _accept_all(desk, store, before, force)
            before = store.before(desk.today)
        from sync.updating import update_anew

        return update_anew(desk, store, before, key, quiet=quiet, checksum=checksum)


def state_key(desk: Desk) -> str:
    """Everything that the result of an update depends on, as one digest: files, settings, answers, day, program."""
    parts = [f"{name}={digest}" for name, digest in sorted(desk.backend().fingerprints().items())]
    for folder, files in ((FOLDER, desk.exports()), (apart.FOLDER, desk.private())):
        found = sorted(files.fingerprints().items()) if files is not None else []
        parts += [f"{folder}/{name}={digest}" for name, digest in found]
    parts += [desk.settings_text, str(desk.settings), desk.today.isoformat(), _program()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """The program as it is when this process first asks: what is put in its place later, runs in the next process."""
    root = Path(__file__).parent.parent
    files = sorted(
        path for floor in ("config", "validators", "reports", "sync") for path in (root / floor).rglob("*.py")
    )
    return "\n".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files)


def _lost(desk: Desk, before: Before) -> bool:
    """A report file is missing, or is not what the service wrote."""
    standing = desk.shelves.standing(before.files)
    return any(standing.get(name, Stands()).digest != digest for name, digest in before.files.items())


def _quiet(desk: Desk, store: Store, before: Before) -> Result:
    last = store.last_result()
    states = {
        key: {**one, "state": "unchanged" if one["state"] == "accepted" else one["state"]}
        for key, one in last.get("registers", {}).items()
    }
    now = desk.now
    result = Result(
        before.last_run + 1,
        desk.moment,
        now,
        states,
        last.get("remarks", {}),
        held=tuple(last.get("held", ())),
        calls=desk.calls,
    )
    store.record_quiet(result.run, desk.moment, now, desk.today, before.last_key, result.as_json())
    return result


def _accept_all(desk: Desk, store: Store, before: Before, reason: str) -> None:
    for hold in before.holds:
        if not hold.accepted:
            store.ack(hold.number, reason, desk.moment)
