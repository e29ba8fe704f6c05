"""Twenty-five enterprises and organisations: partners of teams, sites of professional tests and internships."""

from datetime import date

from sync.demo.draft import Draft, Row
from sync.demo.names import new_name
from sync.demo.official import new_email, new_inn, new_ogrn, new_phone
from sync.demo.region import PLACES

_SITES: tuple[tuple[str, str, str, int], ...] = (
    ("АО «Светлоборский завод роботизированных линий»", "Предприятие", "Машиностроение", 1),
    ("ООО «Цифровой бор»", "Предприятие", "Разработка программ", 1),
    ("АО «Каменноозёрский приборный завод»", "Предприятие", "Приборостроение", 1),
    ("ООО «Сенсорика Плюс»", "Предприятие", "Электроника", 1),
    ("ООО «Верхнереченские станки»", "Предприятие", "Станкостроение", 1),
    ("СПК «Ольховецкая нива»", "Предприятие", "Растениеводство", 2),
    ("ООО «Тихореченские сыры»", "Предприятие", "Пищевая промышленность", 2),
    ("АО «Лугоборский молочный комбинат»", "Предприятие", "Пищевая промышленность", 2),
    ("ООО «Тепличный дом»", "Предприятие", "Овощеводство", 2),
    ("Научная станция «Семена севера»", "Научная организация", "Селекция", 2),
    ("ООО «Озёрный край»", "Предприятие", "Туризм", 3),
    ("Гостиничный дом «Синий бор»", "Предприятие", "Гостиницы", 3),
    ("Музей-усадьба «Старый яр»", "Организация", "Культура", 3),
    ("Туристский центр «Тропа»", "НКО", "Туризм", 3),
    ("ООО «Белояринская пристань»", "Предприятие", "Водный туризм", 3),
    ("Лесничество «Кедровое»", "Организация", "Лесное хозяйство", 4),
    ("АО «Сосногривский лес»", "Предприятие", "Деревообработка", 4),
    ("Природный парк «Медвежья грива»", "Организация", "Охрана природы", 4),
    ("ООО «Чистая река»", "Предприятие", "Очистка воды", 4),
    ("Научный центр «Экология озёр»", "Научная организация", "Исследования", 4),
    ("Областная детская больница «Рябинка»", "Организация", "Здравоохранение", 5),
    ("Фонд «Добрый двор»", "НКО", "Социальная поддержка", 5),
    ("Администрация города Светлобора", "ОМСУ", "Управление", 5),
    ("Министерство кадровой политики области", "ОИВ", "Управление", 5),
    ("Архитектурная мастерская «Площадь»", "Предприятие", "Городская среда", 5),
)
_UNDECIDED = {4: "Предложена", 9: "Предложена", 14: "Приостановлена", 19: "Предложена", 24: "Исключена"}
_KINDS = ("Обе", "Профессиональные пробы", "Обе", "Стажировка")


def make_enterprises(draft: Draft) -> None:
    """Five sites a direction; one of each five is not approved. The decision is named when the council has met."""
    for number, (title, kind, industry, priority) in enumerate(_SITES):
        site = _KINDS[number % 4]
        contact = new_name(draft)
        status = _UNDECIDED.get(number, "Утверждена")
        draft.add(
            "ENT",
            title=title,
            inn=new_inn(draft),
            municipality=PLACES[number * 3 % len(PLACES)].key,
            priorities=f"ПН-{priority:04d}",
            site_kind=site,
            places_tests=draft.dice.randint(12, 25) if site != "Стажировка" else None,
            places_internship=draft.dice.randint(4, 8) if site != "Профессиональные пробы" else None,
            status=status,
            short=title.partition("«")[2].rstrip("»") if draft.chance(0.8) and "«" in title else None,
            type=kind,
            ogrn=new_ogrn(draft),
            kpp="980101001",
            industry=industry,
            youngest=14 if draft.chance(0.6) else None,
            contact=contact.full,
            phone=new_phone(draft),
            email=new_email(draft, contact),
            agreement_until=date(2026, 12, 31) if status == "Утверждена" else None,
        )


def approved_sites(draft: Draft, kind: str, *, until: date | None = None) -> list[Row]:
    """Approved sites that take people for this kind of activity, approved not later than a day."""
    return [
        row
        for row in draft.rows["ENT"]
        if row["status"] == "Утверждена"
        and row["site_kind"] in {kind, "Обе"}
        and (until is None or (isinstance(row["approved"], date) and row["approved"] <= until))
    ]
