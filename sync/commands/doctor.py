"""`rpo doctor`: is everything in place to work here; each finding with advice."""

import json
from argparse import ArgumentParser, Namespace

NAME = "doctor"
HELP = "проверить, всё ли готово к работе: настройки, папки, права, часы, место на диске; --offices — во многих офисах"
ENDS = {0: "всё готово к работе", 1: "что-то нужно исправить: сказано что"}


def add_options(parser: ArgumentParser) -> None:
    """One office, or many."""
    parser.add_argument("--offices", metavar="ПАПКА", help="все офисы этой папки: что не в порядке")


def run(options: Namespace) -> int:
    """0 when nothing is wrong, 1 otherwise."""
    if options.offices is not None:
        return _many(options)
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


def _many(options: Namespace) -> int:
    """What is wrong in any of the offices, a line a trouble."""
    from pathlib import Path

    from config.errors import OfficeError
    from sync.health import Finding, examine
    from sync.offices import desk_in, offices_in

    wrong = 0
    for folder in offices_in(Path(options.offices)):
        try:
            findings = examine(desk_in(folder, options.today))
        except OfficeError as trouble:
            findings = (Finding("Настройки", ok=False, text=trouble.sentence, advice=trouble.advice),)
        bad = [one for one in findings if not one.ok]
        wrong += len(bad)
        for one in bad:
            said = {"office": folder.name, "name": one.name, "ok": one.ok, "text": one.text, "advice": one.advice}
            line = f"{folder.name}: {one.name}: {one.text} → {one.advice}"
            print(json.dumps(said, ensure_ascii=False) if options.json else line)
    if not wrong and not options.json:
        print("Все офисы готовы к работе.")
    return int(bool(wrong))
