"""`rpo report`: reports of the office and documents, put into files; nothing is recorded."""

from argparse import ArgumentParser, Namespace
from functools import cache
from pathlib import Path

NAME = "report"
HELP = "отчёты и документы в файлы: таблица, страница, PDF, Word, CSV или JSON"
ENDS = {0: "файлы записаны", 1: "период не закрыт или в шаблоне ошибка", 2: "такого отчёта, периода или вида файла нет"}


def add_options(parser: ArgumentParser) -> None:
    """Which reports and documents, in which formats, where to."""
    parser.add_argument(
        "names",
        metavar="ОТЧЁТ",
        nargs="*",
        help="название листа или документа, его начало или код (Д1); без названия — все листы",
    )
    parser.add_argument(
        "--format",
        metavar="ВИДЫ",
        help="через запятую: для листов xlsx, html, pdf, csv, json (обычно xlsx), для документов docx, pdf, xlsx, html"
        " (обычно docx,pdf)",
    )
    parser.add_argument(
        "--period",
        metavar="ПЕРИОД",
        help="период или этап: 2026-04, 2026-К1, Э4; закрытый — как о нём отчитались, незакрытый — только документы",
    )
    parser.add_argument(
        "--correction", metavar="N", type=int, help="какой отчёт за период: 0 — первый, 1 — уточнённый № 1"
    )
    parser.add_argument("--as-known-now", action="store_true", help="тот же период, каким его знают теперь")
    parser.add_argument("--meeting", metavar="ДАТА", help="заседание, к которому готовится документ: 2026-04-23")
    parser.add_argument(
        "--template", action="store_true", help="записать в папку templates шаблон документа, чтобы менять его вид"
    )
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку reports офиса")


def run(options: Namespace) -> int:
    """0; 1 for a period that is not closed or a broken template. A wrong name, period or format is a UsageError."""
    from reports.documents import DOCUMENTS
    from reports.formats import FORMATS
    from reports.formats.page import Page
    from sync.asked_documents import day_of, documents_of
    from sync.asked_formats import asked_formats, check_formats
    from sync.asked_reports import Asking, of_period, of_today
    from sync.asking import wanted
    from sync.desk import open_desk
    from sync.document_files import put_documents
    from sync.document_templates import write_standard
    from sync.look import look_once
    from sync.reporting import Made, as_json, put, said, title_of

    formats, meeting = asked_formats(options.format), day_of(options.meeting)
    asking = Asking(options.period, options.correction, options.as_known_now, meeting)
    desk = open_desk(options)
    folder = Path(options.out) if options.out else desk.reports
    today = cache(lambda: look_once(desk, quiet=options.quiet or options.json).facts)
    asked = cache(lambda: of_period(desk, asking) if asking.period else of_today(desk, today()))
    want = wanted(options.names, lambda: asked().reports, DOCUMENTS)
    check_formats(want, formats)
    documents = documents_of(desk, want.documents, asking, today)
    if options.template:
        made = Made(write_standard(documents, desk.templates))
    else:
        made = put_documents(desk, documents, formats.documents, folder)
    if want.reports and not options.template:
        title = title_of(want.reports, options.names, asked().day)
        pages = [Page(one, asked().stamp) for one in want.reports]
        files = {name: data for one in formats.tabs for name, data in FORMATS[one](title, pages).items()}
        made = put(files, folder, desk.made).joined(made)
    print(as_json(made) if options.json else "\n".join(said(made)))
    return 0
