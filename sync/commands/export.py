"""`rpo export`: what leaves the office; `federal` is the package for the federal office, `--all` everything it has."""

from argparse import ArgumentParser, Namespace

NAME = "export"
HELP = "выпустить пакет для ФПО (federal) или выгрузить всё, что есть у офиса (--all)"
ENDS = {
    0: "выпущено",
    1: "период не закрыт или пакет не прошёл проверку на раскрытие",
    2: "не сказано, что выгрузить, или место занято",
}


def add_options(parser: ArgumentParser) -> None:
    """What to export and where to."""
    words = "federal — пакет для ФПО за закрытый период: без имён, малые числа скрыты"
    parser.add_argument("what", metavar="ЧТО", nargs="?", choices=("federal",), help=words)
    words = "federal: закрытый период (2026-04, 2026-К1, 2026, Э4); без него — закрытый последним"
    parser.add_argument("--period", metavar="ПЕРИОД", help=words)
    parser.add_argument("--correct", metavar="ПРИЧИНА", help="federal: выпустить уточнение отправленного пакета")
    words = "federal: пакет по запросу, между периодами; данные — на конец прошлого месяца"
    parser.add_argument("--now", action="store_true", help=words)
    parser.add_argument("--request", metavar="КОД", help="federal: код входящего запроса, например ДК-0045; с --now")
    words = "все реестры и вся история: xlsx, CSV и опись Table Schema; из выгрузки можно создать такой же офис"
    parser.add_argument("--all", action="store_true", dest="everything", help=words)
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку exports офиса")
    parser.add_argument("--zip", action="store_true", dest="archive", help="с --all: ещё и одним файлом .zip")
    words = "с --all: офис ведёт имена отдельно (режим codes) — выгрузить и их; без этого они офис не покидают"
    parser.add_argument("--with-names", action="store_true", help=words)


def run(options: Namespace) -> int:
    """0. Raises UsageError when nothing is asked for or something lies where the package should go.

    For the package: PeriodError for a period that is not closed, DisclosureError when the gate does not let it out.
    """
    from config.errors import UsageError

    if options.what == "federal" and not options.everything:
        return _federal(options)
    if options.what or not options.everything:
        raise UsageError(
            "Не сказано, что выгрузить.",
            advice="Пакет для ФПО: rpo export federal. Всё, что есть у офиса: rpo export --all.",
        )
    return _everything(options)


def _federal(options: Namespace) -> int:
    import json
    from pathlib import Path

    from config.errors import UsageError
    from sync.desk import open_desk
    from sync.exported_words import as_json, words_of
    from sync.federal import Asked, export

    if options.now != bool(options.request):
        raise UsageError(
            "Пакет между периодами делают по запросу.", advice="Так: rpo export federal --now --request ДК-0045."
        )
    if options.now and (options.period or options.correct is not None):
        raise UsageError(
            "С ключом --now период и причина уточнения не указываются.",
            advice="Данные будут на конец прошлого месяца: rpo export federal --now --request ДК-0045.",
        )
    if options.correct is not None and not options.correct.strip():
        raise UsageError("Причина уточнения пуста.", advice="Напишите её: --correct «исправлены даты зачисления».")
    out = Path(options.out) if options.out else None
    asked = Asked(options.period, options.correct, options.request, out)
    made = export(open_desk(options), asked, quiet=options.quiet or options.json)
    if options.json:
        print(json.dumps(as_json(made), ensure_ascii=False))
    else:
        print("\n".join(words_of(made)) if not options.quiet else str(made.folder))
    return 0


def _everything(options: Namespace) -> int:
    import json
    from pathlib import Path

    from sync.desk import open_desk
    from sync.moving.exporting import export_everything
    from sync.moving.readme import README, files_words, personal

    out = Path(options.out) if options.out else None
    made = export_everything(
        open_desk(options),
        out,
        names=options.with_names,
        archive=options.archive,
        quiet=options.quiet or options.json,
    )
    if options.json:
        shape = {
            "folder": str(made.folder),
            "archive": str(made.archive) if made.archive else None,
            "run": made.contents.run,
            "registers": list(made.contents.registers),
            "files": len(made.contents.paths) + 1,
            "names": made.contents.names,
            "left_out": list(made.contents.left_out),
            "sha256": made.digest,
        }
        print(json.dumps(shape, ensure_ascii=False))
        return 0
    print(f"Выгружено в {made.folder}: {files_words(made.contents)}, {made.contents.of_update}.")
    if made.archive:
        print(f"То же одним файлом: {made.archive}.")
    print(f"{personal(made.contents)} Что где лежит, сказано в {README}.")
    if not options.quiet and made.contents.left_out:
        print(f"Из office.toml не выгружено: {', '.join(made.contents.left_out)}.")
    if not options.quiet:
        print(f"Контрольная сумма описи (datapackage.json): {made.digest}.")
    return 0
