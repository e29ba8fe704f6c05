"""What `doctor` looks at in Google: the key, the network, every spreadsheet and its rights, tabs, headings, clock."""

from collections.abc import Iterator
from typing import Any

from config.errors import OfficeError
from config.register import Register
from config.registers import REGISTERS
from config.settings import Settings
from sync.backends.base import FileRead
from sync.backends.google import GoogleBackend
from sync.google.failures import EVERYWHERE, AmbiguousWriteError, GoogleError
from sync.google.names import spreadsheets_of
from sync.google.office import GoogleOffice
from sync.google.own_tabs import Request
from sync.google.spreadsheet import Spreadsheet
from validators.heading import vocabulary
from validators.heading_rows import heading_of
from validators.tabs import assign

Found = tuple[str, bool, str, str]
"""Name of the examination, whether all is well, what was found, advice."""

MOST_SKEW = 300
"""Seconds by which the clock may differ from Google's before Google refuses to let the account in."""

_PROBE_KEY = "rpo.doctor"


def examine_google(office: GoogleOffice, settings: Settings) -> Iterator[Found]:
    """The examinations in order. Nothing that a person sees is changed."""
    try:
        account = office.account
    except OfficeError as trouble:
        yield ("Ключ Google", False, trouble.sentence, trouble.advice)
        return
    yield _signed(account)
    reached: dict[str, Spreadsheet] = {}
    for name, spreadsheet_id in spreadsheets_of(settings).items():
        try:
            reached[name] = office.renew(spreadsheet_id)
            yield (f"Таблица «{name}»", True, "открывается", "")
        except GoogleError as error:
            yield (f"Таблица «{name}»", False, error.failure.text, error.failure.advice)
            if error.failure.code in EVERYWHERE:
                return
    yield from _clock(office)
    for name, spreadsheet in reached.items():
        yield from _rights(office, name, spreadsheet)
        yield from _habits(name, spreadsheet, settings)
    yield from _headings(office, settings, reached)


def _signed(account: str | None) -> Found:
    if account is not None:
        return ("Ключ Google", True, account, "")
    return (
        "Ключ Google",
        False,
        "вход выполнен от имени человека: у службы столько же прав, сколько у него",
        "Создайте служебный аккаунт и дайте ему доступ только к таблицам офиса.",
    )


def _clock(office: GoogleOffice) -> Iterator[Found]:
    skew = office.http.skew
    if skew is None:
        return
    text = f"расходятся с часами Google на {abs(skew):.0f} с"
    advice = "Включите точное время в настройках компьютера."
    yield ("Часы и Google", abs(skew) <= MOST_SKEW, text, advice)


def _rights(office: GoogleOffice, name: str, spreadsheet: Spreadsheet) -> Iterator[Found]:
    """Whether the account may write: a note that nobody sees is made and taken away in one batch."""
    title = f"Права на «{name}»"
    try:
        office.write(spreadsheet.id, _probe(), ())
    except AmbiguousWriteError as error:
        yield (title, False, error.failure.text, error.failure.advice)
    except GoogleError as error:
        yield (title, False, error.failure.text, error.failure.advice)
    else:
        own = any(foreign.editable for foreign in spreadsheet.foreign_locks(office.account))
        text = "аккаунт — владелец или снимает чужую защиту: прав больше, чем нужно" if own else "аккаунт — редактор"
        yield (title, not own, text, "Сделайте владельцем таблицы человека, а аккаунту оставьте роль «Редактор».")


def _probe() -> list[Request]:
    """A note of the spreadsheet and its removal. The number is far from those that Google gives by itself."""
    number = 2_000_000_011
    note = {"metadataId": number, "metadataKey": _PROBE_KEY, "location": {"spreadsheet": True}, "visibility": "PROJECT"}
    lookup = {"developerMetadataLookup": {"metadataId": number}}
    return [
        {"createDeveloperMetadata": {"developerMetadata": note}},
        {"deleteDeveloperMetadata": {"dataFilter": lookup}},
    ]


def _habits(name: str, spreadsheet: Spreadsheet, settings: Settings) -> Iterator[Found]:
    zone = settings.office.time_zone
    if not spreadsheet.locale.startswith("ru"):
        yield (
            f"Язык «{name}»",
            False,
            f"указан {spreadsheet.locale}: даты и дробные числа сотрудников могут читаться иначе",
            "В таблице: «Файл» → «Настройки» → «Региональные настройки»: Россия.",
        )
    if spreadsheet.time_zone != zone:
        yield (
            f"Часовой пояс «{name}»",
            False,
            f"{spreadsheet.time_zone}, а в office.toml {zone}",
            "В таблице: «Файл» → «Настройки» → «Часовой пояс», или исправьте time_zone в office.toml.",
        )


def _headings(office: GoogleOffice, settings: Settings, reached: dict[str, Spreadsheet]) -> Iterator[Found]:
    files = [file for file in GoogleBackend(office, settings).read() if file.name in reached]
    for one in files:
        if one.code is not None:
            yield (f"Таблица «{one.name}»", False, one.text, one.advice)
    yield from _tabs(files, settings)


def _tabs(files: list[FileRead], settings: Settings) -> Iterator[Found]:
    read = [file for file in files if file.code is None]
    listed = {key for one in settings.google.spreadsheets for key in one.registers}
    wanted: list[Register[Any]] = [one for one in REGISTERS if one.key in listed]
    tabs = assign([grid for file in read for grid in file.grids], wanted, settings).tabs
    names = {file.name for file in read}
    for register in wanted:
        home = settings.keeping(register.key).source
        if home and home[0] not in names:
            continue
        found = tabs.get(register.key, ())
        if not found:
            advice = f"Назовите лист «{register.tab}» или укажите его имя в [registers.{register.key}] tab."
            yield (f"Реестр «{register.tab}»", False, f"в таблице «{home[0] if home else ''}» нет такого листа", advice)
        elif heading_of(found[0], vocabulary(register, settings.keeping(register.key))) is None:
            advice = "Верните строку заголовков: названия столбцов — в шаблоне (rpo registers)."
            yield (f"Реестр «{register.tab}»", False, "на листе нет строки заголовков", advice)
