"""`rpo mail`: the letters of the day are composed and sent, as the service does it at their hour."""

import json
from argparse import ArgumentParser, Namespace

NAME = "mail"
HELP = "письма сотрудникам: составить и отправить то, чему пришло время"
ENDS = {0: "отправлено или отправлять нечего", 1: "что-то не отправлено: названо, что и почему"}


def add_options(parser: ArgumentParser) -> None:
    """Only look, or do not wait for the hour."""
    parser.add_argument("--dry-run", action="store_true", help="показать письма, ничего не отправляя и не запоминая")
    parser.add_argument("--now", action="store_true", help="не ждать часа рассылки (send_at)")


def run(options: Namespace) -> int:
    """0 when nothing is left unsent, 1 when a letter does not go out."""
    from sync.desk import open_desk
    from sync.mail.due import drafts, send_due
    from sync.mail.printing import as_json, letters_as_json, letters_in_words, said

    desk = open_desk(options)
    if options.dry_run:
        found = drafts(desk)
        print(json.dumps(letters_as_json(found), ensure_ascii=False) if options.json else letters_in_words(found))
        return 0
    posted = send_due(desk, desk.moment, early=options.now)
    if options.json:
        print(json.dumps(as_json(posted), ensure_ascii=False))
    elif not options.quiet:
        print("\n".join(said(posted)))
    return int(bool(posted.left))
