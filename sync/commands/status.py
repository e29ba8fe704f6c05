"""`rpo status`: each register with its age, what is held or failed; each job of the service, done last and due next."""

import json
from argparse import ArgumentParser, Namespace

NAME = "status"
HELP = "состояние: когда прочитаны реестры, что приостановлено, что сделала и сделает служба; --offices — многие офисы"
ENDS = {
    0: "ничто не ждёт решения",
    1: "с --offices: какой-то офис не читается",
    7: "приём данных какого-то реестра приостановлен",
}


def add_options(parser: ArgumentParser) -> None:
    """One office, or many."""
    parser.add_argument("--offices", metavar="ПАПКА", help="все офисы этой папки, строка на офис")


def run(options: Namespace) -> int:
    """7 when something is held; with --offices 1 when an office can't be read; else 0."""
    if options.offices is not None:
        from sync.status_many import many_lines

        return many_lines(options)
    from sync.desk import open_desk
    from sync.status import as_json, status_of
    from sync.status_words import lines_of

    status = status_of(open_desk(options))
    print(json.dumps(as_json(status), ensure_ascii=False) if options.json else "\n".join(lines_of(status)))
    return 7 if status.waiting else 0
