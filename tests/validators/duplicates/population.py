"""A region of made-up people with names as frequent as in life: namesakes, brothers and sisters, twins, shared phones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from config.cells.grades import Grade
from config.codes import PREFIXES, make_code
from config.registers import REGISTERS
from validators.office import Office, Source, Table

BY_KEY = {register.key: register for register in REGISTERS}

_SURNAMES = """
Иванов 100 Смирнов 95 Кузнецов 80 Попов 66 Васильев 62 Петров 60 Соколов 52 Михайлов 48 Новиков 46 Фёдоров 44 Морозов 43
Волков 41 Алексеев 40 Лебедев 39 Семёнов 38 Егоров 37 Павлов 36 Козлов 36 Степанов 35 Николаев 34 Орлов 33 Андреев 33
Макаров 32 Никитин 31 Захаров 30 Зайцев 29 Соловьёв 28 Борисов 28 Яковлев 27 Григорьев 27 Романов 26 Воробьёв 25
Сергеев 25 Кузьмин 24 Фролов 24 Александров 23 Дмитриев 23 Королёв 22 Гусев 22 Киселёв 21 Ильин 21 Максимов 20 Поляков 20
Сорокин 19 Виноградов 19 Ковалёв 18 Белов 18 Медведев 17 Антонов 17 Тарасов 16 Жуков 16 Баранов 15 Филиппов 15
Комаров 15 Давыдов 14 Беляев 14 Герасимов 14 Богданов 13 Осипов 13 Сидоров 13 Матвеев 13 Титов 12 Марков 12 Миронов 12
Крылов 12 Куликов 12 Карпов 11 Власов 11 Мельников 11 Денисов 11 Гаврилов 11 Тихонов 11 Казаков 10 Афанасьев 10 Данилов 10
Савельев 10 Тимофеев 9 Фомин 9 Чернов 9 Абрамов 9 Мартынов 9 Ефимов 9 Федотов 8 Щербаков 8 Назаров 8 Калинин 8 Исаев 8
Чернышёв 7 Быков 7 Маслов 7 Родионов 7 Коновалов 7 Лазарев 7 Воронин 7 Климов 6 Филатов 6 Пономарёв 6 Голубев 6 Кудрявцев 6
Прохоров 6 Наумов 6 Потапов 6 Журавлёв 6 Овчинников 6 Трофимов 6 Леонов 5 Соболев 5 Ермаков 5 Колесников 5 Гончаров 5
Емельянов 5 Никифоров 5 Грачёв 5 Котов 5 Гришин 5 Ефремов 5 Архипов 5 Громов 5 Кириллов 5 Малышев 5 Панов 5 Моисеев 5
Румянцев 5 Акимов 4 Кондратьев 4 Бирюков 4 Горбунов 4 Анисимов 4 Ерёмин 4 Тихомиров 4 Галкин 4 Лукьянов 4 Михеев 4
Скворцов 4 Юдин 4 Белоусов 4 Нестеров 4 Симонов 4 Прокофьев 4 Харитонов 4 Князев 4 Цветков 4 Левин 4 Митрофанов 4 Воронов 4
Аксёнов 4 Софронов 3 Мальцев 3 Логинов 3 Горшков 3 Савин 3 Краснов 3 Майоров 3 Демидов 3 Елисеев 3 Рыбаков 3 Сафонов 3
Плотников 3 Демин 3 Хохлов 3 Фадеев 3 Молчанов 3 Игнатов 3 Литвинов 3 Ершов 3 Ушаков 3 Дементьев 3 Рябов 3 Мухин 3
Калашников 3 Леонтьев 3 Лобанов 3 Кузин 3 Корнеев 3 Евдокимов 3 Бородин 3 Платонов 3 Некрасов 3 Балашов 3 Бобров 3 Жданов 3
Блинов 3 Игнатьев 3 Коротков 3 Муравьёв 3 Крюков 3 Беляков 3 Богомолов 3 Дроздов 3 Лавров 3 Зуев 3 Петухов 3 Ларин 3
Никулин 3 Серов 3 Терентьев 3 Зотов 3 Устинов 3 Фокин 3 Самойлов 3 Константинов 3 Сахаров 3 Шишкин 3 Самсонов 3 Черкасов 2
Чистяков 2 Носов 2 Спиридонов 2 Карасёв 2 Авдеев 2 Воронцов 2 Зверев 2 Владимиров 2 Селезнёв 2 Нечаев 2 Кудряшов 2 Седов 2
Фирсов 2 Андрианов 2 Панфилов 2 Головин 2 Терехов 2 Ульянов 2 Шестаков 2 Агеев 2 Никонов 2 Селиванов 2 Баженов 2 Гордеев 2
Кожевников 2 Пахомов 2 Зимин 2 Костин 2 Широков 2 Филимонов 2 Ларионов 2 Овсянников 2 Сазонов 2 Суворов 2 Нефёдов 2 Корнилов 2
Любимов 2 Львов 2 Горбачёв 2 Копылов 2 Лукин 2 Токарев 2 Кулешов 2 Шилов 2 Большаков 2 Панкратов 2 Родин 2 Шаповалов 2
Покровский 2 Бочаров 2 Никольский 2 Маркин 2 Горелов 2 Агафонов 2 Берёзин 2 Ермолаев 2 Зубков 2 Куприянов 2 Трифонов 2
Масленников 2 Круглов 2 Третьяков 2 Колосов 2 Рожков 2 Артамонов 2 Шмелёв 2 Лаптев 2 Лапшин 2 Федосеев 2 Зиновьев 2 Зорин 2
Уткин 2 Столяров 2 Зубов 2 Ткачёв 2 Дорофеев 2 Антипов 2 Завьялов 2 Свиридов 2 Золотарёв 2 Кулаков 2 Мещеряков 2 Макеев 2
Дьяконов 2 Гуляев 2 Петровский 2 Бондарев 2 Поздняков 2 Панфёров 1 Кочетков 1 Суханов 1 Рыжов 1 Старостин 1 Калмыков 1
Колесов 1 Золотов 1 Кравцов 1 Субботин 1 Шубин 1 Щукин 1 Лосев 1 Винокуров 1 Лапин 1 Парфёнов 1 Исаков 1 Голованов 1
Коровин 1 Ростовцев 1 Артёмов 1 Козырев 1 Русаков 1 Алёшин 1 Крючков 1 Булгаков 1 Кошелев 1 Сычёв 1 Синицын 1 Ахметов 3
Галиев 2 Хасанов 3 Гарипов 2 Сафин 2 Валеев 2 Каримов 3 Мамедов 3 Алиев 3 Магомедов 2 Гасанов 2 Исмаилов 2 Гусейнов 2
"""
_MEN = """
Александр 80 Максим 62 Артём 60 Иван 56 Михаил 50 Даниил 48 Дмитрий 47 Кирилл 42 Андрей 40 Егор 39 Никита 38 Илья 36
Матвей 34 Алексей 32 Роман 28 Сергей 26 Владислав 22 Тимофей 21 Ярослав 19 Арсений 18 Денис 16 Владимир 16 Павел 14 Глеб 13
Константин 12 Богдан 11 Евгений 11 Николай 11 Степан 11 Захар 10 Тимур 10 Марк 9 Семён 9 Фёдор 8 Георгий 8 Лев 8 Антон 8
Вадим 7 Игорь 7 Руслан 6 Вячеслав 6 Григорий 5 Макар 5 Артур 5 Виктор 5 Станислав 4 Савелий 4 Олег 4 Давид 4 Платон 3
Пётр 3 Виталий 3 Мирон 3 Родион 3 Леонид 3 Данил 6 Данила 4 Назар 2 Ринат 2 Эмиль 2 Амир 2 Карим 1 Рустам 1 Марат 1
Валерий 2 Филипп 1 Святослав 1 Всеволод 1 Юрий 2
"""
_WOMEN = """
Анастасия 66 Мария 62 Дарья 58 Анна 56 Елизавета 50 Полина 46 Виктория 45 Екатерина 42 Софья 30 София 26 Александра 34
Алина 32 Ксения 28 Варвара 26 Вероника 24 Арина 24 Валерия 22 Ульяна 20 Маргарита 18 Милана 17 Кристина 16 Василиса 15
Диана 15 Юлия 15 Алиса 14 Ева 14 Кира 13 Ольга 12 Татьяна 10 Наталья 8 Наталия 2 Евгения 8 Ангелина 10 Камилла 5 Яна 8
Карина 7 Алёна 7 Елена 8 Вера 6 Мирослава 5 Амина 4 Марина 5 Ирина 7 Злата 5 Таисия 6 Надежда 3 Светлана 4 Любовь 2 Нина 2
Эвелина 2 Дарина 2 Эльвира 1 Алия 2 Лилия 2 Регина 2 Инна 1 Олеся 2 Снежана 1 Марьяна 1 Есения 2 Виолетта 2 Пелагея 1
"""
_FATHERS = """
Александро 120 Сергее 110 Андрее 72 Алексее 70 Дмитрие 66 Владимиро 60 Николае 42 Евгенье 44 Михайло 38 Игоре 34 Юрье 30
Олего 30 Викторо 28 Ивано 28 Романо 26 Павло 26 Денисо 24 Максимо 22 Вячеславо 20 Константино 20 Анатолье 16 Антоно 16
Валерье 16 Виталье 16 Василье 14 Владиславо 12 Вадимо 12 Станиславо 10 Артёмо 8 Петро 8 Кирилло 8 Геннадье 6 Леонидо 6
Руслано 6 Григорье 6 Артуро 5 Никито 4 Тимуро 4 Ринато 3 Рустамо 3 Марато 3 Эдуардо 4 Борисо 4 Фёдоро 3 Георгие 3 Степано 3
"""
_ONE_NAME = ({"Софья", "София"}, {"Наталья", "Наталия"}, {"Даниил", "Данил", "Данила"})
"""Parents don't call two children so."""

