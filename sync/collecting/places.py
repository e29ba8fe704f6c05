"""Where packages lie: a folder of one, an archive, or a folder in which there are such at any depth."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.errors import OfficeError, UsageError
from reports.federal.writing.data import DATA
from reports.federal.writing.manifest import MANIFEST
from reports.federal.writing.package import WORKBOOK
from reports.federal.writing.summary import SUMMARY

_SIGNS = frozenset({MANIFEST, SUMMARY, DATA, WORKBOOK})
"""A folder with one of these files is a package, whole or not."""

_ARCHIVES = frozenset({".zip", ".rar", ".7z"})
"""What can't be opened is told of, too."""


class NothingToCollectError(OfficeError):
    """В указанных папках нет ни одного пакета для ФПО."""


@dataclass(frozen=True)
class Place:
    """Where a package lies. `name` is its path inside what was given: it tells no folder of the machine."""

    name: str
    path: Path = field(compare=False, repr=False)


def packages_in(given: Sequence[Path]) -> tuple[Place, ...]:
    """Every package, in the order of names. Raises UsageError for a path that is not there, else
    NothingToCollectError."""
    found: dict[Path, str] = {}
    for one in given:
        if not one.exists():
            raise UsageError(
                f"Нет ни папки, ни файла «{one}».", advice="Укажите папку, в которой лежат пакеты регионов."
            )
        for path in _below(one.resolve()):
            found.setdefault(path, _name(path, one.resolve(), alone=len(given) == 1))
    if not found:
        raise NothingToCollectError(advice="Пакет — это папка с файлом manifest.json или архив .zip из неё.")
    return tuple(Place(name, path) for path, name in sorted(found.items(), key=lambda item: (item[1], str(item[0]))))


def _name(path: Path, given: Path, *, alone: bool) -> str:
    if path == given:
        return path.name
    inside = path.relative_to(given).as_posix()
    return inside if alone else f"{given.name}/{inside}"


def _below(given: Path) -> Iterator[Path]:
    if given.is_file():
        yield given
        return
    for folder, folders, files in os.walk(given):
        if _SIGNS.intersection(files):
            folders.clear()
            yield Path(folder)
            continue
        folders.sort()
        yield from (Path(folder, one) for one in files if Path(one).suffix.lower() in _ARCHIVES)
