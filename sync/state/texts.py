"""Texts of the history that may tell of a person: digests of his cells, answers about him, what staff wrote."""

import json

from sqlalchemy import Connection, Table, Text, delete, select, update

from sync.state.purge_tables import PURGED_ROWS, PURGES
from sync.state.purges import Purge
from sync.state.tables import ANSWERS, ISSUED, LEAVES, METADATA, NOTICED, PERIODS, REMARKS, ROW_VERSIONS
from validators.purging.marks import Marks

_APART = frozenset({ROW_VERSIONS.name, PERIODS.name, PURGES.name, PURGED_ROWS.name})
"""Tables with a chain of their own, and closed periods, which never change."""


def empty_remarks(connection: Connection, fingerprints: frozenset[str]) -> int:
    """Of remarks on his row nothing is kept of what its cells held, nor what staff wrote beside them."""
    touched = 0
    for table, values in ((REMARKS, {"value": ""}), (LEAVES, {"reason": "", "value": "", "taken": "[]"})):
        known = set(connection.execute(select(table.c.fingerprint)).scalars())
        for name in sorted(known & fingerprints):
            mine = table.c.fingerprint == name
            touched += connection.execute(update(table).where(mine).values(values)).rowcount
    return touched


def forget_code(connection: Connection, purge: Purge, run: int) -> int:
    """Keys by which his code was given, answers that led to it, what was noticed of his row."""
    gone = [
        connection.execute(delete(ISSUED).where(ISSUED.c.register == purge.register, ISSUED.c.code == purge.code)),
        connection.execute(delete(ANSWERS).where(ANSWERS.c.id == purge.code)),
    ]
    mine = NOTICED.c.register == purge.register, NOTICED.c.id == purge.code
    told = connection.execute(update(NOTICED).where(*mine).values(told="[]", natural=""))
    connection.execute(update(NOTICED).where(*mine, NOTICED.c.gone_run.is_(None)).values(gone_run=run))
    return sum(one.rowcount for one in (*gone, told))


def sweep_texts(connection: Connection, marks: Marks) -> int:
    """Puts the code in place of the person in every text of every table; gives how many rows held one.

    An answer whose question told of him is taken out: its words are its key.
    """
    spelt = [one for one in connection.execute(select(ANSWERS.c.spelling)).scalars() if marks.found(one)]
    touched = connection.execute(delete(ANSWERS).where(ANSWERS.c.spelling.in_(spelt))).rowcount if spelt else 0
    for table in METADATA.sorted_tables:
        if table.name not in _APART:
            touched += _sweep(connection, table, marks)
    return touched


def _sweep(connection: Connection, table: Table, marks: Marks) -> int:
    texts = [one for one in table.columns if isinstance(one.type, Text) and not one.primary_key]
    if not texts:
        return 0
    keys, touched = list(table.primary_key.columns), 0
    for row in connection.execute(select(*keys, *texts)).all():
        cells = dict(zip([one.name for one in texts], row[len(keys) :], strict=True))
        now = {name: _swept(cell, marks) for name, cell in cells.items() if isinstance(cell, str)}
        changed = {name: cell for name, cell in now.items() if cell != cells[name]}
        if changed:
            mine = [key == value for key, value in zip(keys, row, strict=False)]
            connection.execute(update(table).where(*mine).values(changed))
            touched += 1
    return touched


def _swept(text: str, marks: Marks) -> str:
    """JSON stays JSON: a code and a pattern without quotes can't break it, but letters may be written by numbers."""
    if "\\u" not in text:
        return marks.swept(text)
    try:
        plain = json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return marks.swept(text)
    now = marks.swept(plain)
    return text if now == plain else now
