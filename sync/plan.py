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
class FilePlan:
    """A report file as it should be. `seen` is the sha256 on the disk when the plan was made, None when absent."""

    name: str
    tabs: tuple[TabPlan, ...]
    seen: str | None
    written: str | None

    @property
    def is_due(self) -> bool:
        """The file must be written: a tab changed, or the file on the disk is not what the service wrote."""
        return any(tab.stamp is None for tab in self.tabs) or self.seen is None or self.seen != self.written

    @property
    def is_foreign(self) -> bool:
        """Somebody changed the file by hand since the service wrote it."""
        return self.seen is not None and self.seen != self.written


@dataclass(frozen=True)
class Plan:
    """What an update would do. `gone` are files of ours that no report makes any more."""

    files: tuple[FilePlan, ...]
    gone: tuple[str, ...]
    dangers: tuple[Hold, ...]

    @property
    def due(self) -> tuple[FilePlan, ...]:
        """The files that must be written."""
        return tuple(file for file in self.files if file.is_due)

    @property
    def checksum(self) -> str:
        """Changes when anything that would be written changes."""
        parts = [f"{file.name}|{tab.report.tab}|{tab.digest}" for file in self.due for tab in file.tabs]
        parts += [f"-{name}" for name in self.gone]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def make_plan(
    reports: Sequence[Report], before: Before, on_disk: Mapping[str, str | None], dangers: Sequence[Hold]
) -> Plan:
    """Compares the reports with what stands. `on_disk` maps file names to the sha256 of their bytes."""
    by_file: dict[str, list[Report]] = {}
    for report in reports:
        by_file.setdefault(f"{report.workbook}.xlsx", []).append(report)
    files = []
    for name, tabs in by_file.items():
        planned = tuple(_tab(name, report, before) for report in tabs)
        known = {tab for file, tab in before.written if file == name}
        if known - {report.tab for report in tabs}:
            planned = tuple(TabPlan(one.report, one.digest, None) for one in planned[:1]) + planned[1:]
        files.append(FilePlan(name, planned, on_disk.get(name), before.files.get(name)))
    gone = tuple(sorted(name for name in before.files if name not in by_file and on_disk.get(name) is not None))
    return Plan(tuple(files), gone, tuple(dangers))


def _tab(name: str, report: Report, before: Before) -> TabPlan:
    digest = content_digest(report)
    written = before.written.get((name, report.tab))
    same = written is not None and written.digest == digest
    return TabPlan(report, digest, Stamp(written.run, written.moment) if written is not None and same else None)
