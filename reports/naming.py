"""How a row and an employee are named for a reader: by code for everybody, by name in a workbook of one's own."""

import re
from datetime import date
from typing import Any

from config.imports import name_of_key
from config.registers import REGISTERS
from reports.facts import Facts
from validators.counting.staff import staff_at_work
from validators.office import Office, Table
from validators.references import title_of
from validators.remark import Place

TABS = {register.key: register.tab for register in REGISTERS}
"""Register key → title of its tab."""

REMARKS = "Замечания"
"""The workbook of remarks for all; one's own begins with the same word."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def tab_of(key: str | None) -> str:
    """The title of a register's tab, the name of an export; a dash for a remark that belongs to neither."""
    export = name_of_key(key or "")
    if export is not None:
        return f"Выгрузка «{export}»"
    return TABS.get(key or "", "—")


def row_of(office: Office, place: Place, *, named: bool = False) -> str:
    """How the row of a remark is called: its code, «строка 14» without one; with `named` by the person or the title.

    `named` is for the owner's own workbook when STAFF says «Доступ к ПДн» (decisions.md 24).
    """
    plain = place.id or (f"строка {place.row}" if place.row else "")
    table = office.tables.get(place.register or "")
    if not named or table is None:
        return plain
    index = table.index_of.get(place.local_key)
    name = "" if index is None else name_of(office, table, index)
    return f"{name} ({place.id})" if name and place.id else name or plain


def name_of(office: Office, table: Table[Any], index: int) -> str:
    """«Чайкина О., школа № 5» for a person, the title for anything else; empty when nothing is known."""
    fields = table.register.person
    if not fields:
        return title_of(table.register, table, index)
    words = [_shown(office, table, index, name) for name in fields]
    if "surname" in fields:
        surname, name, *rest = words
        words = [f"{surname} {name[:1]}.".strip() if name else surname, *rest]
    return ", ".join(word for word in words if word)


def _shown(office: Office, table: Table[Any], index: int, name: str) -> str:
    value = table.column(name)[index]
    if value is None:
        return ""
    for key in table.register.by_field[name].refers:
        found = title_in(office.tables.get(key), str(value))
        if found:
            return found
    return str(value)


def title_in(table: Table[Any] | None, row_id: str) -> str:
    """The short name of a record, else its title; empty when the table does not have it."""
    index = None if table is None else table.index_of.get(row_id)
    if table is None or index is None:
        return ""
    short = table.values["short"][index] if "short" in table.values else None
    return str(short) if short else title_of(table.register, table, index)


def staff(office: Office, on: date) -> list[str]:
    """Codes of the employees who work on the day, in the order of the register; whoever stands twice is one person."""
    return list(dict.fromkeys(office.tables["STAFF"].ids[index] for index in staff_at_work(office, on)))


def head_of(office: Office, on: date) -> str | None:
    """The code of the employee who heads the office on the day."""
    for code in staff(office, on):
        table = office.tables["STAFF"]
        roles = table.values["roles"][table.index_of[code]]
        if isinstance(roles, tuple) and any(str(role).startswith("R1") for role in roles):
            return code
    return None


def post_of(office: Office, code: str | None) -> str:
    """An employee by post; with the code when two hold one post; words that name nobody of the office as they are."""
    if code is None:
        return ""
    table = office.tables.get("STAFF")
    index = None if table is None else table.index_of.get(code)
    if table is None or index is None:
        return code
    posts = table.values["post"]
    post = posts[index]
    if post is None:
        return code
    alike = sum(posts[other] == post for other in table.counted)
    return f"{post} ({code})" if alike > 1 else str(post)


def short_name(facts: Facts, code: str | None) -> str:
    """An employee on a page of the office: by surname, with initials when two share it; by post without a name.

    By post too where the page may leave the office (decisions.md 36).
    """
    office = facts.scene.office
    if not facts.names_staff:
        return post_of(office, code)
    table = office.tables.get("STAFF")
    index = None if table is None or code is None else table.index_of.get(code)
    full = None if table is None or index is None else table.values["full_name"][index]
    if table is None or not isinstance(full, str):
        return post_of(office, code)
    surname, *names = full.split()
    alike = sum(str(table.values["full_name"][other]).split()[0] == surname for other in table.counted)
    initials = "".join(f"{name[0]}." for name in names)
    return f"{surname} {initials}".strip() if alike > 1 else surname


def sees_names(office: Office, code: str) -> bool:
    """STAFF says «Доступ к ПДн» of the employee."""
    table = office.tables.get("STAFF")
    index = None if table is None else table.index_of.get(code)
    return table is not None and index is not None and table.values["access"][index] is True


def workbook_of(office: Office, owner: str) -> str:
    """«Замечания — <должность>»: no name of a person, no character that a file name can't hold."""
    table = office.tables.get("STAFF")
    posts = [] if table is None else [fit_for_file(str(table.values["post"][index] or "")) for index in table.counted]
    own = fit_for_file(post_of(office, owner).removesuffix(f" ({owner})"))
    alike = sum(post.casefold() == own.casefold() for post in posts)
    return f"{REMARKS} — {own or owner}" + (f" ({owner})" if alike > 1 and own else "")


def fit_for_file(words: str) -> str:
    """The words as a part of a file's name: without what no file's name may hold, at most 80 letters."""
    return " ".join(_FORBIDDEN.sub(" ", words).split())[:80].strip(". ")
