"""Eighty institutions of education: schools everywhere, colleges and universities in towns, houses of creativity."""

from datetime import date

from config.registers.institutions import ADDITIONAL, COLLEGE, FURTHER, SCHOOL, UNIVERSITY
from sync.demo.draft import Draft, Row
from sync.demo.names import latin, new_name
from sync.demo.official import new_inn, new_ogrn, new_phone
from sync.demo.region import PLACES, Place

_COLLEGES = (
    "политехнический",
    "аграрный",
    "медицинский",
    "лесотехнический",
    "строительный",
    "педагогический",
    "промышленный",
    "транспортный",
    "технологический",
    "экономический",
    "колледж туризма",
    "колледж связи",
)
_UNIVERSITIES = (
    "Светлоборский государственный университет",
    "Светлоборский технический университет",
    "Светлоборский аграрный университет",
    "Озёрный институт экологии",
    "Каменноозёрский педагогический институт",
    "Верхнереченский институт управления",
)
_ADDITIONAL = ("Дом творчества «Росток»", "Технопарк «Полюс»", "Центр «Орбита»", "Станция юных натуралистов «Бор»")
_FURTHER = ("Институт развития кадров", "Центр повышения квалификации «Вектор»")


def make_institutions(draft: Draft) -> None:
    """52 schools, 12 colleges, 6 universities, 8 houses of additional and 2 of further education."""
    for number in range(52):
        place = PLACES[number % len(PLACES)]
        words = "Лицей" if number % 13 == 5 else "Гимназия" if number % 13 == 9 else "Средняя школа"
        short = f"{words} № {number // len(PLACES) * 3 + number % 3 + 1}, {place.short}"
        _add(draft, SCHOOL, f"Муниципальное общеобразовательное учреждение «{short}»", short, place)
    for number, kind in enumerate(_COLLEGES):
        place = PLACES[number % 8]
        name = kind if "колледж" in kind else f"{kind} колледж"
        name = f"{place.short.removesuffix(' округ')}: {name}"
        _add(draft, COLLEGE, f"Областной {name}", name, place)
    for number, name in enumerate(_UNIVERSITIES):
        _add(draft, UNIVERSITY, name, name, PLACES[(0, 0, 0, 3, 1, 2)[number]])
    for number in range(8):
        place = PLACES[number * 2]
        name = f"{_ADDITIONAL[number % 4]}, {place.short}"
        _add(draft, ADDITIONAL, f"Организация дополнительного образования {name}", name, place)
    for name in _FURTHER:
        _add(draft, FURTHER, f"Областной {name}", name, PLACES[0])


def _add(draft: Draft, kind: str, title: str, short: str, place: Place) -> None:
    agreed = draft.chance(0.7)
    curator = new_name(draft) if agreed else None
    draft.add(
        "EDU",
        title=title,
        type=kind,
        municipality=place.short if draft.chance(0.6) else place.key,
        inn=new_inn(draft),
        short=short,
        ogrn=new_ogrn(draft) if draft.chance(0.6) else None,
        contact=curator.full if curator else None,
        contact_phone=new_phone(draft) if curator else None,
        since=draft.working_day(date(2025, 9, 1), date(2025, 10, 10)) if agreed else None,
        kind="Бюджетная",
        address=f"{place.short}, ул. {draft.dice.choice(_STREETS)}, д. {draft.dice.randint(1, 90)}",
        email=f"edu{len(draft.rows['EDU']) + 1}@example.ru",
        site=f"https://{latin(place.short.split()[0]).replace('_', '')}-edu{len(draft.rows['EDU']) + 1}.example.ru/",
    )


_STREETS = ("Озёрная", "Школьная", "Лесная", "Молодёжная", "Садовая", "Набережная", "Заречная")


def of_type(draft: Draft, kind: str) -> list[Row]:
    """The institutions of one type."""
    return [row for row in draft.rows["EDU"] if row["type"] == kind]
