"""PLAN — the plan of measures and control points."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Ref, Refs, RussianDate, Text, YesNo
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

MEASURE = "Мероприятие"
CONTROL_POINT = "Контрольная точка"
MEETING = "Заседание"
PROVEN = (CONTROL_POINT, "Отчёт", MEETING)
"""Kinds that, once done, have a result to show."""

MEASURE_KINDS = Choices((MEASURE, *PROVEN), also={"КТ": CONTROL_POINT})
MEASURE_STATUSES = Choices(
    ("Не начато", "В работе", "Исполнено", "Отменено", MISTAKE),
    also={"выполнено": "Исполнено", "выполняется": "В работе", "проведено": "Исполнено", "отмена": "Отменено"},
)


class Measure(Record):
    """Мероприятие, контрольная точка, отчёт или заседание в плане РПО."""

    id: Code = column("Код", need=Need.REQUIRED, refers="PLAN")
    title: Text = column(
        "Мероприятие",
        need=Need.REQUIRED,
        longest=300,
        former=("Наименование мероприятия", "Название мероприятия", "Название"),
    )
    kind: Choice = column("Вид", need=Need.REQUIRED, among=MEASURE_KINDS, former=("Вид мероприятия",))
    stage: Ref = column(
        "Этап", need=Need.REQUIRED, refers="STAGE", hint="Код этапа; для работы на весь сезон — «Сквозное»."
    )
    responsible: Ref = column(
        "Ответственный", need=Need.REQUIRED, refers="STAFF", privacy=Privacy.P1, hint="Один сотрудник РПО."
    )
    start: RussianDate = column(
        "Начало (план)", need=Need.REQUIRED, former=("Начало", "Дата начала", "Плановая дата начала")
    )
    end: RussianDate = column(
        "Окончание (план)",
        need=Need.REQUIRED,
        former=("Окончание", "Дата окончания", "Срок", "Плановая дата окончания"),
    )
    status: Choice = column(
        "Статус",
        among=MEASURE_STATUSES,
        blank_means="Не начато",
        former=("Статус исполнения",),
        hint="Пусто — не начато.",
    )
    done: RussianDate = column(
        "Окончание (факт)", when=Condition("status", ("Исполнено",)), past_only=True, former=("Дата исполнения", "Факт")
    )
    forecast: RussianDate = column("Окончание (прогноз)", former=("Прогноз",), hint="Заполните, если срок сдвигается.")
    result: Ref = column(
        "Результат",
        refers="DOC",
        words_allowed=True,
        hint="Код документа или слова. Нужен для исполненной контрольной точки, отчёта и заседания.",
    )
    why_late: Text = column(
        "Причина отклонения", former=("Причина",), longest=1000, hint="Почему срок сорван или сдвигается."
    )
    measures: Text = column("Принятые меры", former=("Меры",), longest=1000)
    function: Ref = column("Функция", refers="FUNCTION", former=("Функция РПО",))
    partners: Refs = column(
        "Соисполнители",
        refers="STAFF",
        words_allowed=True,
        privacy=Privacy.P1,
        hint="Сотрудники РПО или организации через «;».",
    )
    municipalities: Refs = column(
        "Муниципалитеты",
        refers="MUN",
        words_allowed=True,
        former=("Муниципалитет",),
        hint="Через «;». Пусто или «все» — весь регион.",
    )
    place: Text = column("Место", former=("Место проведения",))
    time: Text = column("Время", former=("Время проведения",), hint="Например: 14:00–16:30.")
    indicators: Refs = column("Показатель", refers="IND", former=("Показатели",))
    financed: YesNo = column(
        "Финансируется", blank_means=False, hint="«Да» — у мероприятия должна быть строка в «Финансовом обеспечении»."
    )
    note: Text = note_column()


PLAN = Register(
    key="PLAN",
    tab="План мероприятий",
    prefix="МР",
    record=Measure,
    owner="R1",
    workbook="План",
    former=("Реестр мероприятий", "Реестр плана мероприятий", "План", "Мероприятия"),
    natural=("title", "start"),
    names=(("title",),),
    order=(("start", "end"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    curator="responsible",
    kept_at_start=True,
    about="Что, когда и кто делает: мероприятия, контрольные точки, отчёты и заседания.",
)
