"""Which files of the office folder are taken along, where they stand in the package, where they return to."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from config.apart import FOLDER as PRIVATE
from config.imports import FOLDER as IMPORTS
from sync.backends.entries import entries
from sync.backends.folder import KINDS
from sync.desk import Desk
from sync.files import ORPHAN_MARK

REGISTERS = "registers"
BOOKS = "registers/xlsx"
"""Where the staff's workbooks stand in the package."""
FROM_GOOGLE = "registers-google"
"""The folder of the office for workbooks that were built of spreadsheets in the browser."""
REPORTS, TEMPLATES, ISSUED = "reports", "templates", "exports"
OWN = "всё"
"""The folder inside `exports` for packages like this one: they are not packed into each other."""
FOLDERS = frozenset({REGISTERS, FROM_GOOGLE, IMPORTS, TEMPLATES, REPORTS, ISSUED, PRIVATE})
"""The folders of an office that a package may fill."""


class Taken(NamedTuple):
    """A file: where it lies now, its path in the package, its place in an office."""

    source: Path
    path: str
    place: str


def office_files(desk: Desk, *, names: bool) -> Iterator[Taken]:
    """The files to take along, in the order of folders and names. Without `names`, none that tells names apart."""
    for entry in _tables(desk.registers):
        yield Taken(entry.path, _in_package(f"{BOOKS}/{entry.name}"), f"{REGISTERS}/{entry.name}")
    yield from _all(desk.root / TEMPLATES, TEMPLATES)
    if names:
        for folder in (IMPORTS, PRIVATE):
            for entry in _tables(desk.root / folder):
                yield Taken(entry.path, _in_package(f"{folder}/{entry.name}"), f"{folder}/{entry.name}")
    reports = REPORTS if names else f"{REPORTS}/archive"
    yield from _all(desk.root / reports, reports)
    yield from (one for one in _all(desk.root / ISSUED, ISSUED) if not one.place.startswith(f"{ISSUED}/{OWN}/"))


def _tables(folder: Path) -> Iterator["_Entry"]:
    for entry in entries(folder, KINDS) if folder.is_dir() else ():
        if entry.refusal is None:
            yield _Entry(entry.path, entry.name)


class _Entry(NamedTuple):
    path: Path
    name: str


def _all(folder: Path, called: str) -> Iterator[Taken]:
    """Every file under the folder but hidden ones and those that are still being written; links are not followed."""
    found = []
    for top, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".") and not (Path(top) / one).is_symlink()]
        found += [Path(top) / one for one in files if not one.startswith((".", "~$")) and not one.endswith(ORPHAN_MARK)]
    for path in sorted(found, key=lambda one: one.relative_to(folder).as_posix()):
        if path.is_file() and not path.is_symlink():
            name = f"{called}/{path.relative_to(folder).as_posix()}"
            yield Taken(path, _in_package(name), name)


def _in_package(name: str) -> str:
    """A path as the specification of data packages allows it: without «..» and without names that begin with a dot."""
    return name.replace("..", ".%2E")
