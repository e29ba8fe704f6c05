"""What was read, by its digest: kept once, and told by what it changes in the reading accepted before it."""

from sqlalchemy import Connection, select

from config.errors import DamagedStateError
from sync.state.codec import digest_of_encoded, encode, pack, unpack
from sync.state.database import RESTORE, insert
from sync.state.delta import DEEPEST, leaning, pack_upon, unpack_upon
from sync.state.outcome import Accepted
from sync.state.tables import CONTENTS, SNAPSHOTS


def keep_reading(connection: Connection, one: Accepted) -> None:
    """Keeps what was read of a register, unless the same is kept already."""
    if _is_there(connection, one.digest):
        return
    data = encode(one.grids)
    last = last_digest(connection, one.register)
    packed = pack(data) if last is None else _upon(connection, data, last)
    insert(connection, CONTENTS, [(one.digest, packed)])


def last_digest(connection: Connection, register: str) -> str | None:
    """The digest of the reading of a register that was accepted last; None before the first."""
    query = select(SNAPSHOTS.c.digest).where(SNAPSHOTS.c.register == register)
    return connection.execute(query.order_by(SNAPSHOTS.c.run.desc()).limit(1)).scalar_one_or_none()


def _upon(connection: Connection, data: bytes, last: str) -> bytes:
    return pack_upon(data, content(connection, last), last, _depth(connection, last))


def keep_bytes(connection: Connection, data: bytes) -> str:
    """Keeps any bytes and gives their digest."""
    digest = digest_of_encoded(data)
    if not _is_there(connection, digest):
        insert(connection, CONTENTS, [(digest, pack(data))])
    return digest


def content(connection: Connection, digest: str) -> bytes:
    """The bytes of that name. Raises StateError when they are not there or not what the name says."""
    try:
        data = _whole(connection, digest)
    except ValueError:
        data = b""
    if digest_of_encoded(data) != digest:
        raise DamagedStateError("В истории повреждено прежнее чтение реестра.", advice=RESTORE)
    return data


def check_contents(connection: Connection) -> None:
    """Raises DamagedStateError when some content is not what its name says."""
    wholes: dict[str, bytes] = {}
    for digest, stored in connection.execute(select(CONTENTS.c.digest, CONTENTS.c.data)):
        below = leaning(stored)
        try:
            base = None if below is None else wholes.get(below.base) or content(connection, below.base)
            data = unpack(stored) if below is None or base is None else unpack_upon(below.change, base)
        except ValueError:
            data = b""
        if digest_of_encoded(data) != digest:
            raise DamagedStateError("В истории повреждено прежнее чтение реестра.", advice=RESTORE)
        wholes[digest] = data
        if len(wholes) > _AT_HAND:
            del wholes[next(iter(wholes))]


_AT_HAND = 40
"""Contents that are kept unpacked: the next reading of a register leans on one of them."""


def _depth(connection: Connection, digest: str) -> int:
    """How many readings the one of that name leans on."""
    below = leaning(_stored(connection, digest))
    return 0 if below is None else below.depth


def _whole(connection: Connection, digest: str) -> bytes:
    """Raises ValueError when something is damaged. A reading leans on an earlier one, never on itself."""
    changes: list[bytes] = []
    stored = _stored(connection, digest)
    while (below := leaning(stored)) is not None:
        if len(changes) > DEEPEST:
            raise ValueError(digest)
        changes.append(below.change)
        stored = _stored(connection, below.base)
    data = unpack(stored)
    for change in reversed(changes):
        data = unpack_upon(change, data)
    return data


def _stored(connection: Connection, digest: str) -> bytes:
    found: bytes | None = connection.execute(
        select(CONTENTS.c.data).where(CONTENTS.c.digest == digest)
    ).scalar_one_or_none()
    return found or b""


def _is_there(connection: Connection, digest: str) -> bool:
    return connection.execute(select(CONTENTS.c.digest).where(CONTENTS.c.digest == digest)).one_or_none() is not None
