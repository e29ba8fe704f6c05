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
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку reports офиса")


def run(options: Namespace) -> int:
    """Always 0; a wrong name or format is a UsageError."""
    from reports.composed import compose_all
    from reports.formats import FORMATS
    from reports.formats.page import Page
    from sync.desk import open_desk
    from sync.look import look_once
    from sync.reporting import chosen, for_all, put, said, title_of

    formats = _formats(options.format, list(FORMATS))
    desk = open_desk(options)
    survey = look_once(desk, quiet=options.quiet or options.json)
    reports = chosen(for_all(compose_all(survey.facts)), options.names)
    title, pages = title_of(reports, options.names, desk.today), [Page(one) for one in reports]
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
