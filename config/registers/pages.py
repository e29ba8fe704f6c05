"""PAGE — blogs and pages of participants, teams and the office."""

from config.columns import Choices, Condition, Need, Privacy, column
from config.kinds import Choice, Code, PageUrl, Ref, RussianDate, Text, Whole, YesNo
from config.register import Record, Register
from config.registers.record_state import note_column, state_column

PAGE_KINDS = Choices(("Блог", "Страница", "Сообщество", "Канал"), also={"группа": "Сообщество", "паблик": "Сообщество"})
PLATFORMS = Choices(
    ("ВКонтакте", "Одноклассники", "MAX", "Telegram", "Дзен", "Rutube", "Сайт"),
    also={
        "ВК": "ВКонтакте",
        "VK": "ВКонтакте",
        "ОК": "Одноклассники",
        "OK": "Одноклассники",
        "Макс": "MAX",
        "Телеграм": "Telegram",
        "ТГ": "Telegram",
        "TG": "Telegram",
        "Яндекс Дзен": "Дзен",
        "Рутуб": "Rutube",
    },
)


class Page(Record):
    """Блог или страница в социальной сети."""

    id: Code = column("Код", need=Need.REQUIRED, refers="PAGE")
    whose: Ref = column(
        "Чья страница",
        need=Need.REQUIRED,
        refers=("TEAM", "UNI", "SCH", "MENT", "ENT", "EDU", "MUN"),
        words_allowed=True,
        privacy=Privacy.P1,
        former=("Владелец", "Кому принадлежит"),
        hint="РПО или код команды, участника, наставника, организации; муниципалитет — названием.",
    )
    url: PageUrl = column(
        "Ссылка", need=Need.REQUIRED, privacy=Privacy.P2, former=("Адрес страницы", "Ссылка на страницу", "URL")
    )
    platform: Choice = column(
        "Площадка", need=Need.DERIVED, among=PLATFORMS, former=("Соцсеть",), hint="Пусто — определяется по ссылке."
    )
    last_post: RussianDate = column(
        "Последняя публикация",
        need=Need.DERIVED,
        past_only=True,
        former=("Дата последней публикации",),
        hint="Пусто — берётся из «Публикаций».",
    )
    kind: Choice = column("Вид", among=PAGE_KINDS, former=("Вид страницы",))
    official: YesNo = column("Официальная", blank_means=False, hint="«Да» — страница РПО или Программы. Пусто — нет.")
    open: YesNo = column("Открытая", blank_means=True, hint="Пусто — страница открыта всем.")
    responsible: Ref = column("Ответственный", refers="STAFF", privacy=Privacy.P1)
    since: RussianDate = column("Ведётся с", past_only=True, former=("Дата создания",))
    posts: Whole = column("Публикаций за отчётный месяц", low=0, former=("Публикаций за месяц",))
    followers: Whole = column("Подписчиков", low=0, former=("Подписчики",))
    measured: RussianDate = column("Дата замера", when=Condition("followers"), past_only=True)
    state: Choice = state_column()
    note: Text = note_column()


PAGE = Register(
    key="PAGE",
    tab="Страницы и блоги",
    prefix="СР",
    record=Page,
    owner="R4",
    workbook="Страницы и публикации",
    former=("Реестр страниц и блогов", "Страницы", "Блоги и страницы"),
    natural=("url",),
    names=(("url",),),
    order=(("since", "last_post"),),
    unique=(("url",),),
    curator="responsible",
    about="Блоги и страницы участников, команд, организаций и РПО.",
)
