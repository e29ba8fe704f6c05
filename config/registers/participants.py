"""What students of universities and pupils have in common: a person who takes part in the programme."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import (
    Choice,
    ClassOrCourse,
    Code,
    Email,
    Patronymic,
    PersonName,
    Phone,
    Ref,
    RussianDate,
    Text,
    Whole,
    YesNo,
)
from config.register import Life, Record
from config.registers.record_state import MISTAKE

STATUSES = Choices(
    ("Кандидат", "Участник", "Завершил", "Выбыл", "Не прошёл отбор", MISTAKE),
    also={
        "участница": "Участник",
        "зачислен": "Участник",
        "зачислена": "Участник",
        "завершила": "Завершил",
        "выпускник": "Завершил",
        "выбыла": "Выбыл",
        "отчислен": "Выбыл",
        "отказ в отборе": "Не прошёл отбор",
        "не прошла отбор": "Не прошёл отбор",
        "аннулирована": MISTAKE,
    },
)
LEAVING_REASONS = Choices(
    ("Переезд", "Личные обстоятельства", "Учёба", "Неактивность", "Иное"),
    also={
        "здоровье": "Личные обстоятельства",
        "по состоянию здоровья": "Личные обстоятельства",
        "болезнь": "Личные обстоятельства",
        "семейные обстоятельства": "Личные обстоятельства",
        "не выходит на связь": "Неактивность",
        "другое": "Иное",
    },
)
CONSENT_GIVERS = Choices(
    ("Представитель", "Сам", "Оба"),
    also={
        "законный представитель": "Представитель",
        "родитель": "Представитель",
        "мать": "Представитель",
        "отец": "Представитель",
        "опекун": "Представитель",
        "сама": "Сам",
        "лично": "Сам",
        "участник": "Сам",
        "представитель и сам": "Оба",
    },
)
ENROLLED = ("Участник", "Завершил", "Выбыл")
"""Statuses of those who were enrolled at some time."""

LIFE = Life(field="status", void=(MISTAKE,), draft=())
REACHABLE = (("phone", "email"),)
"""A telephone or an e-mail is enough."""

ORDER = (("applied", "enrolled"), ("enrolled", "left"))
NAMES = (("surname", "name", "patronymic"), ("surname", "name"))
NATURAL = ("surname", "name", "patronymic", "born")
PERSON = ("surname", "name", "organisation")


class Participant(Record):
    """Человек, который подал заявку на участие в Программе."""

    id: Code = column("Код", privacy=Privacy.P1)
    surname: PersonName = column("Фамилия", need=Need.REQUIRED, privacy=Privacy.P3)
    name: PersonName = column("Имя", need=Need.REQUIRED, privacy=Privacy.P3)
    patronymic: Patronymic = column(
        "Отчество", need=Need.REQUIRED, privacy=Privacy.P3, hint="Если отчества нет, напишите «нет»."
    )
    born: RussianDate = column(
        "Дата рождения",
        need=Need.REQUIRED,
        past_only=True,
        former=("Дата рожд.", "Д.р.", "День рождения"),
        privacy=Privacy.P3,
    )
    organisation: Ref = column(
        "Образовательная организация",
        need=Need.REQUIRED,
        refers="EDU",
        privacy=Privacy.P2,
        former=("ОО", "Школа", "Учебное заведение", "Место учёбы"),
        hint="Выберите из списка или напишите название так, как оно стоит во вкладке «Образовательные организации».",
    )
    grade: ClassOrCourse = column(
        "Класс или курс",
        need=Need.REQUIRED,
        privacy=Privacy.P2,
        former=("Класс/курс",),
        hint="Например: 9А или 2 курс.",
    )
    status: Choice = column(
        "Статус участника",
        need=Need.REQUIRED,
        among=STATUSES,
        vital=True,
        former=("Статус",),
        hint="Строки не удаляйте: выбывшему ставьте «Выбыл», лишней строке — «Ошибочная запись».",
    )
    enrolled: RussianDate = column(
        "Дата зачисления",
        when=Condition("status", ENROLLED),
        past_only=True,
        former=("Зачислен", "Дата зачисления в Программу"),
    )
    consent_on: RussianDate = column(
        "Согласие: дата",
        need=Need.REQUIRED,
        past_only=True,
        privacy=Privacy.P1,
        former=("Согласие на обработку: дата", "Согласие законного представителя: дата", "Дата согласия", "Согласие"),
        hint="Дата письменного согласия на обработку персональных данных, не позже даты зачисления.",
    )
    consent_by: Choice = column(
        "Согласие дал",
        need=Need.REQUIRED,
        among=CONSENT_GIVERS,
        privacy=Privacy.P1,
        hint="До 18 лет — законный представитель (или оба), с 18 лет — сам участник.",
    )
    phone: Phone = column(
        "Телефон",
        privacy=Privacy.P3,
        former=("Тел.", "Мобильный телефон", "Контактный телефон", "Номер телефона"),
        hint="Достаточно телефона или электронной почты.",
    )
    email: Email = column(
        "E-mail",
        privacy=Privacy.P3,
        former=("Email", "Электронная почта", "Почта", "Эл. почта", "Адрес электронной почты"),
        hint="Достаточно телефона или электронной почты.",
    )
    left: RussianDate = column(
        "Дата выбытия", when=Condition("status", ("Выбыл",)), past_only=True, former=("Дата отчисления",)
    )
    left_why: Choice = column(
        "Причина выбытия",
        when=Condition("status", ("Выбыл",)),
        among=LEAVING_REASONS,
        former=("Причина", "Причина отчисления"),
        hint="О здоровье не пишите: выберите «Личные обстоятельства».",
    )
    applied: RussianDate = column(
        "Дата заявки", past_only=True, former=("Дата подачи заявки", "Заявка", "Отметка времени", "Время создания")
    )
    birth_year: Whole = column(
        "Год рождения",
        need=Need.DERIVED,
        low=1950,
        high=2100,
        privacy=Privacy.P2,
        hint="Только в таблицах без имён; иначе берётся из даты рождения.",
    )
    municipality: Ref = column(
        "Муниципалитет",
        need=Need.DERIVED,
        refers="MUN",
        privacy=Privacy.P2,
        former=("Муниципальное образование", "МО", "Район"),
        hint="Пусто — берётся из образовательной организации. Заполните, если участник живёт в другом муниципалитете.",
    )
    consent_number: Text = column(
        "Согласие: номер",
        privacy=Privacy.P1,
        former=("Согласие на обработку: №", "Номер согласия", "Согласие законного представителя: №"),
    )
    consent_transfer: YesNo = column("Согласие на передачу", privacy=Privacy.P1, former=("Согласие: передача",))
    consent_publication: YesNo = column(
        "Согласие на распространение",
        privacy=Privacy.P1,
        former=("Согласие: распространение",),
        hint="Нужно, чтобы назвать участника или показать его фото и страницу публично.",
    )
    consent_withdrawn: RussianDate = column(
        "Дата отзыва согласия", past_only=True, privacy=Privacy.P1, hint="С этой даты идёт срок уничтожения данных."
    )
    keep_until: RussianDate = column(
        "Хранить до",
        privacy=Privacy.P1,
        hint="После этого дня данные пора уничтожить. Пусто — по настройкам.",
    )
    login: Text = column(
        "Логин на цифровой платформе",
        privacy=Privacy.P2,
        former=("Логин", "Логин ЦОП", "Логин на платформе"),
        hint="По нему узнают участника в выгрузке цифровой платформы.",
    )
    curator: Ref = column(
        "Куратор от РПО", need=Need.DERIVED, refers="STAFF", privacy=Privacy.P1, former=("Сопровождает",)
    )
