"""An office whose pupils come from municipalities, each in a file of its own; for tests of parts and sendings."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from config.registers.institutions import EDU
from config.registers.municipalities import MUN
from config.registers.pupils import SCH
from reports.templates import Numbering, render_workbook
from sync.desk import Desk
from sync.sheets import Look
from tests.sync.offices import STAFF, Rows, desk_of, write_book

TOWNS = (
    "Бийск", "Барнаул", "Рубцовск", "Заринск", "Алейск", "Камень", "Славгород", "Яровое", "Белокуриха", "Змеиногорск",
    "Горняк", "Тальменка", "Павловск", "Поспелиха", "Кулунда", "Михайловка", "Волчиха", "Топчиха", "Шипуново", "Солонешное",
)  # fmt: skip
SURNAMES = ("Белов", "Громов", "Дёмин", "Ершов", "Жуков", "Зимин", "Исаев", "Комов", "Лосев", "Махов")
NAMES = ("Глеб", "Марк", "Олег", "Пётр", "Роман", "Семён", "Тимур")

SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = ["STAFF", "EDU", "SCH"]

{more}
"""


def pupil(number: int, school: str = "Школа № 1 города Бийск", **changed: object) -> Mapping[str, object]:
    """A right row of «Школьники и СПО»; another person for every number."""
    born = date(2010, 1, 1) + timedelta(days=number % 300)
    return {
        "Код": f"ШК-{number:04d}", "Фамилия": SURNAMES[number % 10], "Имя": NAMES[number % 7], "Отчество": "нет",
        "Дата рождения": born, "Образовательная организация": school, "Класс или курс": "9А",
        "Статус участника": "Участник", "Дата зачисления": date(2025, 10, 1), "Согласие: дата": date(2025, 9, 20),
        "Согласие дал": "Представитель", "Телефон": f"+79{number:09d}", "Дата заявки": date(2025, 9, 15), **changed,
    }  # fmt: skip


def pupils(first: int, count: int, school: str = "Школа № 1 города Бийск") -> list[Mapping[str, object]]:
    """Rows with codes in a row."""
    return [pupil(number, school) for number in range(first, first + count)]


def school_of(town: str) -> str:
    """The one school of a town."""
    return f"Школа № 1 города {town}"


def send(folder: Path, name: str, rows: Rows) -> Path:
    """Puts a municipality's workbook into `registers/`; the name may have folders in it."""
    path = folder / "registers" / f"{name}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render_workbook([SCH], rows={"SCH": rows}, numbering=Numbering(count=len(rows) + 3)))
    return path


def office(folder: Path, more: str = "", *, listed: bool = True) -> Desk:
    """An office of staff, municipalities and their schools, that has no pupils yet."""
    (folder / "office.toml").write_text(SETTINGS.format(more=more), encoding="utf-8")
    write_book(folder, ["STAFF"], {"STAFF": STAFF})
    towns = [{"Наименование": town, "ОКТМО": f"01{number:03d}000"} for number, town in enumerate(TOWNS, 701)]
    schools = [
        {
            "Код": f"ОО-{number:04d}", "Полное наименование": school_of(town),
            "Тип": "Общеобразовательная", "Муниципалитет": town if listed else None,
        }
        for number, town in enumerate(TOWNS, 1)
    ]  # fmt: skip
    write_book(folder, [EDU.key], {EDU.key: schools})
    write_book(folder, [MUN.key], {MUN.key: towns}, name="Справочники")
    return desk_of(folder)


def looked(desk: Desk) -> Look:
    """A look with nothing remembered."""
    return Look(desk.settings, desk.today)
