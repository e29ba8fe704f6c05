"""`rpo fill`: a form of somebody else filled as a copy, by the marks in its cells; small numbers are hidden."""

from argparse import ArgumentParser, Namespace

NAME = "fill"
HELP = "заполнить чужую форму .xlsx по меткам в ячейках: копией, без имён, малые числа скрыты"
ENDS = {
    0: "каждая ячейка с меткой заполнена или скрыта",
    1: "какие-то ячейки остались пустыми: они названы",
    2: "в форме нет меток или она не книга .xlsx",
}


def add_options(parser: ArgumentParser) -> None:
    """Which form, of which day, for whom."""
    parser.add_argument(
        "form", metavar="ФОРМА", help="книга .xlsx с метками: {K02}, {K02; категория=Школьник}, {регион}"
    )
    words = "числа на конец периода (2026-04, 2026-К1, 2026, Э4); без него — на конец прошлого месяца"
    parser.add_argument("--period", metavar="ПЕРИОД", help=words)
    parser.add_argument("--request", metavar="КОД", help="код входящего запроса, например ДК-0045")
    words = "кому; без него — кто прислал запрос, иначе ФПО"
    parser.add_argument("--to", metavar="ПОЛУЧАТЕЛЬ", help=words)
    parser.add_argument("--out", metavar="ПАПКА", help="куда положить; без него — в папку exports офиса")


def run(options: Namespace) -> int:
    """0 when every marked cell is filled or hidden · 1 when some stay empty.

    Raises UsageError for a form without marks, FormError for what is no .xlsx, DisclosureError when the gate lets
    nothing out.
    """
    import json
    from pathlib import Path

    from sync.desk import open_desk
    from sync.filled_words import as_json, empty_cells, words_of
    from sync.form_filling import AskedForm, fill

    out = Path(options.out) if options.out else None
    asked = AskedForm(Path(options.form), options.period, options.request, options.to, out)
    made = fill(open_desk(options), asked, quiet=options.quiet or options.json)
    if options.json:
        print(json.dumps(as_json(made), ensure_ascii=False))
    else:
        print("\n".join(words_of(made)) if not options.quiet else str(made.path))
    return int(bool(empty_cells(made)))
