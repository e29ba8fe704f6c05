"""`rpo init DIR --from-export`: the office that a package was made of; nothing is written before all is checked."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table

from config.apart import FOLDER as PRIVATE
from config.errors import UsageError, WriteError
from sync.founding import FOLDERS
from sync.moving.contents import LINES, kept_line
from sync.moving.opened import Cells, DamagedError, Opened, check, opened
from sync.moving.parcel import PLACE
from sync.moving.tables import path_of
from sync.progress import counting
from sync.state.codec import digest_of_encoded, pack
from sync.state.migrations import migrate
from sync.state.sqlite import make_sqlite
from sync.state.tables import CONTENTS, METADATA, SCHEMA

STATE = "state/rpo.sqlite"
_AT_ONCE = 500


@dataclass(frozen=True)
class Imported:
    """An office that was made of a package: as of which update, how many files lie in it, what to type in anew.

    `digest` is the sha256 of the package's descriptor, as it was said when the package was made.
    """

    folder: Path
    run: int
    files: int
    left_out: tuple[str, ...]
    digest: str


def import_office(folder: Path, package: Path, *, quiet: bool = True) -> Imported:
    """Makes the office in an empty folder.

    Raises UsageError when something lies there, DamagedError before anything is written, StateError, WriteError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"Папка {folder} не пуста. Ничего не изменено.", advice="Укажите имя новой папки.")
    with opened(package) as source:
        check(source)
        target = folder.absolute()
        staging = target.with_name(f".{target.name}.rpo-new")
        shutil.rmtree(staging, ignore_errors=True)
        try:
            files = _unpacked(source, staging, quiet=quiet)
            target.mkdir(parents=True, exist_ok=True)
            for one in sorted(staging.iterdir(), key=lambda path: path.is_file()):
                one.rename(target / one.name)
        except OSError as error:
            raise WriteError(
                f"Не удалось записать в папку {folder}: {error.strerror}.",
                advice="Проверьте права на папку и место на диске и повторите команду в новую папку.",
            ) from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        facts = source.descriptor["rpo"]
        return Imported(target, int(facts["run"]), files, tuple(facts["left_out"]), source.digest)


def _unpacked(source: Opened, folder: Path, *, quiet: bool) -> int:
    """Lays the whole office out in a folder; gives how many files went into it besides the history."""
    folder.mkdir(mode=0o700, parents=True)
    for name in FOLDERS:
        (folder / name).mkdir(mode=0o700 if name in {PRIVATE, "state"} else 0o777)
    placed = [(path, str(one[PLACE])) for path, one in source.resources.items() if PLACE in one]
    with counting("Создаю офис", len(placed) + 1, quiet=quiet) as step:
        for path, place in placed:
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.reading(path) as file, target.open("xb") as copy:
                shutil.copyfileobj(file, copy)
            if place.startswith(f"{PRIVATE}/"):
                target.chmod(0o600)
            step(place)
        _rebuilt(source, folder / STATE)
        step(STATE)
    return len(placed)


def _rebuilt(source: Opened, path: Path) -> None:
    """The history with all its rows, of the schema that it had, and then brought to the present one."""
    database = make_sqlite(path, source.version)
    try:
        with database.changing("import") as connection:
            for table in METADATA.sorted_tables:
                if table is not SCHEMA and path_of(table.name) in source.resources:
                    _fill(connection, table.name, source)
        migrate(database)
    finally:
        database.close()


def _fill(connection: Connection, name: str, source: Opened) -> None:
    table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
    path = path_of(name)
    columns = [field["name"] for field in source.resources[path]["schema"]["fields"]]
    rows = source.rows(path)
    if name == CONTENTS.name:
        columns, rows = ["digest", "data"], _contents(source, rows)
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in some])


def _contents(source: Opened, rows: Iterator[Cells]) -> Iterator[Cells]:
    """Digest and bytes as the history stores them, of every content in its order. Raises DamagedError."""
    with source.reading(LINES) as lines:
        for digest, form, _, path in rows:
            if form == "file":
                with source.reading(path) as file:
                    data = file.read()
                if digest_of_encoded(data) != digest:
                    raise _strange(path)
                yield digest, pack(data)
                continue
            try:
                kept = kept_line(lines.readline())
            except ValueError as error:
                raise _strange(LINES) from error
            if kept.digest != digest:
                raise _strange(LINES)
            yield kept


def _strange(path: str) -> DamagedError:
    return DamagedError(
        f"Содержимое в «{path}» не то, что названо в описи.", advice="Возьмите выгрузку заново: rpo export --all."
    )
