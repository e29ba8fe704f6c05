"""`rpo ack`: a person accepts what a guard held, or leaves a row that was lost or changed as it is."""

from argparse import ArgumentParser, Namespace

NAME = "ack"
HELP = "принять данные, приём которых приостановлен"


def add_options(parser: ArgumentParser) -> None:
    """Which hold, and why it is accepted."""
    parser.add_argument(
        "hold", metavar="НОМЕР", help="номер из «Состояния», ключ реестра (SCH) или код строки (КМ-0012)"
    )
    parser.add_argument("--reason", metavar="ТЕКСТ", required=True, help="почему это изменение верно")


def run(options: Namespace) -> int:
    """0 when accepted. Raises UsageError when nothing is held under that number."""
    from config.codes import fold_code
    from config.errors import UsageError
    from sync.desk import open_desk
    from sync.writer import the_only_writer

    desk = open_desk(options)
    with the_only_writer(desk.state, desk.writer) as store:
        waiting = [one for one in store.holds() if not one.accepted]
        found = [one for one in waiting if options.hold.upper() in {str(one.number), one.register}]
        row = fold_code(options.hold) or options.hold
        let_be = store.let_be(row, options.reason, desk.moment) if not found else 0
        if not found and not let_be:
            numbers = ", ".join(f"{one.number} ({one.register})" for one in waiting) or "ничего"
            raise UsageError(
                f"Под «{options.hold}» ничего не приостановлено.", advice=f"Сейчас приостановлено: {numbers}."
            )
        for hold in found:
            store.ack(hold.number, options.reason, desk.moment)
    if not options.quiet:
        print("Принято. Изменение попадёт в отчёты при следующем обновлении: rpo sync.")
    return 0
