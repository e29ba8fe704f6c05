"""FIN — money: plan, obligations and cash, in roubles."""

from config.columns import Choices, Condition, Need, column
from config.kinds import Choice, Code, Kbk, Money, Ref, RussianDate, Text, Whole
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

ITEMS = Choices(
    ("Проезд", "Проживание и питание", "Услуги", "Призы", "Информсопровождение", "Прочее"),
    also={
        "транспорт": "Проезд",
        "проживание": "Проживание и питание",
        "питание": "Проживание и питание",
        "призы и подарки": "Призы",
        "информационное сопровождение": "Информсопровождение",
        "иное": "Прочее",
        "другое": "Прочее",
    },
)
BEYOND_BUDGET = "Внебюджетные средства"
SOURCES = Choices(
    ("Федеральный бюджет", "Бюджет субъекта РФ", "Местный бюджет", BEYOND_BUDGET),
    also={
        "ФБ": "Федеральный бюджет",
        "областной бюджет": "Бюджет субъекта РФ",
        "краевой бюджет": "Бюджет субъекта РФ",
        "региональный бюджет": "Бюджет субъекта РФ",
        "муниципальный бюджет": "Местный бюджет",
        "внебюджет": BEYOND_BUDGET,
        "спонсорские средства": BEYOND_BUDGET,
    },
)


class Expense(Record):
    """Деньги на одно мероприятие по одной статье из одного источника, в рублях."""

    id: Code = column("Код", need=Need.REQUIRED, refers="FIN")
    measure: Ref = column("Мероприятие", need=Need.REQUIRED, refers="PLAN", former=("Мероприятие плана",))
    item: Choice = column(
        "Статья/направление", need=Need.REQUIRED, among=ITEMS, former=("Статья", "Статья расходов", "Направление")
    )
    source: Choice = column("Источник", need=Need.REQUIRED, among=SOURCES, former=("Источник финансирования",))
    year: Whole = column("Год", need=Need.REQUIRED, low=2018, high=2100)
    plan_year: Money = column("План, год", need=Need.REQUIRED, low=0, former=("План года", "План"), hint="В рублях.")
    plan_q1: Money = column("План I кв.", low=0, former=("I квартал",), hint="В рублях, только за этот квартал.")
    plan_q2: Money = column("План II кв.", low=0, former=("II квартал",))
    plan_q3: Money = column("План III кв.", low=0, former=("III квартал",))
    plan_q4: Money = column("План IV кв.", low=0, former=("IV квартал",))
    obligations: Money = column(
        "Принятые обязательства",
        need=Need.EXPECTED,
        low=0,
        former=("Принято обязательств", "Обязательства"),
        hint="В рублях; если договоров ещё нет — 0.",
    )
    cash: Money = column(
        "Кассовое исполнение",
        need=Need.EXPECTED,
        low=0,
        former=("Касса", "Кассовые расходы"),
        hint="В рублях; если выплат ещё нет — 0.",
    )
    as_of: RussianDate = column(
        "Данные на дату",
        when=Condition("cash"),
        past_only=True,
        former=("По состоянию на", "На дату"),
        hint="На какой день взято кассовое исполнение.",
    )
    why_unspent: Text = column("Причина неосвоения", former=("Причина",), longest=1000)
    kbk: Kbk = column("КБК")
    np: Ref = column(
        "НП",
        refers="NP",
        former=("Национальный проект",),
        hint="Код строки «Координации с НП», если деньги идут через федеральный проект.",
    )
    contract: Ref = column("Договор", refers="DOC", words_allowed=True, former=("Контракт",))
    state: Choice = state_column()
    note: Text = note_column()


FIN = Register(
    key="FIN",
    tab="Финансовое обеспечение",
    prefix="ФН",
    record=Expense,
    owner="R1",
    workbook="Финансы",
    former=("Реестр финансового обеспечения", "Финансы", "Финансирование"),
    natural=("measure", "item", "source", "year"),
    about="План, принятые обязательства и кассовое исполнение по мероприятиям и источникам, в рублях.",
)
