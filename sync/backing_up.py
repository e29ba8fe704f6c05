"""Copies of the history and the way back: made whole, opened and checked before anybody relies on them."""

import os
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from config.errors import BusyError, OfficeError, OlderStateError, StateError, UsageError
from sync.desk import Desk
from sync.files import ORPHAN_MARK, discard, move_in, remove_file, sync_folder, write_atomically
from sync.lock import is_served, only_one
from sync.purging.aside import Destroyed, came_back, keep_present
from sync.state.address import Server
from sync.state.database import Database
from sync.state.examining import examine
from sync.state.keeping import FOLDER, Kept, kept_in, name_of, put_copy, rotate
from sync.state.migrations import MIGRATIONS
from sync.state.opening import open_database
from sync.state.postgres import open_postgres
from sync.state.seal import Seal, digest_of_file
from sync.state.sqlite import make_sqlite, open_sqlite
from sync.state.store import Store
from sync.state.transfer import transfer
from sync.steps import step

ASIDE = "отложено"


class BrokenCopyError(OfficeError):
    """Копия истории не прошла проверку."""


class BackedUp(NamedTuple):
    """A copy that was made and checked: its file, the last update in it, the older copies that were thrown away."""

    path: Path
    run: int
    gone: tuple[Path, ...]


class Restored(NamedTuple):
    """A history that was put back: the last update in it, and where the one before it is kept, if there was one.

    `back` — those whose data were destroyed after the copy was made: with it they are here again.
    """

    run: int
    aside: Path | None
    back: tuple[Destroyed, ...] = ()


def backups_of(desk: Desk) -> Path:
    """The folder of the copies; they hold personal data and stay on this machine."""
    return desk.state.parent / FOLDER


def back_up(desk: Desk, out: Path | None = None) -> BackedUp:
    """Copies the history, opens the copy and checks it whole; without `out` old copies are thrown away.

    Raises StateError, DamagedStateError for a history that is damaged, WriteError, BusyError during an update.
    """
    if out is not None and out.exists():
        raise UsageError(f"Файл {out} уже есть. Ничего не записано.", advice="Укажите имя нового файла.")
    if out is None and not desk.state.exists() and not isinstance(desk.history, Server):
        raise StateError("Истории ещё нет, копировать нечего.", advice="Выполните rpo sync.")
    target = out.absolute() if out is not None else backups_of(desk) / name_of(desk.moment)
    with only_one(desk.state.parent):
        _copy(desk, target)
    run = checked(target)
    return BackedUp(target, run, rotate(target.parent, desk.moment) if out is None else ())


def checked(copy: Path) -> int:
    """The last update in a copy that is whole; it is not changed. Raises BrokenCopyError."""
    try:
        if not copy.is_file():
            raise BrokenCopyError(f"Файла {copy} нет.", advice="Какие копии есть, показывает rpo restore-state.")
        return _looked_through(copy)
    except OlderStateError:
        return _moved_on(copy)
    except StateError as error:
        words = f"Копия «{copy.name}» не подходит: {error.sentence}"
        raise BrokenCopyError(words, advice="Возьмите другую копию: их показывает rpo restore-state.") from error


def _looked_through(copy: Path) -> int:
    with Store.open(copy, read_only=True) as store:
        store.check_whole()
        return store.last_run()


def _moved_on(copy: Path) -> int:
    """A copy of an earlier version of the program is good when it can be carried over: tried on a copy of its own."""
    with TemporaryDirectory(dir=copy.parent, prefix=".", suffix=f".{os.getpid()}{ORPHAN_MARK}") as name:
        place = Path(name) / copy.name
        write_atomically(place, copy.read_bytes(), mode=0o600)
        _sealed_like(place, copy)
        try:
            Store.open(place).close()
            return _looked_through(place)
        except StateError as error:
            words = f"Копия «{copy.name}» не подходит: {error.sentence}"
            raise BrokenCopyError(words, advice="Возьмите другую копию: их показывает rpo restore-state.") from error


def good_copies(desk: Desk) -> list[tuple[Kept, int | None]]:
    """The copies of the office, the newest first, each with its last update; None for one that is not whole."""
    return [(one, _last_run(one.path)) for one in reversed(kept_in(backups_of(desk)))]


def restore_state(desk: Desk, copy: Path) -> Restored:
    """Puts the copy in the place of the history; what stood there is kept aside, journal and seal with it.

    Raises BrokenCopyError, then nothing is changed; BusyError during an update and while the service of the office is
    at work, WriteError, StateError.
    """
    run, aside = checked(copy), None
    if is_served(desk.state.parent):
        raise BusyError(
            "Служба этого офиса работает и пишет в историю.", advice="Остановите службу и повторите команду."
        )
    with only_one(desk.state.parent):
        keep_present(desk)
        if isinstance(desk.history, Server):
            _into_server(desk, desk.history, copy)
        else:
            aside = _kept_aside(desk.state, desk.moment)
            _put_back(desk.state, copy)
            checked(desk.state)
        return Restored(run, aside, came_back(desk))


def _last_run(copy: Path) -> int | None:
    try:
        return checked(copy)
    except BrokenCopyError:
        return None


def _copy(desk: Desk, target: Path) -> None:
    source = open_database(desk.history, read_only=True)
    try:
        if isinstance(desk.history, Server):
            _out_of_server(source, target)
            return
        with source.asking() as connection:
            examine(connection, source.name)
            put_copy(connection, target)
    finally:
        source.close()


def _out_of_server(source: Database, target: Path) -> None:
    """A server's history becomes a file like any other."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}{ORPHAN_MARK}")
    try:
        made = make_sqlite(fresh, len(MIGRATIONS))
        try:
            transfer(source, made)
        finally:
            made.close()
        _sealed_like(target, fresh)
        move_in(fresh, target)
    finally:
        discard(fresh)
        discard(Seal(fresh).path)


def _into_server(desk: Desk, server: Server, copy: Path) -> None:
    """What stood on the server is kept as a file first."""
    database = open_postgres(server, read_only=False)
    try:
        _out_of_server(database, desk.state.parent / ASIDE / name_of(desk.moment))
        source = open_sqlite(copy, read_only=True)
        try:
            transfer(source, database)
        finally:
            source.close()
    finally:
        database.close()


def _kept_aside(state: Path, moment: datetime) -> Path | None:
    """Copies of the three files, damaged or not, as they lie there."""
    there = [path for path in _files_of(state) if path.exists()]
    if not there:
        return None
    folder = state.parent / ASIDE / f"{moment:%Y-%m-%d-%H%M%S}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in there:
        write_atomically(folder / path.name, path.read_bytes(), mode=0o600)
    return folder


def _put_back(state: Path, copy: Path) -> None:
    """The seal first: until the file itself stands there, the history is refused, and this can be done again."""
    state.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sealed_like(state, copy)
    _, *helpers = (path for path in _files_of(state) if path != Seal(state).path)
    for path in helpers:
        remove_file(path)
    sync_folder(state.parent)
    with step("state.restore", state.name):
        write_atomically(state, copy.read_bytes(), mode=0o600)


def _sealed_like(state: Path, copy: Path) -> None:
    digest = digest_of_file(copy)
    if digest is None:
        raise BrokenCopyError(
            f"Файл «{copy.name}» сейчас открыт.", advice="Возьмите копию, которой никто не пользуется."
        )
    Seal(state).write(digest)


def _files_of(state: Path) -> tuple[Path, ...]:
    return (state, *(state.with_name(f"{state.name}{end}") for end in ("-wal", "-shm")), Seal(state).path)
