"""Pages of the office, the teams and the students, and what was published on them."""

from datetime import date, timedelta

from config.calendar import is_working_day
from sync.demo.draft import Draft, Row, code, day_of, titled
from sync.demo.names import latin
from sync.demo.people import members
from sync.demo.plan import measure
from sync.demo.season import APPLICATIONS, TODAY
from sync.demo.staff import MEDIA, shown

_OFFICIAL = (
    ("https://vk.com/kadry_svetlobor", "ВКонтакте", "Сообщество", 2140),
    ("https://ok.ru/kadrysvetlobor", "Одноклассники", "Сообщество", 610),
    ("https://max.ru/kadry_svetlobor", "MAX", "Канал", 480),
    ("https://t.me/kadry_svetlobor", "Telegram", "Канал", 1320),
    ("https://rutube.ru/channel/98001234/", "Rutube", "Канал", 90),
)
_TOPICS = (
    "Итоги недели Программы",
    "Знакомим с наставником",
    "Как прошла проектная сессия",
    "День на предприятии",
    "История одной команды",
    "Полезное для проекта",
    "Новости цифровой платформы",
    "Вопросы и ответы",
    "Фоторассказ о выездной встрече",
)
_AHEAD = ("Предзащита: что взять с собой", "Афиша мая", "Советы наставников перед защитой", "Кто такие эксперты защиты")
_TYPES = ("Пост", "Пост", "Пост", "Видео")


def make_media(draft: Draft) -> None:
    """Official pages, a page a team, pages of some students; three publications a week and the plan ahead."""
    for url, platform, kind, followers in _OFFICIAL:
        _page(draft, "РПО", url, platform, kind, official=True, followers=followers, last=TODAY - timedelta(days=1))
    for number, team in enumerate(draft.rows["TEAM"]):
        name = f"{latin(str(team['name'])).replace('_', '')}_kb{number + 1}"
        url, platform = (f"https://vk.com/{name}", "ВКонтакте") if number % 3 else (f"https://t.me/{name}", "Telegram")
        followers = draft.dice.randint(25, 160)
        last = TODAY - timedelta(days=draft.dice.randint(1, 12))
        _page(draft, titled(team, "name"), url, platform, "Блог", official=False, followers=followers, last=last)
    for student in [one for one in members(draft, "UNI") if one["consent_publication"] == "Да"][:5]:
        name = f"blog_{code(student)[3:]}_{draft.dice.randint(10, 99)}"
        last = TODAY - timedelta(days=draft.dice.randint(2, 20))
        _page(
            draft,
            code(student),
            f"https://vk.com/{name}",
            "ВКонтакте",
            "Блог",
            official=False,
            followers=None,
            last=last,
        )
    _publish(draft)


def _page(  # noqa: PLR0913  a page has this many facts
    draft: Draft, whose: str, url: str, platform: str, kind: str, *, official: bool, followers: int | None, last: date
) -> None:
    draft.add(
        "PAGE",
        whose=whose,
        url=url,
        platform=platform,
        last_post=last,
        kind=kind,
        official="Да" if official else "Нет",
        open="Да",
        responsible=shown(draft, MEDIA),
        since=APPLICATIONS[0] if official else draft.working_day(date(2025, 11, 24), date(2025, 12, 19)),
        posts=draft.dice.randint(14, 22) if official else draft.dice.randint(2, 9),
        followers=followers,
        measured=date(2026, 4, 1) if followers else None,
    )


def _publish(draft: Draft) -> None:
    day = date(2025, 9, 2)
    while day < TODAY:
        if is_working_day(day) and day.weekday() in {1, 3, 4}:
            _out(draft, day, draft.rows["PAGE"][0 if day.weekday() != 4 else draft.dice.choice((0, 1, 2, 3))])
        day += timedelta(days=1)
    for official in draft.rows["PAGE"][1 : len(_OFFICIAL)]:
        _out(draft, day_of(official, "last_post"), official)
    for number, title in enumerate(_AHEAD):
        day = TODAY + timedelta(days=1 + number * 2)
        page = code(draft.rows["PAGE"][number % 4])
        draft.add(
            "PUB", day=day, title=f"{title}, {day:%d.%m}", status="Запланирована", page=page, type="Пост", planned="Да"
        )
    for number, event in enumerate(
        ("Губернаторская школа, поток 1", "Губернаторская школа, поток 3", "Проектная сессия 2")
    ):
        row = measure(draft, event)
        draft.add(
            "PUB",
            day=row["end"],
            title=f"В области прошла {event[0].lower()}{event[1:]}",
            status="Вышла",
            media="Газета «Светлоборские вести»",
            url=f"https://vesti.example.ru/news/{4100 + number * 37}",
            minors="Нет",
            type="Статья СМИ",
            event=code(row),
            reach=draft.dice.randint(900, 5200),
            planned="Да",
        )
    draft.put_in_order("PUB", _day)


def _out(draft: Draft, day: date, page: Row) -> None:
    number = 1000 + len(draft.rows["PUB"])
    draft.add(
        "PUB",
        day=day,
        title=f"{draft.dice.choice(_TOPICS)}, {day:%d.%m}",
        status="Вышла",
        page=code(page),
        url=_post(page, number),
        minors="Нет",
        type=draft.dice.choice(_TYPES),
        reach=draft.dice.randint(180, 2400),
        planned="Да" if draft.chance(0.8) else "Нет",
    )


def _post(page: Row, number: int) -> str:
    middle = {"ВКонтакте": "?w=wall-98001234_", "Одноклассники": "/topic/"}.get(str(page["platform"]), "/")
    return f"{page['url']}{middle}{number}"


def _day(row: Row) -> date:
    return row["day"] if isinstance(row["day"], date) else TODAY
