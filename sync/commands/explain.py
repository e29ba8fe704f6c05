"""`rpo explain K02`: the rows behind a figure, those left out, and why it changed since the last report."""

import json
from argparse import ArgumentParser, Namespace

NAME = "explain"
HELP = "объяснить показатель: какие строки учтены, какие нет и почему, что изменилось с прошлого отчёта"
ENDS = {0: "показатель объяснён", 2: "такого показателя или разреза нет"}


def add_options(parser: ArgumentParser) -> None:
    """The indicator, the cut, and since when."""
    parser.add_argument("figure", metavar="ПОКАЗАТЕЛЬ", help="код показателя, например K02")
    parser.add_argument(
        "--cut",
        action="append",
        default=[],
        metavar="РАЗРЕЗ=ГРУППА",
        help="только часть показателя: --cut category=Школьник, --cut municipality=Бийск",
    )
    parser.add_argument(
        "--since", metavar="ГГГГ-ММ-ДД", help="с какого дня сравнивать; иначе с прошлого закрытого периода или со вчера"
    )


def run(options: Namespace) -> int:
    """Always exit 0: nothing is judged."""
    from sync.desk import open_desk
    from sync.explained import as_json, asked_of, explained, print_explained

    desk = open_desk(options)
    found = explained(desk, asked_of(options), quiet=options.quiet or options.json)
    if options.json:
        print(json.dumps(as_json(found), ensure_ascii=False))
    else:
        print_explained(found, verbose=options.verbose)
    return 0
