"""`rpo init`: makes a new office (settings, folders, empty workbooks) and never overwrites anything."""

from argparse import ArgumentParser, Namespace

NAME = "init"
HELP = "создать новый офис: настройки и пустые таблицы"
ENDS = {0: "всё создано", 2: "в папке уже что-то есть, она не тронута"}


def add_options(parser: ArgumentParser) -> None:
    """Where to make the office; or a part of the region that gets workbooks with codes of its own."""
    parser.add_argument("folder", metavar="ПАПКА", help="папка нового офиса")
    words = "для готового офиса: таблицы участников для части региона; ключ можно повторить"
    parser.add_argument("--part", action="append", metavar="НАЗВАНИЕ", help=words)
    words = "то же для каждого муниципалитета из «Муниципалитетов», у которого ещё нет своих кодов"
    parser.add_argument("--parts-from-list", action="store_true", dest="listed", help=words)
    words = "с какого номера идут коды; без него берётся свободная тысяча"
    parser.add_argument("--from", dest="first", type=int, metavar="НОМЕР", help=words)
    words = "вести реестры в Google Таблицах; второй раз — заполнить таблицы, адреса которых вписаны в office.toml"
    parser.add_argument("--google", action="store_true", help=words)
    words = (
        "с --google: local — люди в папке офиса, остальное в Google (так и предлагается); "
        "codes — в Google только коды; in_sheet — имена в Google"
    )
    parser.add_argument("--mode", choices=("local", "codes", "in_sheet"), help=words)
    words = "создать офис из выгрузки: папка или .zip команды rpo export --all"
    parser.add_argument("--from-export", dest="package", metavar="ВЫГРУЗКА", help=words)
    parser.add_argument("--yes", action="store_true", help="не спрашивать согласия: план уже прочитан")


def run(options: Namespace) -> int:
    """0 when everything was made. Raises UsageError before anything would be overwritten."""
    from config.errors import UsageError
    from sync.founding import found_office
    from sync.parting import found_parts

    if options.package is not None:
        return _from_export(options)
    parts = options.part is not None or options.listed
    if options.google and parts:
        raise UsageError(
            "Ключи --google и --part вместе не работают.",
            advice="Создайте офис (--google), а таблицы муниципалитетов — отдельной командой: --part Бийск.",
        )
    if options.google:
        from sync.google.founding import init_google

        return init_google(options)
    if options.mode is not None:
        raise UsageError("Ключ --mode нужен только вместе с --google.", advice="Например: --google --mode codes.")
    if not parts and options.first is not None:
        raise UsageError("Ключ --from нужен только вместе с --part.", advice="Например: --part Бийск --from 2000.")
    return found_parts(options) if parts else found_office(options)


def _from_export(options: Namespace) -> int:
    import json
    from pathlib import Path

    from config.errors import UsageError
    from reports.wording import counted
    from sync.moving.importing import import_office

    others = (options.part, options.listed, options.first, options.google, options.mode)
    if any(one not in (None, False) for one in others):
        raise UsageError(
            "Ключ --from-export не сочетается с другими ключами init.",
            advice="Создайте офис из выгрузки, а остальное меняйте уже в нём.",
        )
    made = import_office(Path(options.folder), Path(options.package), quiet=options.quiet or options.json)
    if options.json:
        shape = {"run": made.run, "files": made.files, "left_out": list(made.left_out), "sha256": made.digest}
        print(json.dumps({"office": str(made.folder), **shape}, ensure_ascii=False))
        return 0
    files = counted(made.files, "файл", "файла", "файлов")
    print(f"Офис создан из выгрузки: {made.folder}, {files} и вся история.")
    if made.left_out:
        print(f"Впишите заново в office.toml: {', '.join(made.left_out)}.")
    if not options.quiet:
        print(f"Контрольная сумма описи (datapackage.json): {made.digest}. При выгрузке была названа та же.")
        print(f"Проверьте: rpo status --office {made.folder}, затем rpo sync --office {made.folder}.")
    return 0
