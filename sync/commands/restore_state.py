"""`rpo restore-state`: the history as it was in a copy; the present one is kept aside."""

import json
from argparse import ArgumentParser, Namespace

NAME = "restore-state"
HELP = "вернуть историю офиса из копии; без имени показывает, какие копии есть"

ENDS = {0: "возвращена; без имени — копии показаны", 1: "копия не подошла, ничего не изменено"}


def add_options(parser: ArgumentParser) -> None:
    """Which copy."""
    parser.add_argument("copy", nargs="?", metavar="КОПИЯ", help="файл копии; без него — список копий офиса")


def run(options: Namespace) -> int:
    """0 when it is put back, or the copies are listed; 1 when the copy is not whole."""
    from pathlib import Path

    from sync.backing_up import restore_state
    from sync.desk import open_desk

    desk = open_desk(options)
    if options.copy is None:
        return _listed(options)
    done = restore_state(desk, Path(options.copy))
    if options.json:
        aside, again = str(done.aside) if done.aside else None, [one.code for one in done.back]
        print(json.dumps({"run": done.run, "aside": aside, "purge_again": again}, ensure_ascii=False))
    elif not options.quiet:
        print(f"История возвращена и проверена: последнее обновление в ней — № {done.run}.")
        if done.aside:
            print(f"Прежняя отложена в {done.aside}.")
        print("Дальше: rpo sync — он прочитает реестры и запишет отчёты заново.")
    if done.back and not options.json:
        print("Копия сделана раньше, чем были уничтожены данные этих людей: с ней они вернулись. Уничтожьте их снова:")
        for one in done.back:
            print(f"  rpo purge {one.code}    (уничтожены {one.day:%d.%m.%Y})")
    return 0


def _listed(options: Namespace) -> int:
    from sync.backing_up import backups_of, good_copies
    from sync.desk import open_desk

    desk = open_desk(options)
    copies = good_copies(desk)
    if options.json:
        print(json.dumps([{"file": str(one.path), "run": run} for one, run in copies], ensure_ascii=False))
        return 0
    if not copies:
        print(f"Копий в папке {backups_of(desk)} нет. Если копия лежит в другом месте: rpo restore-state ФАЙЛ.")
    for one, run in copies:
        what = "повреждена" if run is None else f"исправна, последнее обновление № {run}"
        print(f"{one.path}: {what}.")
    good = next((one for one, run in copies if run is not None), None)
    if good is not None:
        print(f'Вернуть последнюю исправную: rpo restore-state "{good.path}".')
    return 0
