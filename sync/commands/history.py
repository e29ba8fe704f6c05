"""`rpo history`: every version of a row, or the rows of a register that changed lately."""

from argparse import ArgumentParser, Namespace

NAME = "history"
HELP = "история строки реестра: какой она была и когда менялась"
ENDS = {0: "история показана", 2: "нет такого реестра или кода"}

_COUNT = 50


def add_options(parser: ArgumentParser) -> None:
    """Of which register, of which row, how many of the last changes."""
    parser.add_argument("register", metavar="РЕЕСТР", help="код реестра (SCH) или название листа")
    parser.add_argument("code", metavar="КОД", nargs="?", help="код строки, например ШК-0123; без него — что менялось")
    parser.add_argument(
        "--last", metavar="ЧИСЛО", type=int, default=_COUNT, help=f"сколько последних изменений показать ({_COUNT})"
    )


def run(options: Namespace) -> int:
    """0. Raises UsageError for an unknown register or code."""
    from config.errors import UsageError
    from sync.desk import open_desk
    from sync.row_history import show_history

    if options.last < 1:
        raise UsageError("Число изменений должно быть больше нуля.", advice=f"Например: --last {_COUNT}.")
    show_history(open_desk(options), options.register, options.code, options.last, as_json=options.json)
    return 0
