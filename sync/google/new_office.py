"""A new office in Google: which registers stand where, what its office.toml says, which steps a person takes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from config.apart import is_of_people
from config.register import Register
from config.registers import REGISTERS
from reports.templates.beginning import kept_workbooks, spare_workbooks
from reports.templates.names import key_workbooks
from sync.founding import settings_text
from sync.google.names import REPORTS_TITLE

MODES = ("local", "codes", "in_sheet")
"""Of personal data; the first is what is proposed: people in the folder, all else in Google (decisions.md 36)."""

WARNING = """\
ВНИМАНИЕ. В режиме in_sheet имена, даты рождения и телефоны участников (это дети) будут стоять в Google Таблицах.
С 1 июля 2025 года закон 152-ФЗ требует, чтобы персональные данные граждан России сначала записывались в базу
на территории России; за нарушение штраф до 6 млн рублей, за повторное — до 18 млн. Решать это может только
руководитель вместе с юристом. Без этого риска работают режимы local (люди — в папке офиса) и codes (в Google
только коды)."""

_WITH_PARTICIPANTS = frozenset({"PROG"})
"""Told of people code by code: in a mixed office it stays with them in the folder."""

_LATER = (
    "",
    "# Начать ещё один реестр: создайте таблицу и такой же раздел для неё (или допишите код реестра в registers одного",
    "# из разделов), допишите код в [registers] kept и повторите «rpo init ПАПКА --google»: новый лист появится сам.",
)
AnyRegister = Register[Any]  # Any: each register has a record class of its own


def stays_in_folder(register: AnyRegister, mode: str) -> bool:
    """In the mixed office people, and what is told of each of them, stand in the folder."""
    return mode == "local" and (is_of_people(register) or register.key in _WITH_PARTICIPANTS)


def spreadsheets_at_start(mode: str) -> dict[str, list[AnyRegister]]:
    """What the spreadsheets of a new office are called, and the registers in each."""
    groups: dict[str, list[AnyRegister]] = {}
    for register in REGISTERS:
        if register.kept_at_start and not stays_in_folder(register, mode):
            groups.setdefault(register.workbook, []).append(register)
    return groups


def local_files(season: str, mode: str) -> dict[str, bytes]:
    """Name in the office → workbook that stands on this machine in this mode."""
    if mode == "codes":
        return dict(key_workbooks([one for one in REGISTERS if one.kept_at_start]))
    here = [one for one in REGISTERS if stays_in_folder(one, mode)]
    kept, spare = kept_workbooks(season), spare_workbooks(season)
    names = {f"{one.workbook}.xlsx" for one in here if one.kept_at_start}
    later = {f"{one.tab}.xlsx" for one in here if not one.kept_at_start}
    return {
        **{f"registers/{name}": data for name, data in kept.items() if name in names},
        **{f"templates/{name}": data for name, data in spare.items() if name in later},
    }


def google_settings(season: str, settling_until: date, mode: str) -> str:
    """The text of office.toml of a new office in Google: all is said but the addresses of the spreadsheets."""
    text = settings_text(season, settling_until)
    kind = "mixed" if mode == "local" else "google"
    text = _said(text, "kind", "folder", kind)
    text = _said(text, "mode", "local", mode)
    before, _, rest = text.partition("[google]\n")
    _, _, after = rest.partition("\n[personal_data]")
    return f"{before}{_section(spreadsheets_at_start(mode))}\n[personal_data]{after}"


def _said(text: str, key: str, usual: str, value: str) -> str:
    """The text with another value of a key; the remark behind it stays in its column where it can."""
    old, new = f'{key} = "{usual}"', f'{key} = "{value}"'
    return re.sub(rf"^{old}", new.ljust(len(old)), text, count=1, flags=re.MULTILINE)


def _section(spreadsheets: Mapping[str, Sequence[AnyRegister]]) -> str:
    lines = [
        "[google]",
        "# Вставьте между кавычками адрес каждой таблицы: откройте её в браузере и скопируйте строку адреса целиком.",
        'credentials = "private/google-key.json"   # файл ключа служебного аккаунта, виден только вам',
        f'reports_spreadsheet = ""                # адрес таблицы «{REPORTS_TITLE}»',
        "remarks_beside = true                  # вести в каждой таблице реестров лист «Замечания»",
    ]
    for name, registers in spreadsheets.items():
        keys = ", ".join(f'"{one.key}"' for one in registers)
        tabs = ", ".join(one.tab for one in registers)
        lines += [
            "",
            "[[google.spreadsheet]]",
            f'name = "{name}"',
            f"registers = [{keys}]   # {tabs}",
            f'id = ""                                # адрес таблицы «{name}»',
        ]
    return "\n".join([*lines, *_LATER, ""])


_STEPS = """\
Что сделать дальше (нужен браузер, программировать не нужно):
1. Откройте https://console.cloud.google.com, войдите и создайте проект («Выбрать проект» → «Создать проект»).
2. Включите Google Sheets API: https://console.cloud.google.com/apis/library/sheets.googleapis.com → «Включить».
3. Создайте служебный аккаунт: «IAM и администрирование» → «Сервисные аккаунты» → «Создать». Роли ему не нужны.
   У аккаунта есть адрес вида имя@проект.iam.gserviceaccount.com: он понадобится в шаге 6.
4. Откройте этот аккаунт → «Ключи» → «Добавить ключ» → JSON. Скачанный файл положите в офис под именем
   {key}
   и закройте от других: chmod 600 {key}
5. Создайте на https://sheets.new пустые таблицы ({count}) и назовите их так:
{names}
   В каждой: «Файл» → «Настройки» → страна Россия и часовой пояс вашего региона.
6. В каждой: «Настройки доступа» → добавьте адрес аккаунта из шага 3 с правом «Редактор».
7. Впишите адреса таблиц в {settings}, раздел [google].
   Там же впишите регион и часовой пояс в разделе [office].
8. Повторите команду: rpo init {root} --google
   Она покажет, что появится в таблицах, и заполнит их, когда вы скажете «да»."""


def steps(root: Path, mode: str) -> str:
    """What a person does next, step by step."""
    names = [*spreadsheets_at_start(mode), REPORTS_TITLE]
    return _STEPS.format(
        key=root / "private" / "google-key.json",
        count=len(names),
        names="\n".join(f"     {name}" for name in names),
        settings=root / "office.toml",
        root=root,
    )
