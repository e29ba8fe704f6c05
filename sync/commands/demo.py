"""`rpo demo`: makes a made-up office with planted faults, updates it, and says where to look."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

NAME = "demo"
HELP = "создать учебный офис с вымышленными данными и посмотреть, что делает сервис"
ENDS = {0: "офис создан и обновлён", 2: "папку создала не эта команда, она не тронута"}


def add_options(parser: ArgumentParser) -> None:
    """Where to make the office, and which one of many."""
    parser.add_argument(
        "folder", metavar="ПАПКА", nargs="?", default="demo-office", help="куда (по умолчанию demo-office)"
    )
    parser.add_argument("--google", action="store_true", help="таблицы офиса — в Google (на учебном сервере)")
    parser.add_argument("--endpoint", metavar="АДРЕС", help="адрес учебного сервера на этом компьютере")
    parser.add_argument("--seed", metavar="ЧИСЛО", type=int, default=1, help="какой из учебных офисов: 1, 2, 3…")


def run(options: Namespace) -> int:
    """0 when the office stands and is updated. Raises UsageError for a folder that demo did not make."""
    from sync.demo.build import build
    from sync.desk import open_desk
    from sync.run import update

    _check(options)
    folder = Path(options.folder)
    planted = build(folder, options.seed)
    if options.google:
        from sync.demo.in_google import move_to_google

        move_to_google(folder, options.endpoint)
    result = update(open_desk(Namespace(office=str(folder), today=options.today)), quiet=True)
    if options.json:
        import json

        print(json.dumps(result.as_json(), ensure_ascii=False))
    elif not options.quiet:
        print(_words(folder, len(planted)))
    return 0


def _check(options: Namespace) -> None:
    """A made-up office goes to a server on this machine only. Raises UsageError."""
    from config.errors import UsageError
    from config.google import is_loopback

    if options.google and not (options.endpoint and is_loopback(options.endpoint)):
        raise UsageError(
            "Учебный офис в Google создаётся только на учебном сервере этого компьютера.",
            advice="Выполните make demo-google или укажите --endpoint http://127.0.0.1:ПОРТ.",
        )
    if options.endpoint and not options.google:
        raise UsageError("Ключ --endpoint нужен только вместе с --google.", advice="Добавьте --google.")


def _words(folder: Path, planted: int) -> str:
    office = folder / "office.toml"
    program = sys.argv[0] if Path(sys.argv[0]).name == "rpo" else "rpo"
    return "\n".join(
        (
            f"Учебный офис готов: {folder.resolve()}",
            "Область, люди и организации вымышлены; сегодня в офисе 15 апреля 2026 года.",
            "",
            "Что посмотреть:",
            f"  {folder / 'reports' / 'Отчёты.xlsx'} — сводка руководителя на одной странице",
            f"  {folder / 'reports' / 'Замечания.xlsx'} — что исправить в таблицах",
            f"  {folder / 'reports'}/Замечания — <должность>.xlsx — замечания каждого сотрудника",
            f"  {folder / 'registers'} — таблицы сотрудников, их можно открывать и исправлять",
            f"  {folder / 'planted.json'} — ошибки, заложенные нарочно: {planted}",
            f"  {folder / 'faults'} — маленькие офисы, в каждом одна ошибка в файле или на листе",
            "",
            "Что попробовать:",
            f"  {program} check --office {office}     проверить таблицы, ничего не записывая",
            "  исправьте ячейку в таблице и выполните:",
            f"  {program} sync --office {office}      обновить замечания и отчёты",
            "  закройте апрель и выпустите пакет для ФПО, как будто он уже закончился:",
            f"  {program} close 2026-04 --today 2026-05-05 --office {office}",
            f"  {program} export federal --today 2026-05-05 --office {office}",
        )
    )
