"""NP — coordination with national projects («Образование» and its successors)."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, Code, Ref, RussianDate, Text, Whole
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

NATIONAL_PROJECTS = Choices(
    ("Образование", "Молодёжь и дети", "Кадры"), also={"НП Образование": "Образование", "НП Кадры": "Кадры"}
)
COORDINATION_FORMS = Choices(
    (
        "Совместное мероприятие",
        "Использование инфраструктуры",
        "Зачёт результата",
        "Финансирование",
        "Обмен данными",
    ),
    also={"инфраструктура": "Использование инфраструктуры", "совместные мероприятия": "Совместное мероприятие"},
)
COORDINATION_STATUSES = Choices(
    ("Планируется", "В работе", "Завершено", "Отменено", MISTAKE),
    also={"запланировано": "Планируется", "исполнено": "Завершено", "выполнено": "Завершено", "идёт": "В работе"},
)


class Coordination(Record):
    """Мероприятие или объект национального проекта, с которым согласована работа РПО."""

    id: Code = column("Код", need=Need.REQUIRED, refers="NP")
    project: Ref = column("Федеральный проект", need=Need.REQUIRED, refers="FEDPROJECT", former=("ФП",))
    object: Text = column("Мероприятие/объект НП", need=Need.REQUIRED, former=("Мероприятие НП", "Объект НП"))
    form: Choice = column("Форма координации", need=Need.REQUIRED, among=COORDINATION_FORMS, former=("Форма",))
    measure: Ref = column("Мероприятие РПО", need=Need.REQUIRED, refers="PLAN", former=("Мероприятие плана",))
    start: RussianDate = column("Сроки с", need=Need.REQUIRED, former=("Начало", "Срок с"))
    status: Choice = column("Статус", need=Need.REQUIRED, among=COORDINATION_STATUSES)
    end: RussianDate = column("Сроки по", former=("Окончание", "Срок по"))
    covered_plan: Whole = column(
        "Охват участников: план", low=0, former=("Охват участников Программы (план)", "Охват (план)")
    )
    covered_fact: Whole = column(
        "Охват участников: факт", low=0, former=("Охват участников Программы (факт)", "Охват (факт)")
    )
    responsible: Ref = column("Ответственный РПО", refers="STAFF", privacy=Privacy.P1, former=("Ответственный",))
    counterpart: Text = column("Ответственный от НП", privacy=Privacy.P3)
    national: Choice = column(
        "Национальный проект",
        need=Need.DERIVED,
        among=NATIONAL_PROJECTS,
        hint="Пусто — берётся по федеральному проекту.",
    )
    indicator: Text = column("Показатель НП, на который влияет", former=("Показатель НП",))
    document: Ref = column("Документ", refers="DOC")
    note: Text = note_column()


NP = Register(
    key="NP",
    tab="Координация с НП",
    prefix="НП",
    record=Coordination,
    owner="R1",
    workbook="Финансы",
    former=("Координация с НП «Образование»", "Реестр координации с НП", "Национальные проекты"),
    natural=("project", "object", "start"),
    names=(("object",),),
    order=(("start", "end"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    curator="responsible",
    about="Что РПО делает вместе с национальными проектами и сколько участников этим охвачено.",
)
