"""`rpo purge`: destroys a person's data in what the service keeps and drafts the act; staff's tables stay untouched."""

from argparse import ArgumentParser, Namespace

NAME = "purge"
HELP = "уничтожить личные данные человека: показать, где они, стереть своё, подготовить акт"
ENDS = {
    0: "уничтожено, проект акта готов",
    1: "уничтожено, но таблицы сотрудников ещё хранят данные: ячейки названы",
    2: "такого кода нет",
}


def add_options(parser: ArgumentParser) -> None:
    """Whose, why, and whether he has agreed beforehand."""
    parser.add_argument("code", metavar="КОД", help="код участника или наставника, например ШК-0123")
    parser.add_argument("--reason", metavar="ТЕКСТ", help="почему: войдёт в акт; имён не пишите")
    parser.add_argument("--anyway", action="store_true", help="и тогда, когда человек назван в других таблицах")
    parser.add_argument("--yes", action="store_true", help="не спрашивать согласия")


def run(options: Namespace) -> int:
    """0 when done, 1 when staff's tables still hold him. Raises UsageError for a code of nobody."""
    from sync.desk import open_desk
    from sync.purging.purge import purge

    return purge(open_desk(options), options)
