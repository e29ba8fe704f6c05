"""FUNCTION — functions of the office by the regulation: tasks, directions of work, duties of the head."""

from collections.abc import Mapping
from types import MappingProxyType

from config.columns import Need, column
from config.kinds import Choice, Key, Ref, Text
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

_OF_PARTICIPANTS = (
    "обеспечение набора",
    "{training}",
    "сопровождение на цифровой платформе",
    "содействие в проектной деятельности",
    "мотивация",
)


def _direction(code: str, of_whom: str, training: str) -> dict[str, str]:
    duties = (duty.format(training=training) for duty in _OF_PARTICIPANTS)
    return {f"{code}.{number}": f"{of_whom}: {duty}" for number, duty in enumerate(duties, 1)}


FUNCTION_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "T1": "Планирование деятельности по реализации Программы",
        "T2": "Координация деятельности всех участников Программы",
        "T3": "Взаимодействие с ФПО",
        "T4": "Контроль реализации Программы и формирование отчётности",
        "R1.1": "Организационное обеспечение",
        "R1.2": "Финансовое обеспечение",
        "R1.3": "Аналитическое обеспечение",
        "R1.4": "Координация с мероприятиями и направлениями НП «Образование»",
        **_direction("R2", "Студенты вузов", "организация очного установочного обучения"),
        **_direction("R3", "Школьники и студенты СПО", "организация очного установочного обучения (при необходимости)"),
        "R4.1": "Ведение блогов всех участников Программы",
        "R4.2": "Ведение страниц в социальных сетях всех участников Программы",
        "H1": "Организация и контроль работы РПО",
        "H2": "Общее руководство реализацией Программы",
        "H3": "Мониторинг, отчётные и аналитические материалы о ходе Программы и по её итогам",
        "H4": "Обеспечение координации с НП «Образование»",
        "H5": "Доклады заместителю Губернатора о результатах РПО и о реализации Программы",
        "H6": "Подписание документов в пределах компетенции",
        "H7": "Распределение обязанностей между сотрудниками РПО",
    }
)
"""Functions by the regulation on the office, with which a new list begins (domain.md §6)."""


class Function(Record):
    """Функция РПО по положению."""

    id: Key = column(
        "Код функции", need=Need.REQUIRED, refers="FUNCTION", former=("Код",), hint="T1…T4, R1.1…R4.2, H1…H7."
    )
    title: Text = column("Название", need=Need.REQUIRED, former=("Функция", "Наименование", "Содержание функции"))
    not_kept: Ref = column(
        "Не ведётся: акт",
        refers="DOC",
        words_allowed=True,
        former=("Не ведётся",),
        hint="Если функция РПО не поручена — код документа или вид, дата и номер акта.",
    )
    state: Choice = state_column()
    note: Text = note_column()


FUNCTION = Register(
    key="FUNCTION",
    tab="Функции",
    record=Function,
    owner="R1",
    workbook="Справочники",
    former=("Функции РПО",),
    natural=("id",),
    names=(("id",), ("title",)),
    list_of="Справочники",
    kept_at_start=True,
    about="Функции РПО по положению; у каждой должен быть сотрудник.",
)
