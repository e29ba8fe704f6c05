"""`[google]`: the account, the spreadsheets of the office and what is kept in each of them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from config.errors import SettingsError
from config.places import line_of
from config.register import Register
from config.section import Section, one_or_many

_ID = re.compile(r"^[A-Za-z0-9_-]{20,100}$")
_ID_IN_ADDRESS = re.compile(r"/spreadsheets/d/([A-Za-z0-9_-]+)")
_LIKE_A_FILE = re.compile(r"\.(xl\w{1,2}|od[st]|ots|fods|csv|tsv|xml|numbers)$", re.IGNORECASE)
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def spreadsheet_id(text: str) -> str:
    """The id of a spreadsheet from itself or from its address in the browser. Raises ValueError."""
    found = _ID_IN_ADDRESS.search(text)
    bare = found[1] if found else text.strip()
    if not _ID.match(bare):
        msg = "нужен адрес таблицы из браузера или её номер: длинная строка между /d/ и /edit"
        raise ValueError(msg)
    return bare


class SpreadsheetSection(Section):
    """`[[google.spreadsheet]]`: one shared spreadsheet and the registers that staff keep in it.

    `name` is how people call it in remarks; without it the names of the registers' workbooks are taken.
    """

    id: str
    registers: tuple[str, ...] = Field(min_length=1)
    name: str = Field(default="", pattern=r"^[^\[\]*?#]*$")

    _id = field_validator("id")(spreadsheet_id)
    _registers = field_validator("registers", mode="before")(one_or_many)


class GoogleSection(Section):
    """`[google]`: how the service signs in, where reports go, which spreadsheets hold which registers.

    `credentials` is the path of the key file beside office.toml, or "adc"; `endpoint` only a loopback address, for
    tests; `remarks_beside` puts a tab «Замечания» into every spreadsheet of registers.
    """

    credentials: str = "private/google-key.json"
    reports_spreadsheet: str | None = None
    remarks_beside: bool = True
    endpoint: str | None = None
    spreadsheets: tuple[SpreadsheetSection, ...] = Field(default=(), alias="spreadsheet")

    @field_validator("reports_spreadsheet")
    @classmethod
    def _id(cls, text: str | None) -> str | None:
        return None if text is None else spreadsheet_id(text)

    @field_validator("endpoint")
    @classmethod
    def _loopback(cls, address: str | None) -> str | None:
        if address is not None and not is_loopback(address):
            msg = "можно только адрес этого компьютера, например http://127.0.0.1:8080; ключ нужен для проверок"
            raise ValueError(msg)
        return address


def is_loopback(address: str) -> bool:
    """The address is http on this very machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "http" and parts.hostname in _LOOPBACK


class Kept(Protocol):
    """What is looked at here of the settings."""

    @property
    def kept(self) -> tuple[str, ...] | None:
        """`[registers] kept`."""

    @property
    def google(self) -> GoogleSection:
        """`[google]`."""


def called(one: SpreadsheetSection, registers: Sequence[Register[Any]]) -> str:
    """How the spreadsheet is called in remarks: its own name, else the workbooks of its registers."""
    books = {register.key: register.workbook for register in registers}
    return one.name or ", ".join(dict.fromkeys(books[key] for key in one.registers if key in books))


def check_spreadsheets(
    text: str, kind: str, mode: str | None, settings: Kept, registers: Sequence[Register[Any]]
) -> None:
    """Raises SettingsError when the spreadsheets, the mode of personal data and the registers do not fit together.

    `kind` is `[storage] kind`, `mode` what is written in `[personal_data]`, None when nothing is.
    """
    google = settings.google
    if kind == "folder":
        return
    if mode is None:
        raise SettingsError(
            "В настройках не сказано, где могут стоять имена: в Google Таблицах это решает руководитель.",
            advice='Впишите в [personal_data] mode = "local" (люди в папке офиса, [storage] kind = "mixed"), '
            '"codes" (в Google только коды) или "in_sheet" (имена в Google).',
        )
    _check_registers(text, google, registers)
    people = {register.key for register in registers if register.person and register.key != "STAFF"}
    there = sorted(people & {key for one in google.spreadsheets for key in one.registers})
    if mode == "local" and there:
        raise SettingsError(
            f"{line_of(text, ['registers', there[0]])}режим «local» не разрешает держать имена в Google Таблицах: "
            f"{', '.join(there)}.",
            advice="Оставьте эти реестры в папке офиса (уберите их из [[google.spreadsheet]]) или выберите "
            'режим "codes" или "in_sheet" в [personal_data].',
        )
    if kind == "google" and settings.kept is not None:
        _check_all_placed(text, google, settings.kept)


def _check_registers(text: str, google: GoogleSection, registers: Sequence[Register[Any]]) -> None:
    known = {register.key for register in registers}
    places = Counter(key for one in google.spreadsheets for key in one.registers)
    for key in places:
        if key not in known:
            raise SettingsError(
                f"{line_of(text, ['google', key])}реестра «{key}» нет.", advice=f"Реестры: {', '.join(sorted(known))}."
            )
    names = Counter(called(one, registers) for one in google.spreadsheets)
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


def _check_all_placed(text: str, google: GoogleSection, kept: Sequence[str]) -> None:
    placed = {key for one in google.spreadsheets for key in one.registers}
    homeless = [key for key in kept if key not in placed]
    if homeless:
        raise SettingsError(
            f"{line_of(text, ['registers', 'kept'])}не сказано, в какой таблице вести: {', '.join(homeless)}.",
            advice="Добавьте реестр в registers одного из разделов [[google.spreadsheet]]; если он в папке, "
            'выберите [storage] kind = "mixed".',
        )
