"""TEAM — teams and their projects."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Number, Ref, Refs, RussianDate, Text, Url, Whole
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

STAGES_OF_PROJECT = Choices(
    (
        "Формирование",
        "Идея",
        "Паспорт проекта",
        "Разработка",
        "Апробация",
        "Готов к защите",
        "Защищён",
        "Внедряется",
        "Закрыт",
        MISTAKE,
    ),
    also={"формируется": "Формирование", "защита": "Готов к защите", "внедрение": "Внедряется", "закрыта": "Закрыт"},
)
ACTIVITIES = Choices(
    ("Проектная", "Исследовательская", "Проектно-исследовательская"),
    also={"проект": "Проектная", "исследование": "Исследовательская"},
)
OUTCOMES = Choices(
    ("Победитель", "Лауреат", "Участник", "Не допущен"),
    also={"победа": "Победитель", "призёр": "Лауреат", "не допущена": "Не допущен"},
)
WITH_PROJECT = ("Паспорт проекта", "Разработка", "Апробация", "Готов к защите", "Защищён", "Внедряется")
"""Stages at which a team has named its project."""

DEFENDED = ("Защищён", "Внедряется")


class Team(Record):
    """Команда, которая работает над проектом."""

    id: Code = column("Код", need=Need.REQUIRED, refers="TEAM")
    name: Text = column("Название команды", need=Need.REQUIRED, former=("Команда", "Наименование команды"))
    priority: Ref = column("Приоритетное направление", need=Need.REQUIRED, refers="PRIORITY", former=("Направление",))
    leaders: Refs = column(
        "Студент-лидер/тьютор",
        need=Need.REQUIRED,
        refers="UNI",
        privacy=Privacy.P1,
        former=("Студент-лидер", "Тьютор", "Лидер"),
        hint="Код студента вуза или фамилия и имя; нескольких разделите «;».",
    )
    mentors: Refs = column(
        "Наставники",
        need=Need.REQUIRED,
        refers="MENT",
        privacy=Privacy.P1,
        former=("Наставник",),
        hint="Код утверждённого наставника или фамилия и имя; нескольких разделите «;».",
    )
    formed: RussianDate = column("Дата формирования", need=Need.REQUIRED, past_only=True, former=("Сформирована",))
    stage: Choice = column(
        "Стадия", need=Need.REQUIRED, among=STAGES_OF_PROJECT, former=("Стадия проекта", "Статус команды")
    )
    project: Text = column("Название проекта", when=Condition("stage", WITH_PROJECT), former=("Проект", "Тема проекта"))
    task: Text = column(
        "Задача социально-экономического развития",
        when=Condition("stage", WITH_PROJECT),
        former=("Задача СЭР региона", "Задача СЭР"),
        longest=1000,
        hint="Какую задачу региона решает проект.",
    )
    defended: RussianDate = column("Дата защиты", when=Condition("stage", DEFENDED), past_only=True)
    outcome: Choice = column(
        "Итог", when=Condition("stage", DEFENDED), among=OUTCOMES, former=("Итог защиты", "Результат защиты")
    )
    score: Number = column("Балл", low=0, high=100)
    activity: Choice = column("Вид деятельности", among=ACTIVITIES)
    municipalities: Refs = column(
        "Муниципалитеты",
        need=Need.DERIVED,
        refers="MUN",
        former=("Муниципалитет",),
        hint="Пусто — берутся у участников команды.",
    )
    captain: Ref = column("Капитан", refers="SCH", privacy=Privacy.P1, hint="Участник этой же команды.")
    partners: Refs = column("Партнёры", refers="ENT", hint="Предприятия и организации, которые помогают команде.")
    size: Whole = column("Заявленная численность", low=1, former=("Численность", "Количество участников"))
    mentored: RussianDate = column(
        "Дата закрепления наставника",
        need=Need.DERIVED,
        past_only=True,
        hint="Пусто — считается дата формирования команды.",
    )
    uptake: Ref = column(
        "Внедрение",
        refers="DOC",
        words_allowed=True,
        hint="Например: «передан главе муниципалитета», или код документа.",
    )
    materials: Url = column(
        "Материалы", hint="Ссылка на папку проекта. Открытую для всех папку с данными людей не указывайте."
    )
    note: Text = note_column()


TEAM = Register(
    key="TEAM",
    tab="Команды и проекты",
    prefix="КМ",
    record=Team,
    owner="R2",
    workbook="Команды",
    former=("Реестр команд и проектов", "Команды", "Реестр команд", "Проекты"),
    natural=("name",),
    names=(("name",), ("project",)),
    order=(("formed", "mentored"), ("formed", "defended")),
    unique=(("name",),),
    life=Life(field="stage", void=(MISTAKE,), draft=()),
    kept_at_start=True,
    about="Команды: состав, наставник, проект и его стадия.",
)
