"""A package read from a folder or an archive, as anybody may have got it: without an office, a history or registers."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from config.errors import OfficeError
from reports.federal.reading import Package
from reports.federal.verifying import CHECKS, Case, Failure
from reports.federal.verifying.case import Rows
from reports.federal.writing.package import LONG_AGO, WORKBOOK, zipped
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file

_MOST_FILES = 200
_MOST_BYTES = 64 * 1024 * 1024
"""A package is much smaller; what is larger is none."""


class PackageError(OfficeError):
    """Это не пакет для ФПО."""


def read_package(path: Path) -> Package:
    """The package at a path: a folder, or a .zip. Raises PackageError when there is none, or it can't be read."""
    try:
        if path.is_dir():
            return Package(path.name, dict(_of_folder(path)))
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        raise PackageError(
            f"Пакет «{path.name}» не читается: такой папки или архива нет либо нет прав.",
            advice="Укажите папку пакета или его архив .zip.",
        ) from error
    return _of_archive(path.stem, data)


def verified(packages: list[Package]) -> list[tuple[Package, tuple[Failure, ...]]]:
    """Each package with what is wrong with it; they are taken for a chain in the order in which they stand.

    The same package given twice, as a folder and as an archive, is no break of the chain.
    """
    found = []
    with CalamineProcess() as process:
        for at, package in enumerate(packages):
            before = tuple(one for one in packages[:at] if one.digest != package.digest)
            case = Case(package, tabs_of(package, process), before)
            failures = dict.fromkeys(failure for check in CHECKS for failure in check(case))
            found.append((package, tuple(failures)))
    return found


def tabs_of(package: Package, process: CalamineProcess) -> Mapping[str, Rows]:
    """The tabs of the workbook by their titles; none when it can't be read."""
    data = package.files.get(WORKBOOK)
    return {} if data is None else {grid.tab: grid.rows for grid in read_file(WORKBOOK, data, process).grids}


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below the folder under its path in it. Raises PackageError for what is too large to be a package."""
    paths = sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    if len(paths) > _MOST_FILES or sum(one.stat().st_size for one in paths) > _MOST_BYTES:
        raise PackageError(f"Папка «{folder.name}» слишком велика для пакета.", advice="Укажите папку одного пакета.")
    for path in paths:
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _of_archive(name: str, data: bytes) -> Package:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > _MOST_FILES or sum(one.file_size for one in entries) > _MOST_BYTES:
                raise PackageError(f"Архив «{name}» слишком велик для пакета.", advice="Укажите архив одного пакета.")
            files = {one.filename: archive.read(one) for one in entries}
            ours = any(one.date_time == LONG_AGO for one in entries)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise PackageError(
            f"Архив «{name}» повреждён или это не архив .zip.",
            advice="Попросите отправителя прислать пакет заново, как его сделал сервис.",
        ) from error
    whole = not ours or (zipped(files) == data and all(_is_inside(one) for one in files))
    return Package(name, _unwrapped(files), whole)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _unwrapped(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Packed again by a person, the files may lie in one folder of the archive."""
    tops = {name.partition("/")[0] for name in files}
    if len(tops) == 1 and all("/" in name for name in files):
        return {name.partition("/")[2]: data for name, data in files.items()}
    return files
