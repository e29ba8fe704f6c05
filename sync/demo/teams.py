"""Twenty-two teams: pupils of one corner of the region, a student leader, an approved mentor and a project."""

from datetime import date

from sync.demo.draft import Draft, Row, code, codes, titled
from sync.demo.mentors import FIRST_LIST
from sync.demo.people import members
from sync.demo.region import PLACES, PRIORITIES

_NAMES = (
    "Полярная звезда", "Росток", "Тропа", "Кедр", "Маяк", "Искра", "Нива", "Парус", "Бобры", "Мост", "Вектор",
    "Колос", "Компас", "Родник", "Двор", "Импульс", "Ягода", "Причал", "Хвоя", "Опора", "Орбита", "Мёд и хлеб",
)  # fmt: skip
_PROJECTS = (
    (
        ("Датчики вибрации для школьной мастерской", "Сократить простои оборудования на предприятиях области"),
        ("Робот-сортировщик для малого цеха", "Повысить производительность труда в малых цехах"),
        ("Цифровой двойник учебного станка", "Подготовить кадры для цифровых производств"),
        ("Умный склад запасных частей", "Снизить затраты предприятий на хранение"),
        ("Учёт инструмента по меткам", "Сократить потери инструмента на производстве"),
    ),
    (
        ("Гидропонная ферма в сельской школе", "Обеспечить школы свежей зеленью круглый год"),
        ("Сыр из Тихоречья: линия для фермера", "Увеличить долю местной переработки молока"),
        ("Карта почв малых хозяйств", "Повысить урожайность малых хозяйств"),
        ("Сушка ягод на солнечной энергии", "Развить переработку дикоросов"),
        ("Мёд и хлеб: сельский бренд", "Вывести продукты сёл области на рынок"),
    ),
    (
        ("Водный маршрут по пяти озёрам", "Увеличить поток туристов в область"),
        ("Гид по Старому яру для телефонов", "Сохранить и показать наследие области"),
        ("Гостевой дом, удобный для всех", "Сделать отдых доступным для маломобильных людей"),
        ("Зимний туристский календарь", "Сгладить сезонность туризма"),
    ),
    (
        ("Школьный мониторинг малых рек", "Улучшить качество воды в реках области"),
        ("Питомник кедра", "Восстановить леса после пожаров"),
        ("Раздельный сбор в малом городе", "Снизить объём отходов на полигонах"),
        ("Тропа без следа", "Сохранить природные парки при росте туризма"),
    ),
    (
        ("Двор трёх поколений", "Сделать дворы безопасными и удобными"),
        ("Навигатор помощи для пожилых", "Повысить доступность социальных услуг"),
        ("Остановка с информацией", "Улучшить общественный транспорт"),
        ("Мост между школой и больницей", "Поддержать детей на длительном лечении"),
    ),
)  # fmt: skip
_STAGES = ("Разработка", "Апробация", "Разработка", "Разработка", "Апробация", "Паспорт проекта")
_LAGGING = {8: "Идея", 15: "Идея"}
_ROLES = ("Тьютор", "Участник")


def make_teams(draft: Draft) -> None:
    """Divides the members among the teams and writes the teams down, both sides alike."""
    pupils = sorted(members(draft, "SCH"), key=lambda row: _corner(draft, row))
    students = members(draft, "UNI")
    mentors = draft.rows["MENT"][:FIRST_LIST]
    start = 0
    for number, name in enumerate(_NAMES):
        size = 8 if number < len(pupils) - 7 * len(_NAMES) else 7
        _add(draft, number, name, pupils[start : start + size], students[number :: len(_NAMES)], mentors)
        start += size


def _corner(draft: Draft, row: Row) -> tuple[int, str]:
    organisation = draft.one("EDU", id=str(row["organisation"])[:7])
    home = organisation["municipality"]
    return next(number for number, place in enumerate(PLACES) if home in {place.key, place.short}), code(row)


def _add(draft: Draft, number: int, name: str, pupils: list[Row], students: list[Row], mentors: list[Row]) -> None:
    direction = number % len(PRIORITIES)
    project, task = _PROJECTS[direction][number // len(PRIORITIES)]
    stage = _LAGGING.get(number, _STAGES[number % len(_STAGES)])
    free = [row for row in mentors if row["priorities"] == f"ПН-{direction + 1:04d}"]
    chosen = [free[number // len(PRIORITIES)], *(free[-1:] if number % 7 == 3 else ())]
    team = draft.add(
        "TEAM",
        name=name,
        priority=f"ПН-{direction + 1:04d} · {PRIORITIES[direction]}",
        mentors=codes(chosen),
        formed=draft.working_day(date(2025, 11, 10), date(2025, 11, 21)),
        stage=stage,
        project=project if stage != "Идея" else None,
        task=task if stage != "Идея" else None,
        activity=draft.dice.choice(("Проектная", "Проектная", "Исследовательская", "Проектно-исследовательская")),
        captain=code(draft.dice.choice(pupils)),
        partners=code(draft.dice.choice(_sites(draft, direction))),
        size=len(pupils) + len(students),
    )
    for pupil in pupils:
        pupil["team"] = titled(team, "name")
    for place, student in enumerate(students):
        student["teams"] = titled(team, "name")
        student["role"] = "Студент-лидер" if place == 0 else _ROLES[number % 2]
        student["priority"] = code(draft.rows["PRIORITY"][direction])
    team["leaders"] = codes([student for student in students if student["role"] != "Участник"])


def _sites(draft: Draft, direction: int) -> list[Row]:
    return [
        row
        for row in draft.rows["ENT"]
        if row["priorities"] == f"ПН-{direction + 1:04d}" and row["status"] == "Утверждена"
    ]


def team_of(draft: Draft, person: Row) -> Row:
    """The team of a member."""
    return draft.one("TEAM", id=str(person.get("team") or person.get("teams"))[:7])
