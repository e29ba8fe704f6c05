"""`rpo export --all`: everything the office has, as an open data package in a folder of its own."""

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from config.errors import UsageError, WriteError
from sync.desk import SETTINGS_FILE, Desk
from sync.files import ORPHAN_MARK, sync_folder
from sync.lock import only_one
from sync.moving.history import put_history
from sync.moving.nameless import as_it_is, readings_without_names, without_names
from sync.moving.office_files import ISSUED, OWN, office_files
from sync.moving.parcel import DESCRIPTOR, PLACE, Parcel, zipped
from sync.moving.readme import README, Contents, description, readme
from sync.moving.registers import put_registers
from sync.moving.settings_text import Portable, portable
from sync.moving.taking import Taking
from sync.progress import counting
from sync.state.migrations import MIGRATIONS
from sync.state.store import Store
from sync.state.tables import METADATA
from sync.steps import step as outer

FORM = 1
"""The number of this way of laying a package out; a later program keeps reading the earlier."""
SETTINGS = f"settings/{SETTINGS_FILE}"


@dataclass(frozen=True)
class Exported:
    """A package that was made: its folder, its .zip when one was asked for, what is in it, the sha256 of what names it.

    `digest` is of `datapackage.json`, which holds the sha256 of every other file.
    """

    folder: Path
    archive: Path | None
    contents: Contents
    digest: str


def export_everything(
    desk: Desk, out: Path | None = None, *, names: bool = False, archive: bool = False, quiet: bool = True
) -> Exported:
    """Makes the package in `out`, else in `exports/всё/<date>`. `names` — key files of mode «codes» go along, too.

    Raises UsageError when something lies there already, BusyError during an update, StateError, WriteError.
    """
    target = _free(desk, out, archive=archive)
    staging = target.with_name(f".{target.name}.{os.getpid()}{ORPHAN_MARK}")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir(mode=0o700)
        contents, digest = _packed(
            desk, staging, names=names or desk.settings.personal_data.mode != "codes", quiet=quiet
        )
        if target.exists():
            target.rmdir()
        with outer("export.rename", target.name):
            staging.rename(target)
        sync_folder(target.parent)
        zip_file = target.with_name(f"{target.name}.zip") if archive else None
        if zip_file is not None:
            zipped(target, zip_file, [DESCRIPTOR, *contents.paths])
    except OSError as error:
        raise WriteError(
            f"Выгрузка не записана: {error.strerror}.", advice="Проверьте права на папку и место на диске и повторите."
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Exported(target, zip_file, contents, digest)


def _free(desk: Desk, out: Path | None, *, archive: bool) -> Path:
    """Where the package goes: nothing may lie there. By default the first free number of the day."""
    if out is not None:
        target = out.absolute()
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise UsageError(f"Папка {out} не пуста. Ничего не записано.", advice="Укажите имя новой папки.")
        if archive and target.with_name(f"{target.name}.zip").exists():
            raise UsageError(f"Файл {out}.zip уже есть. Ничего не записано.", advice="Укажите имя новой папки.")
        return target
    folder, name, number = desk.root / ISSUED / OWN, desk.today.isoformat(), 1
    while any((folder / f"{name}{suffix}").exists() for suffix in ("", ".zip")):
        number += 1
        name = f"{desk.today.isoformat()}-{number}"
    return folder / name


def _packed(desk: Desk, folder: Path, *, names: bool, quiet: bool) -> tuple[Contents, str]:
    parcel = Parcel(folder)
    settings = portable(desk.settings_text)
    files = list(office_files(desk, names=names))
    with counting("Выгружаю", len(files) + len(METADATA.tables) + 1, quiet=quiet) as step:
        parcel.put("settings-office", SETTINGS, settings.text.encode(), title="Настройки", **{PLACE: SETTINGS_FILE})
        with only_one(desk.state.parent):
            keys, run = _from_history(desk, parcel, names=names, step=step)
            for number, one in enumerate(files, 1):
                parcel.copy(f"office-file-{number:05d}", one.path, one.source, title=one.place, **{PLACE: one.place})
                step(one.place)
    contents = _contents(desk, parcel, settings, (tuple(keys), run), names=names)
    parcel.put("readme", README, readme(contents).encode(), title="Что в выгрузке")
    facts = {
        "name": "rpo-office",
        "title": f"Всё, что есть у офиса: {desk.settings.office.region}, сезон {desk.settings.office.season}",
        "description": description(contents),
        "created": contents.created,
        "rpo": {
            "form": FORM,
            "state_version": len(MIGRATIONS),
            "program": version("rpo"),
            "run": contents.run,
            "names": names,
            "left_out": list(settings.left_out),
        },
    }
    digest = parcel.close(facts)
    return contents, digest


def _from_history(desk: Desk, parcel: Parcel, *, names: bool, step: Callable[[str], None]) -> tuple[list[str], int]:
    """The registers and the tables, all as of one moment; gives the keys of the registers and the last update."""
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(desk.history, read_only=True))
        keys, run = put_registers(Taking(desk, store, parcel, names)), store.last_run()
        step("registers")
        with store.asking() as connection:
            if names:
                put_history(connection, parcel, step, as_it_is)
            else:
                see = readings_without_names(connection, desk.settings)
                put_history(connection, parcel, step, without_names(desk.settings), see)
    return keys, run


def _contents(
    desk: Desk, parcel: Parcel, settings: Portable, registers: tuple[tuple[str, ...], int], *, names: bool
) -> Contents:
    keys, run = registers
    return Contents(
        region=desk.settings.office.region,
        season=desk.settings.office.season,
        created=desk.moment.isoformat(timespec="seconds"),
        run=run,
        registers=keys,
        names=names,
        mode=desk.settings.personal_data.mode,
        left_out=settings.left_out,
        paths=tuple(str(one["path"]) for one in (*parcel.resources, {"path": README})),
    )
