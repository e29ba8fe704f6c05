"""`rpo collect`: the packages of many regions become one workbook; for whoever receives them, no office is needed."""

from argparse import ArgumentParser, Namespace

NAME = "collect"
HELP = "свести пакеты многих регионов в одну книгу: кто отчитался, показатели, таблицы"
ENDS = {
    0: "свод записан, все пакеты подошли",
    1: "какой-то пакет не подошёл или пакетов нет",
    2: "нет такого периода, файла или вида",
}


def add_options(parser: ArgumentParser) -> None:
    """Where the packages lie, of which period, where to put the collection."""
    words = "папка с пакетами регионов (папками и архивами .zip, на любой глубине) или сам пакет"
    parser.add_argument("places", metavar="ПАПКА", nargs="+", help=words)
    words = "отчётный период (2026-04, 2026-К1, 2026, Э4); без него — тот, за который прислало больше регионов"
    parser.add_argument("--period", metavar="ПЕРИОД", help=words)
    parser.add_argument("--since", metavar="ФАЙЛ", help="прежний свод .xlsx: сказать, что с тех пор нового")
    words = "куда записать; вид — по окончанию имени: .xlsx, .html, .csv, .json; можно несколько раз"
    parser.add_argument("--out", metavar="ФАЙЛ", action="append", help=words)


def run(options: Namespace) -> int:
    """0 · 1 when some package can't be used or there is none. A wrong period, path or form is a UsageError."""
    import json
    from pathlib import Path

    from sync.collecting.before import before_in
    from sync.collecting.collect import collect
    from sync.collecting.putting import put_collection, said, wanted
    from sync.collecting.words import as_json, words_of
    from sync.periods import name_of

    paths = wanted(options.out or ())
    before = before_in(Path(options.since)) if options.since else None
    period = name_of(options.period) if options.period else None
    quiet = options.quiet or options.json
    collection = collect([Path(one) for one in options.places], period, before, quiet=quiet)
    made = put_collection(collection, paths)
    if options.json:
        written = [path for one in made for path in one.written]
        print(json.dumps(as_json(collection, written), ensure_ascii=False))
    else:
        print("\n".join([*(() if options.quiet else words_of(collection)), *said(made)]))
    return 1 if collection.refused else 0
