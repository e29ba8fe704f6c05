"""The region that is on no map: its municipalities, priority directions and the other reference lists."""

from datetime import date
from typing import NamedTuple

from config.registers.document_kinds import DOCUMENT_KINDS
from config.registers.functions import FUNCTION_TITLES
from config.registers.stages import STAGE_TITLES, WHOLE_SEASON
from sync.demo.draft import Draft
from sync.demo.names import new_name
from sync.demo.season import COUNCIL, STAGES

REGION = "Светлоборская область"
OKTMO = "62"
CAPITAL = "Светлобор"
OFFICE = "Региональный проектный офис Программы «Кадры будущего для регионов»"

_TOWNS = (CAPITAL, "Каменноозёрск", "Верхнереченск", "Белояринск", "Синеборск")
_DISTRICTS = (
    "Ольховецкий",
    "Журавлёвский",
    "Тихореченский",
    "Малиноборский",
    "Березнякский",
    "Сосногривский",
    "Кедровоозёрский",
    "Лугоборский",
    "Староярский",
    "Медвежьегривский",
    "Ивнянкинский",
    "Рябиновецкий",
    "Озернинский",
    "Ключеборский",
    "Нижнебелоярский",
)
PRIORITIES = (
    "Цифровая промышленность и роботизация",
    "Агротехнологии и пищевая переработка",
    "Туризм и гостеприимство",
    "Экология и лесное хозяйство",
    "Социальные технологии и городская среда",
)
OLD_PRIORITY = "Традиционные ремёсла"

_TERMS = {
    "Запрос": 5,
    "Отчёт месячный": 5,
    "Отчёт квартальный": 5,
    "Отчёт по этапу": 10,
    "Итоговый отчёт": 15,
    "Доклад": 5,
}
_SIGNED_ABOVE = {"Распоряжение": "Губернатор", "Протокол": "Заместитель Губернатора"}
_FEDERAL = (
    ("Современная школа", "Образование", date(2019, 1, 1), date(2024, 12, 31)),
    ("Успех каждого ребёнка", "Образование", date(2019, 1, 1), date(2024, 12, 31)),
    ("Всё лучшее детям", "Молодёжь и дети", date(2025, 1, 1), date(2030, 12, 31)),
    ("Профессионалитет", "Молодёжь и дети", date(2025, 1, 1), date(2030, 12, 31)),
    ("Россия в мире", "Молодёжь и дети", date(2025, 1, 1), date(2030, 12, 31)),
    ("Образование для рынка труда", "Кадры", date(2025, 1, 1), date(2030, 12, 31)),
    ("Человек труда", "Кадры", date(2025, 1, 1), date(2030, 12, 31)),
)


class Place(NamedTuple):
    """A municipality: its key, its short name, and whether it is a town."""

    key: str
    short: str
    town: bool


PLACES = (
    *(Place(f"Городской округ {town}", town, town=True) for town in _TOWNS),
    *(Place(f"{name} муниципальный округ", f"{name} округ", town=False) for name in _DISTRICTS),
)


def make_lists(draft: Draft) -> None:
    """All reference lists but the passport, which names people and acts."""
    _make_municipalities(draft)
    _make_stages(draft)
    for title in PRIORITIES:
        draft.add("PRIORITY", title=title)
    draft.add("PRIORITY", title=OLD_PRIORITY, until=date(2025, 8, 31), state="Завершена")
    for name, national, since, until in _FEDERAL:
        state = "Завершена" if until < STAGES[0].start else None
        draft.add("FEDPROJECT", id=name, national=national, since=since, until=until, state=state)
    for function, title in FUNCTION_TITLES.items():
        draft.add("FUNCTION", id=function, title=title)
    for kind in DOCUMENT_KINDS:
        signer = _SIGNED_ABOVE.get(kind, "Руководитель РПО")
        draft.add("DOCKIND", id=kind, days=_TERMS.get(kind), signer=signer)


def _make_municipalities(draft: Draft) -> None:
    for number, place in enumerate(PLACES):
        group = 701 + number if place.town else 501 + number * 2
        also = f"г. {place.short}; ГО {place.short}" if place.town else f"{place.short.replace('округ', 'район')}"
        draft.add(
            "MUN",
            id=place.key,
            oktmo=f"{OKTMO}{group}000",
            short=place.short,
            synonyms=also,
            type="Городской округ" if place.town else "Муниципальный округ",
            since=date(2020, 1, 1) if place.town else date(2025, 1, 1),
        )


def _make_stages(draft: Draft) -> None:
    for span in STAGES:
        draft.add(
            "STAGE",
            id=span.code,
            title=STAGE_TITLES[span.code],
            start=span.start,
            end=span.end,
            closed=span.closed,
            for_students="Да" if span.students else "Нет",
            for_pupils="Да" if span.pupils else "Нет",
            breaks=span.breaks,
        )
    draft.add("STAGE", id=WHOLE_SEASON, title=STAGE_TITLES[WHOLE_SEASON], for_students="Нет", for_pupils="Нет")


def make_passport(draft: Draft, head: str, founding: str, delegation: str) -> None:
    """Whom the office answers to and by which acts (codes of documents) it works."""
    since = date(2024, 9, 2)
    for item, value, act in (
        ("Губернатор", new_name(draft, woman=False).full, None),
        ("Заместитель Губернатора (куратор)", new_name(draft, woman=True).full, founding),
        ("Головной орган", "Министерство кадровой политики Светлоборской области", founding),
        ("Организация-оператор", "ГАУ «Центр развития кадров Светлоборской области»", delegation),
        ("Руководитель РПО", head, founding),
        ("Акт о создании РПО", "Распоряжение Губернатора о создании РПО Программы", founding),
        ("Акт о передаче полномочий оператору", "Распоряжение Губернатора об операторе Программы", delegation),
        ("Утверждённая численность", "8", founding),
        ("Коллегиальный орган", COUNCIL, founding),
        ("Акт о коллегиальном органе", "Распоряжение Губернатора о создании Совета", founding),
        ("Полное наименование РПО", OFFICE, founding),
        ("Адрес РПО", "г. Светлобор, ул. Озёрная, д. 7, каб. 214", None),
        ("Телефон РПО", "8 (3999) 55-01-14", None),
    ):
        draft.add("PASSPORT", id=item, value=value, document=act, since=since)
