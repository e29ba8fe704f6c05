"""Files that could not be read: which registers they stop, and whose remark they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import product
from pathlib import PurePosixPath
from typing import Any

from config.cells.text import fold
from config.register import Register
from sync.backends.base import FileRead
from sync.sheets import Look
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.remark import Place, Remark, Severity
from validators.tabs import begins_with


@dataclass(frozen=True)
class Refusals:
    """`stops` — register → the file without which it would be smaller; `whose` — file → registers it seems to be of."""

    stops: Mapping[str, FileRead] = field(default_factory=dict)
    whose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def also(self, others: Mapping[str, FileRead]) -> "Refusals":
        """The same with files that are known to be of one register (or export) each."""
        return Refusals(self.stops, {**self.whose, **{file.name: (key,) for key, file in others.items()}})


def refusals(
    files: Sequence[FileRead], kept: Sequence[Register[Any]], tabs: Mapping[str, tuple[Grid, ...]], look: Look
) -> Refusals:
    """Whose the refused files are, as far as that can be known: by memory, by settings, by name, by their neighbours.

    A register that was accepted once is stopped only by a file that it was read from or is named after; before that by
    any file that may be a part of it, for nobody knows yet how large it is.
    """
    stops: dict[str, FileRead] = {}
    whose: dict[str, tuple[str, ...]] = {}
    read = {file.name for file in files if file.code is None}
    for file, register in product([file for file in files if file.code is not None], kept):
        if _is_over(file, register, read, look):
            continue
        certain = _is_certain(file, register, look)
        if not certain and not _is_likely(file, register, tabs.get(register.key, ()), look):
            continue
        whose[file.name] = (*whose.get(file.name, ()), register.key)
        if certain or register.key not in look.before.snapshots:
            stops.setdefault(register.key, file)
    return Refusals(stops, whose)


def _is_over(file: FileRead, register: Register[Any], read: set[str], look: Look) -> bool:
    """Its next sending was taken and is there: nobody needs it."""
    replaced = look.before.replaced.get(register.key, {}).get(file.name)
    return replaced is not None and replaced.by in read


def _is_certain(file: FileRead, register: Register[Any], look: Look) -> bool:
    """The last accepted reading was made of it, or the settings or its name say that it is the register's."""
    snapshot = look.before.snapshots.get(register.key)
    known = snapshot is not None and file.name in snapshot.files
    titled = register.marksheet is not None and begins_with(_stem(file), register.marksheet)
    named = titled or _stem(file) in _titles(register)
    return known or named or file.name in look.settings.keeping(register.key).source


def _is_likely(file: FileRead, register: Register[Any], tabs: Sequence[Grid], look: Look) -> bool:
    if any(fnmatchcase(file.name, mask) for mask in look.settings.keeping(register.key).source):
        return True
    if any(_stem(file).startswith(f"{title} ") for title in _titles(register)):
        return True
    return sum(_is_beside(PurePosixPath(file.name), PurePosixPath(grid.file)) for grid in tabs) > 1


def _is_beside(one: PurePosixPath, other: PurePosixPath) -> bool:
    """Both lie in one folder, or each in a folder of its own side by side."""
    same_depth = len(one.parts) == len(other.parts) > 1
    return one.parent == other.parent or (same_depth and one.parent.parent == other.parent.parent)


def _stem(file: FileRead) -> str:
    return fold(file.name.rpartition("/")[2].rpartition(".")[0])


def _titles(register: Register[Any]) -> set[str]:
    return {fold(title) for title in (register.workbook, register.tab, *register.former)}


def file_remarks(files: Sequence[FileRead], refused: Refusals) -> list[Remark]:
    """A remark for every file that could not be read, and the informations that the files gave."""
    remarks = []
    for file in files:
        place = Place(source=file.name, local_key=file.name)
        if file.code is not None:
            fault, keys = FAULTS[file.code], refused.whose.get(file.name, ())
            own = place._replace(register=keys[0] if len(keys) == 1 else None)
            remarks.append(
                Remark(file.code, fault.severity, own, file.text or fault.title, file.advice or fault.advice)
            )
        for code, text in file.notes:
            remarks.append(Remark(code, Severity.INFO, place, text, "Ничего делать не нужно."))
    return remarks
