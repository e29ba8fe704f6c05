"""`rpo season`: drafts the office of the next season beside the old one, with everything that goes on."""

from argparse import ArgumentParser, Namespace

NAME = "season"
HELP = "подготовить офис нового сезона: перенести то, что продолжается; прежний офис не меняется"
ENDS = {0: "таблицы нового сезона готовы", 2: "папка не пуста или сезон не следующий"}


def add_options(parser: ArgumentParser) -> None:
    """Which season, where, and whether rows whose approval has run out go on too."""
    parser.add_argument("season", metavar="СЕЗОН", help="новый сезон, например 2026/2027")
    parser.add_argument("folder", metavar="ПАПКА", nargs="?", help="куда; обычно — рядом с офисом: ОФИС-2026-2027")
    words = "перенести и тех наставников, площадки и организации, чьё утверждение вышло, с пометкой в «Примечании»"
    parser.add_argument("--all", action="store_true", help=words)


def run(options: Namespace) -> int:
    """0 when the draft is made. Raises UsageError for a folder that is not empty or a season that is not the next."""
    from sync.season import draft_season

    return draft_season(options)
