"""NOTE — why a figure is off its plan, and what is being done: read by reports and documents."""

from config.columns import Need, Privacy, column
from config.kinds import Choice, Code, Period, Ref, RussianDate, Text
from config.register import Record, Register
from config.registers.record_state import note_column, state_column


class Explanation(Record):
    """Пояснение к показателю или разделу отчёта."""

    id: Code = column("Код", need=Need.REQUIRED, refers="NOTE")
    period: Period = column(
        "Период", need=Need.REQUIRED, former=("Отчётный период",), hint="2026-04, 2026-К1, 2026 или Э4."
    )
    subject: Ref = column(
        "Показатель или раздел",
        need=Need.REQUIRED,
        refers="IND",
        words_allowed=True,
        former=("Показатель", "Раздел"),
        hint="Код показателя (K02) или раздел отчёта словами.",
    )
    reason: Text = column(
        "Причина", need=Need.REQUIRED, longest=2000, hint="Без имён и контактов людей: пояснение попадает в отчёты."
    )
    measures: Text = column("Меры", longest=2000, former=("Принятые меры",))
    due: RussianDate = column("Срок", former=("Срок исполнения",))
    who: Ref = column("Кто", refers="STAFF", words_allowed=True, privacy=Privacy.P1, former=("Ответственный",))
    state: Choice = state_column()
    note: Text = note_column()


NOTE = Register(
    key="NOTE",
    tab="Пояснения",
    prefix="ПЯ",
    record=Explanation,
    owner="R1",
    workbook="План",
    former=("Реестр пояснений", "Пояснительная записка"),
    natural=("period", "subject"),
    curator="who",
    about="Причины отклонений и меры: их читают сводка, «Показатели» и документы.",
)
