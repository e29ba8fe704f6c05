"""MUN — municipalities of the region, with the names that staff use for them."""

from config.columns import Choices, Need, Privacy, column
from config.kinds import Choice, Key, Oktmo, Ref, RussianDate, Text
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

MUNICIPALITY_TYPES = Choices(
    (
        "Городской округ",
        "Муниципальный округ",
        "Муниципальный район",
        "Городской округ с внутригородским делением",
        "Внутригородской район",
        "Внутригородское муниципальное образование города федерального значения",
        "Городское поселение",
        "Сельское поселение",
    ),
    also={
        "ГО": "Городской округ",
        "МО": "Муниципальный округ",
        "МР": "Муниципальный район",
        "район": "Муниципальный район",
        "внутригородская территория": "Внутригородское муниципальное образование города федерального значения",
    },
)


class Municipality(Record):
    """Муниципальное образование региона."""

    id: Key = column(
        "Наименование", need=Need.REQUIRED, refers="MUN", former=("Муниципалитет", "Муниципальное образование")
    )
    oktmo: Oktmo = column("ОКТМО", need=Need.EXPECTED, former=("Код ОКТМО",))
    short: Text = column("Краткое", former=("Краткое наименование", "Сокращённое"))
    synonyms: Text = column("Синонимы", longest=1000, hint="Как ещё пишут это название; через «;».")
    type: Choice = column("Тип", among=MUNICIPALITY_TYPES, former=("Вид",))
    since: RussianDate = column("Действует с")
    until: RussianDate = column("Действует по", hint="Если муниципалитет упразднён.")
    successor: Ref = column("Преемник", refers="MUN", hint="Муниципалитет, в который вошёл упразднённый.")
    curator: Text = column("Куратор от муниципалитета", privacy=Privacy.P3, former=("Куратор",))
    state: Choice = state_column()
    note: Text = note_column()


MUN = Register(
    key="MUN",
    tab="Муниципалитеты",
    record=Municipality,
    owner="R1",
    workbook="Справочники",
    former=("Муниципальные образования", "Список муниципалитетов"),
    natural=("id",),
    names=(("id",), ("short",), ("synonyms",)),
    order=(("since", "until"),),
    unique=(("oktmo",),),
    list_of="Справочники",
    kept_at_start=True,
    about="Муниципалитеты региона: название, ОКТМО, принятые написания, преемник.",
)
