"""IND — indicators with a plan, one row an indicator."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, Code, Number, Ref, Text, Whole, YesNo
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

MORE_IS_BETTER = "Возрастающий (больше — лучше)"
LESS_IS_BETTER = "Убывающий (меньше — лучше)"

DIRECTIONS = Choices(
    (MORE_IS_BETTER, LESS_IS_BETTER),
    also={
        "возрастающий": MORE_IS_BETTER,
        "больше — лучше": MORE_IS_BETTER,
        "убывающий": LESS_IS_BETTER,
        "меньше — лучше": LESS_IS_BETTER,
    },
)
LEVELS = Choices(("Программа", "РПО", "НП", "Губернатор"), also={"ВДЛ": "Губернатор", "национальный проект": "НП"})
UNITS = Choices(
    ("чел.", "ед.", "%", "тыс. руб.", "балл"),
    also={
        "человек": "чел.",
        "чел": "чел.",
        "единица": "ед.",
        "ед": "ед.",
        "шт.": "ед.",
        "процент": "%",
        "баллы": "балл",
    },
)


class Indicator(Record):
    """Показатель, для которого утверждён план."""

    id: Code = column("Код", need=Need.REQUIRED, refers="IND")
    indicator: Text = column(
        "Код показателя",
        need=Need.REQUIRED,
        longest=20,
        former=("Код показателя (К)",),
        hint="K01…K34 или свой код показателя.",
    )
    title: Text = column("Показатель", need=Need.REQUIRED, former=("Наименование показателя", "Название показателя"))
    plan_year: Number = column("План года", need=Need.REQUIRED, low=0, former=("План, год", "План", "Годовой план"))
    plan_q1: Number = column(
        "План I кв.",
        low=0,
        former=("I квартал", "План 1 кв."),
        hint="Нарастающим итогом, если «Нарастающий итог» — «Да».",
    )
    plan_q2: Number = column("План II кв.", low=0, former=("II квартал", "План 2 кв."))
    plan_q3: Number = column("План III кв.", low=0, former=("III квартал", "План 3 кв."))
    plan_q4: Number = column("План IV кв.", low=0, former=("IV квартал", "План 4 кв."))
    unit: Choice = column("Ед. изм.", need=Need.DERIVED, among=UNITS, former=("Единица измерения", "Ед. измерения"))
    direction: Choice = column("Признак", among=DIRECTIONS, blank_means=MORE_IS_BETTER, hint="Пусто — больше — лучше.")
    cumulative: YesNo = column(
        "Нарастающий итог", need=Need.DERIVED, hint="«Да» — план квартала считается с начала года."
    )
    level: Choice = column("Уровень", among=LEVELS)
    base: Number = column("Базовое значение", former=("База",))
    base_year: Whole = column("Год базы", low=2018, high=2100)
    manual_fact: Number = column(
        "Факт (ввод)", former=("Факт",), hint="Только для показателя, который сервис не считает по реестрам."
    )
    forecast: Number = column("Прогноз на конец периода", former=("Прогноз",))
    source: Text = column("Источник/формула", former=("Источник", "Формула"), longest=1000)
    responsible: Ref = column("Ответственный", refers="STAFF", privacy=Privacy.P1)
    decision: Ref = column("Утверждён решением", refers="DEC", words_allowed=True, former=("Решение",))
    why_off: Text = column(
        "Причина отклонения", former=("Причина",), longest=1000, hint="Если показатель не «зелёный»."
    )
    plan_jan: Number = column("План январь", low=0)
    plan_feb: Number = column("План февраль", low=0)
    plan_mar: Number = column("План март", low=0)
    plan_apr: Number = column("План апрель", low=0)
    plan_may: Number = column("План май", low=0)
    plan_jun: Number = column("План июнь", low=0)
    plan_jul: Number = column("План июль", low=0)
    plan_aug: Number = column("План август", low=0)
    plan_sep: Number = column("План сентябрь", low=0)
    plan_oct: Number = column("План октябрь", low=0)
    plan_nov: Number = column("План ноябрь", low=0)
    plan_dec: Number = column("План декабрь", low=0)
    state: Choice = state_column()
    note: Text = note_column()


IND = Register(
    key="IND",
    tab="Показатели",
    prefix="ПК",
    record=Indicator,
    owner="R1",
    workbook="Показатели",
    former=("Реестр показателей", "Показатели Программы"),
    natural=("indicator",),
    names=(("indicator",), ("title",)),
    unique=(("indicator",),),
    curator="responsible",
    about="Показатели с планом на год и по кварталам; факт сервис считает сам.",
)
