"""FEDPROJECT — federal projects and the national projects they belong to."""

from config.columns import Need, column
from config.kinds import Choice, Key, RussianDate, Text
from config.register import Record, Register
from config.registers.national_projects import NATIONAL_PROJECTS
from config.registers.record_state import note_column, state_column


class FederalProject(Record):
    """Федеральный проект в составе национального проекта."""

    id: Key = column("Название", need=Need.REQUIRED, refers="FEDPROJECT", former=("Федеральный проект", "Наименование"))
    national: Choice = column("Национальный проект", need=Need.REQUIRED, among=NATIONAL_PROJECTS, former=("НП",))
    since: RussianDate = column("Действует с")
    until: RussianDate = column("Действует по")
    state: Choice = state_column()
    note: Text = note_column()


FEDPROJECT = Register(
    key="FEDPROJECT",
    tab="Федеральные проекты",
    record=FederalProject,
    owner="R1",
    workbook="Справочники",
    former=("Список федеральных проектов",),
    natural=("id",),
    names=(("id",),),
    order=(("since", "until"),),
    list_of="Справочники",
    kept_at_start=True,
    about="Федеральные проекты, с которыми согласуется работа РПО.",
)
