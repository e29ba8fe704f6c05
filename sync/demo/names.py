"""Names of people who do not exist: common given names and surnames, agreed in gender and never repeated."""

from typing import NamedTuple

from sync.demo.draft import Draft


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MEN = _words("""
Александр Алексей Андрей Артём Богдан Вадим Валерий Виктор Глеб Георгий Даниил Денис Дмитрий Евгений Егор Захар
Иван Игорь Илья Кирилл Константин Лев Максим Марк Матвей Никита Николай Олег Павел Пётр Роман Савелий Семён
Степан Тимофей Фёдор Юрий Ярослав
""")
_WOMEN = _words("""
Алёна Александра Алина Анастасия Анна Арина Валерия Варвара Вера Вероника Виктория Галина Дарья Диана Евгения
Екатерина Елена Елизавета Жанна Зоя Ирина Кира Ксения Лариса Любовь Маргарита Марина Мария Милана Надежда
Наталья Ольга Полина Светлана София Таисия Татьяна Ульяна Юлия Яна
""")
_PATRONYMICS = _words("""
Александр Алексее Андрее Антон Борис Вадим Валерье Виктор Владимир Геннадье Денис Евгенье Иван Константин Максим
Михайл Николае Олег Павл Петр Роман Сергее Станислав Юрье
""")
_SURNAMES = _words("""
Алёшин Баранов Белкин Берёзин Боголюбов Большаков Борисов Быстров Васильков Веселов Виноградов Воробьёв Воронин
Голубев Горбунов Гришин Гусев Давыдов Дорофеев Дроздов Дубровин Ерёмин Ермаков Ефимов Жданов Журавлёв Зайцев
Зимин Зотов Игнатов Ильин Калинин Карпов Киселёв Климов Ковалёв Колесов Комаров Копылов Королёв Котов Крылов
Кудрин Кузьмин Лаптев Лебедев Логинов Лукин Малинин Мальцев Медведев Мельников Миронов Морозов Назаров Некрасов
Никитин Носов Орлов Осипов Панин Пахомов Платонов Поляков Рогов Родионов Рябов Савин Самойлов Селезнёв Скворцов
Соболев Соколов Сорокин Стрелков Субботин Сычёв Тарасов Титов Третьяков Туманов Уваров Успенский Фадеев Филатов
Фомин Хохлов Цветков Черкасов Чистяков Шилов Широков Шубин Щукин Юдин Яковлев Яшин Заречный Луговой Озерской
Полянский Раменский Сосновский
""")
_TRANSLIT = dict(
    zip("абвгдезийклмнопрстуфцыэ", "abvgdeziiklmnoprstufcye", strict=True),
    ё="e",
    ж="zh",
    х="kh",
    ч="ch",
    ш="sh",
    щ="sch",
    ъ="",
    ь="",
    ю="yu",
    я="ya",
)


class Name(NamedTuple):
    """A whole name, with the gender it agrees with."""

    surname: str
    name: str
    patronymic: str
    woman: bool

    @property
    def full(self) -> str:
        """«Чайкина Ольга Петровна»."""
        return f"{self.surname} {self.name} {self.patronymic}"


def new_name(draft: Draft, *, woman: bool | None = None) -> Name:
    """A name whose surname and given name nobody in the office has yet."""
    dice = draft.dice
    while True:
        female = dice.random() < 0.55 if woman is None else woman
        surname = _feminine(dice.choice(_SURNAMES)) if female else dice.choice(_SURNAMES)
        given = dice.choice(_WOMEN if female else _MEN)
        key = f"name {surname} {given}"
        if key not in draft.taken:
            draft.taken.add(key)
            return Name(surname, given, _patronymic(dice.choice(_PATRONYMICS), woman=female), female)


def parent_of(draft: Draft, child: Name) -> Name:
    """A mother or a father with the child's surname."""
    woman = draft.chance(0.75)
    base = child.surname if child.woman == woman else _other_gender(child.surname, woman=woman)
    given = draft.dice.choice(_WOMEN if woman else _MEN)
    return Name(base, given, _patronymic(draft.dice.choice(_PATRONYMICS), woman=woman), woman)


def latin(text: str) -> str:
    """The text in small Latin letters, digits kept, everything else an underscore."""
    return "".join(_TRANSLIT.get(sign, sign if sign.isascii() and sign.isalnum() else "_") for sign in text.lower())


def _feminine(surname: str) -> str:
    if surname.endswith(("ий", "ый", "ой")):
        return surname[:-2] + "ая"
    return surname + "а"


def _other_gender(surname: str, *, woman: bool) -> str:
    if woman:
        return _feminine(surname)
    return next(one for one in _SURNAMES if _feminine(one) == surname)


def _patronymic(base: str, *, woman: bool) -> str:
    stem = base + ("в" if base.endswith(("е", "ье")) else "ов")
    return stem + ("на" if woman else "ич")
