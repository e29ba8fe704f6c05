"""`rpo figures`: the indicators with plan, fact, light and reason; their cuts when asked. Writes nothing."""

import json
from argparse import ArgumentParser, Namespace

NAME = "figures"
HELP = "показатели: план на дату, факт, оценка и причина"
ENDS = {0: "показатели показаны, какой бы ни была оценка", 2: "такого показателя или разреза нет"}


def add_options(parser: ArgumentParser) -> None:
    """Which indicators, and by what they are divided."""
    parser.add_argument("indicators", nargs="*", metavar="ПОКАЗАТЕЛЬ", help="коды, например K02 K09; обычно — все")
    parser.add_argument(
        "--cut",
        metavar="РАЗРЕЗ[=ГРУППА]",
        help="по группам: category, municipality, priority, stage, owner, kind, source, state; all — все разрезы",
    )


def run(options: Namespace) -> int:
    """0, whatever the lights. Raises UsageError for an indicator, a cut or a group that there is not."""
    from reports.figures.as_json import as_json
    from reports.figures.asked import asked
    from reports.figures.table import lines
    from sync.desk import open_desk
    from sync.look import look_once

    desk = open_desk(options)
    survey = look_once(desk, quiet=options.quiet or options.json)
    chosen = asked(survey.facts, options.indicators, options.cut or "")
    if options.json:
        for figure in chosen:
            print(json.dumps(as_json(figure), ensure_ascii=False))
        return 0
    for line in lines(chosen):
        print(line)
    return 0
