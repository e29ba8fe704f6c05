"""AGENDA — participants in the life of the region: communities, the pool of experts, activities (question C6)."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Ref, RussianDate, Text
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

_EXPERT = "C6.2 Экспертный пул: наставник младших участников"
_FORM_WORDS = (
    "C6.1 Профессиональное сообщество",
    _EXPERT,
    "C6.3а Разработка региональной стратегии",
    "C6.3б Отраслевая программа развития",
    "C6.3в Социально значимое мероприятие",
)
AGENDA_FORMS = Choices(
    _FORM_WORDS,
    also={
        **{words.split(" ", 1)[0]: words for words in _FORM_WORDS},
        **{words.split(" ", 1)[0].replace("C", "С"): words for words in _FORM_WORDS},
        **{words.split(" ", 1)[1]: words for words in _FORM_WORDS},
        "экспертный пул": _EXPERT,
    },
)
AGENDA_LEVELS = Choices(
    ("Региональный", "Муниципальный"), also={"регион": "Региональный", "муниципалитет": "Муниципальный"}
)
AGENDA_STATUSES = Choices(
    ("Предложено", "Включён", "Завершено", MISTAKE),
    also={"включена": "Включён", "включено": "Включён", "завершён": "Завершено", "предложен": "Предложено"},
)
STAYED = Choices(
    ("Да", "Нет", "Неизвестно"),
    also={"остался": "Да", "осталась": "Да", "уехал": "Нет", "уехала": "Нет"},
)


class AgendaItem(Record):
    """Участие человека или команды в жизни региона: сообщество, экспертный пул, стратегия, программа, событие."""

    id: Code = column("Код", need=Need.REQUIRED, refers="AGENDA")
    participant: Ref = column(
        "Участник",
        refers=("UNI", "SCH"),
        privacy=Privacy.P1,
        former=("Код участника", "ФИО участника", "ФИО"),
        hint="Заполните участника или команду.",
    )
    team: Ref = column("Команда", refers="TEAM", hint="Заполните участника или команду.")
    form: Choice = column("Форма", need=Need.REQUIRED, among=AGENDA_FORMS, former=("Форма участия",))
    level: Choice = column("Уровень", need=Need.REQUIRED, among=AGENDA_LEVELS)
    subject: Text = column(
        "Организация/сообщество/документ", need=Need.REQUIRED, former=("Организация", "Сообщество", "Где участвует")
    )
    start: RussianDate = column("Начало", need=Need.REQUIRED, former=("С", "Дата начала", "Дата включения"))
    status: Choice = column("Статус", need=Need.REQUIRED, among=AGENDA_STATUSES)
    municipality: Ref = column("Муниципалитет", when=Condition("level", ("Муниципальный",)), refers="MUN")
    wards: Ref = column("Команда подопечных", when=Condition("form", (_EXPERT,)), refers="TEAM")
    proof: Ref = column("Подтверждение", refers="DOC", words_allowed=True, hint="Код документа или ссылка.")
    end: RussianDate = column("Окончание", former=("По", "Дата окончания"))
    role: Text = column("Роль участника", former=("Роль",))
    decision: Ref = column("Решение", refers="DEC")
    stayed: Choice = column(
        "Остался в регионе через 12 мес.",
        among=STAYED,
        former=("Остался в регионе",),
        hint="Через год после выпуска: Да, Нет или Неизвестно.",
    )
    note: Text = note_column()


AGENDA = Register(
    key="AGENDA",
    tab="Региональная повестка",
    prefix="АГ",
    record=AgendaItem,
    owner="R1",
    workbook="Повестка",
    former=("Реестр региональной повестки", "Повестка", "Реестр участия в региональной повестке"),
    natural=("participant", "team", "form", "subject", "start"),
    order=(("start", "end"),),
    either=(("participant", "team"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    about="Профессиональные сообщества, экспертный пул, участие в стратегиях, программах и событиях региона.",
)
