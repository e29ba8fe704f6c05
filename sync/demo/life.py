"""Participants in the life of the region, the indicators with their plans, and the reasons why some are off them."""

from datetime import date, timedelta

from sync.demo.draft import Cell, Draft, Row, code
from sync.demo.people import members
from sync.demo.season import AGENDA_MEETING, COUNCIL, OPENING, TODAY
from sync.demo.staff import ANALYST, ECONOMIST, MEDIA, PUPILS, STUDENTS, shown

_EXPERT = "C6.2 Экспертный пул: наставник младших участников"
_FORMS = (
    ("C6.1 Профессиональное сообщество", "Региональный", "Союз молодых инженеров области"),
    ("C6.3а Разработка региональной стратегии", "Региональный", "Рабочая группа «Стратегия-2040»"),
    ("C6.3б Отраслевая программа развития", "Региональный", "Совет по туризму при министерстве экономики"),
    ("C6.3в Социально значимое мероприятие", "Муниципальный", "Форум «Мой двор»"),
)
_PLANS: tuple[tuple[str, str, str, tuple[float, float, float, float], bool, int], ...] = (
    ("K01", "Подано заявок", "чел.", (240, 240, 250, 250), True, PUPILS),
    ("K02", "Зачислено участников", "чел.", (210, 210, 210, 210), True, PUPILS),
    ("K04", "Охвачено муниципалитетов", "ед.", (20, 20, 20, 20), True, PUPILS),
    ("K06", "Прошли установочное обучение", "%", (95, 95, 95, 95), True, STUDENTS),
    ("K07", "Активны на цифровой платформе", "%", (90, 90, 90, 90), True, PUPILS),
    ("K09", "Действует команд", "ед.", (22, 22, 22, 22), True, STUDENTS),
    ("K10", "Команды полного состава", "%", (100, 100, 100, 100), True, STUDENTS),
    ("K11", "Проекты по приоритетным направлениям", "ед.", (22, 22, 22, 22), True, STUDENTS),
    ("K12", "Защищено проектов", "ед.", (0, 20, 20, 20), True, STUDENTS),
    ("K13", "Утверждено наставников", "чел.", (36, 40, 40, 40), True, STUDENTS),
    ("K15", "Утверждено площадок", "ед.", (25, 26, 26, 26), True, PUPILS),
    ("K16", "Прошли профпробы и стажировки", "чел.", (90, 200, 200, 200), True, PUPILS),
    ("K18", "Сохранность контингента", "%", (92, 92, 92, 92), True, PUPILS),
    ("K20", "Включены в региональную повестку", "чел.", (20, 40, 50, 60), True, ANALYST),
    ("K22", "Исполнение плана в срок", "%", (95, 95, 95, 95), True, ANALYST),
    ("K24", "Кассовое исполнение", "%", (100, 100, 100, 100), True, ECONOMIST),
    ("K27", "Охват действующими страницами", "%", (100, 100, 100, 100), True, MEDIA),
    ("K28", "Публикаций", "ед.", (39, 39, 30, 39), False, MEDIA),
    ("K31", "Участники с действующими согласиями", "%", (100, 100, 100, 100), True, ANALYST),
    ("РК1", "Муниципалитеты с назначенным куратором", "ед.", (15, 18, 20, 20), True, PUPILS),
)
_NOTES = (
    (
        "2026-04",
        "K13",
        "Двое наставников ждут утверждения на заседании 23 апреля",
        "Внести список на заседание",
        date(2026, 4, 23),
    ),
    (
        "2026-К1",
        "K20",
        "Отбор в экспертный пул идёт после защиты",
        "Провести собеседования с выпускниками",
        date(2026, 6, 30),
    ),
    ("2026-04", "K22", "Две сессии перенесены из-за карантина", "Согласованы новые дни", date(2026, 4, 21)),
    (
        "2026-04",
        "K24",
        "Акты по выездным сессиям подписываются в апреле",
        "Контроль оплаты раз в неделю",
        date(2026, 4, 30),
    ),
    (
        "2026-К2",
        "K15",
        "Три площадки ещё не утверждены, две выбыли",
        "Найти замену среди предложенных",
        date(2026, 5, 15),
    ),
    (
        "2026-К1",
        "План и просрочки",
        "Данные платформы получены позже срока",
        "Запрошена повторная выгрузка",
        date(2026, 4, 22),
    ),
    ("2025-К4", "K02", "Часть заявок отозвана до зачисления", "Проведено дополнительное зачисление", date(2026, 1, 30)),
)


def make_agenda(draft: Draft) -> None:
    """Experts among the graduates who mentor a team, members of communities, teams in events."""
    decision = draft.one("DEC", body=COUNCIL, decided=AGENDA_MEETING)
    for mentor in [row for row in draft.rows["MENT"] if row.get("alumnus")]:
        team = next((row for row in draft.rows["TEAM"] if code(mentor) in str(row["mentors"])), None)
        if team is None:
            continue
        _take_part(draft, decision, participant=mentor["alumnus"], form=_EXPERT, level="Региональный",
                   subject="Экспертный пул Программы", wards=code(team), stayed="Да")  # fmt: skip
    for number, row in enumerate(draft.dice.sample(members(draft, "UNI"), 9)):
        form, level, subject = _FORMS[number % 3]
        _take_part(draft, decision, participant=code(row), form=form, level=level, subject=subject)
    for number, row in enumerate(draft.dice.sample(draft.rows["TEAM"], 8)):
        form, level, subject = _FORMS[3]
        place = draft.rows["MUN"][number * 2]
        _take_part(
            draft, decision, team=code(row), form=form, level=level, subject=subject, municipality=str(place["id"])
        )


def _take_part(draft: Draft, decision: Row, **cells: Cell) -> None:
    proposed = draft.chance(0.25) and cells["form"] != _EXPERT
    start = draft.working_day(AGENDA_MEETING + timedelta(days=3), TODAY + timedelta(days=30 if proposed else -1))
    draft.add(
        "AGENDA",
        **cells,
        start=start,
        status="Предложено" if proposed else "Включён",
        proof=None if proposed else f"Письмо организатора от {start:%d.%m.%Y}",
        role="Участник рабочей группы",
        decision=code(decision),
    )


def make_indicators(draft: Draft) -> None:
    """The indicators that have a plan, and the explanations of those that lag."""
    decision = draft.one("DEC", body=COUNCIL, decided=OPENING, question="C0 Основные параметры")
    for key, title, unit, plans, cumulative, who in _PLANS:
        draft.add(
            "IND",
            indicator=key,
            title=title,
            plan_year=plans[3] if cumulative else sum(plans),
            **{f"plan_q{number}": plan for number, plan in enumerate(plans, 1)},
            unit=unit,
            direction="Возрастающий (больше — лучше)",
            cumulative="Да" if cumulative else "Нет",
            level="РПО" if key in {"K22", "K27", "K28", "K31", "РК1"} else "Программа",
            manual_fact=17 if key == "РК1" else None,
            source="Реестры" if key != "РК1" else "Письма муниципалитетов",
            responsible=shown(draft, who),
            decision=code(decision),
        )
    for period, subject, reason, measures, due in _NOTES:
        keeper = next((str(row["responsible"]) for row in draft.rows["IND"] if row["indicator"] == subject), None)
        draft.add("NOTE", period=period, subject=subject, reason=reason, measures=measures, due=due,
                  who=keeper or shown(draft, ANALYST))  # fmt: skip
