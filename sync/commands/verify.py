"""`rpo verify`: a package for the federal office is whole, adds up and tells nothing small; no office is needed."""

from argparse import ArgumentParser, Namespace

NAME = "verify"
HELP = "проверить пакет для ФПО: цел ли он, сходятся ли числа, не видно ли лишнего"
ENDS = {0: "все пакеты в порядке", 1: "с каким-то пакетом что-то не так или он не читается"}


def add_options(parser: ArgumentParser) -> None:
    """Which packages, in the order of their chain."""
    words = "папка пакета или архив .zip; несколько — в том порядке, в каком они выпущены"
    parser.add_argument("packages", metavar="ПАКЕТ", nargs="+", help=words)


def run(options: Namespace) -> int:
    """0 when every package is in order · 1 when something is wrong with one or it can't be read."""
    import json
    from pathlib import Path

    from sync.packages import read_package, verified
    from sync.verified_words import as_json, words_of

    found = verified([read_package(Path(one)) for one in options.packages])
    if options.json:
        print("\n".join(json.dumps(as_json(package, failures), ensure_ascii=False) for package, failures in found))
    elif not options.quiet:
        print("\n".join(line for package, failures in found for line in words_of(package, failures)))
    return 1 if any(failures for _, failures in found) else 0
