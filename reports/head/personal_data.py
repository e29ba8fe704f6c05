"""«Отчёт. Личные данные»: whose data must be destroyed and by when, whose consent is missing or will not do soon."""

from collections.abc import Iterator, Sequence

from reports import wording
from reports.facts import Facts
from reports.head.page import opening, sources
from reports.naming import tab_of
from reports.report import Block, Field, Form, Light, Listing, Recipe, Report, Value, Words
from validators.counting.retention import SOON, Due, Ground, to_destroy, turning_adult, without_consent

WORKBOOK = "Отчёты"
TAB = "Отчёт. Личные данные"
_MOST_CODES = 30
_DUE = (
    Field("Код", 12),
    Field("Реестр", 24),
    Field("Почему", 36),
    Field("Уничтожить до", 15, Form.DATE),
    Field("Осталось дней", 14, Form.WHOLE),
    Field("Оценка", 11),
    Field("Команда", 24),
)
_WATCH = (Field("Что с согласием", 44), Field("Людей", 10, Form.WHOLE), Field("Коды", 82))
_HOW = (
    "Сервис сам ничего не уничтожает. Очистите строку в таблице и в файле с именами, оставьте только код, затем "
    "выполните команду: она сотрёт прежние значения и подготовит акт.."
)
_SOURCES = ("UNI", "SCH", "MENT")


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    due = to_destroy(facts.scene.office, facts.today)
    blocks: tuple[Block, ...] = (
        *opening(facts, "Личные данные", _sentence(facts, due)),
        Listing("Данные пора уничтожить", _DUE, tuple(_due(facts, one) for one in due), "никого", frozen=True),
        Listing("Согласия", _WATCH, tuple(_watch(facts, due))),
        Words(_HOW, "small"),
        sources(facts, _SOURCES),
    )
    return (Report(WORKBOOK, TAB, blocks),)


PERSONAL_DATA = Recipe("Личные данные", compose)


def _sentence(facts: Facts, due: Sequence[Due]) -> str:
    late = sum(one.until < facts.today for one in due)
    if not due:
        return f"В ближайшие {SOON} дней уничтожать ничьи данные не нужно."
    people = wording.counted(len(due), "человека", "человек", "человек")
    return f"В ближайшие {SOON} дней нужно уничтожить данные {people}, из них просрочено: {wording.whole(late)}."


def _due(facts: Facts, one: Due) -> tuple[Value, ...]:
    left = (one.until - facts.today).days
    light = Light.RED if left < 0 else Light.YELLOW
    return (one.id, tab_of(one.register), one.ground.value, one.until, left, light, f"rpo purge {one.id}")


def _watch(facts: Facts, due: Sequence[Due]) -> Iterator[tuple[Value, ...]]:
    office = facts.scene.office
    soon, adults = office.settings.thresholds.adult_reminder_days, turning_adult(office, facts.today)
    yield _line("Участник есть, согласия нет", without_consent(office))
    yield _line("Согласие отозвано", [one.id for one in due if one.ground is Ground.WITHDRAWN])
    yield _line(f"Исполнится 18 лет за {soon} дней, согласие только представителя", adults)


def _line(what: str, codes: Sequence[str]) -> tuple[Value, ...]:
    more = f" и ещё {wording.whole(len(codes) - _MOST_CODES)}" if len(codes) > _MOST_CODES else ""
    return (what, len(codes), f"{', '.join(codes[:_MOST_CODES])}{more}" or None)
