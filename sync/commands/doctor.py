"""`rpo doctor`: is everything in place to work here; each finding with advice."""

import json
from argparse import ArgumentParser, Namespace

NAME = "doctor"
HELP = "проверить, всё ли готово к работе: настройки, папки, права, часы, место на диске"
ENDS = {0: "всё готово к работе", 1: "что-то нужно исправить: сказано что"}


def add_options(parser: ArgumentParser) -> None:
    """No options of its own."""


def run(options: Namespace) -> int:
    """0 when nothing is wrong, 1 otherwise."""
    from sync.desk import open_desk
    from sync.health import examine

    findings = examine(open_desk(options))
    if options.json:
        for one in findings:
            print(
                json.dumps({"name": one.name, "ok": one.ok, "text": one.text, "advice": one.advice}, ensure_ascii=False)
            )
    else:
        for one in findings:
            print(f"{'порядок ' if one.ok else 'НЕПОРЯДОК'}  {one.name}: {one.text}")
            if not one.ok:
                print(f"           → {one.advice}")
    return int(not all(one.ok for one in findings))
