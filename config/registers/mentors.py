"""MENT — mentors, whom the collegial body approves by lists (question C3)."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Email, Patronymic, PersonName, Phone, Ref, Refs, RussianDate, Text, Whole, YesNo
from config.register import Life, Record, Register
from config.registers.joined import FULL_NAME
from config.registers.record_state import MISTAKE, note_column

MENTOR_CATEGORIES = Choices(
    (
        "Орган исполнительной власти",
        "Орган законодательной власти",
        "Предприятие",
        "Организация",
        "Выпускник Программы (экспертный пул)",
    ),
    also={
        "ОИВ": "Орган исполнительной власти",
        "исполнительная власть": "Орган исполнительной власти",
        "законодательная власть": "Орган законодательной власти",
        "выпускник Программы": "Выпускник Программы (экспертный пул)",
        "экспертный пул": "Выпускник Программы (экспертный пул)",
    },
)
SECTORS = Choices(
    ("Социальная сфера", "Образование", "НКО", "Наука"),
    also={"соцсфера": "Социальная сфера", "некоммерческая организация": "НКО"},
)
MENTOR_STATUSES = Choices(
    ("Предложен", "На утверждении", "Утверждён", "Отклонён", "Приостановлен", "Выбыл", MISTAKE),
    also={
        "утверждена": "Утверждён",
        "утв.": "Утверждён",
        "предложена": "Предложен",
        "отклонена": "Отклонён",
        "выбыла": "Выбыл",
    },
)
CLEARANCES = Choices(
    ("Подтверждён", "Не подтверждён", "Не требуется"), also={"есть": "Подтверждён", "подтвержден": "Подтверждён"}
)


class Mentor(Record):
    """Наставник команд, которого утверждает коллегиальный орган."""

    id: Code = column("Код", need=Need.REQUIRED, refers="MENT", privacy=Privacy.P1)
    surname: PersonName = column("Фамилия", need=Need.REQUIRED, privacy=Privacy.P3)
    name: PersonName = column("Имя", need=Need.REQUIRED, privacy=Privacy.P3)
    patronymic: Patronymic = column(
        "Отчество", need=Need.REQUIRED, privacy=Privacy.P3, hint="Если отчества нет, напишите «нет»."
    )
    organisation: Ref = column(
        "Место работы",
        need=Need.REQUIRED,
        refers="ENT",
        words_allowed=True,
        former=("Организация", "Предприятие"),
        hint="Код предприятия из вкладки «Предприятия и площадки» или название словами.",
    )
    post: Text = column("Должность", need=Need.REQUIRED, privacy=Privacy.P3)
    category: Choice = column(
        "Категория",
        need=Need.REQUIRED,
        among=MENTOR_CATEGORIES,
        former=("Категория наставника",),
        hint="Кого представляет наставник: так категории названы в положении о коллегиальном органе.",
    )
    consent_on: RussianDate = column(
        "Согласие: дата",
        need=Need.REQUIRED,
        past_only=True,
        privacy=Privacy.P1,
        former=("Согласие на обработку: дата", "Дата согласия", "Согласие"),
        hint="Дата письменного согласия на обработку персональных данных.",
    )
    phone: Phone = column(
        "Телефон",
        privacy=Privacy.P3,
        former=("Тел.", "Мобильный телефон", "Контактный телефон"),
        hint="Достаточно телефона или электронной почты.",
    )
    email: Email = column(
        "E-mail",
        privacy=Privacy.P3,
        former=("Электронная почта", "Почта", "Эл. почта"),
        hint="Достаточно телефона или электронной почты.",
    )
    status: Choice = column(
        "Статус",
        need=Need.DERIVED,
        among=MENTOR_STATUSES,
        former=("Статус наставника",),
        hint="Пусто — определяется по решению.",
    )
    decision: Ref = column(
        "Решение",
        need=Need.DERIVED,
        refers="DEC",
        hint="Пусто — берётся решение по вопросу C3, в котором назван наставник.",
    )
    approved: RussianDate = column("Дата утверждения", need=Need.DERIVED, past_only=True, hint="Пусто — дата решения.")
    term_until: RussianDate = column("Срок полномочий до", former=("Полномочия до",))
    municipality: Ref = column("Муниципалитет", refers="MUN", former=("Муниципальное образование",))
    priorities: Refs = column(
        "Приоритетное направление", refers="PRIORITY", former=("Приоритетные направления", "Направление")
    )
    sector: Choice = column("Сфера", among=SECTORS, former=("Подкатегория",))
    competences: Text = column("Компетенции", longest=1000)
    most_teams: Whole = column("Максимум команд", low=1, high_warn=10, hint="Пусто — число из настроек (обычно 3).")
    clearance: Choice = column(
        "Допуск к работе с несовершеннолетними", among=CLEARANCES, privacy=Privacy.P1, former=("Допуск",)
    )
    cleared: RussianDate = column(
        "Справка об отсутствии судимости (дата)",
        when=Condition("clearance", ("Подтверждён",)),
        past_only=True,
        privacy=Privacy.P1,
        former=("Дата допуска", "Справка о несудимости"),
    )
    consent_number: Text = column(
        "Согласие: номер",
        privacy=Privacy.P1,
        former=(
            "Согласие на обработку: №",
            "Номер согласия",
        ),
    )
    consent_transfer: YesNo = column("Согласие на передачу", privacy=Privacy.P1, former=("Согласие: передача",))
    consent_publication: YesNo = column(
        "Согласие на распространение",
        privacy=Privacy.P1,
        former=("Согласие: распространение",),
        hint="Нужно, чтобы назвать наставника публично.",
    )
    consent_withdrawn: RussianDate = column("Дата отзыва согласия", past_only=True, privacy=Privacy.P1)
    keep_until: RussianDate = column(
        "Хранить до",
        privacy=Privacy.P1,
        hint="После этого дня данные пора уничтожить. Пусто — по настройкам.",
    )
    alumnus: Ref = column(
        "Из числа выпускников Программы",
        refers=("UNI", "SCH"),
        privacy=Privacy.P1,
        hint="Код, под которым наставник был участником Программы.",
    )
    note: Text = note_column()


MENT = Register(
    key="MENT",
    tab="Наставники",
    prefix="НС",
    record=Mentor,
    owner="R2",
    workbook="Наставники",
    former=("Реестр наставников", "Список наставников"),
    natural=("surname", "name", "patronymic"),
    names=(("surname", "name", "patronymic"), ("surname", "name")),
    order=(("approved", "term_until"),),
    either=(("phone", "email"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    person=("surname", "name", "organisation"),
    composites=FULL_NAME,
    kept_at_start=True,
    about="Наставники: место работы, категория, утверждение коллегиальным органом, согласия.",
)
