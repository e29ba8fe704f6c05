"""STAGE — stages of the season."""

from collections.abc import Mapping
from types import MappingProxyType

from config.columns import Condition, Need, column
from config.kinds import Choice, DateSpans, Key, RussianDate, Text, YesNo
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

WHOLE_SEASON = "Сквозное"
"""The stage of work that runs through the whole season; it has no dates."""

STAGE_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "Э1": "Набор и отбор",
        "Э2": "Установочное обучение",
        "Э3": "Обучение на цифровой платформе",
        "Э4": "Проектная деятельность с наставником",
        "Э5": "Профессиональные пробы и стажировки",
        "Э6": "Защита проектов и итоги",
        "Э7": "Сопровождение после защиты",
        WHOLE_SEASON: "Работа на весь сезон",
    }
)
"""Stages with which a new list begins; an office may change them."""

DATED_STAGES = tuple(code for code in STAGE_TITLES if code != WHOLE_SEASON)


class Stage(Record):
    """Этап сезона Программы."""

    id: Key = column(
        "Код этапа", need=Need.REQUIRED, refers="STAGE", former=("Код", "Этап"), hint="Э1…Э7 или «Сквозное»."
    )
    title: Text = column("Название", need=Need.REQUIRED, former=("Наименование", "Название этапа"))
    start: RussianDate = column("Начало", when=Condition("id", DATED_STAGES), former=("Дата начала",))
    end: RussianDate = column("Окончание", when=Condition("id", DATED_STAGES), former=("Дата окончания",))
    closed: RussianDate = column("Закрыт с", former=("Дата закрытия",))
    for_students: YesNo = column("Обязателен для студентов вузов", blank_means=False, hint="Пусто — нет.")
    for_pupils: YesNo = column("Обязателен для школьников и СПО", blank_means=False, hint="Пусто — нет.")
    breaks: DateSpans = column(
        "Перерыв",
        former=("Каникулы", "Перерывы"),
        hint="Каникулы: 29.12.2025–11.01.2026. Эти дни не считаются простоем.",
    )
    state: Choice = state_column()
    note: Text = note_column()


STAGE = Register(
    key="STAGE",
    tab="Этапы",
    record=Stage,
    owner="R1",
    workbook="Справочники",
    former=("Этапы Программы", "Этапы сезона"),
    natural=("id",),
    names=(("id",), ("title",)),
    order=(("start", "end"),),
    list_of="Справочники",
    kept_at_start=True,
    about="Этапы сезона, их сроки и перерывы.",
)
