"""The history → `Before`: what the pure pipeline is told of earlier updates."""

import json
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, select

from sync.before import Before, Hold, Opened, Replaced, Snapshot, Written
from sync.state.contents import content
from sync.state.intents import heard_before, open_intents
from sync.state.past import remember_past
from sync.state.periods import closed_periods, last_known_run
from sync.state.purges import last_purge_run, purged_codes
from sync.state.tables import (
    ANSWERS,
    FILES,
    HOLD_READINGS,
    HOLDS,
    ISSUED,
    LEAVES,
    NOTICED,
    PARTS,
    REMARKS,
    REPLACED,
    RUNS,
    SNAPSHOTS,
    WRITTEN,
)
from sync.state.wishes import wishes_of
from validators.drift.noticed import Noticed
from validators.leave import Leave
from validators.parts import Part


def remember(connection: Connection, today: date) -> Before:
    """Everything that is remembered, with the past as it looked before `today`.

    `last_key` is empty after a person has accepted something, closed a period, destroyed data or got a wish done, and
    after an update that was killed: the next one must not be quiet.
    """
    last = connection.execute(select(RUNS.c.number, RUNS.c.key).order_by(RUNS.c.number.desc()).limit(1)).one_or_none()
    holds = open_holds(connection)
    known, intents = open_notices(connection), open_intents(connection)
    settled = any(hold.accepted for hold in holds) or any(let_be for _, let_be in known)
    wishes = wishes_of(connection)
    settled = settled or bool(intents) or any(one.settled and one.shown is None for one in wishes)
    if last is not None:
        settled = settled or last.number in (last_known_run(connection), last_purge_run(connection))
    return Before(
        snapshots=latest_snapshots(connection),
        opened=opened_remarks(connection),
        holds=holds,
        issued=issued_ids(connection),
        answers=present_answers(connection),
        first=first_days(connection),
        leaves=present_leaves(connection),
        written=present_written(connection),
        files=present_files(connection),
        replaced=replaced_files(connection),
        parts=parts_of_region(connection),
        noticed=tuple(one for one, let_be in known if not let_be),
        closed=closed_periods(connection),
        purged=purged_codes(connection),
        intents=intents,
        begun=heard_before(connection),
        wishes=wishes,
        past=remember_past(connection, today),
        last_run=last.number if last else 0,
        last_hold=connection.execute(select(func.max(HOLDS.c.number))).scalar_one() or 0,
        last_key=last.key if last and not settled else "",
    )


def open_holds(connection: Connection) -> tuple[Hold, ...]:
    """The readings that wait, as they were seen last, in the order of their numbers."""
    latest = select(HOLD_READINGS.c.number, func.max(HOLD_READINGS.c.run).label("run")).group_by(HOLD_READINGS.c.number)
    newest = latest.subquery()
    query = (
        select(
            HOLDS,
            HOLD_READINGS.c.digest,
            HOLD_READINGS.c.reason,
            HOLD_READINGS.c.was,
            HOLD_READINGS.c.now,
            HOLD_READINGS.c.most,
        )
        .join(newest, newest.c.number == HOLDS.c.number)
        .join(HOLD_READINGS, and_(HOLD_READINGS.c.number == newest.c.number, HOLD_READINGS.c.run == newest.c.run))
        .where(HOLDS.c.released_run.is_(None))
        .order_by(HOLDS.c.number)
    )
    return tuple(
        Hold(
            number=row.number,
            register=row.register,
            kind=row.kind,
            digest=row.digest,
            reason=row.reason,
            since=date.fromisoformat(row.since),
            accepted=row.accepted_at is not None,
            was=row.was,
            now=row.now,
            limit=row.most,
            subject=row.subject,
        )
        for row in connection.execute(query)
    )


def present_answers(connection: Connection) -> dict[tuple[str, str], str]:
    """(register, folded spelling) → id, as the last update knew."""
    query = select(ANSWERS.c.register, ANSWERS.c.spelling, ANSWERS.c.id).where(ANSWERS.c.gone_run.is_(None))
    return {(register, spelling): known for register, spelling, known in connection.execute(query)}


def present_written(connection: Connection) -> dict[tuple[str, str], Written]:
    """(file, tab) → what it bears."""
    columns = (WRITTEN.c.file, WRITTEN.c.tab, WRITTEN.c.digest, WRITTEN.c.stamp_run, WRITTEN.c.stamp_moment)
    query = select(*columns).where(WRITTEN.c.gone_run.is_(None))
    return {
        (file, tab): Written(digest, run, datetime.fromisoformat(moment))
        for file, tab, digest, run, moment in connection.execute(query)
    }


