"""What `doctor` looks at for the service: who may write, when it worked last, the clock, whose packages these are."""

import importlib
from importlib.metadata import packages_distributions
from pathlib import Path

from config.calendar import working_days_between
from config.errors import OfficeError
from reports import wording
from sync.desk import Desk
from sync.service.words import ended_words
from sync.status import Status, status_of

Found = tuple[str, bool, str, str]
"""Name, whether it is in order, what was found, advice."""

_FLOORS = ("config", "validators", "reports", "sync")
_OWN = "rpo"
_MOST_DAYS = 1
_START = "Запустите службу: rpo serve."


def service_health(desk: Desk) -> list[Found]:
    """Every finding; an office without a service is asked only for its clock and packages."""
    try:
        status = status_of(desk)
    except OfficeError:
        return [_packages()]  # what is wrong with the history is told by another examination
    served = [_lease(status), _last(status), *_failed(status)] if status.has_a_past else []
    return [_clock(status), *served, _packages()]


def _clock(status: Status) -> Found:
    advice = "Проверьте дату и время машины. Периоды сами не закроются, пока часы не пойдут верно целые сутки."
    return "Часы и история", not status.moved, "часы переводили" if status.moved else "часы не переводили", advice


def _lease(status: Status) -> Found:
    """Where the service works; that none does is no fault by itself: the system may start it from time to time."""
    words = {None: "не запущена", True: "работает на этой машине", False: "работает на другой машине"}[status.here]
    return "Служба", True, words, _START


def _last(status: Status) -> Found:
    """When anything was read last: more than one working day ago is too long."""
    ended = [one.last.finished for one in status.jobs if one.last is not None and one.job.reads]
    if not ended:
        return "Последний цикл", False, "обновлений по расписанию ещё не было", _START
    fresh = working_days_between(max(ended).date(), status.today) <= _MOST_DAYS
    advice = "Запустите службу и посмотрите её журнал в папке logs."
    return "Последний цикл", fresh, wording.moment(max(ended)), advice


def _failed(status: Status) -> list[Found]:
    return [
        (one.job.title, False, ended_words(one.last), "Подробности в журнале службы, папка logs.")
        for one in status.jobs
        if one.last is not None and one.last.result != "done"
    ]


def _packages() -> Found:
    """Whether the four packages are ours: another project's package of the same name would stand in our place."""
    home, owners = Path(__file__).resolve().parent.parent, packages_distributions()
    strange = [name for name in _FLOORS if not _is_at(name, home) or set(owners.get(name, (_OWN,))) - {_OWN}]
    words = f"чужие: {', '.join(strange)}" if strange else "свои"
    return "Пакеты программы", not strange, words, "Поставьте программу в отдельное окружение: в этом есть чужой пакет."


def _is_at(name: str, home: Path) -> bool:
    file = importlib.import_module(name).__file__
    return file is not None and Path(file).resolve().parent.parent == home
