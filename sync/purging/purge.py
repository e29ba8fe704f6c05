"""The order of destroying: find, show, ask; files, then the history in one act, then no trace, then the papers."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from config.errors import OfficeError, UsageError
from config.register import Register
from reports import wording
from reports.documents.destruction import Destruction, act, extract
from reports.facts import Facts
from reports.formats.documents import DOCUMENT_FORMATS
from reports.naming import fit_for_file
from sync.consent import agreed
from sync.desk import Desk
from sync.files import remove_file, remove_folder, write_atomically
from sync.finishing import finish
from sync.look import look_with
from sync.purging.aside import keep_aside
from sync.purging.places import Places, is_rewritten, places_of
from sync.purging.readings import rewriting
from sync.purging.whom import Person, person_of, register_of
from sync.run import update
from sync.sheets import Look
from sync.state.codec import digest_of
from sync.state.erasing import Erasure
from sync.state.purge_store import PurgeStore
from sync.state.purges import Purge
from sync.writing import writing_as

FOLDER = "Уничтожение данных"
REASON = "цель обработки достигнута или согласие отозвано"
FILES = "файлы, сделанные программой"
_UNREACHED = (
    "История версий Google Таблиц хранит прежние значения: заведите копию таблицы без истории, старую удалите.",
    "Резервные копии папки офиса и файла истории: уничтожьте те, что сделаны раньше, или не восстанавливайте из них.",
    "Копии таблиц у сотрудников, бумажные согласия и заявления, письма.",
)


@dataclass(frozen=True)
class Done:
    """What came of it: the tombstone, where the papers lie, where the person still is, whether the file is clean."""

    purge: Purge
    papers: tuple[Path, ...]
    places: Places
    clean: bool = True


def purge(desk: Desk, options: Namespace) -> int:
    """Shows the plan, asks, destroys, drafts the act. 0 when done, 1 when a person has still something to clear.

    Raises UsageError for what is no code of a person or one of whom nothing is known, StillNamedError while another
    register names him, BusyError, StateError.
    """
    register, code = register_of(options.code)
    with writing_as(PurgeStore, desk) as store:
        finish(desk, store)
        known = next((one for one in store.purges() if (one.register, one.code) == (register.key, code)), None)
        done = _again(desk, store, known) if known is not None else _first(desk, store, (register, code), options)
    if done is None:
        return 0
    _refresh(desk, options)
    return _tell(done, options, again=known is not None)


def _first(desk: Desk, store: PurgeStore, whom: tuple[Register[Any], str], options: Namespace) -> Done | None:
    """The whole of it; None when the person who was asked does not agree."""
    register, code = whom
    before = store.before(desk.today)
    facts = look_with(desk, store, before, quiet=True).facts
    if desk.settings.keeping(register.key).key and code in facts.scene.office.tables[register.key].index_of:
        raise UsageError(
            f"Строка {code} ещё стоит в «{register.tab}», а кодов в этой таблице нет: сервис принял бы её снова.",
            advice="Удалите строку из таблицы и повторите команду.",
        )
    person = person_of(store, facts.scene.office, register, code)
    places = places_of(desk, person, _read_tabs(facts))
    if not options.json:
        print("\n".join(plan_lines(desk, person, places)))
    if places.mentions and not options.anyway:
        raise StillNamedError(advice="Очистите названные ячейки и повторите; с ключом --anyway — не дожидаясь этого.")
    if not agreed(options, f"Уничтожить данные {code}? Вернуть их будет нельзя."):
        print("Ничего не изменено.")
        return None
    look = Look(desk.settings, desk.today, before, store.grids, digest_of)
    done = _destroy(desk, store, (person, places), _draft(desk, person, options.reason, places), look)
    return replace(done, papers=_papers(desk, facts, _told(done.purge, places)))


class StillNamedError(OfficeError):
    """Человек назван в других таблицах: следующее обновление прочитало бы его имя снова. Ничего не изменено."""


def _read_tabs(facts: Facts) -> dict[str, str]:
    """The name of each tab that is read as a register → the key of the register."""
    return {one.name: key for key, table in facts.scene.office.tables.items() for one in table.sources}


def _draft(desk: Desk, person: Person, reason: str | None, places: Places) -> Purge:
    moment = desk.moment.replace(microsecond=0)
    done = {FILES: len(places.ours)} if places.ours else {}
    return Purge(0, moment, desk.today, person.register.key, person.code, reason or REASON, done, person.kinds)


def _destroy(desk: Desk, store: PurgeStore, whom: tuple[Person, Places], draft: Purge, look: Look) -> Done:
    """A program that dies in between is started again: the files are gone then, and the rest is done."""
    person, places = whom
    for path in places.ours:
        remove_folder(path) if path.is_dir() else remove_file(path)
    _forget_made(desk, places.ours)
    kept, stripped = (rewriting(person, look, bare=bare) for bare in (False, True))
    purge = store.erase(Erasure(draft, person.marks, kept, stripped, person.fingerprints))
    keep_aside(desk, store.purges())
    return Done(purge, (), places, store.leave_no_trace())


def _forget_made(desk: Desk, gone: Sequence[Path]) -> None:
    """The list of files made on demand does not name them any more."""
    if not desk.made.is_file() or not gone:
        return
    known = json.loads(desk.made.read_text(encoding="utf-8"))
    left = {name: digest for name, digest in known.items() if Path(name) not in {one.absolute() for one in gone}}
    if left != known:
        write_atomically(desk.made, json.dumps(left, ensure_ascii=False, indent=1).encode())


def _told(purge: Purge, places: Places) -> Destruction:
    return Destruction(
        purge.number,
        purge.moment,
        purge.register,
        purge.code,
        purge.reason,
        purge.kinds,
        purge.done,
        tuple(_left(places)),
        purge.digest,
    )


def _papers(desk: Desk, facts: Facts, one: Destruction) -> tuple[Path, ...]:
    """The drafts of the act and of the extract, in a folder of their own; they name the person by code only."""
    made = []
    for document in (act(facts, one), extract(facts, one)):
        path = desk.reports / FOLDER / f"{fit_for_file(document.file)}.docx"
        if not path.is_file():
            write_atomically(path, DOCUMENT_FORMATS["docx"](document))
        made.append(path)
    return tuple(made)


def _left(places: Places) -> Iterator[str]:
    if places.cells:
        cells = wording.counted(len(places.cells), "место", "места", "мест")
        yield f"Таблицы сотрудников ({cells}): строки человека очищают сотрудники, в строке остаётся только код."
    yield from _UNREACHED


def plan_lines(desk: Desk, person: Person, places: Places) -> Iterator[str]:
    """What a person reads before he agrees."""
    yield f"Код {person.code}, реестр «{person.register.tab}». Данные: {', '.join(person.kinds)}."
    yield "Будет уничтожено программой: прежние значения в истории обновлений, записи о замечаниях и ответах."
    yield from _paths("Будут удалены файлы, сделанные программой", places.ours, desk)
    again = [one for one in places.theirs if is_rewritten(desk, one)]
    yield from _paths("Будут переписаны следующим обновлением", again, desk)
    yield "Не изменится: цифры закрытых периодов и отправленных отчётов, имён в них нет."
    if places.cells:
        yield "Очистите сами (таблицы сотрудников сервис не меняет), в строке оставьте только код:"
        yield from (f"  {one}" for one in places.cells)
    yield from _paths("Проверьте и удалите сами", [one for one in places.theirs if one not in again], desk)
    yield from _paths("Прочитать не удалось, проверьте сами", places.unread, desk)
    yield "Программа не достаёт до этого:"
    yield from (f"  {one}" for one in _UNREACHED)


def _paths(title: str, paths: Sequence[Path], desk: Desk) -> Iterator[str]:
    if paths:
        yield f"{title}:"
        yield from (f"  {one.relative_to(desk.root)}" for one in paths)


def _again(desk: Desk, store: PurgeStore, known: Purge) -> Done:
    """A second time there is nothing to destroy; what was cut short is finished."""
    keep_aside(desk, store.purges())
    clean = store.leave_no_trace()
    facts = look_with(desk, store, store.before(desk.today), quiet=True).facts
    return Done(known, _papers(desk, facts, _told(known, Places())), Places(), clean)


def _refresh(desk: Desk, options: Namespace) -> None:
    """Reports that named him are written anew."""
    try:
        update(desk)
    except OfficeError as trouble:
        if not options.json:
            print(f"Обновление после уничтожения не прошло: {trouble.sentence} Выполните rpo sync.")


def _tell(done: Done, options: Namespace, *, again: bool = False) -> int:
    one, left = done.purge, bool(done.places.cells)
    if options.json:
        told = {
            "purge": one.number, "code": one.code, "register": one.register, "moment": one.moment.isoformat(),
            "done": dict(one.done), "digest": one.digest, "again": again, "papers": list(map(str, done.papers)),
            "to_clear": list(done.places.cells), "unread": list(map(str, done.places.unread)), "clean": done.clean,
        }  # fmt: skip
        print(json.dumps(told, ensure_ascii=False))
        return int(left)
    day = wording.moment(one.moment)
    print(f"Данные {one.code} уже уничтожены {day}, запись № {one.number}." if again else
          f"Данные {one.code} уничтожены, запись № {one.number}.")  # fmt: skip
    for name, count in {} if again else one.done.items():
        print(f"  {name}: {wording.whole(count)}")
    print("Проекты акта и выгрузки из журнала:")
    for path in done.papers:
        print(f"  {path}")
    if not done.clean:
        print("Файл истории открыт другой программой: закройте её и повторите команду, чтобы стереть журнал.")
    if left:
        print("В таблицах сотрудников человек ещё есть: очистите названные строки. Обновление сервиса их не читает.")
    return int(left)
