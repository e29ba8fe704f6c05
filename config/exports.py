"""An export as a register of its own: which columns it may have and what a row of it says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import create_model
from pydantic.fields import FieldInfo

from config.cells.text import fold
from config.columns import Choices, Privacy, column
from config.errors import SettingsError
from config.imports import Import
from config.kinds import Choice, Code, Email, Number, Patronymic, Percent, PersonName, Phone, RussianDate, Text
from config.places import line_of, nearest
from config.register import Composite, Life, Record, Register
from config.registers.joined import FULL_NAME, split_full_name
from config.registers.participation import ACTIVITY_KINDS, PROG, RESULTS
from config.registers.pupils import SCH
from config.registers.students import UNI
from config.settings import Keeping

NOT_BEGUN = "Не начат"
NO_STATE = Life(field="", void=(), draft=())
"""No row of an export is a draft or a mistake."""

_OUTCOMES = Choices(
    (*(value for value in RESULTS.values if value not in {"Не требуется", *PROG.life.void}), NOT_BEGUN),
    also={
        **RESULTS.also,
        "завершён": "Пройдено",
        "завершено": "Пройдено",
        "завершил": "Пройдено",
        "завершила": "Пройдено",
        "пройден": "Пройдено",
        "окончен": "Пройдено",
        "сдан": "Пройдено",
        "зачтено": "Пройдено",
        "completed": "Пройдено",
        "finished": "Пройдено",
        "passed": "Пройдено",
        "начат": "В процессе",
        "не завершён": "В процессе",
        "не завершено": "В процессе",
        "in progress": "В процессе",
        "не пройден": "Не пройдено",
        "failed": "Не пройдено",
        "не начато": NOT_BEGUN,
        "не приступал": NOT_BEGUN,
        "не приступала": NOT_BEGUN,
        "not started": NOT_BEGUN,
    },
)
_ROW = column("Номер строки в выгрузке", privacy=Privacy.P1)


class Progress(Record):
    """Строка выгрузки цифровой платформы: кто, какой модуль, сколько пройдено."""

    id: Code = _ROW
    login: Text = column(
        "Логин на цифровой платформе", privacy=Privacy.P2, former=("Логин", "Login", "Логин пользователя")
    )
    email: Email = column(
        "E-mail", privacy=Privacy.P3, former=("Email", "Электронная почта", "Почта", "Адрес электронной почты")
    )
    phone: Phone = column("Телефон", privacy=Privacy.P3, former=("Номер телефона", "Мобильный телефон"))
    code: Text = column("Код участника", privacy=Privacy.P1)
    surname: PersonName = column("Фамилия", privacy=Privacy.P3)
    name: PersonName = column("Имя", privacy=Privacy.P3)
    patronymic: Patronymic = column("Отчество", privacy=Privacy.P3)
    born: RussianDate = column("Дата рождения", privacy=Privacy.P3, former=("День рождения",))
    kind: Choice = column("Вид", among=ACTIVITY_KINDS, former=("Вид активности",))
    title: Text = column(
        "Название", former=("Модуль", "Название модуля", "Курс", "Название курса", "Наименование", "Название темы")
    )
    progress: Percent = column(
        "Прогресс на цифровой платформе, %",
        former=("Прогресс", "Прогресс, %", "Прогресс ЦОП, %", "Процент прохождения", "Пройдено, %", "Выполнено, %"),
    )
    result: Choice = column("Результат", among=_OUTCOMES, former=("Итог", "Статус", "Состояние"))
    start: RussianDate = column("Начало", former=("Дата", "Дата начала", "Начато"))
    end: RussianDate = column(
        "Окончание", former=("Дата окончания", "Дата завершения", "Завершено", "Последняя активность")
    )
    hours: Number = column("Часы", low=0, high=1000)
    score: Number = column("Балл", low=0, high=100, former=("Баллы", "Оценка"))


_FULL_NAMES = tuple(
    Composite((heading,), ("surname", "name", "patronymic"), split_full_name)
    for heading in ("Участник", "Слушатель", "Пользователь", "Обучающийся", "Студент", "Ученик")
)
_PROGRESS = Register(
    key="PROGRESS",
    tab="Выгрузка цифровой платформы",
    record=Progress,
    owner=PROG.owner,
    workbook="",
    life=NO_STATE,
    composites=(*FULL_NAME, *_FULL_NAMES),
)
_HOMES: Mapping[str | None, Register[Any]] = {"SCH": SCH, "UNI": UNI, None: _PROGRESS}
_NEVER_GIVEN = frozenset({"id", "status", "enrolled", "left", "left_why", "curator"})
"""What only the office says of a person: a form's own «Код» and «Статус» are not ours."""


def register_of(one: Import) -> Register[Any]:  # Any: the record is made of another's columns
    """The register as which the export is read. Its key is the export's, its tab the export's name."""
    home = _HOMES[one.into]
    own: dict[str, Any] = {
        "key": one.key,
        "prefix": None,
        "tab": one.name,
        "overlaps": True,
        "life": NO_STATE,
        "curator": None,
    }
    if one.into is None:
        return replace(home, natural=(*one.match_fields, "title", "kind", "start"), **own)
    record = create_model("Applicant", __base__=Record, **_told(home))
    return replace(home, record=record, former=(), order=(), unique=(), either=(), **own)


def keeping_of(one: Import) -> Keeping:
    """How the export is kept: none of our columns is missed in it."""
    headings = tuple(item.heading for item in register_of(one).columns)
    return Keeping(source=one.source, tab=one.tab, headings=one.headings, constants=one.constants, absent=headings)


def check_headings(text: str, imports: Iterable[Import]) -> None:
    """Raises SettingsError when an export calls its column by a heading that we don't know. `text` is office.toml."""
    for number, one in enumerate(imports):
        known = _headings(register_of(one))
        folded = {fold(heading) for heading in known}
        for ours in (*one.headings.values(), *one.constants):
            if fold(ours) not in folded:
                place = line_of(text, ["import", str(number), ours])
                raise SettingsError(
                    f"{place}столбца «{ours}» у выгрузки «{one.name}» нет{nearest(ours, known)}.",
                    advice=f"Столбцы: {', '.join(known)}.",
                )


def _headings(register: Register[Any]) -> tuple[str, ...]:
    columns = [heading for item in register.columns[1:] for heading in (item.heading, *item.former)]
    parts = [heading for composite in register.composites for heading in composite.headings]
    return tuple(dict.fromkeys((*columns, *parts)))


def _told(home: Register[Any]) -> Mapping[str, Any]:  # Any: what create_model() takes
    fields: dict[str, FieldInfo] = dict(home.record.model_fields)
    told = {name: (info.annotation, info) for name, info in fields.items() if name not in _NEVER_GIVEN}
    return {"id": (Code, _ROW), **told}
