"""`rpo link`: a personal link to the page, shown once; or the end of all links of a person."""

import json
from argparse import ArgumentParser, Namespace

NAME = "link"
HELP = "выдать сотруднику личную ссылку на страницу офиса или отозвать его ссылки"
ENDS = {0: "ссылка выдана, отозвана или показаны все", 2: "такого сотрудника, роли или ссылки нет"}


def add_options(parser: ArgumentParser) -> None:
    """Whose, with which role; without a code — who has links."""
    parser.add_argument("person", metavar="КОД", nargs="?", help="код сотрудника, например РП-0003; без него — список")
    roles = ("читатель", "сотрудник", "руководитель", "администратор")
    parser.add_argument("--role", metavar="РОЛЬ", choices=roles, help=f"роль: {', '.join(roles)}")
    parser.add_argument("--revoke", action="store_true", help="отозвать все ссылки сотрудника")


def run(options: Namespace) -> int:
    """0. Raises UsageError for a code that is nobody's, or when the role is not said."""
    from config.errors import UsageError
    from sync.desk import open_desk
    from sync.linking import as_json, give_link, link_lines, revoke

    desk = open_desk(options)
    if options.person is None and (options.role or options.revoke):
        raise UsageError("Не сказано, чья это ссылка.", advice="Например: rpo link РП-0003 --role сотрудник.")
    if options.person is None:
        print(json.dumps(as_json(desk), ensure_ascii=False) if options.json else "\n".join(link_lines(desk)))
        return 0
    if options.revoke:
        ended = revoke(desk, options.person)
        print(json.dumps({"revoked": ended}) if options.json else f"Отозвано ссылок: {ended}.")
        return 0
    if options.role is None:
        raise UsageError("Не указана роль.", advice=f"Например: rpo link {options.person} --role сотрудник.")
    given = give_link(desk, options.person, options.role)
    if options.json:
        told = {"person": given.person, "role": given.role, "until": given.until.isoformat(), "link": given.address}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(given.address)
        if not options.quiet:
            print(
                f"Это личная ссылка для {given.person} ({given.role}). Она показана один раз, открывается один раз и "
                f"до {given.until:%d.%m.%Y}. Передайте её только этому человеку."
            )
    return 0
