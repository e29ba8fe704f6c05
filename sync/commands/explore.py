"""`rpo explore FILE…`: what an unknown table is, and how to read it as a register, or to fill it as a form."""

from argparse import ArgumentParser, Namespace

NAME = "explore"
HELP = "разобраться в чужой таблице: где заголовок, на какой реестр похожа, что исправить"
ENDS = {0: "каждая таблица разобрана", 1: "какую-то разобрать не удалось или дописать о ней нечего"}


def add_options(parser: ArgumentParser) -> None:
    """The files, and what is known of them beforehand."""
    parser.add_argument("files", nargs="+", metavar="ФАЙЛ", help="таблицы: .xlsx, .xls, .ods, .csv")
    words = "дописать в office.toml, как читать таблицу реестром; форму — записать рядом копией с метками"
    parser.add_argument("--write", action="store_true", help=words)
    parser.add_argument("--register", metavar="КЛЮЧ", help="считать таблицу этим реестром, например SCH")
    parser.add_argument("--sheet", metavar="ЛИСТ", help="только этот лист")
    parser.add_argument(
        "--constant",
        action="append",
        default=[],
        metavar="СТОЛБЕЦ=ЗНАЧЕНИЕ",
        help="что известно обо всех строках: --constant Муниципалитет=Бийск",
    )


def run(options: Namespace) -> int:
    """Exit 0 when every file is explored (and every draft written), 1 when one is not."""
    from sync.exploration import run_exploration

    return run_exploration(options)
