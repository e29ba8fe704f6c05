"""Made-up tables such as offices keep, drawn from a seed, with the truth about each of their rows."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from config.columns import Raw
from validators.grid import Area, Grid

TITLES = (
    "План мероприятий регионального проектного офиса", "Сведения об участниках", "Отчёт о работе за I квартал",
    "Приложение № 2 к приказу", "по состоянию на 01.04.2026", "УТВЕРЖДАЮ", "(наименование организации)",
)  # fmt: skip
NOTES = (
    "* без учёта переноса", "Примечание: суммы даны с НДС", "Исполнитель: специалист РПО, тел. 12-34-56",
    "Руководитель РПО ____________ /подпись/",
)  # fmt: skip
PLACES = ("Бийск", "Заря", "Приозёрск", "Лесной", "Каменка", "Ключи", "Сосновка")
NAMES = ("Слёт команд", "Защита проектов", "Экскурсия на завод", "Консультация наставника", "Смотр", "Семинар")
PEOPLE = ("Орлова Анна", "Белов Глеб", "Чайкина Вера", "Лесной Илья", "Горина Дарья", "Снегов Лев")

Cell = Callable[[random.Random, int], Raw]
COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("Муниципалитет", lambda dice, _: dice.choice(PLACES)),
    ("Наименование мероприятия", lambda dice, _: dice.choice(NAMES)),
    ("Ответственный", lambda dice, _: dice.choice(PEOPLE)),
    ("Срок", lambda dice, _: f"{dice.randint(1, 28):02d}.{dice.randint(1, 12):02d}.2026"),
    ("Дата начала", lambda dice, _: dice.randint(45800, 46200)),
    ("Количество участников", lambda dice, _: dice.randint(3, 140)),
    ("Сумма, тыс. руб.", lambda dice, _: round(dice.uniform(10, 900), 2)),
    ("Сумма", lambda dice, _: f"{dice.randint(1, 90)} {dice.randint(100, 999)},{dice.randint(10, 99)}"),
    ("Статус", lambda dice, _: dice.choice(("В работе", "Исполнено", "Не начато"))),
    ("Телефон", lambda dice, _: f"8 385 4{dice.randint(10, 99)}-{dice.randint(10, 99)}-00"),
    ("ИНН", lambda dice, _: str(dice.randint(10**9, 10**10 - 1))),
    ("Примечание", lambda dice, _: dice.choice((None, None, "перенос", "с выездом"))),
    ("E-mail", lambda _, row: f"mail{row}@example.ru"),
    ("Доля, %", lambda dice, _: dice.randint(0, 100)),
)
BANDS = (("2025 год", "2026 год"), ("Школьники", "Студенты"), ("План", "Факт"))
HALVES = (("план", "факт"), ("зачислено", "выбыло"), ("юноши", "девушки"))


@dataclass
class Table:
    """A table under construction: its rows, merged areas, and what each row truly is."""

    dice: random.Random
    rows: list[list[Raw]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    heading: tuple[int, ...] = ()
    data: list[int] = field(default_factory=list)
    number_row: int | None = None

    @property
    def grid(self) -> Grid:
        """The table as a tab."""
        return Grid("Файл.xlsx", "Лист", tuple(map(tuple, self.rows)), tuple(self.merges))


def draw(seed: int) -> Table:
    """A table from a seed."""
    table = Table(random.Random(seed))
    columns = _columns(table.dice)
    width = len(columns)
    _titles(table, width)
    _heading(table, [name for name, _ in columns])
    if table.dice.random() < 0.3 and width > 2:
        table.rows.append(list(range(1, width + 1)))
        table.number_row = len(table.rows)
    _body(table, columns)
    return table


def _columns(dice: random.Random) -> list[tuple[str, Cell]]:
    picked = dice.sample(COLUMNS, dice.randint(3, 8))
    picked.sort(key=COLUMNS.index)
    if all(COLUMNS.index(one) in {0, 1, 2, 8} for one in picked):
        picked.append(COLUMNS[5])
    if dice.random() < 0.6:
        picked.insert(0, ("№ п/п", lambda _, row: row))
    for _ in range(dice.choice((0, 0, 1))):
        band, halves = dice.choice(BANDS), dice.choice(HALVES)
        picked += [(f"{one}|{half}", lambda d, _: d.randint(0, 99)) for one in band for half in halves]
    return picked


def _titles(table: Table, width: int) -> None:
    for _ in range(table.dice.choice((0, 0, 1, 2, 3))):
        row: list[Raw] = [None] * width
        at = table.dice.choice((0, 0, 0, width - 1, width // 2))
        row[at] = table.dice.choice(TITLES)
        table.rows.append(row)
        if at == 0 and table.dice.random() < 0.5:
            number = len(table.rows)
            table.merges.append(Area(number, 1, number, width))
    for _ in range(table.dice.choice((0, 0, 1, 2)) if table.rows else 0):
        table.rows.append([None] * width)


def _heading(table: Table, names: list[str]) -> None:
    first = len(table.rows) + 1
    if not any("|" in name for name in names):
        table.rows.append(list(names))
        table.heading = (first,)
        return
    upper: list[Raw] = [name.partition("|")[0] for name in names]
    lower: list[Raw] = [name.partition("|")[2] or None for name in names]
    is_merged = table.dice.random() < 0.6
    for at, name in enumerate(names):
        if "|" in name and at and upper[at] == names[at - 1].partition("|")[0]:
            upper[at] = None
            if is_merged:
                table.merges.append(Area(first, at, first, at + 1))
        elif is_merged and "|" not in name:
            table.merges.append(Area(first, at + 1, first + 1, at + 1))
    table.rows += [upper, lower]
    table.heading = (first, first + 1)


def _body(table: Table, columns: list[tuple[str, Cell]]) -> None:
    dice, width = table.dice, len(columns)
    first_words = next((at for at, (name, _) in enumerate(columns) if name != "№ п/п"), 0)
    count = dice.randint(4, 30)
    for number in range(1, count + 1):
        if columns[0][0] == "№ п/п" and dice.random() < 0.06:
            table.rows.append([f"Раздел {number}. {dice.choice(NAMES)}", *[None] * (width - 1)])
        table.rows.append([make(dice, number) for _, make in columns])
        table.data.append(len(table.rows))
        if dice.random() < 0.04 and number < count:
            table.rows.append([None] * width)
    if dice.random() < 0.5:
        total: list[Raw] = [None] * width
        total[first_words] = dice.choice(("Итого", "ИТОГО:", "Всего", "Итого по району"))
        total[-1] = 100
        table.rows.append(total)
    if dice.random() < 0.4:
        table.rows += [[None] * width, [dice.choice(NOTES), *[None] * (width - 1)]]
