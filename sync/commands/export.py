"""`rpo export`: what leaves the office; `--all` is everything it has, in open forms."""

from argparse import ArgumentParser, Namespace

NAME = "export"
HELP = "выгрузить всё, что есть у офиса, в открытых форматах"


def add_options(parser: ArgumentParser) -> None:
    """What to export and where to."""
    words = "все реестры и вся история: xlsx, CSV и опись Table Schema; из выгрузки можно создать такой же офис"
    parser.add_argument("--all", action="store_true", dest="everything", help=words)
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку exports/всё офиса")
    parser.add_argument("--zip", action="store_true", dest="archive", help="с --all: ещё и одним файлом .zip")
    words = "с --all: офис ведёт имена отдельно (режим codes) — выгрузить и их; без этого они офис не покидают"
    parser.add_argument("--with-names", action="store_true", help=words)


def run(options: Namespace) -> int:
    """0. Raises UsageError when nothing is asked for or something lies where the package should go."""
    from config.errors import UsageError

    if not options.everything:
        raise UsageError("Не сказано, что выгрузить.", advice="Всё, что есть у офиса: rpo export --all.")
    return _everything(options)


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
