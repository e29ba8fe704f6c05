"""EDU — institutions of education: schools, colleges, universities, additional education (question C4)."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, Code, Email, FullName, Inn, Ogrn, Phone, Ref, Refs, RussianDate, Text, Url
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

SCHOOL = "Общеобразовательная"
COLLEGE = "Колледж (СПО)"
UNIVERSITY = "Вуз"
ADDITIONAL = "Дополнительного образования"
FURTHER = "ДПО"

INSTITUTION_TYPES = Choices(
    (SCHOOL, COLLEGE, UNIVERSITY, ADDITIONAL, FURTHER),
    also={
        **dict.fromkeys(("ОО", "школа", "СОШ", "ООШ", "гимназия", "лицей", "общеобразовательная организация"), SCHOOL),
        **dict.fromkeys(
            ("общеобразовательное учреждение", "средняя общеобразовательная школа", "школа-интернат"), SCHOOL
        ),
        "образовательное учреждение среднего профессионального образования": COLLEGE,
        "образовательное учреждение высшего профессионального образования": UNIVERSITY,
        **dict.fromkeys(
            ("ПОО", "СПО", "колледж", "техникум", "училище", "профессиональная образовательная организация"), COLLEGE
        ),
        **dict.fromkeys(("ООВО", "ВО", "ВУЗ", "университет", "институт", "академия"), UNIVERSITY),
        **dict.fromkeys(("образовательная организация высшего образования", "высшее образование"), UNIVERSITY),
        **dict.fromkeys(("ОДО", "ДОД", "УДО", "ДДТ", "ЦДО", "Кванториум", "дом творчества"), ADDITIONAL),
        **dict.fromkeys(("дополнительное образование", "организация дополнительного образования"), ADDITIONAL),
        **dict.fromkeys(
            ("ИРО", "дополнительное профессиональное образование", "институт развития образования"), FURTHER
        ),
    },
)


class Institution(Record):
    """Образовательная организация, где учатся участники Программы."""

    id: Code = column("Код", need=Need.REQUIRED, refers="EDU")
    title: Text = column(
        "Полное наименование",
        need=Need.REQUIRED,
        former=(
            "Наименование",
            "Название",
            "Полное наименование организации",
            "Наименование организации",
            "Образовательная организация",
        ),
    )
    type: Choice = column(
        "Тип",
        need=Need.REQUIRED,
        among=INSTITUTION_TYPES,
        former=("Тип ОО", "Тип организации", "Тип образовательной организации"),
        hint="Школа, гимназия, лицей — «Общеобразовательная»; техникум — «Колледж (СПО)»; институт — «Вуз».",
    )
    municipality: Ref = column(
        "Муниципалитет", need=Need.REQUIRED, refers="MUN", former=("Муниципальное образование", "Район")
    )
    inn: Inn = column("ИНН", need=Need.EXPECTED)
    short: Text = column(
        "Сокращённое наименование", former=("Сокращённое", "Краткое наименование", "Сокращенное название")
    )
    ogrn: Ogrn = column("ОГРН")
    trains: Refs = column(
        "Ведёт подготовку по приоритетным направлениям",
        refers="PRIORITY",
        former=("Приоритетные направления", "Приоритетное направление"),
        hint="Только для колледжей и вузов; направления через «;».",
    )
    decision: Ref = column(
        "Решение",
        need=Need.DERIVED,
        refers="DEC",
        hint="Пусто — берётся решение по вопросу C4, в котором названа организация.",
    )
    approved: RussianDate = column("Дата утверждения", need=Need.DERIVED, past_only=True, hint="Пусто — дата решения.")
    contact: FullName = column(
        "Куратор от организации", privacy=Privacy.P3, former=("Ответственный от организации", "Контактное лицо")
    )
    contact_phone: Phone = column("Телефон куратора", privacy=Privacy.P3, former=("Телефон ответственного",))
    agreement: Ref = column("Соглашение", refers="DOC", former=("Договор",))
    since: RussianDate = column("Участвует в Программе с", former=("Дата вступления",))
    kind: Text = column("Вид организации", former=("Вид", "Вид учреждения"))
    legal_form: Text = column("Организационно-правовая форма", former=("ОПФ",))
    address: Text = column(
        "Адрес", former=("Юридический адрес", "Фактический адрес", "Адрес организации", "Место нахождения")
    )
    phone: Phone = column(
        "Телефон",
        former=("Тел.", "Контактный телефон", "Телефон организации"),
        hint="Телефон организации, не человека.",
    )
    email: Email = column("E-mail", former=("Электронная почта", "Почта"), hint="Почта организации, не человека.")
    site: Url = column("Официальный сайт", former=("Сайт", "Веб-сайт", "Адрес сайта"))
    state: Choice = state_column()
    note: Text = note_column()


EDU = Register(
    key="EDU",
    tab="Образовательные организации",
    prefix="ОО",
    record=Institution,
    owner="R3",
    workbook="Организации",
    former=("Реестр образовательных организаций", "Школы", "ОО", "Список образовательных организаций"),
    natural=("title", "municipality"),
    names=(("title",), ("short",)),
    unique=(("inn",),),
    kept_at_start=True,
    known_by=(
        *("школ", "гимнази", "лице", "кадетск", "колледж", "техникум", "училищ", "университет", "институт", "академи"),
        *("образовательн", "сош ", "оош ", "мбоу ", "маоу ", "мкоу ", "гбоу ", "гбпоу ", "кванториум", "дворец творч"),
    ),
    about="Школы, колледжи, вузы и организации дополнительного образования.",
)
