"""`rpo ack`: a person accepts what a guard held, or leaves a row that was lost or changed as it is."""

from argparse import ArgumentParser, Namespace

NAME = "ack"
HELP = "принять данные, приём которых приостановлен"
ENDS = {0: "изменение принято", 2: "под этим номером ничто не ждёт решения"}


def add_options(parser: ArgumentParser) -> None:
    """Which hold, and why it is accepted."""
    parser.add_argument(
        "hold", metavar="НОМЕР", help="номер из «Состояния», ключ реестра (SCH) или код строки (КМ-0012)"
    )
    parser.add_argument("--reason", metavar="ТЕКСТ", required=True, help="почему это изменение верно")


def run(options: Namespace) -> int:
    """0 when accepted. Raises UsageError when nothing is held under that number."""
    from sync.accepting import accept
    from sync.desk import open_desk

    accept(open_desk(options), options.hold, options.reason)
    if not options.quiet:
        print("Принято. Изменение попадёт в отчёты при следующем обновлении: rpo sync.")
    return 0
