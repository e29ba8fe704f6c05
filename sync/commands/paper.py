"""`rpo paper`: diplomas, letters, consents and lists with names, by an office's own template."""

from argparse import ArgumentParser, Namespace

NAME = "paper"
HELP = "именные документы по вашему шаблону .docx: дипломы, письма, согласия, списки"
ENDS = {0: "документы записаны", 1: "назвать в документе некого", 2: "нет такого шаблона, реестра или столбца"}


def add_options(parser: ArgumentParser) -> None:
    """Which template and register, which rows, for whom, where to."""
    parser.add_argument("template", metavar="ШАБЛОН", nargs="?", help="файл .docx или его название в папке templates")
    parser.add_argument("register", metavar="РЕЕСТР", nargs="?", help="код реестра (SCH) или название листа")
    parser.add_argument(
        "--where", metavar="СТОЛБЕЦ=ЗНАЧЕНИЕ", action="append", default=[],
        help="только такие строки; условий может быть несколько. Без условия на статус берутся действующие участники",
    )  # fmt: skip
    parser.add_argument("--codes", metavar="КОДЫ", help="только эти строки: ШК-0001,ШК-0007")
    parser.add_argument(
        "--outside", metavar="КОМУ",
        help="документ уйдёт из офиса: войдут только давшие согласие на передачу, выдача записывается",
    )  # fmt: skip
    parser.add_argument(
        "--ask-consent", action="store_true", help="бланки согласий: для тех, у кого действующего согласия нет"
    )
    parser.add_argument("--one-file", action="store_true", help="все документы одним файлом, каждый с новой страницы")
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; обычно — private/papers в папке офиса")
    parser.add_argument("--examples", action="store_true", help="положить примеры шаблонов в папку templates")
    parser.add_argument("--marks", metavar="РЕЕСТР", help="какие метки есть у реестра и в каких формах они бывают")
    parser.add_argument("--log", action="store_true", help="что, когда и кому выдано из офиса")


def run(options: Namespace) -> int:
    """0 when made · 1 when nobody may be named in it. Raises UsageError and TemplateFaultError, exit code 2."""
    from sync.desk import open_desk
    from sync.given_papers import show_log
    from sync.paper_files import put_examples
    from sync.paper_wish import show_marks
    from sync.papers import make_papers

    desk = open_desk(options)
    if options.examples:
        return put_examples(desk, as_json=options.json)
    if options.marks is not None:
        return show_marks(options.marks, as_json=options.json)
    if options.log:
        return show_log(desk, as_json=options.json)
    return make_papers(desk, options)
