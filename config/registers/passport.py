"""PASSPORT — the office itself: whom it answers to, by which acts it works."""

from config.columns import Need, column
from config.kinds import Choice, Key, Ref, RussianDate, Text
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

GOVERNOR = "Губернатор"
DEPUTY_GOVERNOR = "Заместитель Губернатора (куратор)"
LEADING_BODY = "Головной орган"
OPERATOR = "Организация-оператор"
HEAD = "Руководитель РПО"
FOUNDING_ACT = "Акт о создании РПО"
DELEGATION_ACT = "Акт о передаче полномочий оператору"
HEADCOUNT = "Утверждённая численность"
COLLEGIAL_BODY = "Коллегиальный орган"
COLLEGIAL_ACT = "Акт о коллегиальном органе"
OFFICE_NAME = "Полное наименование РПО"
OFFICE_ADDRESS = "Адрес РПО"
OFFICE_PHONE = "Телефон РПО"

PASSPORT_ITEMS = (
    GOVERNOR,
    DEPUTY_GOVERNOR,
    LEADING_BODY,
    OPERATOR,
    HEAD,
    FOUNDING_ACT,
    DELEGATION_ACT,
    HEADCOUNT,
    COLLEGIAL_BODY,
    COLLEGIAL_ACT,
    OFFICE_NAME,
    OFFICE_ADDRESS,
    OFFICE_PHONE,
)
"""What the passport tells; an office may add lines of its own."""


class PassportItem(Record):
    """Одно сведение паспорта РПО."""

    id: Key = column("Сведение", need=Need.REQUIRED, refers="PASSPORT", former=("Показатель", "Реквизит"))
    value: Text = column("Значение", longest=1000)
    document: Ref = column(
        "Документ",
        refers="DOC",
        words_allowed=True,
        former=("Основание",),
        hint="Код документа или вид, дата и номер акта.",
    )
    since: RussianDate = column("Действует с")
    until: RussianDate = column("Действует по")
    state: Choice = state_column()
    note: Text = note_column()


PASSPORT = Register(
    key="PASSPORT",
    tab="Паспорт РПО",
    record=PassportItem,
    owner="R1",
    workbook="Справочники",
    former=("Настройки", "Паспорт"),
    natural=("id",),
    names=(("id",),),
    order=(("since", "until"),),
    list_of="Справочники",
    kept_at_start=True,
    about="Губернатор, куратор, оператор, акты, численность, коллегиальный орган.",
)
