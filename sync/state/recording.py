"""Outcome → the history: what is new is appended, what is no longer true is closed."""

import json

from sqlalchemy import Connection, func, select

from sync.before import Hold
from sync.state.closing import Rows, change, renew
from sync.state.contents import keep_bytes, keep_reading
from sync.state.database import insert
from sync.state.intents import end_intents
from sync.state.leaves import record_leaves
from sync.state.memory import (
    issued_ids,
    open_holds,
    open_notices,
    present_answers,
    present_files,
    present_written,
    replaced_files,
)
from sync.state.outcome import Outcome, Seen
from sync.state.rows import record_rows
from sync.state.tables import (
    ANSWERS,
    FIGURES,
    FILES,
    HOLD_READINGS,
    HOLDS,
    ISSUED,
    NOTICED,
    REMARKS,
    REPLACED,
    RUNS,
    SNAPSHOTS,
    WRITTEN,
)
from sync.state.wishes import show_wishes
from validators.drift.noticed import Noticed


def record_run(connection: Connection, outcome: Outcome, *, quiet: bool = False) -> None:
    """The row of the run itself."""
    summary = json.dumps(outcome.summary, ensure_ascii=False)
    moments = (outcome.started.isoformat(), outcome.finished.isoformat())
    insert(connection, RUNS, [(outcome.run, outcome.today.isoformat(), *moments, outcome.key, quiet, summary)])


def record_rest(connection: Connection, outcome: Outcome) -> None:
    """All that the run changed; its own row must be there."""
    _snapshots(connection, outcome)
    record_rows(connection, outcome.rows)
    _remarks(connection, outcome)
    _holds(connection, outcome)
    _issued(connection, outcome)
    _answers(connection, outcome)
    record_leaves(connection, outcome)
    _written(connection, outcome)
    _files(connection, outcome)
    _replaced(connection, outcome)
    _noticed(connection, outcome)
    show_wishes(connection, outcome.shown, outcome.run)
    end_intents(connection, outcome.finished)
    insert(connection, FIGURES, [(outcome.run, name, value) for name, value in outcome.figures.items()])


def _snapshots(connection: Connection, outcome: Outcome) -> None:
    rows: Rows = []
    for one in outcome.accepted:
        keep_reading(connection, one)
        known = keep_bytes(connection, json.dumps(sorted(one.ids), ensure_ascii=False).encode())
        files = json.dumps(one.files, ensure_ascii=False)
        rows.append((outcome.run, one.register, one.digest, outcome.today.isoformat(), known, files))
    insert(connection, SNAPSHOTS, rows)


def _remarks(connection: Connection, outcome: Outcome) -> None:
    last = (REMARKS.c.owner, REMARKS.c.value, REMARKS.c.version)
    columns = (REMARKS.c.fingerprint, REMARKS.c.opened_run, REMARKS.c.register, *last)
    rows = connection.execute(select(*columns).where(REMARKS.c.closed_run.is_(None))).all()
    known = {fingerprint: (run, register) for fingerprint, run, register, *_ in rows}
    lasts = {fingerprint: tuple(rest) for fingerprint, _, _, *rest in rows}
    seen = {one.fingerprint: one for one in reversed(outcome.remarks)}
    day = outcome.today.isoformat()
    insert(
        connection,
        REMARKS,
        [
            (one.fingerprint, outcome.run, day, one.code, one.severity, one.register, one.old, None, None, *_last(one))
            for one in seen.values()
            if one.fingerprint not in known
        ],
    )
    gone: Rows = [
        (outcome.run, day, fingerprint, run)
        for fingerprint, (run, register) in known.items()
        if fingerprint not in seen and (register is None or register in outcome.covered)
    ]
    change(connection, REMARKS, ("closed_run", "closed_day"), ("fingerprint", "opened_run"), gone)
    other: Rows = [
        (*_last(one), one.fingerprint, known[one.fingerprint][0])
        for one in seen.values()
        if one.fingerprint in known and lasts[one.fingerprint] != _last(one)
    ]
    change(connection, REMARKS, ("owner", "value", "version"), ("fingerprint", "opened_run"), other)


def _last(seen: Seen) -> tuple[str | None, str, int]:
    """What is known of an open remark as it was last."""
    return seen.owner, seen.value, seen.version


def _holds(connection: Connection, outcome: Outcome) -> None:
    """A hold is known by its register, kind and file; one that a person accepted ends when its register is taken."""
    waiting = {_key(hold): hold for hold in open_holds(connection)}
    held = {_key(hold): hold for hold in outcome.holds}
    looked_at = {hold.register for hold in outcome.holds}
    over = [
        hold
        for key, hold in waiting.items()
        if (hold.accepted if key in held else _is_over(hold, outcome.released, looked_at))
    ]
    change(connection, HOLDS, ("released_run",), ("number",), [(outcome.run, hold.number) for hold in over])
    for key, hold in held.items():
        known = waiting.get(key)
        _hold(connection, outcome, hold, None if known is None or known.accepted else known)


