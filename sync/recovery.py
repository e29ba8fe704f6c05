"""After an update that was killed: what it had begun is looked at and finished or done anew; nothing is guessed."""

from collections.abc import Mapping
from dataclasses import replace

from sync.before import Before
from sync.desk import Desk
from sync.files import remove_orphans
from sync.periods import put_in_archive
from sync.plan import Stands
from sync.state.store import Store


def recovered(before: Before, standing: Mapping[str, Stands]) -> Before:
    """The memory with the reports that a killed update has put in place but did not live to record.

    A file that holds what was written down before it was replaced is ours; it is neither kept aside as somebody's work
    nor written once more. Any other is looked at as always: the old one is replaced, one that was edited is kept.
    """
    files, written = dict(before.files), dict(before.written)
    for one in before.intents:
        stands = standing.get(one.target, Stands()).digest
        if one.digest and stands == one.digest:
            files[one.target] = one.digest
            written = {(file, tab): bears for (file, tab), bears in written.items() if file != one.target}
            written |= {(one.target, tab): bears for tab, bears in one.tabs.items()}
    return replace(before, files=files, written=written)


def finish(desk: Desk, store: Store) -> None:
    """Throws away what killed processes left half-written, and puts closed periods into the archive once more.

    Doing it again changes nothing. Raises WriteError, StateError.
    """
    for folder in (desk.reports, desk.named_documents, desk.state.parent, desk.root / "exports"):
        if folder.is_dir():
            remove_orphans(folder, deep=True)
    begun = store.open_periods()
    for name, correction in begun:
        period = store.period(name, correction)
        if period is not None:
            put_in_archive(desk, period)
    if begun:
        store.end_periods(desk.moment)
