"""DOCKIND — kinds of documents, their terms and signers."""

from config.columns import Need, column
from config.kinds import Choice, Key, Text, Whole
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

REPORTS = ("Отчёт месячный", "Отчёт квартальный", "Отчёт по этапу", "Итоговый отчёт", "Доклад")
"""Kinds of documents that are made for a period or a stage."""

REQUEST = "Запрос"
"""The kind of document that waits for an answer."""

DOCUMENT_KINDS = (
    "Распоряжение",
    "Приказ",
    "Протокол",
    "Соглашение",
    "Письмо",
    REQUEST,
    *REPORTS,
    "Аналитическая справка",
    "Согласие-реестр",
    "Акт",
)
"""Kinds with which a new list begins; an office may add its own."""


class DocumentKind(Record):
    """Вид документа."""

    id: Key = column("Вид документа", need=Need.REQUIRED, refers="DOCKIND", former=("Вид", "Наименование"))
    days: Whole = column(
        "Срок, рабочих дней",
        low=0,
        high=365,
        former=("Срок",),
        hint="Для отчёта — после конца периода или этапа, для запроса — после получения.",
    )
    signer: Text = column(
        "Кто подписывает",
        former=("Подписывает", "Подписант"),
        hint="Должность: Руководитель РПО, заместитель Губернатора.",
    )
    state: Choice = state_column()
    note: Text = note_column()


DOCKIND = Register(
    key="DOCKIND",
    tab="Виды документов",
    record=DocumentKind,
    owner="R1",
    workbook="Справочники",
    former=("Список видов документов",),
    natural=("id",),
    names=(("id",),),
    list_of="Справочники",
    kept_at_start=True,
    about="Виды документов, их сроки и кто их подписывает.",
)
