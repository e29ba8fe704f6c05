"""ENT — enterprises and sites for professional tests and internships (question C2)."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Email, Inn, Kpp, Ogrn, Phone, Ref, Refs, RussianDate, Text, Whole
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

ENTERPRISE_TYPES = Choices(
    ("Предприятие", "Организация", "ОИВ", "ОМСУ", "НКО", "Научная организация"),
    also={
        "бизнес": "Предприятие",
        "компания": "Предприятие",
        "орган исполнительной власти": "ОИВ",
        "орган местного самоуправления": "ОМСУ",
        "администрация": "ОМСУ",
        "некоммерческая организация": "НКО",
        "НИИ": "Научная организация",
    },
)
SITE_KINDS = Choices(
    ("Профессиональные пробы", "Стажировка", "Обе"),
    also={"профпробы": "Профессиональные пробы", "стажировки": "Стажировка", "пробы и стажировка": "Обе", "оба": "Обе"},
)
SITE_STATUSES = Choices(
    ("Предложена", "Утверждена", "Приостановлена", "Исключена", MISTAKE),
    also={"предложено": "Предложена", "утверждено": "Утверждена", "утв.": "Утверждена", "исключено": "Исключена"},
)


class Enterprise(Record):
    """Предприятие или организация — партнёр команд, площадка профессиональных проб и стажировок."""

    id: Code = column("Код", need=Need.REQUIRED, refers="ENT")
    title: Text = column(
        "Полное наименование",
        need=Need.REQUIRED,
        former=("Наименование", "Название", "Предприятие", "Наименование предприятия"),
    )
    inn: Inn = column("ИНН", need=Need.REQUIRED)
    municipality: Ref = column(
        "Муниципалитет", need=Need.REQUIRED, refers="MUN", former=("Муниципальное образование", "Район")
    )
    priorities: Refs = column(
        "Приоритетное направление",
        need=Need.REQUIRED,
        refers="PRIORITY",
        former=("Приоритетные направления", "Направление"),
        hint="Одно или несколько через «;».",
    )
    site_kind: Choice = column("Вид площадки", need=Need.REQUIRED, among=SITE_KINDS)
    places_tests: Whole = column(
        "Мест: профпробы",
        when=Condition("site_kind", ("Профессиональные пробы", "Обе")),
        low=0,
        hint="Сколько человек площадка принимает одновременно.",
    )
    places_internship: Whole = column(
        "Мест: стажировка",
        when=Condition("site_kind", ("Стажировка", "Обе")),
        low=0,
        hint="Сколько человек площадка принимает одновременно.",
    )
    status: Choice = column(
        "Статус",
        need=Need.DERIVED,
        among=SITE_STATUSES,
        former=("Статус площадки",),
        hint="Пусто — определяется по решению.",
    )
    decision: Ref = column(
        "Решение",
        need=Need.DERIVED,
        refers="DEC",
        hint="Пусто — берётся решение по вопросу C2, в котором названо предприятие.",
    )
    approved: RussianDate = column("Дата утверждения", need=Need.DERIVED, past_only=True, hint="Пусто — дата решения.")
    short: Text = column("Сокращённое наименование", former=("Сокращённое", "Краткое наименование"))
    type: Choice = column("Тип", among=ENTERPRISE_TYPES, former=("Тип организации", "Вид партнёра"))
    ogrn: Ogrn = column("ОГРН/ОГРНИП", former=("ОГРН", "ОГРНИП"))
    kpp: Kpp = column("КПП", hint="Нужен, чтобы различать филиалы одной организации; у предпринимателя его нет.")
    industry: Text = column("Отрасль", former=("ОКВЭД", "Вид экономической деятельности"))
    youngest: Whole = column("Минимальный возраст", low=14, high=18)
    contact: Text = column("Контактное лицо", privacy=Privacy.P3)
    phone: Phone = column("Телефон", privacy=Privacy.P3, former=("Тел.", "Контактный телефон"))
    email: Email = column("E-mail", privacy=Privacy.P3, former=("Электронная почта", "Почта"))
    agreement: Ref = column("Соглашение", refers="DOC", former=("Договор",))
    agreement_until: RussianDate = column("Срок соглашения до", former=("Соглашение до",))
    note: Text = note_column()


ENT = Register(
    key="ENT",
    tab="Предприятия и площадки",
    prefix="ПП",
    record=Enterprise,
    owner="R3",
    workbook="Организации",
    former=("Реестр предприятий и площадок", "Предприятия", "Площадки", "Реестр предприятий"),
    natural=("title", "municipality"),
    names=(("title",), ("short",)),
    order=(("approved", "agreement_until"),),
    unique=(("inn", "kpp"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    known_by=(
        *("ооо ", "ао ", "оао ", "зао ", "пао ", "ип ", "нпо ", "гуп ", "муп ", "фгуп ", "общество с огр", "акционерн"),
        *("завод", "комбинат", "фабрик", "предприяти", "корпораци", "концерн", "холдинг"),
    ),
    about="Предприятия и организации: партнёры, места для профессиональных проб и стажировок.",
)
