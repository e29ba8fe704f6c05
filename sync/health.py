"""What `doctor` looks at: this machine, settings, headings, history, service, letters, copies, personal data."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from config.errors import OfficeError
from reports.facts import Facts
from sync.backends.base import Backend
from sync.backends.folder import FolderBackend
from sync.desk import Desk
from sync.keeping_health import copies_health, people_health
from sync.look import look_once
from sync.mail.health import mail_health
from sync.names_health import names_apart
from sync.pipeline import kept_registers
from sync.service_health import service_health
from sync.state.store import Store

_LEAST_MEGABYTES = 200


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    text: str
    advice: str = ""


def examine(desk: Desk) -> tuple[Finding, ...]:
    """Every examination, in order; none of them changes anything."""
    return tuple(finding for look in EXAMINATIONS for finding in look(desk))


def _python(_desk: Desk) -> list[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    return [Finding("Python", sys.version_info >= (3, 11), version, "Установите Python 3.11 или новее.")]


def _settings(desk: Desk) -> list[Finding]:
    kept = kept_registers(desk.settings)
    region = desk.settings.office.region
    named = region not in {"", "Регион"}
    return [
        Finding("Регион", named, region or "не указан", "Впишите название региона в office.toml, раздел [office]."),
        Finding("Реестры", bool(kept), f"ведётся {len(kept)}", "Перечислите реестры в office.toml: [registers] kept."),
    ]


def _folders(desk: Desk) -> list[Finding]:
    there = desk.registers.is_dir() and os.access(desk.registers, os.R_OK | os.X_OK)
    readable = Finding(
        "Папка реестров", there, str(desk.registers), "Создайте папку или проверьте права: службе нужно чтение."
    )
    return [
        *([] if desk.settings.storage.kind == "google" else [readable]),
        *(
            _writable(name, folder)
            for name, folder in (("Папка отчётов", desk.reports), ("Папка истории", desk.state.parent))
        ),
    ]


def _writable(name: str, folder: Path) -> Finding:
    nearest = folder if folder.exists() else folder.parent
    return Finding(name, os.access(nearest, os.W_OK), str(folder), "Дайте службе право записи в эту папку.")


def _disk(desk: Desk) -> list[Finding]:
    free = shutil.disk_usage(desk.root).free // 2**20
    return [
        Finding(
            "Место на диске", free >= _LEAST_MEGABYTES, f"свободно {free} МБ", "Освободите место: нужно хотя бы 200 МБ."
        )
    ]


def _clock(desk: Desk) -> list[Finding]:
    zone = desk.settings.office.time_zone
    sane = desk.moment.year >= 2025
    known = zone in available_timezones()
    return [
        Finding(
            "Часовой пояс", known, f"{zone}, сейчас {desk.moment:%d.%m.%Y %H:%M}", "Укажите пояс, например Asia/Omsk."
        ),
        Finding(
            "Часы",
            sane,
            f"{desk.moment.astimezone(ZoneInfo('UTC')):%d.%m.%Y %H:%M} UTC",
            "Настройте дату и время на машине.",
        ),
    ]


def _files(desk: Desk) -> list[Finding]:
    if not desk.registers.is_dir() or desk.settings.storage.kind == "google":
        return []
    exports = desk.exports()
    found = _readable("Файлы реестров", FolderBackend(desk.registers, desk.settings))
    return found + (_readable("Файлы выгрузок", exports) if exports is not None else [])


def _google(desk: Desk) -> list[Finding]:
    if desk.settings.storage.kind == "folder":
        return []
    from sync.google.doctor import examine_google

    return [Finding(*one) for one in examine_google(desk.google, desk.settings)]


def _names(desk: Desk) -> list[Finding]:
    return [Finding(*one) for one in names_apart(desk)]


def _service(desk: Desk) -> list[Finding]:
    return [Finding(*one) for one in service_health(desk)]


def _office(desk: Desk) -> list[Finding]:
    """What can be told only when the registers are read as an update reads them."""
    facts = _facts(desk)
    found = (*mail_health(desk, facts), *copies_health(desk), *people_health(desk, facts))
    return [Finding(*one) for one in found]


def _facts(desk: Desk) -> Facts | None:
    try:
        return look_once(desk, quiet=True).facts
    except OfficeError:
        return None  # what can't be read is told by other examinations


def _readable(name: str, backend: Backend) -> list[Finding]:
    files = backend.read(lambda _name: None)
    bad = [Finding(file.name, ok=False, text=file.text, advice=file.advice) for file in files if file.code]
    return [Finding(name, ok=True, text=f"читается {len(files) - len(bad)} из {len(files)}"), *bad]


def _state(desk: Desk) -> list[Finding]:
    try:
        with Store.open(desk.history, read_only=True) as store:
            last = store.last_result()
            store.check_whole()
    except OfficeError as trouble:
        return [Finding("История", ok=False, text=trouble.sentence, advice=trouble.advice)]
    text = f"обновлений: {last['run']}" if last else "обновлений ещё не было"
    return [Finding("История", ok=True, text=text)]


EXAMINATIONS: tuple[Callable[[Desk], list[Finding]], ...] = (
    _python,
    _settings,
    _folders,
    _disk,
    _clock,
    _files,
    _google,
    _names,
    _state,
    _service,
    _office,
)
"""One line an examination."""
