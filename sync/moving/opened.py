"""A package that somebody brings, in a folder or a .zip: believed only when all of it is as it was written."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, Any

from config.errors import OfficeError, UsageError
from sync.moving.cells import lines_in, meant
from sync.moving.contents import LINES
from sync.moving.exporting import FORM, SETTINGS
from sync.moving.office_files import FOLDERS
from sync.moving.parcel import DESCRIPTOR, PLACE
from sync.moving.tables import path_of
from sync.state.migrations import check_version
from sync.state.purge_tables import PURGED_ROWS
from sync.state.rows import is_chain
from sync.state.tables import CONTENTS, ROW_VERSIONS

_CHUNK = 1 << 20
_UNREADABLE = (OSError, EOFError, zipfile.BadZipFile, zlib.error)
"""What a folder or a damaged .zip may answer."""
_FRESH = "Возьмите выгрузку заново: rpo export --all. Ничего не записано."
Resource = Mapping[str, Any]  # Any: whatever JSON holds
Cells = tuple[Any, ...]  # Any: what columns of the history hold


class DamagedError(OfficeError):
    """Выгрузка повреждена."""


class Opened:
    """An open package. Only files that its descriptor names are ever read."""

    def __init__(self, root: Path | zipfile.ZipFile, top: str = "") -> None:
        """Use `opened`."""
        self._root, self._top = root, top

    @cached_property
    def descriptor(self) -> Resource:
        """What the package says of itself. Raises DamagedError."""
        try:
            with self._file(DESCRIPTOR) as file:
                shape = json.load(file)
            _check_shape(shape)
        except (*_UNREADABLE, KeyError, TypeError, ValueError) as error:
            raise DamagedError(f"Файл {DESCRIPTOR} повреждён или это не выгрузка офиса.", advice=_FRESH) from error
        return dict(shape)

    @cached_property
    def digest(self) -> str:
        """The sha256 of the descriptor, which holds those of all other files."""
        with self._file(DESCRIPTOR) as file:
            return hashlib.sha256(file.read()).hexdigest()

    @cached_property
    def resources(self) -> Mapping[str, Resource]:
        """Path → what is said of the file."""
        return {one["path"]: one for one in self.descriptor["resources"]}

    @property
    def version(self) -> int:
        """How many steps of its growth the history had gone through."""
        return int(self.descriptor["rpo"]["state_version"])

    @contextmanager
    def reading(self, path: str) -> Iterator[IO[bytes]]:
        """A file of the package. Raises DamagedError when it is not there."""
        if path not in self.resources:
            raise DamagedError(f"В выгрузке нет файла «{path}».", advice=_FRESH)
        try:
            with self._file(path) as file:
                yield file
        except (*_UNREADABLE, KeyError) as error:
            raise DamagedError(f"В выгрузке нет файла «{path}», или он не читается.", advice=_FRESH) from error

    def rows(self, path: str) -> Iterator[Cells]:
        """The rows of a table, each cell by the type that the schema says. Raises DamagedError."""
        fields = self.resources[path]["schema"]["fields"]
        try:
            with self.reading(path) as file:
                lines = lines_in(file)
                next(lines)
                for line in lines:
                    yield tuple(meant(cell, field) for cell, field in zip(line, fields, strict=True))
        except (ValueError, KeyError, StopIteration) as error:
            raise DamagedError(f"Таблица «{path}» в выгрузке не читается.", advice=_FRESH) from error

    def _file(self, path: str) -> IO[bytes]:
        if isinstance(self._root, zipfile.ZipFile):
            return self._root.open(f"{self._top}{path}")
        return (self._root / path).open("rb")


def _check_shape(shape: Any) -> None:  # Any: whatever the file held
    """Raises what a wrong shape raises."""
    if not isinstance(shape["rpo"]["form"], int) or not isinstance(shape["rpo"]["names"], bool):
        raise TypeError(DESCRIPTOR)
    for one in shape["resources"]:
        if not isinstance(one["path"], str) or not isinstance(one["hash"], str) or not isinstance(one["bytes"], int):
            raise TypeError(DESCRIPTOR)


@contextmanager
def opened(place: Path) -> Iterator[Opened]:
    """The package in a folder, in a .zip, or beside a `datapackage.json`. Raises UsageError when there is none."""
    folder = place.parent if place.name == DESCRIPTOR else place
    if folder.is_dir() and (folder / DESCRIPTOR).is_file():
        yield Opened(folder)
        return
    if not folder.is_file() or not zipfile.is_zipfile(folder):
        raise UsageError(
            f"{place} — не выгрузка офиса: нет файла {DESCRIPTOR}.", advice="Укажите папку выгрузки или её файл .zip."
        )
    with zipfile.ZipFile(folder) as archive:
        tops = [name.removesuffix(DESCRIPTOR) for name in archive.namelist() if PurePosixPath(name).name == DESCRIPTOR]
        yield Opened(archive, min(tops, key=len, default=""))


def check(package: Opened) -> None:
    """Raises DamagedError that names the first file that is not as it was written, StateError for a later program's."""
    facts = package.descriptor["rpo"]
    if facts["form"] > FORM:
        raise DamagedError("Выгрузка сделана более новой версией программы.", advice="Обновите программу.")
    check_version(package.version)
    for path, one in package.resources.items():
        _check_path(path, one.get(PLACE))
        _check_bytes(package, path, one)
    for path in (SETTINGS, *map(path_of, ("runs", "schema_version", CONTENTS.name)), LINES):
        if path not in package.resources:
            raise DamagedError(f"В выгрузке нет файла «{path}».", advice=_FRESH)
    if not facts["names"]:
        raise UsageError(
            "Эта выгрузка сделана без имён, офис из неё неполон.",
            advice="Выгрузите его целиком: rpo export --all --with-names. Ничего не записано.",
        )
    versions = path_of(ROW_VERSIONS.name)
    if versions in package.resources and not is_chain(package.rows(versions), _purged(package)):
        raise DamagedError(f"Версии строк в «{versions}» изменены: цепочка не сходится.", advice=_FRESH)


def _purged(package: Opened) -> dict[tuple[str, int], tuple[str, str]]:
    """The versions of rows whose cells were destroyed; none in a package of an earlier program."""
    path = path_of(PURGED_ROWS.name)
    rows = package.rows(path) if path in package.resources else ()
    return {(register, number): (was, now) for register, number, _, was, now in rows}


def _check_path(path: str, place: object) -> None:
    """What a file is called can lead neither out of the package nor out of the office."""
    safe = _is_inside(path) and (place is None or _is_place(str(place)))
    if not safe:
        raise DamagedError(f"Файл «{path}» в описи выгрузки ведёт за её пределы.", advice=_FRESH)


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and not set(path) & set("\\:\0")


def _is_place(place: str) -> bool:
    first, _, rest = place.partition("/")
    return _is_inside(place) and (first in FOLDERS if rest else place == Path(SETTINGS).name)


def _check_bytes(package: Opened, path: str, one: Resource) -> None:
    digest, size = hashlib.sha256(), 0
    with package.reading(path) as file:
        while data := file.read(_CHUNK):
            digest.update(data)
            size += len(data)
            if size > one["bytes"]:
                break
    if (size, f"sha256:{digest.hexdigest()}") != (one["bytes"], one["hash"]):
        raise DamagedError(f"Файл «{path}» в выгрузке повреждён: контрольная сумма не сходится.", advice=_FRESH)
