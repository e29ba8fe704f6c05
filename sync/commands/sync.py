"""`rpo sync`: one recorded update of the office."""

import json
from argparse import ArgumentParser, Namespace

NAME = "sync"
HELP = "обновить: прочитать реестры, проверить, переписать замечания и отчёты"
ENDS = {
    0: "все реестры приняты или не изменились, сколько бы ни было замечаний",
    1: "какой-то реестр не прочитан, отчёт не записан или уже идёт другое обновление",
    7: "приём данных какого-то реестра приостановлен",
}


def add_options(parser: ArgumentParser) -> None:
    """A reviewed plan, or the reason to accept what is held."""
    parser.add_argument("--plan", metavar="НОМЕР", help="выполнить только тот план, который показан командой plan")
    parser.add_argument("--force", metavar="ПРИЧИНА", help="принять всё, приём чего приостановлен, и записать причину")


def run(options: Namespace) -> int:
    """0 all accepted · 1 a register failed · 7 one is held; the others went on."""
    from sync.desk import open_desk
    from sync.now.place import has_tab
    from sync.printing import print_result
    from sync.run import update

    desk = open_desk(options)
    quiet = options.quiet or options.json
    if has_tab(desk.settings) and options.plan is None:
        from sync.now.hearing import hear_before_update

        desk, looked = hear_before_update(desk)
        for line in () if quiet else looked.lines:
            print(line)
    result = update(desk, quiet=quiet, checksum=options.plan, force=options.force)
    if options.json:
        print(json.dumps(result.as_json(), ensure_ascii=False))
    elif not options.quiet:
        print_result(result)
    return result.exit_code
