"""SCH — pupils of schools and students of colleges."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, Code, FullName, Phone, Ref, SchoolYear, Text
from config.register import Register
from config.registers import participants
from config.registers.joined import CLASS_OR_COURSE, FULL_NAME
from config.registers.record_state import note_column

CATEGORIES = Choices(
    ("Школьник", "Студент СПО"),
    also={
        "школьница": "Школьник",
        "ученик": "Школьник",
        "ученица": "Школьник",
        "обучающийся школы": "Школьник",
        "СПО": "Студент СПО",
        "студент колледжа": "Студент СПО",
        "студентка СПО": "Студент СПО",
        "студент": "Студент СПО",
    },
)


class Pupil(participants.Participant):
    """Школьник или студент СПО — участник Программы."""

    id: Code = column("Код", need=Need.REQUIRED, refers="SCH", privacy=Privacy.P1)
    team: Ref = column("Команда", refers="TEAM", former=("Название команды",), hint="Код или название одной команды.")
    category: Choice = column(
        "Категория",
        need=Need.DERIVED,
        among=CATEGORIES,
        vital=True,
        former=("Категория участника",),
        hint="Пусто — определяется по организации и классу или курсу.",
    )
    school_year: SchoolYear = column(
        "Учебный год", need=Need.DERIVED, hint="Год, за который указан класс или курс. Пусто — текущий учебный год."
    )
    extra_organisation: Ref = column(
        "Организация дополнительного образования",
        refers="EDU",
        privacy=Privacy.P2,
        former=("ОДО", "Кружок", "Доп. образование"),
    )
    guardian: FullName = column(
        "Законный представитель: ФИО", privacy=Privacy.P4, former=("ФИО родителя", "Законный представитель", "Родитель")
    )
    guardian_phone: Phone = column(
        "Законный представитель: телефон",
        privacy=Privacy.P4,
        former=("Телефон родителя", "Телефон законного представителя"),
    )
    note: Text = note_column()


SCH = Register(
    key="SCH",
    tab="Школьники и СПО",
    prefix="ШК",
    record=Pupil,
    owner="R3",
    workbook="Школьники и СПО",
    former=("Реестр школьников и СПО", "Школьники и студенты СПО", "Реестр школьников и студентов СПО", "Школьники"),
    natural=participants.NATURAL,
    names=participants.NAMES,
    order=participants.ORDER,
    either=participants.REACHABLE,
    life=participants.LIFE,
    curator="curator",
    person=participants.PERSON,
    composites=(*FULL_NAME, CLASS_OR_COURSE),
    kept_at_start=True,
    about="Школьники и студенты СПО: заявки, зачисление, команда, согласия на обработку персональных данных.",
)
