"""`rpo backup`: a copy of the history, opened and checked."""

import json
from argparse import ArgumentParser, Namespace

NAME = "backup"
HELP = "сделать проверенную копию истории офиса; старше двух недель копии удаляются"

ENDS = {0: "копия сделана и проверена", 1: "копии нет: история повреждена, занята или копию некуда положить"}


def add_options(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("--out", metavar="ФАЙЛ", help="куда положить; без него — в папку state/backups офиса")


def run(options: Namespace) -> int:
    """0 when the copy is there and whole."""
    from pathlib import Path

    from sync.backing_up import back_up
    from sync.desk import open_desk

    made = back_up(open_desk(options), Path(options.out) if options.out else None)
    if options.json:
        gone = [str(path) for path in made.gone]
        print(json.dumps({"file": str(made.path), "run": made.run, "removed": gone}, ensure_ascii=False))
    elif not options.quiet:
        print(f"Копия истории: {made.path}. Она открыта и проверена, последнее обновление в ней — № {made.run}.")
        print("В копии личные данные: храните её там же, где таблицы участников, и не пересылайте.")
    return 0
