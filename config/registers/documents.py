"""DOC — documents and correspondence with the federal office."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, Period, Ref, RussianDate, Text, Url, YesNo
from config.register import Life, Record, Register
from config.registers.document_kinds import REPORTS, REQUEST
from config.registers.record_state import MISTAKE, note_column

WAYS = Choices(
    ("Входящий", "Исходящий", "Внутренний"),
    also={
        "вх.": "Входящий",
        "входящее": "Входящий",
        "исх.": "Исходящий",
        "исходящее": "Исходящий",
        "внутр.": "Внутренний",
    },
)
COUNTERPARTS = Choices(
    (
        "ФПО",
        "Заместитель Губернатора",
        "Коллегиальный орган",
        "ОИВ",
        "ОМСУ",
        "Образовательная организация",
        "Предприятие",
        "Иное",
    ),
    also={
        "федеральный проектный офис": "ФПО",
        "заместитель ВДЛ": "Заместитель Губернатора",
        "ОО": "Образовательная организация",
        "орган исполнительной власти": "ОИВ",
        "орган местного самоуправления": "ОМСУ",
        "другое": "Иное",
    },
)
DOCUMENT_STATUSES = Choices(
    ("Проект", "На согласовании", "Подписан", "Отправлен", "Получен", "Исполнен", MISTAKE),
    also={"подписано": "Подписан", "отправлено": "Отправлен", "получено": "Получен", "исполнено": "Исполнен"},
)
REGISTERED = ("Подписан", "Отправлен", "Получен", "Исполнен")
"""Statuses in which a document has its number and date."""


class Document(Record):
    """Документ РПО: входящий, исходящий или внутренний."""

    id: Code = column("Код", need=Need.REQUIRED, refers="DOC")
    way: Choice = column("Направление", need=Need.REQUIRED, among=WAYS, former=("Вх./исх.",))
    kind: Ref = column("Вид", need=Need.REQUIRED, refers="DOCKIND", former=("Вид документа",))
    title: Text = column(
        "Заголовок", need=Need.REQUIRED, former=("Содержание", "Краткое содержание", "Тема", "Наименование")
    )
    status: Choice = column("Статус", need=Need.REQUIRED, among=DOCUMENT_STATUSES)
    author: Ref = column(
        "Исполнитель", need=Need.REQUIRED, refers="STAFF", privacy=Privacy.P1, former=("Ответственный",)
    )
    number: Text = column(
        "Рег. №",
        when=Condition("status", REGISTERED),
        longest=60,
        former=("Регистрационный номер", "Номер", "№"),
        hint="Только после подписания; у входящего — номер отправителя или свой.",
    )
    day: RussianDate = column(
        "Дата", when=Condition("status", REGISTERED), past_only=True, former=("Дата документа", "Дата регистрации")
    )
    counterpart: Choice = column(
        "Корреспондент",
        when=Condition("way", ("Входящий", "Исходящий")),
        among=COUNTERPARTS,
        former=("Адресат", "От кого/кому"),
    )
    period: Period = column(
        "Отчётный период/этап",
        when=Condition("kind", REPORTS),
        former=("Отчётный период", "Период"),
        hint="Для отчётов: 2026-04, 2026-К1, 2026 или Э4.",
    )
    due: RussianDate = column("Срок ответа", when=Condition("kind", (REQUEST,)), former=("Срок", "Срок исполнения"))
    answer: Ref = column("Ответ", refers="DOC", hint="Код исходящего документа, которым ответили.")
    signer: Ref = column("Подписал", refers="STAFF", words_allowed=True, privacy=Privacy.P1, former=("Подписант",))
    signed: RussianDate = column("Дата подписания", past_only=True, former=("Подписан",))
    personal: YesNo = column(
        "Содержит ПДн", former=("Персональные данные",), hint="«Да» — в документе есть персональные данные."
    )
    file: Url = column("Файл", former=("Ссылка на файл",), hint="Ссылка на внутреннее хранилище.")
    note: Text = note_column()


DOC = Register(
    key="DOC",
    tab="Документы и переписка с ФПО",
    prefix="ДК",
    record=Document,
    owner="R1",
    workbook="Документы",
    former=("Документы и взаимодействие с ФПО", "Реестр документов", "Документы", "Переписка с ФПО"),
    natural=("kind", "number", "day", "title"),
    names=(("kind", "number"), ("number",), ("title",)),
    unique=(("kind", "number", "day"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    curator="author",
    about="Документы, отчёты и переписка, в том числе с ФПО: номер, срок, ответ, подпись.",
)
