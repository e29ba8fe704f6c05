"""Plan → shelves: what is due is replaced; what could not be, or changed under our hands, is left and named."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.report import Stamp
from sync.before import Written
from sync.plan import FilePlan, Plan
from sync.shelves.base import Put
from sync.shelves.shelves import Shelves


@dataclass(frozen=True)
class Applied:
    """What was written: files with their digests, tabs with what they bear, and files that were left, with the why."""

    files: Mapping[str, str]
    tabs: Mapping[tuple[str, str], Written]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: Mapping[str, str]


def apply(plan: Plan, shelves: Shelves, stamp: Stamp) -> Applied:
    """Writes what is due and takes away what is not made any more."""
    done = shelves.put(plan.due, stamp)
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


def _as_it_stands(file: FilePlan) -> Put:
    return Put(None, file.stands.blocked) if file.stands.blocked else Put(file.seen)


def _written(digest: str, stamp: Stamp) -> Written:
    return Written(digest, stamp.run, stamp.moment)
