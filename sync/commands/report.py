"""`rpo report`: the reports of the office as it stands, put into files; nothing is recorded."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

NAME = "report"
HELP = "отчёты в файлы: таблица, страница, PDF, CSV или JSON"


def add_options(parser: ArgumentParser) -> None:
    """Which reports, in which formats, where to."""
    parser.add_argument("names", metavar="ОТЧЁТ", nargs="*", help="название листа или его начало; без названия — все")
    parser.add_argument("--format", metavar="ВИДЫ", default="xlsx", help="через запятую: xlsx, html, pdf, csv, json")
    parser.add_argument(
        "--period", metavar="ПЕРИОД", help="закрытый период, как о нём отчитались: 2026-04, 2026-К1, Э4"
    )
    parser.add_argument(
        "--correction", metavar="N", type=int, help="какой отчёт за период: 0 — первый, 1 — уточнённый № 1"
    )
    parser.add_argument("--as-known-now", action="store_true", help="тот же период, каким его знают теперь")
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку reports офиса")


def run(options: Namespace) -> int:
    """0; 1 for a period that is not closed. A wrong name, period or format is a UsageError."""
    from reports.formats import FORMATS
    from reports.formats.page import Page
    from sync.asked_reports import of_period, of_today
    from sync.desk import open_desk
    from sync.reporting import chosen, put, said, title_of

    formats = _formats(options.format, list(FORMATS))
    desk = open_desk(options)
    if options.period:
        asked = of_period(desk, options.period, options.correction, as_known_now=options.as_known_now)
    else:
        asked = of_today(desk, quiet=options.quiet or options.json)
    reports = chosen(asked.reports, options.names)
    title, pages = title_of(reports, options.names, asked.day), [Page(one, asked.stamp) for one in reports]
    files = {name: data for one in formats for name, data in FORMATS[one](title, pages).items()}
    made = put(files, Path(options.out) if options.out else desk.reports, desk.state.parent / "made.json")
    if options.json:
        print(
            json.dumps(
                {"written": list(map(str, made.written)), "kept_aside": list(map(str, made.kept))}, ensure_ascii=False
            )
        )
    else:
        print("\n".join(said(made)))
    return 0


def _formats(words: str, known: Sequence[str]) -> list[str]:
    """The formats asked for, each once. Raises UsageError."""
    from config.errors import UsageError

    asked = [one.strip().lower() for one in words.split(",") if one.strip()]
    unknown = [one for one in asked if one not in known]
    if unknown or not asked:
        wrong = unknown[0] if unknown else words
        raise UsageError(f"Вида «{wrong}» нет.", advice=f"Есть такие: {', '.join(known)}.")
    return list(dict.fromkeys(asked))