def present_files(connection: Connection) -> dict[str, str]:
    """File → sha256 of what the service wrote."""
    query = select(FILES.c.file, FILES.c.sha256).where(FILES.c.gone_run.is_(None))
    return dict(connection.execute(query).all())


def replaced_files(connection: Connection) -> dict[str, dict[str, Replaced]]:
    """Register → file → what took its place."""
    columns = (REPLACED.c.register, REPLACED.c.file, REPLACED.c.digest, REPLACED.c.taken)
    found: dict[str, dict[str, Replaced]] = {}
    for register, file, digest, by in connection.execute(select(*columns).where(REPLACED.c.gone_run.is_(None))):
        found.setdefault(register, {})[file] = Replaced(digest, by)
    return found


def parts_of_region(connection: Connection) -> tuple[Part, ...]:
    """The parts of the region that got codes, in the order of their numbers."""
    query = select(PARTS.c.name, PARTS.c.first, PARTS.c.last).order_by(PARTS.c.first)
    return tuple(Part(name, first, last) for name, first, last in connection.execute(query))


def open_notices(connection: Connection) -> tuple[tuple[Noticed, bool], ...]:
    """What was noticed and not mended, in the order in which it was; and whether a person lets it be."""
    query = select(NOTICED).where(NOTICED.c.gone_run.is_(None)).order_by(*_IN_ORDER)
    return tuple(
        (
            Noticed(
                code=row.code,
                register=row.register,
                id=row.id,
                field=row.field,
                since=date.fromisoformat(row.since),
                told=tuple((heading, words) for heading, words in json.loads(row.told)),
                key=row.natural,
                source=row.source,
            ),
            row.accepted_at is not None,
        )
        for row in connection.execute(query)
    )


_IN_ORDER = (NOTICED.c.run, NOTICED.c.number, *NOTICED.primary_key)


def latest_snapshots(connection: Connection) -> dict[str, Snapshot]:
    """Register → its last good reading."""
    newest = (
        select(SNAPSHOTS.c.register, func.max(SNAPSHOTS.c.run).label("run")).group_by(SNAPSHOTS.c.register).subquery()
    )
    same = and_(newest.c.register == SNAPSHOTS.c.register, newest.c.run == SNAPSHOTS.c.run)
    return {
        row.register: Snapshot(
            register=row.register,
            digest=row.digest,
            ids=frozenset(json.loads(content(connection, row.ids))),
            day=date.fromisoformat(row.day),
            files=tuple(json.loads(row.files)),
        )
        for row in connection.execute(select(SNAPSHOTS).join(newest, same)).all()
    }


def opened_remarks(connection: Connection) -> dict[str, Opened]:
    """Fingerprint → since when it is open."""
    known = REMARKS.c
    columns = (known.fingerprint, known.opened_day, known.old, known.register, known.value, known.version)
    query = select(*columns).where(known.closed_run.is_(None))
    return {
        name: Opened(date.fromisoformat(day), bool(old), *rest) for name, day, old, *rest in connection.execute(query)
    }


def first_days(connection: Connection) -> dict[str, date]:
    """Fingerprint → the day when it was opened first, of the remarks that were closed at least once."""
    query = (
        select(REMARKS.c.fingerprint, func.min(REMARKS.c.opened_day))
        .where(REMARKS.c.closed_run.is_not(None))
        .group_by(REMARKS.c.fingerprint)
    )
    return {name: date.fromisoformat(day) for name, day in connection.execute(query)}


def present_leaves(connection: Connection) -> dict[str, Leave]:
    """Fingerprint → what staff wrote beside the remark."""
    return {
        row.fingerprint: Leave(
            row.reason,
            row.until,
            row.place,
            date.fromisoformat(row.since),
            row.number,
            row.value,
            bool(row.by_head),
            tuple(json.loads(row.taken)),
        )
        for row in connection.execute(select(LEAVES).where(LEAVES.c.gone_run.is_(None)))
    }


def issued_ids(connection: Connection) -> dict[str, dict[str, str]]:
    """Register → row key → id that the service gave."""
    issued: dict[str, dict[str, str]] = {}
    for register, key, code in connection.execute(select(ISSUED.c.register, ISSUED.c.key, ISSUED.c.code)):
        issued.setdefault(register, {})[key] = code
    return issued
