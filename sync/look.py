"""One look at an office: reads its files and what is remembered, writes nothing."""

from sync import keys
from sync.answers import with_answers
from sync.before import Before
from sync.desk import Desk
from sync.intake import placed
from sync.pipeline import Survey, survey
from sync.progress import reading
from sync.sheets import Look
from sync.state.codec import digest_of
from sync.state.store import Store


def look_once(desk: Desk, *, quiet: bool) -> Survey:
    """A survey of the office as it stands, with the memory of earlier updates if there is any."""
    with Store.open(desk.history, read_only=True) as store:
        return look_with(desk, store, with_answers(desk.shelves, store.before(desk.today)), quiet=quiet)


def look_with(desk: Desk, store: Store, before: Before, *, quiet: bool) -> Survey:
    """The same with an open store."""
    with reading(quiet=quiet) as step:
        files = desk.backend().read(step)
        exports = desk.exports()
        far = tuple(map(placed, exports.read(step))) if exports is not None else ()
        names = desk.private()
        private = tuple(map(keys.placed, names.read(step))) if names is not None else ()
    look = Look(desk.settings, desk.today, before, store.grids, digest_of)
    return survey(files, look, far, private)
