"""Reports as workbooks in a folder: each is written beside and moved in; one that changed under our hands is left."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from config.errors import WriteError
from reports.formats.xlsx import render
from reports.freshness import kept_fresh
from reports.report import Report, Stamp
from sync.backends.readers.file import read_file
from sync.files import move_in, remove_file, sha256_of, write_atomically, written_beside
from sync.plan import FilePlan, Stands
from sync.shelves.base import CHANGED_MEANWHILE, Put, Staged, as_part, throw_away
from validators.grid import Grid

KEPT_ASIDE = "Правленное вручную"
KIND = ".xlsx"

OnlyAnswers = Callable[[Sequence[Grid]], bool]
"""Whether nothing but answers was typed into a file, by its name and its tabs."""


class FolderShelf:
    """The folder of reports. It takes every report that no other shelf takes."""

    def __init__(
        self,
        folder: Path,
        only_answers: OnlyAnswers = lambda _grids: False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """`only_answers` tells files in which staff typed nothing but answers: these are read, not kept aside.

        `check` is asked right before a file is written and raises when this process may not write any more.
        """
        self._folder, self._check = folder, check
        self._only_answers = only_answers

    def place(self, report: Report) -> str:
        """One workbook for all tabs that name it."""
        return f"{report.workbook}{KIND}"

    def owns(self, name: str) -> bool:
        """Every name is one of a workbook here."""
        return name.endswith(KIND)

    def standing(self, names: Collection[str]) -> Mapping[str, Stands]:
        """The sha256 of the bytes of each workbook."""
        return {name: Stands(_digest(self._folder / name)) for name in names}

    def present(self, name: str) -> tuple[Grid, ...]:
        """The tabs of a workbook."""
        path = self._folder / name
        return read_file(path.name, path.read_bytes()).grids if path.is_file() else ()

    def stage(self, files: Sequence[FilePlan], stamp: Stamp) -> Mapping[str, Staged]:
        """Each workbook is written through beside its place: no room for one, and none is replaced."""
        ready: dict[str, Staged] = {}
        try:
            for file in files:
                ready[file.name] = self._staged(file, stamp)
        except BaseException:
            throw_away(ready)
            raise
        return ready

    def put(self, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> Mapping[str, Put]:
        """Each workbook by itself; one that can't be replaced is left, and the others go on."""
        return {file.name: self._put(file, staged[file.name]) for file in files}

    def remove(self, files: Sequence[FilePlan]) -> tuple[str, ...]:
        """Unlinks the workbooks."""
        for file in files:
            self._check()
            path = self._folder / file.name
            typed = _digest(path) not in {None, file.written}
            if typed and not self._only_answers(self.present(file.name)):
                keep_aside(self._folder, path.name, path.read_bytes())
            remove_file(path)
        return tuple(file.name for file in files)

    def _staged(self, file: FilePlan, stamp: Stamp) -> Staged:
        path = self._folder / file.name
        data = render([kept_fresh(tab.report, tab.stamp or stamp) for tab in file.tabs])
        digest = hashlib.sha256(data).hexdigest()
        return Staged(digest, stamp.run, None if digest == file.seen else written_beside(path, data))

    def _put(self, file: FilePlan, staged: Staged) -> Put:
        path = self._folder / file.name
        known = file.written is not None
        aside = file.is_foreign and not (known and self._only_answers(self.present(file.name)))
        now = _digest(path)
        if now != file.seen:
            return Put(None, CHANGED_MEANWHILE)
        if aside:
            self._check()
            keep_aside(self._folder, path.name, path.read_bytes())
        try:
            if staged.at is not None:
                self._check()
                move_in(staged.at, path)
        except WriteError as error:
            if _digest(path) != staged.digest:  # it may have been replaced before the trouble
                return Put(None, as_part(error))
        return Put(staged.digest)


def keep_aside(reports: Path, name: str, data: bytes) -> None:
    """Keeps what somebody typed into a report, under a name that tells one content from another."""
    folder = reports / KEPT_ASIDE
    folder.mkdir(parents=True, exist_ok=True)
    stem, _, suffix = name.rpartition(".")
    write_atomically(folder / f"{stem} ({hashlib.sha256(data).hexdigest()[:8]}).{suffix}", data)


def _digest(path: Path) -> str | None:
    return sha256_of(path) if path.is_file() else None