def _is_over(hold: Hold, released: frozenset[str], looked_at: set[str]) -> bool:
    """What is not held any more: its register was taken, or was looked at again and held for something else."""
    return hold.register in released or (not hold.accepted and hold.register in looked_at)


def _key(hold: Hold) -> tuple[str, str, str]:
    return hold.register, hold.kind, hold.subject


def _hold(connection: Connection, outcome: Outcome, hold: Hold, known: Hold | None) -> None:
    """A reading that still waits keeps its number; how it looks now is appended when it looks otherwise."""
    number = known.number if known else _free_number(connection, hold.number)
    reading = (hold.digest, hold.reason, hold.was, hold.now, hold.limit)
    if known is None:
        row = (number, outcome.run, hold.register, hold.kind, hold.since.isoformat(), None, None, None, hold.subject)
        insert(connection, HOLDS, [row])
    elif reading == (known.digest, known.reason, known.was, known.now, known.limit):
        return
    insert(connection, HOLD_READINGS, [(number, outcome.run, *reading)])


def _free_number(connection: Connection, proposed: int) -> int:
    last = connection.execute(select(func.max(HOLDS.c.number))).scalar_one() or 0
    return max(proposed, last + 1)


def _issued(connection: Connection, outcome: Outcome) -> None:
    known = issued_ids(connection)
    insert(
        connection,
        ISSUED,
        [
            (register, key, outcome.run, code)
            for register, codes in outcome.issued.items()
            for key, code in codes.items()
            if key not in known.get(register, {})
        ],
    )


def _answers(connection: Connection, outcome: Outcome) -> None:
    known = present_answers(connection)
    gone: Rows = [(*key, answer) for key, answer in known.items() if outcome.answers.get(key) != answer]
    fresh: Rows = [(*key, answer) for key, answer in outcome.answers.items() if known.get(key) != answer]
    renew(connection, outcome.run, ANSWERS, ("register", "spelling"), [row[:2] for row in gone])
    insert(connection, ANSWERS, [(register, spelling, outcome.run, code, None) for register, spelling, code in fresh])


def _written(connection: Connection, outcome: Outcome) -> None:
    known = present_written(connection)
    gone: Rows = [key for key, one in known.items() if outcome.written.get(key) != one]
    renew(connection, outcome.run, WRITTEN, ("file", "tab"), gone)
    insert(
        connection,
        WRITTEN,
        [
            (*key, outcome.run, one.digest, one.run, one.moment.isoformat(), None)
            for key, one in outcome.written.items()
            if known.get(key) != one
        ],
    )


def _files(connection: Connection, outcome: Outcome) -> None:
    known = present_files(connection)
    gone: Rows = [(name,) for name, digest in known.items() if outcome.files.get(name) != digest]
    renew(connection, outcome.run, FILES, ("file",), gone)
    fresh = [(name, outcome.run, digest, None) for name, digest in outcome.files.items() if known.get(name) != digest]
    insert(connection, FILES, fresh)


def _replaced(connection: Connection, outcome: Outcome) -> None:
    known, now = (
        {(register, file): (one.digest, one.by) for register, files in whole.items() for file, one in files.items()}
        for whole in (replaced_files(connection), outcome.replaced)
    )
    gone: Rows = [key for key, one in known.items() if now.get(key) != one]
    renew(connection, outcome.run, REPLACED, ("register", "file"), gone)
    fresh = [(*key, outcome.run, *one, None) for key, one in now.items() if known.get(key) != one]
    insert(connection, REPLACED, fresh)


def _noticed(connection: Connection, outcome: Outcome) -> None:
    """What a person lets be is closed with the update that knows of it; what happens anew is noticed anew."""
    known = {one.name: let_be for one, let_be in open_notices(connection)}
    now = {one.name for one in outcome.noticed}
    over: Rows = [_place(name) for name, let_be in known.items() if let_be or name not in now]
    renew(connection, outcome.run, NOTICED, ("register", "id", "code", "field"), over)
    insert(
        connection,
        NOTICED,
        [
            (
                *_place(one.name), outcome.run, one.since.isoformat(), _told(one), one.key, one.source, *_OPEN, number,
            )
            for number, one in enumerate(outcome.noticed)
            if known.get(one.name, True)
        ],
    )  # fmt: skip


_OPEN = (None, None, None)
"""Nobody has accepted it, and no update has closed it."""


def _place(name: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    code, register, row_id, field = name
    return register, row_id, code, field


def _told(one: Noticed) -> str:
    return json.dumps(one.told, ensure_ascii=False)
