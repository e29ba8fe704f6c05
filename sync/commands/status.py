"""`rpo status`: each register: last read, rows, held or failed, age."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

NAME = "status"
HELP = "состояние реестров: когда прочитаны, что приостановлено"
ENDS = {0: "ничто не ждёт решения", 7: "приём данных какого-то реестра приостановлен"}

_WORDS = {"accepted": "принят", "unchanged": "без изменений", "held": "приостановлен", "failed": "не прочитан"}


def add_options(parser: ArgumentParser) -> None:
    """No options of its own."""


def run(options: Namespace) -> int:
    """7 when something is held, else 0."""
    from sync.desk import open_desk
    from sync.mail.printing import troubles
    from sync.state.store import Store

    desk = open_desk(options)
    with Store.open(desk.history, read_only=True) as store:
        last, holds, before = store.last_result(), store.holds(), store.before(desk.today)
    waiting = [one for one in holds if not one.accepted]
    if options.json:
        found = {
            "last": last or None,
            "changed_on": {key: day.isoformat() for key, day in before.past.changed_on.items()},
            "mail": [
                {"recipient": one.recipient, "since": one.since.isoformat(), "why": one.why, "given_up": one.given_up}
                for one in before.past.undelivered
            ],
            "held": [
                {
                    "hold": one.number,
                    "register": one.register,
                    "kind": one.kind,
                    "file": one.subject or None,
                    "reason": one.reason,
                    "since": one.since.isoformat(),
                }
                for one in waiting
            ],
        }
        print(json.dumps(found, ensure_ascii=False))
    elif not last:
        print("Обновлений ещё не было. Первое: rpo sync.")
    else:
        _print(last, waiting, before.past.changed_on)
        print("".join(f"Почта. {line}\n" for line in troubles(before.past.undelivered)), end="")
    return 7 if waiting else 0


def _print(last: Mapping[str, Any], waiting: Any, changed_on: Mapping[str, Any]) -> None:  # Any: values out of JSON
    from reports.naming import tab_of

    print(f"Последнее обновление: № {last['run']}, {last['finished'][:16].replace('T', ' ')}.")
    for key, one in last["registers"].items():
        changed = changed_on.get(key)
        day = f", данные на {changed:%d.%m.%Y}" if changed else ""
        print(f"  {tab_of(key)}: {_WORDS[one['state']]}, строк {one['rows']}, учтено {one['counted']}{day}.")
    for one in waiting:
        what = "Новый файл ждёт решения" if one.of_file else "Приём данных приостановлен"
        print(f"{what}: «{tab_of(one.register)}». {one.reason}")
        how = "Взять его вместо прежнего" if one.of_file else "Если так и нужно"
        print(f'  {how}: rpo ack {one.number} --reason "причина"')
