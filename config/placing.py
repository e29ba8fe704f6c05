"""Where the office's registers stand: which spreadsheet holds which, and whether names may stand there."""

import re
from collections import Counter
from collections.abc import Sequence

from config.apart import is_of_people
from config.errors import SettingsError
from config.google import GoogleSection, SpreadsheetSection
from config.places import line_of
from config.registers import REGISTERS
from config.settings import Settings

_LIKE_A_FILE = re.compile(r"\.(xl\w{1,2}|od[st]|ots|fods|csv|tsv|xml|numbers)$", re.IGNORECASE)
_WORKBOOKS = {register.key: register.workbook for register in REGISTERS}


def called(one: SpreadsheetSection) -> str:
    """How the spreadsheet is called in remarks: its own name, else the workbooks of its registers."""
    return one.name or ", ".join(dict.fromkeys(_WORKBOOKS[key] for key in one.registers if key in _WORKBOOKS))


def with_sources(settings: Settings) -> Settings:
    """The settings in which every register that stands in Google is read from its spreadsheet only."""
    if settings.storage.kind == "folder":
        return settings
    sources = {key: (called(one),) for one in settings.google.spreadsheets for key in one.registers}
    kept = {key: settings.keeping(key).model_copy(update={"source": source}) for key, source in sources.items()}
    return settings.model_copy(update={"registers": {**settings.registers, **kept}})


def check_spreadsheets(text: str, settings: Settings) -> None:
    """Raises SettingsError when the spreadsheets, the mode of personal data and the registers do not fit together.

    `text` is that of office.toml, so that the line of a mistake can be named.
    """
    google = settings.google
    if settings.storage.kind == "folder":
        return
    if settings.stated_mode is None:
        raise SettingsError(
            "В настройках не сказано, где могут стоять имена: в Google Таблицах это решает руководитель.",
            advice='Впишите в [personal_data] mode = "local" (люди в папке офиса, [storage] kind = "mixed"), '
            '"codes" (в Google только коды) или "in_sheet" (имена в Google).',
        )
    _check_registers(text, google)
    people = {register.key for register in REGISTERS if is_of_people(register)}
    there = sorted(people & {key for one in google.spreadsheets for key in one.registers})
    if settings.stated_mode == "local" and there:
        raise SettingsError(
            f"{line_of(text, ['registers', there[0]])}режим «local» не разрешает держать имена в Google Таблицах: "
            f"{', '.join(there)}.",
            advice="Оставьте эти реестры в папке офиса (уберите их из [[google.spreadsheet]]) или выберите "
            'режим "codes" или "in_sheet" в [personal_data].',
        )
    if settings.storage.kind == "google" and settings.kept is not None:
        _check_all_placed(text, google, settings.kept)


def _check_registers(text: str, google: GoogleSection) -> None:
    known = {register.key for register in REGISTERS}
    places = Counter(key for one in google.spreadsheets for key in one.registers)
    for key in places:
        if key not in known:
            raise SettingsError(
                f"{line_of(text, ['google', key])}реестра «{key}» нет.", advice=f"Реестры: {', '.join(sorted(known))}."
            )
    names = Counter(called(one) for one in google.spreadsheets)
    for what, words in ((places, "реестр «{}» указан в двух таблицах"), (names, "две таблицы названы «{}»")):
        twice = next((key for key, times in what.items() if times > 1), None)
        if twice is not None:
            raise SettingsError(
                f"{line_of(text, ['google', twice])}{words.format(twice)}.",
                advice="У реестра одна таблица, у таблицы своё name.",
            )
    filed = next((name for name in names if _LIKE_A_FILE.search(name)), None)
    if filed is not None:
        raise SettingsError(
            f"{line_of(text, ['google', filed])}таблица названа как файл: «{filed}».",
            advice="Уберите конец имени, такой как .xlsx: так зовутся файлы в папке офиса.",
        )
    ids = Counter(one.id for one in google.spreadsheets)
    if any(times > 1 for times in ids.values()):
        raise SettingsError(
            f"{line_of(text, ['google', 'id'])}одна и та же таблица указана дважды.",
            advice="Оставьте один раздел [[google.spreadsheet]] и перечислите в нём все её реестры.",
        )
    if google.reports_spreadsheet in ids:
        raise SettingsError(
            f"{line_of(text, ['google', 'reports_spreadsheet'])}отчёты и реестры указаны в одной и той же таблице.",
            advice="Создайте для отчётов отдельную пустую таблицу и впишите её адрес в reports_spreadsheet: "
            "отчёты смотрит руководитель, реестры заполняют сотрудники.",
        )


def _check_all_placed(text: str, google: GoogleSection, kept: Sequence[str]) -> None:
    placed = {key for one in google.spreadsheets for key in one.registers}
    homeless = [key for key in kept if key not in placed]
    if homeless:
        raise SettingsError(
            f"{line_of(text, ['registers', 'kept'])}не сказано, в какой таблице вести: {', '.join(homeless)}.",
            advice="Добавьте реестр в registers одного из разделов [[google.spreadsheet]]; если он в папке, "
            'выберите [storage] kind = "mixed".',
        )
