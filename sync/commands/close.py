"""`rpo close`: a period is over, and what was reported of it never changes again; or a numbered correction of it."""

from argparse import ArgumentParser, Namespace

NAME = "close"
HELP = "закрыть отчётный период или выпустить уточнённый отчёт за него"
ENDS = {
    0: "период закрыт или уточнение выпущено",
    1: "закрыть нельзя: сказано почему",
    7: "какой-то реестр к концу периода не был принят",
}


def add_options(parser: ArgumentParser) -> None:
    """Which period, and why it is corrected or closed in spite of registers that were not accepted."""
    parser.add_argument("period", metavar="ПЕРИОД", help="2026-04 (месяц), 2026-К1 (квартал), 2026 (год) или Э4 (этап)")
    parser.add_argument("--correct", metavar="ПРИЧИНА", help="выпустить уточнённый отчёт за закрытый период")
    parser.add_argument("--force", metavar="ПРИЧИНА", help="закрыть, хотя не все реестры были приняты")


def run(options: Namespace) -> int:
    """0 when closed · 1 when it can't be · 7 when a register was held or not read by then."""
    from sync.closing import MANIFEST, close, correct
    from sync.desk import open_desk
    from sync.periods import issued_lines

    desk = open_desk(options)
    if options.correct is not None:
        period = correct(desk, options.period, options.correct, options.force)
    else:
        period = close(desk, options.period, options.force)
    if options.json:
        print(period.files[MANIFEST].decode(), end="")
    elif not options.quiet:
        print("\n".join(issued_lines(desk, period)))
    return 0
