"""`rpo init`: makes a new office (settings, folders, empty workbooks) and never overwrites anything."""

from argparse import ArgumentParser, Namespace

NAME = "init"
HELP = "создать новый офис: настройки и пустые таблицы"


def add_options(parser: ArgumentParser) -> None:
    """Where to make the office; or a part of the region that gets workbooks with codes of its own."""
    parser.add_argument("folder", metavar="ПАПКА", help="папка нового офиса")
    parser.add_argument("--part", metavar="НАЗВАНИЕ", help="для готового офиса: таблицы участников для части региона")
    parser.add_argument("--from", dest="first", type=int, metavar="НОМЕР", help="с какого номера идут коды этой части")
    parser.add_argument("--google", action="store_true", help="вести реестры в Google Таблицах")


def run(options: Namespace) -> int:
    """0 when everything was made. Raises UsageError before anything would be overwritten."""
    from config.errors import UsageError
    from sync.founding import found_office, found_part

    if options.google:
        raise UsageError(
            "Google Таблицы появятся в одной из следующих версий.",
            advice="Сейчас создайте офис в папке: rpo init ПАПКА. Перенести его в Google можно будет потом.",
        )
    if options.part is None and options.first is not None:
        raise UsageError("Ключ --from нужен только вместе с --part.", advice="Например: --part Бийск --from 2000.")
    if options.part is not None:
        return found_part(options)
    return found_office(options)
