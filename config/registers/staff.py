"""STAFF — who works in the office and what for."""

from config.columns import Need, Privacy, column
from config.kinds import Choice, ChoicesOf, Code, DateSpans, Email, FullName, Ref, Refs, RussianDate, Text, YesNo
from config.register import Record, Register
from config.registers.record_state import note_column, state_column
from config.registers.roles import ROLES


class Employee(Record):
    """Сотрудник РПО и его обязанности."""

    id: Code = column("Код", need=Need.REQUIRED, refers="STAFF", privacy=Privacy.P1)
    full_name: FullName = column(
        "ФИО", need=Need.REQUIRED, privacy=Privacy.P3, former=("Ф.И.О.", "Фамилия, имя, отчество", "Сотрудник")
    )
    post: Text = column("Должность", need=Need.REQUIRED)
    roles: ChoicesOf = column(
        "Роль",
        need=Need.REQUIRED,
        among=ROLES,
        former=("Роль в РПО", "Роли"),
        hint="Если направлений несколько — через «;».",
    )
    email: Email = column(
        "E-mail (служебный)",
        need=Need.REQUIRED,
        former=("E-mail", "Электронная почта", "Служебная почта", "Почта"),
        hint="На эту почту приходят замечания.",
    )
    since: RussianDate = column("Работает с", need=Need.REQUIRED, former=("Дата приёма", "Принят"))
    functions: Refs = column(
        "Закреплённые функции",
        need=Need.REQUIRED,
        refers="FUNCTION",
        former=("Функции", "Обязанности"),
        hint="Коды функций через «;»: T1; R1.2; H3.",
    )
    until: RussianDate = column("Работает по", former=("Дата увольнения", "Уволен"))
    away: DateSpans = column(
        "Отсутствует", former=("Отпуск", "Отсутствует с/по"), hint="Отпуск, болезнь: 01.07.2026–14.07.2026; 05.08.2026."
    )
    substitutes: Ref = column("Замещает", refers="STAFF", privacy=Privacy.P1, hint="Кого замещает этот сотрудник.")
    signs: Refs = column(
        "Документы в компетенции подписи",
        refers="DOCKIND",
        former=("Право подписи", "Подписывает"),
        hint="Виды документов через «;».",
    )
    duties: Ref = column(
        "Документ о распределении обязанностей",
        refers="DOC",
        words_allowed=True,
        former=("Приказ о распределении обязанностей",),
    )
    access: YesNo = column(
        "Доступ к ПДн",
        blank_means=False,
        former=("Допуск к ПДн",),
        hint="«Да» — видит имена участников в своих замечаниях. Пусто — нет.",
    )
    pledged: RussianDate = column(
        "Обязательство о неразглашении (дата)", past_only=True, former=("Обязательство о неразглашении",)
    )
    state: Choice = state_column()
    note: Text = note_column()


STAFF = Register(
    key="STAFF",
    tab="Состав и обязанности РПО",
    prefix="РП",
    record=Employee,
    owner="R1",
    workbook="РПО",
    former=(
        "РПО: состав и обязанности",
        "Реестр сотрудников РПО",
        "Сотрудники",
        "Состав РПО",
    ),
    natural=("full_name",),
    names=(("full_name",), ("post",)),
    order=(("since", "until"),),
    person=("full_name", "post"),
    kept_at_start=True,
    about="Сотрудники РПО: роль, закреплённые функции, отпуска, право подписи, доступ к персональным данным.",
)
