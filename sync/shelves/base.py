"""What a shelf answers: which reports stand on it, what stands there now, and how it is replaced."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from config.errors import OfficeError
from reports.report import Report, Stamp
from reports.sheet import Sheet
from sync.files import discard
from sync.plan import FilePlan, Stands
from validators.grid import Grid

CHANGED_MEANWHILE = "файл изменился во время обновления, он будет записан в следующий раз"


@dataclass(frozen=True)
class Staged:
    """A file made ready to be put by an update: the digest of what it will hold, and what the shelf needs to put it.

    `at` is where its bytes lie meanwhile, None when they stand in their place already; `sheets` are its tabs.
    """

    digest: str
    run: int
    at: Path | None = None
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Put:
    """What became of a file that was to be written: the digest of what it holds now, or why it was left as it is."""

    digest: str | None
    left: str = ""


class Shelf(Protocol):
    """One place of reports. A file is what is replaced as a whole: a workbook of the folder, a tab in Google."""

    def place(self, report: Report) -> str | None:
        """The file in which the report stands; None when it stands on another shelf."""
        ...

    def owns(self, name: str) -> bool:
        """The file is, or was, one of this shelf."""
        ...

    def standing(self, names: Collection[str]) -> Mapping[str, Stands]:
        """What stands under each of these names."""
        ...

    def present(self, name: str) -> tuple[Grid, ...]:
        """The tabs of a file as they stand now; none when it is absent or can't be read."""
        ...

    def stage(self, files: Sequence[FilePlan], stamp: Stamp) -> Mapping[str, Staged]:
        """Makes the files ready, while the old ones stand. Raises WriteError when there is no room for them."""
        ...

    def put(self, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> Mapping[str, Put]:
        """Replaces the files, each wholly or not at all. What a person typed into them is kept aside first."""
        ...

    def remove(self, files: Sequence[FilePlan]) -> tuple[str, ...]:
        """Takes away files of ours that no report makes any more; the names of those that are gone now.

        What a person typed into them is kept aside first.
        """
        ...


def throw_away(staged: Mapping[str, Staged]) -> None:
    """Removes what was made ready and not put."""
    for one in staged.values():
        if one.at is not None:
            discard(one.at)


def as_part(error: OfficeError) -> str:
    """The trouble as a part of a line: no full stop, no capital."""
    text = f"{error.sentence} {error.advice}".strip().rstrip(".")
    return text[:1].lower() + text[1:]
