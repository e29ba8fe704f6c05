"""Plan → shelves: what is due is replaced; what could not be, or changed under our hands, is left and named."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.report import Stamp
from sync.before import Intent, Written
from sync.plan import FilePlan, Plan
from sync.shelves.base import Put, Staged, throw_away
from sync.shelves.shelves import Shelves


@dataclass(frozen=True)
class Applied:
    """What was written: files with their digests, tabs with what they bear, and files that were left, with the why."""

    files: Mapping[str, str]
    tabs: Mapping[tuple[str, str], Written]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: Mapping[str, str]


Journal = Callable[[Sequence[Intent]], object]
"""Where it is written down what is about to be replaced, before it is."""


def apply(plan: Plan, shelves: Shelves, stamp: Stamp, journal: Journal) -> Applied:
    """Writes what is due and takes away what is not made any more.

    In two phases: everything is made ready beside and written into the journal, then it is put in place. Raises
    WriteError, StateError in the first phase only, when all files are still the old ones.
    """
    staged = shelves.stage(plan.due, stamp)
    try:
        intents = (*(_intent(file, staged[file.name], stamp) for file in plan.due), *_removals(plan, stamp))
        if intents:
            journal(intents)
    except BaseException:
        throw_away(staged)
        raise
    done = shelves.put(plan.due, staged)
    results = {file.name: done.get(file.name) or _as_it_stands(file) for file in plan.files}
    tabs = {
        (file.name, tab.report.tab): _written(tab.digest, tab.stamp or stamp)
        for file in plan.files
        if results[file.name].digest is not None
        for tab in file.tabs
    }
    return Applied(
        files={file.name: results[file.name].digest or file.written or "" for file in plan.files},
        tabs=tabs,
        written=tuple(name for name, put in done.items() if put.digest is not None),
        removed=shelves.remove(plan.gone),
        left={name: put.left for name, put in results.items() if put.digest is None},
    )


def _intent(file: FilePlan, staged: Staged, stamp: Stamp) -> Intent:
    tabs = {tab.report.tab: _written(tab.digest, tab.stamp or stamp) for tab in file.tabs}
    return Intent(stamp.run, file.name, file.seen, staged.digest, tabs)


def _removals(plan: Plan, stamp: Stamp) -> Iterator[Intent]:
    yield from (Intent(stamp.run, file.name, file.seen, "") for file in plan.gone)


def _as_it_stands(file: FilePlan) -> Put:
    return Put(None, file.stands.blocked) if file.stands.blocked else Put(file.seen)


def _written(digest: str, stamp: Stamp) -> Written:
    return Written(digest, stamp.run, stamp.moment)
