"""Where a person is outside the history: cells that staff must clear, files of the service that it deletes itself."""

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from config.apart import FOLDER as PRIVATE
from config.imports import FOLDER as IMPORTS
from sync.backends.base import FileRead
from sync.backends.readers.file import read_file
from sync.desk import Desk
from sync.moving.office_files import ISSUED, OWN
from sync.paper_files import PAPERS
from sync.purging.whom import Person
from sync.restoring import FOLDER as RESTORED
from sync.shelves.folder import KEPT_ASIDE
from validators.grid import cell_name
from validators.purging.grids import is_code
from validators.purging.marks import is_among

_TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"})
_ZIPPED = frozenset({".docx", ".xlsx", ".ods", ".zip", ".pptx"})
_TEXTS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".html", ".htm", ".md", ".xml"})
_TAG = re.compile(r"<[^>]{0,2000}>")
_END = re.compile(r"</(?:w:p|si|text:p|a:p|t)>")
_MOST = 64 << 20


@dataclass(frozen=True)
class Places:
    """Where the person is.

    `cells` — for a person to clear; `mentions` — those of them that the next update would read again, for they stand
    in a register and not in his own row; `ours` — files that the service made and deletes; `theirs` — other files that
    tell of him; `unread` — files that nobody could look into.
    """

    cells: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    ours: tuple[Path, ...] = ()
    theirs: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def places_of(desk: Desk, person: Person, registers: Mapping[str, str]) -> Places:
    """Looks through the registers, wherever they are kept, and through the files of the office folder.

    `registers` — the name of a tab that is read as a register → the key of it.
    """
    mine = frozenset(source for source, key in registers.items() if key == person.register.key)
    own = list(_in_registers(desk, person, mine))
    cells = [*(told for told, _, _ in own), *_in_keys(desk.root / PRIVATE, person), *_in_imports(desk, person)]
    mentions = tuple(told for told, source, is_own in own if source in registers and not is_own)
    ours: list[Path] = []
    theirs: list[Path] = []
    unread: list[Path] = []
    for path in _files(desk):
        found = names_person(path, person)
        if found is None:
            unread.append(path)
        elif found:
            (ours if _is_ours(desk, path) else theirs).append(path)
    ours += [one for path in ours if (one := path.with_suffix(".pdf")).is_file() and path.suffix == ".docx"]
    unread = [one for one in unread if one not in ours]
    return Places(
        tuple(cells),
        tuple(mentions),
        tuple(dict.fromkeys(_whole(desk, one) for one in ours)),
        tuple(theirs),
        tuple(unread),
    )


_Cell = tuple[str, str, bool]
"""Where a row is in words, the name of its tab, whether it is the person's own."""


def _in_registers(desk: Desk, person: Person, mine: Collection[str]) -> Iterator[_Cell]:
    for file in desk.backend().read():
        yield from _cells(file, person, mine=mine)


def _in_imports(desk: Desk, person: Person) -> Iterator[str]:
    exports = desk.exports()
    for file in exports.read() if exports is not None else ():
        yield from (told for told, _, _ in _cells(file, person, f"{IMPORTS}/"))


def _in_keys(folder: Path, person: Person) -> Iterator[str]:
    """Key files: tables that stand in the folder itself."""
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in _TABLES and path.is_file():
            file = read_file(path.name, path.read_bytes())
            yield from (told for told, _, _ in _cells(file, person, f"{path.parent.name}/"))


def _cells(file: FileRead, person: Person, where: str = "", mine: Collection[str] = ()) -> Iterator[_Cell]:
    """`mine` are the tabs in which his code stands with his data, not as a reference to them."""
    if file.code is not None:
        yield f"файл «{where}{file.name}» не прочитан: проверьте его сами", file.name, True
    for grid in file.grids:
        for number, row in enumerate(grid.rows, 1):
            at = next((at for at, cell in enumerate(row) if is_code(cell, person.code)), None)
            more = sum(cell not in (None, "") for cell in row) > 1
            own = at is not None and more and grid.source in mine
            if own or is_among(person.marks, row):
                spot = next((at for at, cell in enumerate(row) if is_among(person.marks, (cell,))), 0)
                cell = cell_name(number, at if own and at is not None else spot)
                told = f"файл «{where}{file.name}», лист «{grid.tab}», строка {number} (ячейка {cell})"
                yield told, grid.source, own


def _files(desk: Desk) -> Iterator[Path]:
    """The files of the office that are no registers, no key files, no exports of other systems, no history."""
    papers, documents = desk.root / PRIVATE / PAPERS, desk.named_documents
    for folder in (desk.reports, papers, documents, desk.root / ISSUED, desk.templates):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                yield path


def _is_ours(desk: Desk, path: Path) -> bool:
    """The service made the file and nothing is lost with it: it is made anew, or was only a copy."""
    folders = (
        desk.reports / RESTORED,
        desk.root / PRIVATE / PAPERS,
        desk.named_documents,
        desk.root / ISSUED / OWN,
    )
    return any(path.is_relative_to(one) for one in folders)


def _whole(desk: Desk, path: Path) -> Path:
    """A package of everything goes as a whole: its folder, or its .zip."""
    packages = desk.root / ISSUED / OWN
    return packages / path.relative_to(packages).parts[0] if path.is_relative_to(packages) else path


def is_rewritten(desk: Desk, path: Path) -> bool:
    """A workbook of reports that the next update writes anew without him."""
    return path.parent == desk.reports and KEPT_ASIDE not in path.parts


def names_person(path: Path, person: Person) -> bool | None:
    """Whether the file tells of the person; None when nobody can look into it."""
    suffix = path.suffix.lower()
    if person.marks.found(path.stem):
        return True
    if suffix in _TABLES:
        file = read_file(path.name, path.read_bytes())
        if file.code is None:
            return any(is_among(person.marks, row) for grid in file.grids for row in grid.rows)
    if suffix in _ZIPPED:
        return _in_zip(path, person)
    if suffix in _TEXTS:
        return person.marks.found(path.read_bytes()[:_MOST].decode("utf-8", "replace"))
    return None if suffix == ".pdf" else False


def _in_zip(path: Path, person: Person) -> bool | None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [one for one in archive.infolist() if one.file_size <= _MOST and not one.is_dir()]
            texts = (archive.read(one).decode("utf-8", "replace") for one in parts)
            return any(person.marks.found(_plain(text)) for text in texts)
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return None


def _plain(text: str) -> str:
    return _TAG.sub("", _END.sub("\n", text))
