"""The queues of Google's calls in a database of their own table, for programs on several machines: a row a queue.

The clock is the server's, the order is that of the rows' locks. A program that dies holds nothing: its transaction is
over before it begins to wait.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import ARRAY, Column, Connection, Double, MetaData, String, Table, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert

from sync.google.tickets import Line, Queue, kept, ticket

AHEAD = 15 * 60.0
"""Seconds: no queue is so long. A ticket farther ahead was given before the server's clock was set back."""

_OWN = MetaData()
"""Apart from the history: no office owns what all of them share."""
_TAKEN = Table(
    "google_calls",
    _OWN,
    Column("line", String, primary_key=True),
    Column("taken", ARRAY(Double), nullable=False),
)
_MAKING = 0x52504F51
"""The number of our advisory lock while the table is made: «RPOQ»."""
_CLOCK = extract("epoch", func.clock_timestamp())


def make_quota_table(connection: Connection) -> None:
    """The table, unless it is there; two who begin at once make it once."""
    connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
    _OWN.create_all(connection)


def book_in(connection: Connection, lines: Sequence[Line]) -> float:
    """A place in all the queues at once; in how many seconds its turn comes."""
    taken = _locked(connection, [line.name for line in lines])
    now = float(connection.execute(select(_CLOCK)).scalar_one())
    queues = [_believed(line, taken[line.name], now) for line in lines]
    at = ticket(now, *queues)
    for line, moments in queues:
        row = update(_TAKEN).where(_TAKEN.c.line == line.name)
        connection.execute(row.values(taken=kept(now, at, moments)))
    return at - now


def _locked(connection: Connection, names: Sequence[str]) -> Mapping[str, Sequence[float]]:
    """The rows, always locked in the same order; those of new accounts are made first."""
    query = select(_TAKEN.c.line, _TAKEN.c.taken).where(_TAKEN.c.line.in_(names)).order_by(_TAKEN.c.line)
    found = connection.execute(query.with_for_update()).all()
    if len(found) < len(names):
        new = insert(_TAKEN).on_conflict_do_nothing()
        connection.execute(new, [{"line": name, "taken": []} for name in sorted(names)])
        found = connection.execute(query.with_for_update()).all()
    return {row.line: row.taken for row in found}


def _believed(line: Line, taken: Sequence[float], now: float) -> Queue:
    """The queue as it is, or one as if a minute were spent: then nobody waits longer than for that."""
    if taken and taken[-1] > now + AHEAD:
        return line, [now] * line.size
    return line, taken
