"""UNI — students of universities: members, student leaders and tutors."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, ClassOrCourse, Code, Ref, Refs, Text
from config.register import Register
from config.registers import participants
from config.registers.joined import FULL_NAME
from config.registers.record_state import note_column

ROLES_IN_TEAM = Choices(
    ("Участник", "Студент-лидер", "Тьютор", "Студент-лидер и тьютор"),
    also={
        "лидер": "Студент-лидер",
        "студент-лидер/тьютор": "Студент-лидер и тьютор",
        "лидер и тьютор": "Студент-лидер и тьютор",
    },
)


class Student(participants.Participant):
    """Студент вуза — участник Программы, студент-лидер или тьютор."""

    id: Code = column("Код", need=Need.REQUIRED, refers="UNI", privacy=Privacy.P1)
    organisation: Ref = column(
        "Вуз",
        need=Need.REQUIRED,
        refers="EDU",
        privacy=Privacy.P2,
        former=("Образовательная организация", "Университет", "ООВО", "Место учёбы"),
        hint="Выберите из списка или напишите название так, как оно стоит во вкладке «Образовательные организации».",
    )
    grade: ClassOrCourse = column(
        "Курс",
        need=Need.REQUIRED,
        privacy=Privacy.P2,
        former=("Курс обучения", "Класс или курс", "Год обучения"),
        hint="Например: 2 курс.",
    )
    consent_by: Choice = column(
        "Согласие дал",
        among=participants.CONSENT_GIVERS,
        blank_means="Сам",
        privacy=Privacy.P1,
        hint="Пусто — сам студент. До 18 лет выберите «Представитель» или «Оба».",
    )
    role: Choice = column(
        "Роль", among=ROLES_IN_TEAM, blank_means="Участник", former=("Роль в команде",), hint="Пусто — участник."
    )
    teams: Refs = column(
        "Команды", refers="TEAM", former=("Команда",), hint="Коды или названия команд через «;», обычно не больше двух."
    )
    field_of_study: Text = column(
        "Направление подготовки", privacy=Privacy.P2, former=("Специальность",), hint="Например: 09.03.01 Информатика."
    )
    priority: Ref = column("Приоритетное направление", refers="PRIORITY")
    note: Text = note_column()


UNI = Register(
    key="UNI",
    tab="Студенты вузов",
    prefix="СТ",
    record=Student,
    owner="R2",
    workbook="Студенты вузов",
    former=(
        "Реестр студентов вузов",
        "Студенты вузов (студенты-лидеры, тьюторы)",
        "Студенты",
        "Студенты-лидеры и тьюторы",
    ),
    natural=participants.NATURAL,
    names=participants.NAMES,
    order=participants.ORDER,
    either=participants.REACHABLE,
    life=participants.LIFE,
    curator="curator",
    person=participants.PERSON,
    composites=FULL_NAME,
    kept_at_start=True,
    about="Студенты вузов: заявки, зачисление, роль в команде, согласия на обработку персональных данных.",
)
