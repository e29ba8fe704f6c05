"""DEC — decisions and instructions, one row a point of a decision."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Ref, Refs, RussianDate, Text, Whole
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

_QUESTION_WORDS = {
    "C0": "C0 Основные параметры",
    "C1": "C1 Приоритетные направления",
    "C2": "C2 Предприятия и площадки",
    "C3": "C3 Наставники",
    "C4": "C4 Образовательные организации",
    "C5": "C5 Отчёты по этапам",
    "C6": "C6 Региональная повестка",
}
QUESTIONS = Choices(
    (*_QUESTION_WORDS.values(), "Иное"),
    also={
        **_QUESTION_WORDS,
        **{code.replace("C", "С"): words for code, words in _QUESTION_WORDS.items()},
        **{words[3:]: words for words in _QUESTION_WORDS.values()},
        "другое": "Иное",
    },
)
"""Questions of the collegial body. The first two characters are the code by which rules know the question."""

DECISION_RESULTS = Choices(
    ("Запланировано", "Принято", "Отклонено", "На доработку", "Перенесено", MISTAKE),
    also={"утверждено": "Принято", "одобрено": "Принято", "на доработке": "На доработку", "отложено": "Перенесено"},
)
EXECUTION = Choices(
    ("На контроле", "Исполнено", "Снято с контроля"),
    also={"выполнено": "Исполнено", "в работе": "На контроле", "снято": "Снято с контроля"},
)


class Decision(Record):
    """Решение по одному вопросу или поручение."""

    id: Code = column("Код", need=Need.REQUIRED, refers="DEC")
    body: Text = column(
        "Кто решил",
        need=Need.REQUIRED,
        former=("Орган", "Коллегиальный орган"),
        hint="Коллегиальный орган (как в «Паспорте РПО»), Губернатор, его заместитель, ФПО или Руководитель РПО.",
    )
    decided: RussianDate = column(
        "Дата заседания", need=Need.REQUIRED, former=("Дата решения", "Дата", "Дата протокола")
    )
    question: Choice = column("Вопрос", need=Need.REQUIRED, among=QUESTIONS, vital=True, former=("Вопрос повестки",))
    content: Text = column("Содержание решения", need=Need.REQUIRED, longest=3000, former=("Решение", "Решили"))
    result: Choice = column("Результат", need=Need.REQUIRED, among=DECISION_RESULTS, vital=True, former=("Итог",))
    objects: Refs = column(
        "Объекты",
        refers=("PRIORITY", "ENT", "MENT", "EDU", "STAGE", "AGENDA"),
        words_allowed=True,
        privacy=Privacy.P1,
        former=("Объекты решения",),
        longest=3000,
        hint="Кого или что утвердили: коды через «;», можно словами: «Список № 3, кроме НС-0012».",
    )
    approved_count: Whole = column(
        "Утверждено, ед.", low=0, hint="Сколько утверждено по протоколу — для вопросов C1–C4."
    )
    stage: Ref = column("Этап", when=Condition("question", (_QUESTION_WORDS["C5"],)), refers="STAGE")
    instruction: Text = column("Поручение", longest=2000)
    responsible: Ref = column(
        "Ответственный",
        when=Condition("instruction"),
        refers="STAFF",
        words_allowed=True,
        privacy=Privacy.P1,
        hint="Сотрудник РПО или должность и орган словами.",
    )
    due: RussianDate = column("Срок", when=Condition("instruction"), former=("Срок исполнения",))
    execution: Choice = column(
        "Исполнение", among=EXECUTION, former=("Статус исполнения",), hint="Пусто — поручение на контроле."
    )
    done: RussianDate = column("Дата исполнения", when=Condition("execution", ("Исполнено",)), past_only=True)
    mark: Ref = column(
        "Отметка/документ",
        refers="DOC",
        words_allowed=True,
        former=("Отметка", "Отметка об исполнении"),
        hint="Чем подтверждено исполнение.",
    )
    due_new: RussianDate = column("Срок (новый)", former=("Новый срок",))
    due_why: Text = column("Основание переноса", former=("Основание",), hint="Кто и чем разрешил перенести срок.")
    revoked: RussianDate = column(
        "Отменено с",
        former=("Отменено", "Дата отмены", "Утратило силу с"),
        hint="День, с которого решение больше не действует: всё, что оно утвердило, с этого дня снова не утверждено.",
    )
    protocol: Ref = column("Протокол №", refers="DOC", words_allowed=True, former=("Протокол", "№ протокола"))
    point: Text = column("Пункт", former=("Пункт протокола", "№ пункта"))
    departments: Text = column("Ведомства-участники", former=("Ведомства",), longest=1000)
    note: Text = note_column()


DEC = Register(
    key="DEC",
    tab="Решения и поручения",
    prefix="РШ",
    record=Decision,
    owner="R1",
    workbook="Решения",
    former=("Решения коллегиального органа", "Реестр решений коллегиального органа", "Реестр решений", "Поручения"),
    natural=("decided", "question", "point", "content"),
    order=(("decided", "revoked"),),
    life=Life(field="result", void=(MISTAKE,), draft=()),
    curator="responsible",
    about="Решения коллегиального органа, Губернатора, заместителя, ФПО, руководителя РПО; поручения.",
)
