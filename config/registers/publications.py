"""PUB — publications: posts, videos and articles, planned and out."""

from config.columns import Choices, Condition, Need, column
from config.kinds import Choice, Code, Ref, RussianDate, Text, Url, Whole, YesNo
from config.register import Life, Record, Register
from config.registers.record_state import MISTAKE, note_column

PUBLICATION_TYPES = Choices(
    ("Пост", "Видео", "Прямой эфир", "Статья СМИ", "Сюжет"),
    also={
        "статья": "Статья СМИ",
        "эфир": "Прямой эфир",
        "трансляция": "Прямой эфир",
        "репортаж": "Сюжет",
        "ролик": "Видео",
    },
)
PUBLICATION_STATUSES = Choices(
    ("Запланирована", "Вышла", MISTAKE),
    also={"план": "Запланирована", "опубликована": "Вышла", "опубликовано": "Вышла", "факт": "Вышла"},
)
OUT = ("Вышла",)


class Publication(Record):
    """Публикация о Программе: пост, видео, эфир, статья или сюжет."""

    id: Code = column("Код", need=Need.REQUIRED, refers="PUB")
    day: RussianDate = column("Дата", need=Need.REQUIRED, former=("Дата публикации", "Дата выхода"))
    title: Text = column("Тема/заголовок", need=Need.REQUIRED, former=("Тема", "Заголовок"))
    status: Choice = column("Статус", need=Need.REQUIRED, among=PUBLICATION_STATUSES)
    page: Ref = column("Страница", refers="PAGE", former=("Где опубликовано",), hint="Заполните страницу или СМИ.")
    media: Text = column("СМИ", hint="Заполните страницу или СМИ.")
    url: Url = column("Ссылка на публикацию", when=Condition("status", OUT), former=("Ссылка",))
    minors: YesNo = column(
        "Отмечены несовершеннолетние",
        when=Condition("status", OUT),
        hint="«Да» — названы или показаны участники младше 18 лет: нужны их согласия.",
    )
    type: Choice = column("Тип", among=PUBLICATION_TYPES, former=("Вид", "Тип публикации"))
    stage: Ref = column("Этап", need=Need.DERIVED, refers="STAGE", hint="Пусто — определяется по дате.")
    event: Ref = column("Повод", refers="PLAN", former=("Мероприятие",))
    reach: Whole = column("Охват/просмотры", low=0, former=("Охват", "Просмотры"))
    planned: YesNo = column("По медиаплану", former=("План/факт",))
    note: Text = note_column()


PUB = Register(
    key="PUB",
    tab="Публикации",
    prefix="ПБ",
    record=Publication,
    owner="R4",
    workbook="Страницы и публикации",
    former=("Реестр публикаций", "Медиаплан"),
    natural=("day", "title", "page", "media"),
    names=(("title",),),
    unique=(("url",),),
    either=(("page", "media"),),
    life=Life(field="status", void=(MISTAKE,), draft=()),
    about="Запланированные и вышедшие публикации о Программе.",
)
