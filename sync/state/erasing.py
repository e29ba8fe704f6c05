"""Destroying a person's data in the history: contents rewritten, versions of his row emptied, texts swept; one act."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select, update

from sync.state.codec import digest_of_encoded, pack, read_json, write_json
from sync.state.contents import content
from sync.state.database import insert
from sync.state.delta import leaning
from sync.state.purge_tables import PURGED_ROWS
from sync.state.purges import Purge, add_purge
from sync.state.rows import append_versions, hash_of, purged_rows, standing_rows
from sync.state.tables import CONTENTS, PERIODS, ROW_VERSIONS, RUNS, SNAPSHOTS
from sync.state.texts import empty_remarks, forget_code, sweep_texts
from validators.purging.marks import Marks
from validators.versions.rows import Version

EMPTY = "{}"
READINGS, VERSIONS, TEXTS = "чтения реестров", "версии строк", "записи о замечаниях и ответах"

Rewrite = Callable[[str, bytes], bytes]
"""Register and an encoded reading → the reading without the person."""


@dataclass(frozen=True)
class Erasure:
    """Whom to destroy: his tombstone in the making, his marks, how a reading goes without him.

    `rewrite` keeps of his row what was counted, `strip` only the code, which is no row any more.
    """

    purge: Purge
    marks: Marks
    rewrite: Rewrite
    strip: Rewrite
    fingerprints: frozenset[str] = frozenset()


def erase(connection: Connection, erasure: Erasure) -> Purge:
    """Does all of it and gives the tombstone. The caller's transaction makes it all or nothing."""
    run = connection.execute(select(func.max(RUNS.c.number))).scalar_one() or 0
    contents = _rewrite_contents(connection, erasure)
    rows = list(_empty_versions(connection, erasure))
    _end_stories(connection, erasure.purge, run)
    _drop_ids(connection, erasure.purge)
    texts = empty_remarks(connection, erasure.fingerprints) + forget_code(connection, erasure.purge, run)
    texts += sweep_texts(connection, erasure.marks)
    done = {READINGS: contents, VERSIONS: len(rows), TEXTS: texts, **erasure.purge.done}
    told = replace(erasure.purge, done={name: count for name, count in done.items() if count})
    known = purged_rows(connection)
    fresh = [one for one in rows if one[:2] not in known]
    for register, number, _, now in (one for one in rows if one[:2] in known):
        mine = PURGED_ROWS.c.register == register, PURGED_ROWS.c.number == number
        connection.execute(update(PURGED_ROWS).where(*mine).values(now=now))
    return add_purge(connection, told, run, fresh)


def _rewrite_contents(connection: Connection, erasure: Erasure) -> int:
    """Rewrites every reading that holds the person, and those that lean on one; gives how many held him.

    What was accepted last may have been read before, too: of that moment it keeps what was counted.
    """
    snapshots = connection.execute(select(SNAPSHOTS.c.run, SNAPSHOTS.c.register, SNAPSHOTS.c.digest)).all()
    newest = {register: (run, digest) for run, register, digest in sorted(snapshots)}
    whose = {digest: register for _, register, digest in sorted(snapshots)}
    renamed: dict[str, str] = {}
    last: dict[str, str] = {}
    for digest, register in whose.items():
        data = content(connection, digest)
        after = erasure.rewrite(register, data)
        if after != data:
            renamed[digest] = _put(connection, after)
        if newest[register][1] == digest and (bare := erasure.strip(register, data)) != data:
            last[register] = _put(connection, bare)
    _free_leaning(connection, renamed.keys())
    _rename(connection, renamed)
    for register, digest in last.items():
        mine = SNAPSHOTS.c.register == register, SNAPSHOTS.c.run == newest[register][0]
        connection.execute(update(SNAPSHOTS).where(*mine).values(digest=digest))
    gone = [digest for digest in renamed if digest not in renamed.values()]
    connection.execute(CONTENTS.delete().where(CONTENTS.c.digest.in_(gone)))
    return len(renamed)


def _put(connection: Connection, data: bytes) -> str:
    """Whole, leaning on nothing, unless the same is kept already; gives its digest."""
    digest = digest_of_encoded(data)
    known = connection.execute(select(CONTENTS.c.digest).where(CONTENTS.c.digest == digest)).one_or_none()
    if known is None:
        insert(connection, CONTENTS, [(digest, pack(data))])
    return digest


