"""Drafting the office of a new season beside the old one: workbooks with what goes on, settings, words for people."""

import re
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from config.apart import FOLDER, is_of_people, is_shared, key_file, personal_columns
from config.codes import CODE, number_of
from config.errors import UsageError
from config.register import Register
from config.registers import REGISTERS
from reports.templates import Numbering, reference_options, render_workbook
from reports.templates.beginning import starting_rows
from reports.templates.contents import Rows
from reports.templates.layout import Part
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.founding import write_new
from sync.look import look_once
from sync.pipeline import kept_registers
from sync.season_account import STARTED, Account
from sync.season_settings import next_settings
from sync.state.store import Store
from validators.office import Office, Standing
from validators.parts import Part as Region
from validators.season.rows import Season, carried, own_columns

_SEASON = re.compile(r"([0-9]{4})/([0-9]{4})")


def draft_season(options: Namespace) -> int:
    """Makes the office of the season. Raises UsageError before anything is written, WriteError."""
    desk = open_desk(options)
    season = _season(options.season, desk)
    root = _folder(options.folder, desk, season)
    office = look_once(desk, quiet=options.quiet or options.json).facts.scene.office
    started = {key: starting_rows(season.name)[key] for key in STARTED}
    stages = [str(row["Код этапа"]) for row in started["STAGE"]]
    goes_on = carried(office, season, stages, everyone=options.all)
    with Store.open(desk.history, read_only=True) as store:
        given = {one.key: _largest(one, office, store) for one in REGISTERS if one.prefix is not None}
        parts = store.parts()
    contents = _workbooks(desk, {**{key: one.rows for key, one in goes_on.items()}, **started}, given)
    text, dropped = next_settings(desk.settings_text, season.name, codes=desk.settings.personal_data.mode == "codes")
    write_new(root, {**contents, SETTINGS_FILE: text.encode()})
    _remember(root, parts, season.first)
    left = {key: len(table) for key, table in office.tables.items() if key not in goes_on}
    in_google = desk.settings.storage.kind != "folder"
    account = Account(root, season.name, goes_on, left, own_columns(office), dropped, _not_read(office), in_google)
    print(account.as_json() if options.json else account.brief() if options.quiet else "\n".join(account.lines()))
    return 0


def _season(typed: str, desk: Desk) -> Season:
    match = _SEASON.fullmatch(typed.strip())
    if match is None or int(match[2]) != int(match[1]) + 1:
        raise UsageError(f"«{typed}» — не сезон.", advice="Сезон пишется так: 2026/2027.")
    now = desk.settings.office.season
    if int(match[1]) != int(now[:4]) + 1:
        following = f"{int(now[:4]) + 1}/{int(now[:4]) + 2}"
        raise UsageError(f"В этом офисе идёт сезон {now}.", advice=f"Следующий за ним: rpo season {following}.")
    return Season(match[0], date(int(match[1]), 9, 1))


def _folder(given: str | None, desk: Desk, season: Season) -> Path:
    root = Path(given) if given else desk.root.with_name(f"{desk.root.name}-{season.name.replace('/', '-')}")
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UsageError(
            f"Папка {root} уже есть и не пуста. Ничего не изменено.", advice="Укажите имя новой папки вторым словом."
        )
    return root


def _largest(register: Register[Any], office: Office, store: Store) -> int:
    """The largest number that a row of the register ever had: a code is never given again."""
    table = office.tables.get(register.key)
    codes = [*(table.ids if table is not None else ()), *store.row_codes(register.key)]
    own = (one for one in codes if CODE.fullmatch(one) and one.startswith(f"{register.prefix}-"))
    return max(map(number_of, own), default=0)


def _workbooks(desk: Desk, rows: Rows, given: Mapping[str, int]) -> dict[str, bytes]:
    """File name in the office → workbook: the registers that are kept, and the others as templates.

    Where the office shows codes in place of names, names go into key files.
    """
    kept = {one.key for one in kept_registers(desk.settings)}
    listed = [one for one in REGISTERS if rows.get(one.key) and one.key != "PASSPORT"]
    options = {one.key: reference_options(one, rows[one.key]) for one in listed}
    groups: dict[tuple[str, Part], list[Register[Any]]] = {}
    for one in REGISTERS:
        shared = is_shared(one, desk.settings)
        name = f"registers/{one.workbook}.xlsx" if one.key in kept else f"templates/{one.tab}.xlsx"
        groups.setdefault((name, Part.CODED if shared else Part.WHOLE), []).append(one)
        if shared and one.key in kept and (is_of_people(one) or _names_somebody(one, rows)):
            groups[f"{FOLDER}/{key_file(one)}", Part.NAMES] = [one]
    return {
        name: render_workbook(group, rows=rows, options=options, numbering=Numbering(given=given), part=part)
        for (name, part), group in groups.items()
    }


def _names_somebody(register: Register[Any], rows: Rows) -> bool:
    headings = [column.heading for column in personal_columns(register)]
    return any(heading in row for row in rows.get(register.key, ()) for heading in headings)


def _not_read(office: Office) -> list[str]:
    return [
        key for key, one in office.accounts.items() if key in _KEYS and one.standing in {Standing.HELD, Standing.FAILED}
    ]


_KEYS = frozenset(one.key for one in REGISTERS)


def _remember(root: Path, parts: Sequence[Region], day: date) -> None:
    """The parts of the region keep their blocks of codes."""
    if parts:
        with Store.open(root / "state" / "rpo.sqlite") as store:
            for part in parts:
                store.give_part(part, day)
