"""`rpo status`: each register with its age, what is held or failed; each job of the service, done last and due next."""

import json
from argparse import ArgumentParser, Namespace

NAME = "status"
HELP = "состояние: когда прочитаны реестры, что приостановлено, что сделала и сделает служба"
ENDS = {0: "ничто не ждёт решения", 7: "приём данных какого-то реестра приостановлен"}


def add_options(parser: ArgumentParser) -> None:
    """No options of its own."""


def run(options: Namespace) -> int:
    """7 when something is held, else 0."""
    from sync.desk import open_desk
    from sync.status import as_json, status_of
    from sync.status_words import lines_of

    status = status_of(open_desk(options))
    print(json.dumps(as_json(status), ensure_ascii=False) if options.json else "\n".join(lines_of(status)))
    return 7 if status.waiting else 0
