"""`rpo check`: reads and checks, writes nothing, prints the remarks."""

import json
from argparse import ArgumentParser, Namespace

NAME = "check"
HELP = "прочитать и проверить реестры, ничего не записывая"
ENDS = {0: "хуже предупреждений ничего нет", 1: "есть строки или значения, которые не учтены"}


def add_options(parser: ArgumentParser) -> None:
    """One register only, when asked."""
    parser.add_argument("--register", metavar="КЛЮЧ", help="только один реестр, например SCH")


def run(options: Namespace) -> int:
    """Exit 0 when nothing is worse than a warning, 1 otherwise."""
    from sync.desk import open_desk
    from sync.look import look_once
    from sync.printing import print_causes
    from validators.remark import Severity

    desk = open_desk(options)
    survey = look_once(desk, quiet=options.quiet or options.json)
    remarks = [one for one in survey.remarks if options.register in (None, one.place.register)]
    if options.json:
        for remark in remarks:
            print(json.dumps(remark.as_json(), ensure_ascii=False))
    else:
        print_causes(remarks, survey.facts, verbose=options.verbose)
    return int(any(remark.severity in {Severity.CRITICAL, Severity.ERROR} for remark in remarks))
