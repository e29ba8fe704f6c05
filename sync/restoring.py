"""Restoring rows: which version of each is wanted, the workbook that holds them, what a person does with it."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from config.apart import is_shared
from config.columns import Privacy
from config.errors import UsageError
from config.register import Register
from reports.restored import NAMES_TAB, Restored, render_restored
from reports.wording import counted, day
from sync.desk import Desk
from sync.files import write_atomically
from sync.founding import day_of
from sync.row_history import known_code, register_called
from sync.state.store import Store
from validators.versions.columns import Titled
from validators.versions.story import Stories, Told

FOLDER = "restored"


@dataclass(frozen=True)
class Returned:
    """Rows as they were: the file that holds them, and where each of them stood."""

    path: Path
    register: Register[Any]
    stories: Stories
    versions: Sequence[Told]


def restore(desk: Desk, options: Namespace) -> int:
    """Writes the rows and says where they are. Raises UsageError, StateError, WriteError."""
    done = put_rows(desk, options.register, options.codes, options.as_of)
    if options.json:
        print(_as_json(done))
        return 0
    print(f"Готово: {done.path}. {counted(len(done.versions), 'строка', 'строки', 'строк')}.")
    if not options.quiet:
        for line in advice_on(desk, done):
            print(line)
    return 0


def put_rows(desk: Desk, typed: str, typed_codes: Sequence[str], day: str | None = None) -> Returned:
    """Writes the rows of a register into a file of their own. Raises UsageError, StateError, WriteError."""
    register = register_called(typed)
    as_of = None if day is None else day_of(day)
    with Store.open(desk.state, read_only=True) as store:
        codes = list(dict.fromkeys(known_code(store, register, one) for one in typed_codes))
        stories = store.rows(register.key, codes)
    versions = [_wanted(register, stories, code, as_of) for code in codes]
    restored = _restored(register, stories, versions, as_of)
    restored = replace(restored, apart=is_shared(register, desk.settings))
    path = _free_place(desk, register)
    write_atomically(path, render_restored(restored), mode=0o600)
    return Returned(path, register, stories, versions)


def _wanted(register: Register[Any], stories: Stories, code: str, as_of: date | None) -> Told:
    """The version that held at the end of the day; the last one that stood in the register when no day is named."""
    own = [one for one in stories.versions if one.id == code and not one.gone]
    if as_of is None:
        return own[-1]
    held = [one for one in own if one.day <= as_of and not _is_over(stories.after(one), as_of)]
    if held:
        return held[-1]
    raise UsageError(
        f"{day(as_of)} строки {code} в реестре «{register.tab}» не было.",
        advice=f"Когда она была: {'; '.join(_spans(stories, own))}. Версии: rpo history {register.key} {code}.",
    )


def _is_over(after: Told | None, as_of: date) -> bool:
    return after is not None and after.day <= as_of


def _spans(stories: Stories, own: Sequence[Told]) -> Iterator[str]:
    """From when to when the rows with the code stood in the register."""
    for versions in stories.by_story.values():
        first: Told | None = None
        for one in versions:
            first = first or (one if one in own else None)
            after = stories.after(one)
            if first is not None and (after is None or after.gone or after.id != first.id):
                yield f"с {day(first.day)} по {day(after.day) if after else 'сей день'}"
                first = None


def _restored(register: Register[Any], stories: Stories, versions: Sequence[Told], as_of: date | None) -> Restored:
    """The rows side by side, under the columns of their tabs; rows of other tabs add what those have besides."""
    columns: dict[str, Titled] = {}
    for version in versions:
        for one in stories.columns_at_last(version, as_of):
            columns.setdefault(one.key, one)
    return Restored(register, tuple(columns.values()), tuple(one.cells for one in versions))


def _free_place(desk: Desk, register: Register[Any]) -> Path:
    """A name that no file has yet: a file that somebody copies rows from is never replaced."""
    name = f"{register.tab} {desk.today} {desk.moment:%H-%M}"
    folder = desk.reports / FOLDER
    names = (name, *(f"{name} ({number})" for number in range(2, 1000)))
    return next(path for one in names if not (path := folder / f"{one}.xlsx").exists())


def _as_json(done: Returned) -> str:
    rows = [
        {
            "code": one.id,
            "day": one.day.isoformat(),
            "run": one.run,
            "source": one.source,
            "in_register": done.stories.after(one) is None,
        }
        for one in done.versions
    ]
    return json.dumps({"file": str(done.path), "register": done.register.key, "rows": rows}, ensure_ascii=False)


def advice_on(desk: Desk, done: Returned) -> Iterator[str]:
    """Which version of each row it is, and what a person does with the file."""
    register = done.register
    for one in done.versions:
        after = done.stories.after(one)
        until = "и сейчас стоит в реестре такой" if after is None else f"по {day(after.day)}"
        yield f"  {one.id}: какой строка была с {day(one.day)}, {until}; стояла в {one.source}."
    yield (
        f"Реестр не изменён. Чтобы вернуть строку, скопируйте её из файла в «{register.tab}» "
        "(столбцы стоят в том же порядке), проверьте код и выполните: rpo sync."
    )
    if is_shared(register, desk.settings):
        yield f"Имена стоят на листе «{NAMES_TAB}»: их верните в файл с именами в папке private, не в таблицу."
    if desk.settings.storage.kind != "folder":
        yield "Файл лежит на этом компьютере; отдельного листа в Google Таблице команда пока не создаёт."
    if any(column.privacy >= Privacy.P2 for column in register.columns):
        yield "В файле личные данные: когда строка возвращена, удалите его."
