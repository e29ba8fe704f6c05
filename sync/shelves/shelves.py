"""All shelves of an office as one: each file is asked of the shelf that it belongs to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reports.report import Report, Stamp
from sync.plan import FilePlan, Stands
from sync.shelves.base import Put, Shelf, Staged, throw_away
from validators.grid import Grid


@dataclass(frozen=True)
class Shelves:
    """The shelves in the order in which they are offered a report; the last one takes every report."""

    shelves: tuple[Shelf, ...]

    def place(self, report: Report) -> str:
        """The file in which the report stands. Raises LookupError when no shelf takes it."""
        for shelf in self.shelves:
            name = shelf.place(report)
            if name is not None:
                return name
        raise LookupError(report.workbook)

    def standing(self, names: Collection[str]) -> dict[str, Stands]:
        """What stands under each of these names."""
        found: dict[str, Stands] = {}
        for shelf, own in self._by_shelf(names):
            found |= shelf.standing(own)
        return found

    def present(self, name: str) -> tuple[Grid, ...]:
        """The tabs of a file as they stand now."""
        return next((shelf.present(name) for shelf, _ in self._by_shelf([name])), ())

    def stage(self, files: Sequence[FilePlan], stamp: Stamp) -> dict[str, Staged]:
        """Makes the files ready, shelf by shelf. Raises WriteError."""
        by_name = {file.name: file for file in files}
        ready: dict[str, Staged] = {}
        try:
            for shelf, own in self._by_shelf(by_name):
                ready |= shelf.stage([by_name[name] for name in own], stamp)
        except BaseException:
            throw_away(ready)
            raise
        return ready

    def put(self, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> dict[str, Put]:
        """Replaces the files, shelf by shelf; what was not put is thrown away."""
        by_name = {file.name: file for file in files}
        done: dict[str, Put] = {}
        try:
            for shelf, own in self._by_shelf(by_name):
                done |= shelf.put([by_name[name] for name in own], staged)
        finally:
            throw_away(staged)
        return done

    def remove(self, files: Sequence[FilePlan]) -> tuple[str, ...]:
        """Takes away the files; the names of those that are gone now."""
        by_name = {file.name: file for file in files}
        asked = [(shelf, [by_name[name] for name in own]) for shelf, own in self._by_shelf(by_name)]
        return tuple(gone for shelf, own in asked for gone in shelf.remove(own))

    def _by_shelf(self, names: Collection[str]) -> list[tuple[Shelf, list[str]]]:
        own: list[tuple[Shelf, list[str]]] = [(shelf, []) for shelf in self.shelves]
        for name in names:
            mine = next((files for shelf, files in own if shelf.owns(name)), None)
            if mine is not None:
                mine.append(name)
        return [(shelf, files) for shelf, files in own if files]