def _free_leaning(connection: Connection, gone: Iterable[str]) -> None:
    """What leans on a reading that goes, on however many between, is written out whole first."""
    lost = set(gone)
    stored = {digest: leaning(data) for digest, data in connection.execute(select(CONTENTS.c.digest, CONTENTS.c.data))}
    upon = {digest: below.base for digest, below in stored.items() if below is not None}
    for digest in upon:
        below = digest
        while below in upon and below not in lost:
            below = upon[below]
        if below in lost and digest not in lost:
            whole = pack(content(connection, digest))
            connection.execute(update(CONTENTS).where(CONTENTS.c.digest == digest).values(data=whole))


def _rename(connection: Connection, renamed: Mapping[str, str]) -> None:
    for old, new in renamed.items():
        connection.execute(update(SNAPSHOTS).where(SNAPSHOTS.c.digest == old).values(digest=new))
    for row in connection.execute(select(PERIODS.c.period, PERIODS.c.correction, PERIODS.c.digests)).all():
        digests = {key: renamed.get(one, one) for key, one in json.loads(row.digests).items()}
        mine = PERIODS.c.period == row.period, PERIODS.c.correction == row.correction
        text = json.dumps(digests, ensure_ascii=False, separators=(",", ":"))
        if text != row.digests:
            connection.execute(update(PERIODS).where(*mine).values(digests=text))


def _empty_versions(connection: Connection, erasure: Erasure) -> Iterable[tuple[str, int, str, str]]:
    """Empties the versions of the person's row, sweeps those of others; yields (register, number, before, now)."""
    purge, marks = erasure.purge, erasure.marks
    version = ROW_VERSIONS.c
    stories = set(
        connection.execute(
            select(version.story).where(version.register == purge.register, version.id == purge.code)
        ).scalars()
    )
    columns = (version.register, version.number, version.story, version.id, version.cells)
    for row in connection.execute(select(*columns).order_by(version.register, version.number)).all():
        mine = row.register == purge.register and row.story in stories
        now = EMPTY if mine and _is_his(row, purge.code, marks) else swept_cells(row.cells, marks)
        if now != row.cells:
            where = version.register == row.register, version.number == row.number
            connection.execute(update(ROW_VERSIONS).where(*where).values(cells=now))
            yield row.register, row.number, hash_of(row.cells), hash_of(now)


def _is_his(row: Any, code: str, marks: Marks) -> bool:  # Any: a row of the table
    """The row was his under another code, too, or while it had none; unless it was somebody else's then."""
    return row.id == code or str(row.id).startswith("?") or swept_cells(row.cells, marks) != row.cells


def swept_cells(cells: str, marks: Marks) -> str:
    """The cells of a version without the marks of the person; the same text when they have none."""
    known = read_json(cells)
    now = {key: _swept(cell, marks) for key, cell in known.items()}
    return cells if now == known else write_json(now)


def _swept(cell: Any, marks: Marks) -> Any:  # Any: what a cell holds
    if isinstance(cell, str):
        return marks.swept(cell)
    return marks.code if isinstance(cell, int | float) and marks.is_number_of(cell) else cell


def _end_stories(connection: Connection, purge: Purge, run: int) -> None:
    """His rows are in the register no more, as far as the history goes."""
    ended = [
        Version(row.story, row.id, row.source, {}, gone=True)
        for row in standing_rows(connection, purge.register)
        if row.id == purge.code
    ]
    append_versions(connection, purge.register, (run, purge.day), ended)


def _drop_ids(connection: Connection, purge: Purge) -> None:
    """The code is none of the last reading, so that nobody misses the row."""
    query = select(SNAPSHOTS.c.run, SNAPSHOTS.c.ids).where(SNAPSHOTS.c.register == purge.register)
    last = connection.execute(query.order_by(SNAPSHOTS.c.run.desc()).limit(1)).one_or_none()
    if last is None:
        return
    ids = json.loads(content(connection, last.ids))
    left = json.dumps([one for one in ids if one != purge.code], ensure_ascii=False).encode()
    mine = SNAPSHOTS.c.register == purge.register, SNAPSHOTS.c.run == last.run
    connection.execute(update(SNAPSHOTS).where(*mine).values(ids=_put(connection, left)))
