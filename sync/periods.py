"""Closed periods: what was reported of them is kept for ever and given back as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from config.cells.periods import typed_period
from config.cells.text import tidy
from config.errors import OfficeError, StateError, UsageError
from config.periods import period_words
from config.settings import Settings
from reports import wording
from reports.facts import Facts
from reports.kept import kept
from reports.report import Report, Stamp
from sync.desk import Desk
from sync.files import sha256_of, write_atomically
from sync.rewind import rewound, without_closed
from sync.state.codec import digest_of_encoded
from sync.state.periods import Period
from sync.state.store import Store

ARCHIVE = "archive"


class PeriodError(OfficeError):
    """С этим отчётным периодом так сделать нельзя."""


@dataclass(frozen=True)
class Frozen:
    """A report of a closed period as it was issued: its tabs with their stamp, and what they were composed from.

    `folder` is where its files lie; `facts` reads the registers of that time again, with the settings of that time;
    `reports` are kept as they were.
    """

    period: Period
    folder: Path
    reports: tuple[Report, ...]
    stamp: Stamp
    facts: Callable[[], Facts] = field(repr=False, compare=False)


def frozen(desk: Desk, store: Store, period: str, correction: int | None = None) -> Frozen:
    """The last report of a closed period, or the one with the number of a correction (0 is the first).

    Raises UsageError for what is no period, PeriodError for one that was not closed or not corrected so often.
    """
    name = name_of(period)
    found = store.period(name, correction)
    if found is None:
        number = f", уточнения № {correction} нет" if correction else ""
        raise PeriodError(
            f"Отчёта за период «{period_words(name)}» нет: он не закрыт{number}.",
            advice=f"Закройте период: rpo close {name}.",
        )
    then = without_closed(store.then(found.run, found.cut)) if found.correction else store.then(found.run, found.cut)
    stamp = Stamp(found.run, then.moment.replace(tzinfo=None, microsecond=0))

    def facts() -> Facts:
        return rewound(_settings(found), store, then, found.cut).facts

    return Frozen(found, folder_of(desk, found), kept(found.reports), stamp, facts)


def name_of(text: str) -> str:
    """The period as it is kept, however it was typed: «2026-Q1» is `2026-К1`. Raises UsageError."""
    name = typed_period(tidy(text))
    if name is None:
        raise UsageError(
            f"«{text}» — не отчётный период.",
            advice="Период пишется так: 2026-04 (месяц), 2026-К1 (квартал), 2026 (год) или Э4 (этап).",
        )
    return name


def folder_of(desk: Desk, period: Period) -> Path:
    """Where the files of a report lie: `reports/archive/2026-04`, of a correction `2026-04-r1`."""
    number = f"-r{period.correction}" if period.correction else ""
    return desk.reports / ARCHIVE / f"{period.period}{number}"


def put_in_archive(desk: Desk, period: Period) -> Path:
    """Writes the files that are not there, or are not what was issued. Raises WriteError."""
    folder = folder_of(desk, period)
    for name, data in period.files.items():
        path = folder / name
        if not path.is_file() or sha256_of(path) != digest_of_encoded(data):
            write_atomically(path, data)
    return folder


def closed_words(period: Period) -> str:
    """«апрель 2026 г.» закрыт 05.05.2026."""
    return f"«{period_words(period.period)}» закрыт {wording.day(period.closed_at.date())}"


def issued_lines(desk: Desk, period: Period) -> tuple[str, str]:
    """What was done with a period, and where its files lie."""
    what = f"Выпущен уточнённый отчёт № {period.correction}" if period.correction else "Период закрыт"
    as_of = f"данные на {wording.day(period.cut)} по обновлению № {period.run}"
    return (
        f"{what}: {period_words(period.period)}, {as_of}.",
        f"Отчёты: {folder_of(desk, period).relative_to(desk.root).as_posix()}.",
    )


def _settings(period: Period) -> Settings:
    try:
        return Settings.model_validate_json(period.settings)
    except ValidationError as error:
        raise StateError(
            "Настройки, по которым закрыт период, эта версия программы не понимает.",
            advice="Сами отчёты закрытого периода целы; пересчитать их можно прежней версией программы.",
        ) from error
