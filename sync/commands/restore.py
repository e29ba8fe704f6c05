"""`rpo restore`: rows exactly as they were, in a workbook of their own; the register is never touched."""

from argparse import ArgumentParser, Namespace

NAME = "restore"
HELP = "вернуть строки такими, какими они были: в отдельный файл, реестр не меняется"
ENDS = {0: "книга с прежними строками записана", 2: "нет такого кода или в тот день строки не было"}


def add_options(parser: ArgumentParser) -> None:
    """Of which register, which rows, as of which day."""
    parser.add_argument("register", metavar="РЕЕСТР", help="код реестра (SCH) или название листа")
    parser.add_argument("codes", metavar="КОД", nargs="+", help="коды строк, например ШК-0123 ШК-0124")
    parser.add_argument(
        "--as-of", metavar="ГГГГ-ММ-ДД", dest="as_of", help="какими строки были в этот день; обычно — последними"
    )


def run(options: Namespace) -> int:
    """0 when the workbook is made. Raises UsageError for an unknown code, or a day on which the row was not there."""
    from sync.desk import open_desk
    from sync.restoring import restore

    return restore(open_desk(options), options)