_TOWNS, _SCHOOLS_OF_A_TOWN = 28, 6
_FIRST_BORN, _LAST_BORN = date(2003, 9, 1), date(2011, 8, 31)
_LAST_CLASS = 11
_SHARE_OF_STUDENTS, _MENTORS = 0.2, 0.02
_BROTHERS, _TWINS, _NAMESAKES = 0.05, 0.012, 0.01


@dataclass(frozen=True)
class Human:
    """One row of a register before it has a code. `woman` agrees with the name."""

    key: str
    surname: str
    name: str
    patronymic: str
    born: date | None
    woman: bool
    phone: str | None = None
    email: str | None = None
    town: str | None = None
    school: str | None = None
    grade: Grade | None = None
    enrolled: date | None = date(2025, 10, 30)


class Region:
    """The source of people and of all chance."""

    def __init__(self, seed: int) -> None:
        """The same seed gives the same people."""
        self.dice = Random(f"rpo people {seed}")
        self._surnames, self._men, self._women, self._fathers = map(_weighted, (_SURNAMES, _MEN, _WOMEN, _FATHERS))
        self._phones = 0

    def pick(self, words: tuple[Sequence[str], Sequence[int]]) -> str:
        """One of the words by their weights."""
        return self.dice.choices(*words)[0]

    def surname(self, *, woman: bool) -> str:
        """A surname as frequent as in life."""
        return of_gender(self.pick(self._surnames), woman=woman)

    def given(self, *, woman: bool) -> str:
        """A given name of those born in this century."""
        return self.pick(self._women if woman else self._men)

    def patronymic(self, *, woman: bool) -> str:
        """The name of a father of the seventies."""
        return self.pick(self._fathers) + ("вна" if woman else "вич")

    def new_phone(self) -> str:
        """A telephone that nobody has."""
        self._phones += 1
        return f"+7912{self._phones:07d}"

    def day(self) -> date:
        """A day of birth."""
        return _FIRST_BORN + timedelta(days=self.dice.randrange((_LAST_BORN - _FIRST_BORN).days))

    def home(self) -> tuple[str, str]:
        """A municipality, large ones oftener, and a school of it."""
        town = min(self.dice.randrange(_TOWNS), self.dice.randrange(_TOWNS))
        return f"Район {town}", f"ОО-{town * _SCHOOLS_OF_A_TOWN + self.dice.randrange(_SCHOOLS_OF_A_TOWN) + 1:04d}"

    def human(self, key: str | None = None) -> Human:
        """A new person."""
        woman = self.dice.random() < 0.55
        key = key or ("UNI" if self.dice.random() < _SHARE_OF_STUDENTS else "SCH")
        town, school = self.home()
        phone = self.new_phone()
        email = f"p{phone[4:]}@example.ru" if self.dice.random() < 0.8 else None
        born = None if key == "MENT" else self.day()
        names = (self.surname(woman=woman), self.given(woman=woman), self.patronymic(woman=woman))
        if born is None:
            return Human(key, *names, None, woman, phone, email, town)
        return Human(key, *names, born, woman, phone, email, town, school, self.grade(key, born))

    def grade(self, key: str, born: date) -> Grade:
        """The class or the course of one who is so old, most often."""
        year = 2025 - born.year - self.dice.choice((7, 7, 7, 8, 6))
        if key == "SCH" and year <= _LAST_CLASS:
            return Grade(max(year, 7), self.dice.choice("АБВ"), "класс")
        return Grade(min(max(year - (9 if key == "SCH" else 11), 1), 5), None, "курс")

    def sibling(self, of: Human, *, twin: bool) -> Human:
        """A brother or a sister: surname, father and home are common, the telephone often, the day of twins."""
        woman = self.dice.random() < 0.5
        names_of_one = next((some for some in _ONE_NAME if of.name in some), {of.name})
        name = next(name for name in iter(lambda: self.given(woman=woman), "") if name not in names_of_one)
        surname = of.surname if woman == of.woman else of_gender(bare(of.surname, woman=of.woman), woman=woman)
        stem = of.patronymic.removesuffix("вна").removesuffix("вич")
        born = of.born if twin else self.day()
        phone = of.phone if self.dice.random() < 0.4 else self.new_phone()
        school = of.school if twin or self.dice.random() < 0.5 else self.home()[1]
        patronymic = stem + ("вна" if woman else "вич")
        grade = of.grade if twin or born is None else self.grade(of.key, born)
        other = replace(of, surname=surname, name=name, patronymic=patronymic, born=born, woman=woman)
        return replace(other, phone=phone, school=school, grade=grade)

    def namesake(self, of: Human) -> Human:
        """Somebody else of the same whole name, born on a day of his own."""
        other = self.human(of.key)
        return replace(other, surname=of.surname, name=of.name, patronymic=of.patronymic, woman=of.woman)


