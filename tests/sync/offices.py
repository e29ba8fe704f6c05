"""A small office in a folder, for tests of whole updates."""

import atexit
import hashlib
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from config.registers import REGISTERS
from reports.templates import Numbering, render_workbook
from sync.desk import Desk, open_desk
from sync.run import update

Rows = Sequence[Mapping[str, object]]

SETTINGS = """
[office]
region = "Приозёрская область"
today = {today}

[registers]
kept = ["STAFF", "TEAM", "MENT"]

[limits]
vanish_rows = 2
"""

STAFF: Rows = (
    {
        "Код": "РП-0001", "ФИО": "Снегова Вера Львовна", "Должность": "Руководитель РПО", "Роль": "R1 Руководитель",
        "E-mail (служебный)": "head@example.ru", "Работает с": date(2025, 9, 1), "Закреплённые функции": "H1",
        "Доступ к ПДн": "Да", "Документ о распределении обязанностей": "Приказ № 1",
    },
    {
        "Код": "РП-0002", "ФИО": "Белов Глеб Ильич", "Должность": "Специалист по работе со студентами",
        "Роль": "R2 Студенты вузов; R3 Школьники и СПО; R4 Информационное сопровождение",
        "E-mail (служебный)": "students@example.ru", "Работает с": date(2025, 9, 1),
        "Закреплённые функции": "R2.1", "Доступ к ПДн": "Да", "Документ о распределении обязанностей": "Приказ № 1",
    },
)  # fmt: skip


_NAMES = ("Иван", "Марк", "Пётр", "Глеб", "Олег", "Лев", "Захар", "Юрий", "Семён", "Павел", "Роман", "Вадим", "Игорь")


def mentor(number: int) -> Mapping[str, object]:
    """A right row of «Наставники»."""
    return {
        "Код": f"НС-{number:04d}", "Фамилия": "Горин", "Имя": _NAMES[number % len(_NAMES)], "Отчество": "нет", "Место работы": "Завод",
        "Должность": "Инженер", "Категория": "Предприятие", "Согласие: дата": date(2025, 9, 10),
        "Телефон": f"+79120000{number:03d}",
    }  # fmt: skip


def team(number: int, **changed: object) -> Mapping[str, object]:
    """A right row of «Команды и проекты», with some cells changed."""
    return {
        "Код": f"КМ-{number:04d}", "Название команды": f"Команда {number}", "Приоритетное направление": "Экология",
        "Студент-лидер/тьютор": "СТ-0001", "Наставники": f"НС-{number:04d}", "Дата формирования": date(2025, 10, 1),
        "Стадия": "Идея", **changed,
    }  # fmt: skip


def write_book(folder: Path, keys: Sequence[str], rows: Mapping[str, Rows], name: str = "") -> Path:
    """Writes a workbook of some registers into `registers/`."""
    registers = [one for one in REGISTERS if one.key in keys]
    path = folder / "registers" / f"{name or registers[0].workbook}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render_workbook(registers, rows=rows, numbering=Numbering(count=5)))
    return path


def build(folder: Path, *, teams: Rows | None = None, today: date = date(2026, 4, 15)) -> Desk:
    """Three registers, each in a workbook of its own; all right unless other teams are given."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "office.toml").write_text(SETTINGS.format(today=today), encoding="utf-8")
    write_book(folder, ["STAFF"], {"STAFF": STAFF})
    write_book(folder, ["MENT"], {"MENT": [mentor(number) for number in range(1, 7)]})
    write_book(folder, ["TEAM"], {"TEAM": teams or [team(number) for number in range(1, 7)]})
    return desk_of(folder)


_MADE: dict[object, Path] = {}
"""Offices that were made in this process, by what they are made of."""


def copied(folder: Path, made_of: object, make: Callable[[Path], object]) -> Desk:
    """The office that `make` builds in a folder: built at the first call and copied afterwards."""
    if made_of not in _MADE:
        first = Path(tempfile.mkdtemp(prefix="rpo-office-"))
        atexit.register(shutil.rmtree, first)
        make(first)
        _MADE[made_of] = first
    shutil.copytree(_MADE[made_of], folder, dirs_exist_ok=True)
    return desk_of(folder)


def updated(folder: Path, *, teams: Rows | None = None, today: date = date(2026, 4, 15)) -> Desk:
    """The office as `build` makes it, updated once."""
    made_of = ("updated", repr(teams), today)
    return copied(folder, made_of, lambda first: update(build(first, teams=teams, today=today)))


def desk_of(folder: Path, today: str | None = None) -> Desk:
    """The office as a command opens it."""
    return open_desk(Namespace(office=str(folder), today=today))


def bytes_of(folder: Path) -> dict[str, str]:
    """File → sha256 of everything inside a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
