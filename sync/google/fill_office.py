"""`rpo init --google` when the addresses are written down: look, show the plan, ask, fill, look again."""

import json
import tomllib
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from config.errors import SettingsError, UsageError
from config.google import SpreadsheetSection
from config.placing import called
from config.settings import Settings
from sync.consent import agreed
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.founding import refuse_an_office
from sync.google.failures import GoogleError
from sync.google.filling import Filling, Refusal, batches_of, filling_of, titles_of
from sync.google.names import REPORTS_TITLE
from sync.google.office import GoogleOffice
from sync.google.plan_words import json_of, plan_words

CHANGED = Refusal(
    "Пока вы решали, таблица изменилась. Она не тронута.", "Повторите команду: план будет составлен заново."
)


def fill_office(options: Namespace) -> int:
    """Fills the spreadsheets that the settings name. 0 when all are filled, 1 when some could not be.

    Raises UsageError before anything is written when addresses are missing or nobody can be asked.
    """
    root = Path(options.folder)
    _refuse_missing_addresses(root / SETTINGS_FILE)
    desk = open_desk(Namespace(office=str(root), today=options.today))
    plans = _look(desk)
    reports = _reports(desk)
    to_fill = [one for one in plans if one.tabs]
    if not options.json and not (options.quiet and options.yes):
        print(plan_words(plans, reports, desk.settings))
    if not to_fill:
        return _said(options, plans, reports)
    if not agreed(options, "Записать это в таблицы?"):
        print("Ничего не записано.")
        return 0
    done = _fill(desk, to_fill)
    return _said(options, [done.get(one.id, one) for one in plans], reports, written=True)


def _refuse_missing_addresses(file: Path) -> None:
    """Says which addresses are still empty, by the names of the spreadsheets. What else is wrong says the reading."""
    written = _written(file)
    storage, google = written.get("storage"), written.get("google")
    if not isinstance(storage, dict) or storage.get("kind", "folder") == "folder":
        refuse_an_office(file.parent)
    if not isinstance(google, dict):
        google = {}
    sections = [one for one in google.get("spreadsheet", ()) if isinstance(one, dict)]
    empty = [str(one.get("name") or "без названия") for one in sections if not one.get("id")]
    if google.get("reports_spreadsheet") == "":
        empty.append(REPORTS_TITLE)
    if empty or not sections:
        raise UsageError(
            f"В {file} ещё не вписаны адреса таблиц: {', '.join(empty) or 'нет ни одной'}. Ничего не изменено.",
            advice="Откройте каждую таблицу в браузере, скопируйте строку адреса и вставьте её между кавычками "
            "в разделе [google]. Таблица, которая не нужна, убирается вместе со своим разделом.",
        )


def _written(file: Path) -> dict[str, Any]:  # Any: what TOML gives
    """The settings as they are written. Raises SettingsError."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"Файл настроек {file} не читается.", advice="Проверьте кавычки в строках, которые вы правили последними."
        ) from error


def _look(desk: Desk) -> list[Filling]:
    """What is to be done with each spreadsheet; one that can't be read says why."""
    return [_look_at(one, desk.google, desk.settings) for one in desk.settings.google.spreadsheets]


def _look_at(one: SpreadsheetSection, office: GoogleOffice, settings: Settings) -> Filling:
    try:
        office.renew(one.id)
        return filling_of(one, office.read(one.id), settings)
    except GoogleError as error:
        return Filling(called(one), one.id, refusal=_refusal(error))


def _reports(desk: Desk) -> Refusal | None:
    """Whether the spreadsheet of reports can't be opened; it needs no filling."""
    address = desk.settings.google.reports_spreadsheet
    if address is None:
        return None
    try:
        desk.google.renew(address)
    except GoogleError as error:
        return _refusal(error)
    return None


def _fill(desk: Desk, plans: Sequence[Filling]) -> dict[str, Filling]:
    """Spreadsheet id → what became of it: nothing is left to do, or a refusal."""
    office, settings = desk.google, desk.settings
    office.forget()
    sections = {one.id: one for one in settings.google.spreadsheets}
    return {plan.id: _filled(plan, sections[plan.id], office, settings) for plan in plans}


def _filled(plan: Filling, one: SpreadsheetSection, office: GoogleOffice, settings: Settings) -> Filling:
    """Looks once more, for a person may have typed since, then writes and looks whether all is there."""
    now = _look_at(one, office, settings)
    if now != plan:
        return Filling(plan.name, plan.id, refusal=now.refusal or CHANGED)
    try:
        for batch in batches_of(plan, office.account):
            office.write(plan.id, batch, ())
        there = {tab.title for tab in office.renew(plan.id).tabs}
    except GoogleError as error:
        return Filling(plan.name, plan.id, refusal=_refusal(error))
    lost = [title for title in titles_of(plan) if title not in there]
    if lost:
        return Filling(plan.name, plan.id, refusal=Refusal(f"Листов нет: {', '.join(lost)}.", "Повторите команду."))
    return Filling(plan.name, plan.id, plan.locale, plan.time_zone, standing=titles_of(plan))


def _refusal(error: GoogleError) -> Refusal:
    return Refusal(error.failure.text, error.failure.advice)


def _said(options: Namespace, plans: Sequence[Filling], reports: Refusal | None, *, written: bool = False) -> int:
    refused = [one for one in plans if one.refusal is not None]
    if options.json:
        print(json.dumps(json_of(plans, reports), ensure_ascii=False))
    elif written:
        for one in plans:
            words = f"{one.refusal.text} {one.refusal.advice}" if one.refusal else f"готово: {', '.join(one.standing)}."
            print(f"«{one.name}»: {words}")
    if not options.json and not refused and reports is None:
        print(f"Все таблицы готовы. Проверьте: rpo check --office {options.folder}")
    return 1 if refused or reports is not None else 0