def people(region: Region, size: int) -> list[Human]:
    """So many different people, relatives and namesakes among them."""
    found: list[Human] = []
    dice = region.dice
    while len(found) < size:
        one = region.human("MENT" if dice.random() < _MENTORS else None)
        found.append(one)
        chance = dice.random()
        if one.key == "MENT":
            continue
        if chance < _TWINS:
            found.append(region.sibling(one, twin=True))
        elif chance < _TWINS + _BROTHERS:
            found.append(region.sibling(one, twin=False))
        elif chance < _TWINS + _BROTHERS + _NAMESAKES:
            found.append(region.namesake(one))
    return found[:size]


def of_gender(surname: str, *, woman: bool) -> str:
    """`Иванов` → `Иванова` for a woman."""
    if not woman:
        return surname
    return f"{surname[:-2]}ая" if surname.endswith("ий") else f"{surname}а"


def bare(surname: str, *, woman: bool) -> str:
    """`Иванова` → `Иванов`."""
    if not woman:
        return surname
    return f"{surname[:-2]}ий" if surname.endswith("ая") else surname[:-1]


def office_of(rows: Sequence[Human]) -> tuple[Office, tuple[str, ...]]:
    """The office of these rows in their order, and the code of each."""
    codes, by_key = [], dict[str, list[Human]]()
    for row in rows:
        own = by_key.setdefault(row.key, [])
        own.append(row)
        codes.append(make_code(PREFIXES[row.key], len(own)))
    return Office({key: _table(key, own) for key, own in by_key.items()}), tuple(codes)


def _table(key: str, rows: Sequence[Human]) -> Table:  # type: ignore[type-arg]  # a table of any record
    register = BY_KEY[key]
    ids = tuple(make_code(PREFIXES[key], number) for number in range(1, len(rows) + 1))
    columns: Mapping[str, list[object]] = {
        "surname": [row.surname for row in rows],
        "name": [row.name for row in rows],
        "patronymic": [row.patronymic or "нет" for row in rows],
        "born": [row.born for row in rows],
        "phone": [row.phone for row in rows],
        "email": [row.email for row in rows],
        "municipality": [row.town for row in rows],
        "organisation": [row.school for row in rows],
        "grade": [row.grade for row in rows],
        "enrolled": [row.enrolled for row in rows],
        "status": ["Утверждён" if key == "MENT" else "Участник"] * len(rows),
    }
    blank: list[object] = [None] * len(rows)
    values = {name: columns.get(name, blank) for name in register.by_field}
    places = tuple(range(2, len(rows) + 2))
    return Table(register, ids, {**values, "id": ids}, {}, places, (0,) * len(rows), (Source("Люди.xlsx", key, {}),))


def _weighted(text: str) -> tuple[list[str], list[int]]:
    words = text.split()
    return words[::2], list(map(int, words[1::2]))
