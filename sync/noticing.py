"""What is remembered of single rows: noticed now, noticed earlier and still so, or forgotten because it is mended."""

from collections.abc import Iterator, Mapping

from sync.reading import Reading
from sync.sheets import Look
from validators.drift.noticed import VANISHED, Noticed
from validators.drift.notices import is_open, notices, puts_right
from validators.office import Standing


def noticed(readings: Mapping[str, Reading], look: Look) -> tuple[Noticed, ...]:
    """All that must be said of single rows after this reading, what was noticed first in front."""
    return tuple(one for key, reading in readings.items() for one in _of_register(key, reading, look))


def _of_register(key: str, reading: Reading, look: Look) -> Iterator[Noticed]:
    known = [one for one in look.before.noticed if one.register == key]
    drift = reading.drift
    if reading.account.standing is Standing.NOT_KEPT or (known and reading.table is None):
        return
    if drift is None:
        yield from known
        return
    still = [one for one in known if is_open(one, drift.now) and not _is_let_go(one, reading)]
    mended = [one for one in known if one not in still]
    names = {one.name for one in still}
    yield from still
    for one in notices(drift, look.today, reading.let_go):
        if one.name not in names and not any(puts_right(one, before) for before in mended):
            names.add(one.name)  # two rows may have borne one code
            yield one


def _is_let_go(one: Noticed, reading: Reading) -> bool:
    """A person has accepted what the file lost: what it lost in the days before was counted with it."""
    return one.code == VANISHED and one.source.partition("#")[0] in reading.let_go.lost
