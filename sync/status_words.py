"""The state of an office in words."""

from collections.abc import Mapping
from typing import Any

from reports import wording
from reports.naming import tab_of
from sync.mail.printing import troubles
from sync.service.words import ended_words
from sync.status import JobState, Status

_WORDS = {"accepted": "принят", "unchanged": "без изменений", "held": "приостановлен", "failed": "не прочитан"}
_SERVICE = {
    None: "Служба сейчас не запущена. Запустить: rpo serve.",
    True: "Служба работает на этой машине.",
    False: "Служба работает на другой машине.",
}
_MOVED = "Часы машины переводили: периоды сами не закроются, пока часы не пойдут верно целые сутки."


def lines_of(status: Status) -> list[str]:
    """What a person reads, a line each."""
    if not status.last:
        return ["Обновлений ещё не было. Первое: rpo sync."]
    moment = str(status.last["finished"])[:16].replace("T", " ")
    lines = [f"Последнее обновление: № {status.last['run']}, {moment}."]
    lines += [_register(status, key, one) for key, one in status.last["registers"].items()]
    for hold in status.waiting:
        what = "Новый файл ждёт решения" if hold.of_file else "Приём данных приостановлен"
        lines.append(f"{what}: «{tab_of(hold.register)}». {hold.reason}")
        how = "Взять его вместо прежнего" if hold.of_file else "Если так и нужно"
        lines.append(f'  {how}: rpo ack {hold.number} --reason "причина"')
    lines += [f"Почта. {line}" for line in troubles(status.mail)]
    if status.has_a_past:
        lines += [_SERVICE[status.here], *map(_job, status.jobs)]
    return [*lines, _MOVED] if status.moved else lines


def _register(status: Status, key: str, one: Mapping[str, Any]) -> str:  # Any: a JSON object
    changed, age = status.changed_on.get(key), status.age_of(key) or 0
    ago = f" ({wording.counted(age, 'день', 'дня', 'дней')} назад)" if age > 0 else ""
    day = f", данные на {wording.day(changed)}{ago}" if changed else ""
    return f"  {tab_of(key)}: {_WORDS[one['state']]}, строк {one['rows']}, учтено {one['counted']}{day}."


def _job(one: JobState) -> str:
    last = "ещё не выполнялось" if one.last is None else ended_words(one.last)
    upcoming = f"; следующее {wording.moment(one.upcoming)}" if one.upcoming is not None else ""
    return f"  {one.job.title}: {last}{upcoming}."
