"""Contents of the history: bytes under the name that their own digest gives them, kept once."""

from sqlalchemy import Connection, select

from config.errors import StateError
from sync.state.codec import digest_of_encoded, pack, unpack
from sync.state.database import RESTORE, insert
from sync.state.tables import CONTENTS


def keep(connection: Connection, data: bytes) -> str:
    """The name under which the bytes are kept from now on."""
    digest = digest_of_encoded(data)
    if not is_kept(connection, digest):
        insert(connection, CONTENTS, [(digest, pack(data))])
    return digest


def is_kept(connection: Connection, digest: str) -> bool:
    """There are bytes of that name."""
    found = connection.execute(select(CONTENTS.c.digest).where(CONTENTS.c.digest == digest)).one_or_none()
    return found is not None


def content(connection: Connection, digest: str) -> bytes:
    """The bytes of that name. Raises StateError when they are not there or not what the name says."""
    packed = connection.execute(select(CONTENTS.c.data).where(CONTENTS.c.digest == digest)).scalar_one_or_none()
    try:
        data = unpack(packed) if packed is not None else b""
    except ValueError:
        data = b""
    if digest_of_encoded(data) != digest:
        raise StateError("В истории повреждено прежнее чтение реестра.", advice=RESTORE)
    return data
