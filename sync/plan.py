"""Current × desired → Plan: which report files change, which dangers wait for a person, under one checksum."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.layout import content_digest
from reports.report import Report, Stamp
from sync.before import Before, Hold


@dataclass(frozen=True)
class TabPlan:
    """A tab as it should be. `stamp` is the old one when the content did not change, None when it is stamped anew."""

    report: Report
    digest: str
    stamp: Stamp | None


@dataclass(frozen=True)
class Stands:
    """What stands under a name: the digest of its content, None when nothing does.

    `blocked` says, in Russian, why that can't be known now: such a file is left as it is.
    """

    digest: str | None = None
    blocked: str = ""


@dataclass(frozen=True)
class FilePlan:
    """A report file as it should be, what stands in its place, and the digest that the service wrote last."""

    name: str
    tabs: tuple[TabPlan, ...]
    stands: Stands
    written: str | None

    @property
    def seen(self) -> str | None:
        """The digest of what stood when the plan was made, None when it was absent."""
        return self.stands.digest

    @property
    def is_due(self) -> bool:
        """The file must be written: a tab changed, or what stands is not what the service wrote."""
        if self.stands.blocked:
            return False
        return any(tab.stamp is None for tab in self.tabs) or self.seen is None or self.seen != self.written

    @property
    def is_foreign(self) -> bool:
        """Somebody changed the file by hand since the service wrote it."""
        return self.seen is not None and self.seen != self.written


@dataclass(frozen=True)
class Plan:
    """What an update would do. `gone` are files of ours that no report makes any more; they have no tabs."""

    files: tuple[FilePlan, ...]
    gone: tuple[FilePlan, ...]
    dangers: tuple[Hold, ...]

    @property
    def due(self) -> tuple[FilePlan, ...]:
        """The files that must be written."""
        return tuple(file for file in self.files if file.is_due)

    @property
    def checksum(self) -> str:
        """Changes when anything that would be written changes."""
        parts = [f"{file.name}|{tab.report.tab}|{tab.digest}" for file in self.due for tab in file.tabs]
        parts += [f"-{file.name}" for file in self.gone]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def make_plan(
    placed: Sequence[tuple[str, Report]], before: Before, standing: Mapping[str, Stands], dangers: Sequence[Hold]
) -> Plan:
    """Compares the reports, each with the file in which it is placed, with what stands under the names of files."""
    by_file: dict[str, list[Report]] = {}
    for name, report in placed:
        by_file.setdefault(name, []).append(report)
    files = []
    for name, tabs in by_file.items():
        planned = tuple(_tab(name, report, before) for report in tabs)
        known = {tab for file, tab in before.written if file == name}
        if known - {report.tab for report in tabs}:
            planned = tuple(TabPlan(one.report, one.digest, None) for one in planned[:1]) + planned[1:]
        files.append(FilePlan(name, planned, standing.get(name, Stands()), before.files.get(name)))
    left = sorted(name for name in before.files if name not in by_file)
    gone = (FilePlan(name, (), standing.get(name, Stands()), before.files[name]) for name in left)
    return Plan(tuple(files), tuple(file for file in gone if _may_go(file.stands)), tuple(dangers))


def _may_go(stands: Stands) -> bool:
    return stands.digest is not None and not stands.blocked


def _tab(name: str, report: Report, before: Before) -> TabPlan:
    digest = content_digest(report)
    written = before.written.get((name, report.tab))
    same = written is not None and written.digest == digest
    return TabPlan(report, digest, Stamp(written.run, written.moment) if written is not None and same else None)
