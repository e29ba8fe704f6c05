"""`rpo form`: the signature list of an event to print, and the «Ведомость» to type back."""

from argparse import ArgumentParser, Namespace

NAME = "form"
HELP = "лист регистрации и ведомость мероприятия: напечатать и вернуть с отметками"
ENDS = {0: "книга записана", 2: "такого мероприятия, команды или реестра нет"}


def add_options(parser: ArgumentParser) -> None:
    """Of which event, for whom, and where to put the workbook."""
    parser.add_argument("event", nargs="?", metavar="КОД", help="код из «Плана мероприятий», например МР-0045")
    parser.add_argument("--blank", action="store_true", help="пустая ведомость на весь сезон: все мероприятия плана")
    parser.add_argument("--team", metavar="КОД", help="только одна команда, например КМ-0003")
    parser.add_argument("--register", metavar="КЛЮЧ", help="только один реестр участников: UNI или SCH")
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; обычно — reports/forms в папке офиса")


def run(options: Namespace) -> int:
    """0 when the workbook is made. Raises UsageError for what is not in the registers."""
    from sync.forms import make_form

    return make_form(options)
