"""Founding an office: what is written into its folder, and the refusal to overwrite anything that is there."""

import json
import re
from argparse import Namespace
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from config.errors import UsageError, WriteError
from config.registers import REGISTERS
from config.settings import OfficeSection
from reports.templates.beginning import kept_workbooks, season_of, spare_workbooks
from sync.desk import SETTINGS_FILE

FOLDERS = ("registers", "imports", "templates", "private", "reports", "exports", "state", "logs")
TABLES = (".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".tsv")
SETTLING = timedelta(weeks=8)


def found_office(options: Namespace) -> int:
    """Makes an office in the folder. Raises UsageError when there is one, or anything would be overwritten."""
    root, today = Path(options.folder), day_of(options.today)
    season = season_of(today)
    kept, spare = kept_workbooks(season), spare_workbooks(season)
    contents = {
        **{f"registers/{name}": data for name, data in kept.items()},
        **{f"templates/{name}": data for name, data in spare.items()},
        SETTINGS_FILE: settings_text(season, today + SETTLING).encode(),
    }
    refuse_an_office(root)
    write_new(root, contents)
    if options.json:
        print(json.dumps({"office": str(root.resolve()), "season": season, "written": [*contents]}, ensure_ascii=False))
    elif options.quiet:
        print(f"Офис создан: {root.resolve()}.")
    else:
        print(_office_words(root, season))
    return 0


def settings_text(season: str, settling_until: date) -> str:
    """The text of office.toml for a new office: the commented example with its season and its day of settling."""
    text = (files("config") / "example.toml").read_text(encoding="utf-8")
    text = re.sub(r'^season = "[^"]*"', f'season = "{season}"', text, count=1, flags=re.MULTILINE)
    return re.sub(r"^# (settling_until = )[0-9-]+", rf"\g<1>{settling_until}  ", text, count=1, flags=re.MULTILINE)


def refuse_an_office(root: Path) -> None:
    """Raises UsageError when an office, or tables of somebody, are in the folder."""
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} — файл, а нужна папка.", advice="Укажите имя новой папки.")
    tables = [path for path in (root / "registers").glob("*") if path.suffix.lower() in TABLES]
    found = [path for path in (root / SETTINGS_FILE, *sorted(tables)) if path.exists()]
    if found:
        names = ", ".join(path.relative_to(root).as_posix() for path in found[:5])
        more = f" и ещё {len(found) - 5}" if len(found) > 5 else ""
        raise UsageError(
            f"В папке {root} уже есть офис: {names}{more}. Ничего не изменено.",
            advice="Укажите новую папку. Если офис повреждён, сначала уберите эти файлы в другое место.",
        )


def write_new(root: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files into an office, none of which is there yet. Raises UsageError, WriteError."""
    there = [name for name in contents if (root / name).exists()]
    if there:
        raise UsageError(
            f"Файл {there[0]} уже есть в папке {root}. Ничего не изменено.",
            advice="Переименуйте или уберите этот файл и повторите команду.",
        )
    try:
        for folder in FOLDERS:
            (root / folder).mkdir(mode=0o700 if folder == "private" else 0o777, parents=True, exist_ok=True)
        for name, data in contents.items():
            with (root / name).open("xb") as file:
                file.write(data)
    except OSError as error:
        raise WriteError(
            f"Не удалось записать в папку {root}: {error.strerror}.",
            advice="Проверьте права на папку и место на диске; недописанные файлы уберите и повторите команду.",
        ) from error


def day_of(text: str | None) -> date:
    """The day of founding: the one given, else today. Raises UsageError."""
    if text is None:
        return datetime.now(ZoneInfo(OfficeSection().time_zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"«{text}» — не дата.", advice="Дата пишется так: 2026-04-15.") from error


def _office_words(root: Path, season: str) -> str:
    kept: dict[str, list[str]] = {}
    for register in REGISTERS:
        if register.kept_at_start:
            kept.setdefault(register.workbook, []).append(register.tab)
    tables = [f"  {name}.xlsx — {', '.join(tabs)}" for name, tabs in kept.items()]
    spare = [f"  {one.tab}.xlsx — {one.key}" for one in REGISTERS if not one.kept_at_start]
    return "\n".join(
        (
            f"Офис создан: {root.resolve()}. Сезон {season}.",
            "",
            "Таблицы, которые офис ведёт (папка registers):",
            *tables,
            "",
            "Таблицы, которые можно начать позже (папка templates). Перенесите файл в registers",
            "и допишите код реестра в [registers] kept в office.toml:",
            *spare,
            "",
            "Что сделать дальше:",
            "1. office.toml: впишите регион и часовой пояс.",
            "2. РПО.xlsx, «Состав и обязанности РПО»: впишите сотрудников: по их ролям узнают, чьё замечание.",
            "3. Справочники.xlsx: заполните «Паспорт РПО» и «Муниципалитеты», проверьте даты этапов.",
            "4. Организации.xlsx и Команды.xlsx, затем участники и наставники. Коды в таблицах уже проставлены.",
            f"5. Проверьте: rpo check --office {root}",
        )
    )
