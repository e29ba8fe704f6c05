"""What killed processes have begun in an office is brought to its end, before anything else is done in it."""

from config.apart import FOLDER as PRIVATE
from sync.desk import Desk
from sync.files import remove_orphans
from sync.state.store import Store


def finish(desk: Desk, store: Store) -> None:
    """Throws away what killed processes left half-written, and puts closed periods into the archive once more.

    Doing it again changes nothing. Raises WriteError, StateError.
    """
    for folder in (desk.reports, desk.root / PRIVATE, desk.state.parent, desk.root / "exports"):
        if folder.is_dir():
            remove_orphans(folder, deep=True)
    begun = store.open_periods()
    if begun:
        from sync.periods import put_in_archive

        for name, correction in begun:
            period = store.period(name, correction)
            if period is not None:
                put_in_archive(desk, period)
        store.end_periods(desk.moment)
