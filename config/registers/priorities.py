"""PRIORITY — priority directions of the region, which the collegial body approves (question C1)."""

from config.columns import Need, column
from config.kinds import Choice, Code, Ref, RussianDate, Text
from config.register import Record, Register
from config.registers.record_state import note_column, state_column


class Priority(Record):
    """Приоритетное направление социально-экономического развития региона."""

    id: Code = column("Код", need=Need.REQUIRED, refers="PRIORITY")
    title: Text = column(
        "Название", need=Need.REQUIRED, former=("Наименование", "Приоритетное направление", "Направление")
    )
    decision: Ref = column(
        "Решение",
        need=Need.DERIVED,
        refers="DEC",
        hint="Пусто — берётся решение по вопросу C1, в котором названо направление.",
    )
    since: RussianDate = column("Действует с", need=Need.DERIVED, hint="Пусто — с даты решения.")
    until: RussianDate = column("Действует по")
    state: Choice = state_column()
    note: Text = note_column()


PRIORITY = Register(
    key="PRIORITY",
    tab="Приоритетные направления",
    prefix="ПН",
    record=Priority,
    owner="R1",
    workbook="Справочники",
    former=("Реестр приоритетных направлений", "Приоритеты"),
    natural=("title",),
    names=(("title",),),
    order=(("since", "until"),),
    unique=(("title",),),
    list_of="Справочники",
    kept_at_start=True,
    about="Приоритетные направления развития региона и решения о них.",
)
