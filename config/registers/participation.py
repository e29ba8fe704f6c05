"""PROG — the trip through the stages: one row is one participant in one activity."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Number, Percent, Ref, RussianDate, Text
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

PLATFORM_MODULE = "Модуль цифровой платформы"
REWARD = "Поощрение (мера мотивации)"

ACTIVITY_KINDS = Choices(
    (
        "Отбор (эссе/тест)",
        "Очное установочное обучение",
        PLATFORM_MODULE,
        "Проектная сессия",
        "Консультация наставника",
        "Профессиональная проба",
        "Стажировка",
        "Защита",
        REWARD,
    ),
    also={
        "отбор": "Отбор (эссе/тест)",
        "эссе": "Отбор (эссе/тест)",
        "тест": "Отбор (эссе/тест)",
        "установочное обучение": "Очное установочное обучение",
        "модуль ЦОП": PLATFORM_MODULE,
        "ЦОП": PLATFORM_MODULE,
        "модуль": PLATFORM_MODULE,
        "консультация": "Консультация наставника",
        "профпроба": "Профессиональная проба",
        "защита проекта": "Защита",
        "мера мотивации": REWARD,
        "поощрение": REWARD,
    },
)
FORMATS = Choices(
    ("Очно", "Дистанционно", "Смешанно"),
    also={
        "очный": "Очно",
        "онлайн": "Дистанционно",
        "дистанционный": "Дистанционно",
        "смешанный": "Смешанно",
        "гибрид": "Смешанно",
    },
)
RESULTS = Choices(
    ("Пройдено", "В процессе", "Не пройдено", "Не явился", "Не требуется", MISTAKE),
    also={
        "прошёл": "Пройдено",
        "прошла": "Пройдено",
        "зачёт": "Пройдено",
        "не прошёл": "Не пройдено",
        "неявка": "Не явился",
    },
)
REWARDS = Choices(
    (
        "Диплом",
        "Благодарность",
        "Дополнительные баллы к поступлению",
        "Стипендия",
        "Грант",
        "Поездка/смена (Артек, Сириус)",
        "Рекомендательное письмо",
        "Целевой договор",
        "Иное",
    ),
    also={
        "баллы к поступлению": "Дополнительные баллы к поступлению",
        "поездка": "Поездка/смена (Артек, Сириус)",
        "смена": "Поездка/смена (Артек, Сириус)",
        "благодарственное письмо": "Благодарность",
        "другое": "Иное",
    },
)
KIND_WORDS = (
    (r"\b(профессиональн\w+ проб|профпроб)", "Профессиональная проба"),
    (r"\bстажировк", "Стажировка"),
    (r"\bконсультац", "Консультация наставника"),
    (r"\b(модул(ь|я|е|ю|и|ей|ем)\b|цоп\b|цифров\w+ платформ)", PLATFORM_MODULE),
    (r"\bпроектн\w+ сесси", "Проектная сессия"),
    (r"\b(установочн\w+ (обучени|сбор|сесси)|губернаторск\w+ школ)", "Очное установочное обучение"),
    (r"\b(отбор|эссе\b|вступительн\w+ тест)", "Отбор (эссе/тест)"),
    (r"(?<!к )\bзащит[аыеу]\b", "Защита"),
    (r"\b(поощрени|мер[аы] мотивации)", REWARD),
)
"""Words of a title (folded) by which the kind of an activity is told, when only one kind is meant."""

TOOK_PLACE = ("Пройдено", "В процессе", "Не пройдено", "Не явился")


class Participation(Record):
    """Участие одного человека в одном занятии, событии или поощрении."""

    id: Code = column("Код", need=Need.REQUIRED, refers="PROG")
    participant: Ref = column(
        "Участник",
        need=Need.REQUIRED,
        refers=("UNI", "SCH"),
        vital=True,
        privacy=Privacy.P1,
        former=("Код участника", "ФИО участника", "ФИО"),
        hint="Код участника или фамилия, имя и отчество.",
    )
    kind: Choice = column(
        "Вид", need=Need.REQUIRED, among=ACTIVITY_KINDS, vital=True, former=("Вид активности", "Вид занятия")
    )
    title: Text = column(
        "Название", need=Need.REQUIRED, former=("Название модуля", "Название мероприятия", "Наименование")
    )
    start: RussianDate = column(
        "Начало",
        when=Condition("result", TOOK_PLACE),
        past_only=True,
        former=("Дата", "Дата начала", "Дата проведения"),
    )
    result: Choice = column(
        "Результат",
        need=Need.REQUIRED,
        among=RESULTS,
        former=("Итог",),
        hint="«Не требуется» — только для установочного обучения школьников и студентов СПО.",
    )
    organisation: Ref = column(
        "Организация",
        when=Condition("kind", ("Профессиональная проба", "Стажировка")),
        refers=("ENT", "EDU"),
        former=("Площадка", "Предприятие"),
    )
    mentor: Ref = column(
        "Наставник",
        when=Condition("kind", ("Консультация наставника", "Стажировка")),
        refers="MENT",
        privacy=Privacy.P1,
    )
    progress: Percent = column(
        "Прогресс на цифровой платформе, %",
        when=Condition("kind", (PLATFORM_MODULE,)),
        former=("Прогресс ЦОП, %", "Прогресс, %", "Прогресс"),
    )
    reward: Choice = column(
        REWARD, when=Condition("kind", (REWARD,)), among=REWARDS, former=("Мера мотивации", "Поощрение")
    )
    proof: Ref = column(
        "Подтверждение",
        when=Condition("kind", ("Стажировка", REWARD)),
        refers="DOC",
        words_allowed=True,
        former=("Документ",),
        hint="Код документа или ссылка.",
    )
    end: RussianDate = column("Окончание", former=("Дата окончания",), hint="Пусто — в тот же день.")
    stage: Ref = column("Этап", need=Need.DERIVED, refers="STAGE", hint="Пусто — определяется по дате.")
    hours: Number = column("Часы", low=0.5, high=200, former=("Количество часов",))
    score: Number = column("Балл", low=0, high=100, former=("Баллы",))
    format: Choice = column("Формат", among=FORMATS, former=("Форма",))
    event: Ref = column("Мероприятие", refers="PLAN", former=("Мероприятие плана",))
    note: Text = note_column()


PROG = Register(
    key="PROG",
    tab="Прохождение этапов",
    prefix="ПЭ",
    record=Participation,
    owner="R2",
    workbook="Прохождение этапов",
    former=("Реестр прохождения этапов", "Прохождение", "Активности участников"),
    natural=("participant", "kind", "title", "start"),
    order=(("start", "end"),),
    unique=(("participant", "kind", "title", "start"),),
    life=Life(field="result", void=(MISTAKE,), draft=()),
    rows=4000,
    marksheet="Ведомость",
    about="Обучение, сессии, пробы, стажировки, защиты и поощрения: кто, где, когда и с каким итогом. "
    "Можно вести и ведомостью: участники вниз, мероприятия вправо, лист «Ведомость».",
)
