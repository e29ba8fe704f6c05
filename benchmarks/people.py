"""One people table of 15 columns with a known share of bad cells, from a seed: the input of every engine."""

import random
from dataclasses import dataclass

from config.columns import Need, Raw, column
from config.kinds import (
    Choice,
    Code,
    Email,
    Inn,
    Money,
    Patronymic,
    Percent,
    PersonName,
    Phone,
    RussianDate,
    Text,
    Whole,
    YesNo,
)
from config.register import Record, Register
from validators.grid import Grid

STATUSES = ("Кандидат", "Участник", "Завершил", "Выбыл")
HEADINGS = (
    "Код", "Фамилия", "Имя", "Отчество", "Дата рождения", "Телефон", "E-mail", "ИНН", "Статус", "Класс",
    "Сумма", "Прогресс", "Согласие", "Дата заявки", "Муниципалитет",
)  # fmt: skip


class Person(Record):
    """A row of the bench."""

    id: Code = column("Код", refers="SCH")
    surname: PersonName = column("Фамилия", need=Need.REQUIRED)
    name: PersonName = column("Имя", need=Need.REQUIRED)
    patronymic: Patronymic = column("Отчество", need=Need.REQUIRED)
    born: RussianDate = column("Дата рождения", need=Need.REQUIRED)
    phone: Phone = column("Телефон", need=Need.REQUIRED)
    email: Email = column("E-mail", need=Need.REQUIRED)
    inn: Inn = column("ИНН", need=Need.REQUIRED)
    status: Choice = column("Статус", need=Need.REQUIRED, among=STATUSES)
    grade: Whole = column("Класс", need=Need.REQUIRED, low=1, high=11)
    money: Money = column("Сумма", need=Need.REQUIRED)
    progress: Percent = column("Прогресс", need=Need.REQUIRED)
    consent: YesNo = column("Согласие", need=Need.REQUIRED)
    applied: RussianDate = column("Дата заявки", need=Need.REQUIRED)
    municipality: Text = column("Муниципалитет", need=Need.REQUIRED)


PEOPLE = Register(
    key="SCH", tab="Люди", prefix="ШК", record=Person, owner="R3", workbook="Люди", natural=("surname", "name", "born")
)

_ENDS = ("ов", "овский", "инский", "енко", "ин")
_ROOTS = ("Иван", "Петр", "Сидор", "Орл", "Чайк", "Лес", "Гор", "Вол", "Мор", "Бел")
_SURNAMES = tuple(f"{root}{end}" for root in _ROOTS for end in _ENDS)
_NAMES = ("Анна", "Пётр", "Мария", "Илья", "Ольга", "Иван", "Дарья", "Лев", "Вера", "Глеб")
_PATRONYMICS = ("Ильич", "Петровна", "Олегович", "Львовна", "нет", "Ивановна", "Глебович")
_PLACES = tuple(f"Округ {number}" for number in range(1, 21))


@dataclass(frozen=True)
class Bench:
    """Rows of text and numbers, and the (row, column) of every cell that was spoiled; rows count from 0."""

    rows: tuple[tuple[Raw, ...], ...]
    spoiled: frozenset[tuple[int, int]]

    @property
    def grid(self) -> Grid:
        """The rows under their heading, as a tab."""
        return Grid("Люди.xlsx", "Люди", (HEADINGS, *self.rows))


def make(count: int, share: float, seed: int = 7) -> Bench:
    """`count` rows, `share` of whose cells (the code excepted) are spoiled."""
    chance = random.Random(seed)
    spoiled = set()
    rows = []
    for index in range(count):
        row = _row(chance, index)
        for at in range(1, len(HEADINGS) - 1):
            if chance.random() < share:
                row[at] = _BAD[HEADINGS[at]]
                spoiled.add((index, at))
        rows.append(tuple(row))
    return Bench(tuple(rows), frozenset(spoiled))


def touched(bench: Bench, share: float, seed: int = 8) -> Bench:
    """The same table a cycle later: a share of the rows has another telephone."""
    chance = random.Random(seed)
    rows = [
        (*row[:5], f"+7912{chance.randrange(10**7):07d}", *row[6:])
        if chance.random() < share and (index, 5) not in bench.spoiled
        else row
        for index, row in enumerate(bench.rows)
    ]
    return Bench(tuple(rows), bench.spoiled)


def _row(chance: random.Random, index: int) -> list[Raw]:
    return [
        f"ШК-{index + 1:04d}",
        chance.choice(_SURNAMES),
        chance.choice(_NAMES),
        chance.choice(_PATRONYMICS),
        39448 + chance.randrange(1500),
        f"+7912{chance.randrange(10**7):07d}",
        f"user{index}@example.ru",
        inn(chance.randrange(10**9)),
        chance.choice(STATUSES),
        chance.randrange(8, 12),
        chance.randrange(10**8) / 100,
        chance.randrange(101) / 100,
        chance.choice(("Да", "Нет")),
        45900 + chance.randrange(60),
        chance.choice(_PLACES),
    ]


def inn(number: int) -> str:
    """A ten-digit ИНН with its right check digit."""
    digits = f"{1 + number % 9}{number:08d}"[:9]
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    check = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 % 10
    return f"{digits}{check}"


_BAD: dict[str, Raw] = {
    "Фамилия": "Иванов1",
    "Имя": "А.",
    "Отчество": "И.",
    "Дата рождения": "31.02.2009",
    "Телефон": "8(912)34",
    "E-mail": "user@mail,ru",
    "ИНН": "7707083890",
    "Статус": "почти",
    "Класс": 77,
    "Сумма": "около 100",
    "Прогресс": "много",
    "Согласие": "может быть",
    "Дата заявки": "сентябрь",
}
