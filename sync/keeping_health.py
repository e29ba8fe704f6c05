"""What `doctor` looks at where data are kept: the newest copy of the history, and personal data kept for too long."""

from collections.abc import Iterator
from datetime import date, timedelta

from config.errors import OfficeError
from reports import wording
from reports.facts import Facts
from sync.backing_up import ASIDE, BrokenCopyError, backups_of, checked
from sync.desk import Desk
from sync.purging.aside import came_back
from sync.service.known import known_of
from sync.state.keeping import KEPT_DAYS, Kept, kept_in
from sync.state.store import Store
from validators.counting.retention import to_destroy

Found = tuple[str, bool, str, str]
"""Name, whether it is in order, what was found, advice."""

FRESH_DAYS = 3
"""A copy older than this many days is too old: a service makes one each night, a weekend may lie in between."""
_COPY = "Копия истории"
_MAKE = "Сделайте копию: rpo backup; служба делает её сама каждую ночь."
_DESTROYED = "S17"


def copies_health(desk: Desk) -> Iterator[Found]:
    """How old the newest copy is, and whether it is whole; nothing while there is nothing to copy."""
    kept = kept_in(backups_of(desk))
    if kept:
        yield _newest(desk, kept[-1])
        return
    began = _began(desk)
    if began is not None:
        young = (desk.today - began).days <= FRESH_DAYS
        yield _COPY, young, "ещё не делалась", _MAKE


def _newest(desk: Desk, newest: Kept) -> Found:
    made = date.fromisoformat(newest.day)
    words = f"последняя от {wording.day(made)}"
    try:
        run = checked(newest.path)
    except BrokenCopyError:
        return _COPY, False, f"{words}, повреждена", _MAKE
    fresh = desk.today - made <= timedelta(days=FRESH_DAYS)
    return _COPY, fresh, f"{words}, исправна, последнее обновление в ней № {run}", _MAKE


def _began(desk: Desk) -> date | None:
    try:
        with Store.open(desk.history, read_only=True) as store:
            return known_of(store).began
    except OfficeError:
        return None  # what is wrong with the history is told by another examination


def people_health(desk: Desk, facts: Facts | None) -> Iterator[Found]:
    """Personal data that should be here no more: counted, and told by code only where a command needs the code."""
    if facts is not None:
        yield _overdue(desk, facts)
        yield _filled_again(facts)
    yield from _come_back(desk)
    yield from _put_aside(desk)


def _overdue(desk: Desk, facts: Facts) -> Found:
    late = len(to_destroy(facts.scene.office, desk.today, days=0))
    people = wording.counted(late, "человека", "человек", "человек")
    words = f"вышел у {people}" if late else "не вышел ни у кого"
    return (
        "Срок хранения данных",
        not late,
        words,
        "Кто это, показывает отчёт «Личные данные»; уничтожить: rpo purge КОД.",
    )


def _filled_again(facts: Facts) -> Found:
    rows = sum(one.code == _DESTROYED for one in facts.remarks)
    words = f"снова заполнены {wording.counted(rows, 'строка', 'строки', 'строк')}" if rows else "снова не вписаны"
    return "Уничтоженные данные", not rows, words, "Очистите эти строки, оставьте в них только код: rpo check."


def _come_back(desk: Desk) -> Iterator[Found]:
    """An older copy of the history was put back after a purge."""
    try:
        back = came_back(desk)
    except OfficeError:
        return
    if back:
        codes = ", ".join(one.code for one in back)
        yield "Уничтоженное и копия истории", False, f"вернулись с копией: {codes}", "Уничтожьте снова: rpo purge КОД."


def _put_aside(desk: Desk) -> Iterator[Found]:
    """Histories that `restore-state` has put aside hold everybody's data, and nobody throws them away."""
    folder = desk.state.parent / ASIDE
    days = [day for path in folder.glob("*") if (day := _day_of(path.name)) is not None] if folder.is_dir() else []
    old = [day for day in days if desk.today - day > timedelta(days=KEPT_DAYS)]
    if days:
        words = f"{len(days)}, из них старше двух недель {len(old)}"
        advice = f"В них личные данные: удалите из папки {folder} то, что больше не понадобится."
        yield "Отложенные истории", not old, words, advice


def _day_of(name: str) -> date | None:
    try:
        return date.fromisoformat(name.removeprefix("rpo-")[:10])
    except ValueError:
        return None
