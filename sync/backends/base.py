"""What a backend answers: which files there are, and what stands in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from config.errors import OfficeError
from validators.grid import Grid


class UnreachableError(OfficeError):
    """Реестры сейчас недоступны."""


@dataclass(frozen=True)
class FileRead:
    """One workbook as read.

    `name` is the path inside the registers, with forward slashes; `digest` the sha256 of the bytes, "" when they
    could not be read. `code` is F01…F05 when the file is refused, with a Russian `text` and `advice`, and `refused`
    names the cause for programs: password, truncated, damaged, html, xml, csv, xlsb, document, archive, too_large,
    empty, not_a_workbook, unreadable, encoding. `notes` are (code, text) for information; `addresses` — tab
    → its address in the browser, without a cell.
    """

    name: str
    digest: str
    grids: tuple[Grid, ...] = ()
    code: str | None = None
    text: str = ""
    advice: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    refused: str | None = None
    addresses: Mapping[str, str] = field(default_factory=dict)


Progress = Callable[[str], None]
"""Is told the name of the file that is about to be read."""


def unheard(_name: str) -> None:
    """The progress that nobody listens to."""


class Backend(Protocol):
    """Where the registers are kept. It only reads."""

    def fingerprints(self) -> Mapping[str, str]:
        """File → sha256 of its bytes, without parsing; a file that can't be read → "!" and the reason.

        Raises UnreachableError when the place itself is gone.
        """
        ...

    def read(self, progress: Progress = unheard) -> tuple[FileRead, ...]:
        """Every workbook, in the order of names; a refused one is a value too. Raises UnreachableError."""
        ...
