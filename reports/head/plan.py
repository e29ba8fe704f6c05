"""«Отчёт. План и просрочки»: what was done in time, late and not at all, by whom (domain.md О3)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from reports import wording
from reports.facts import Facts
from reports.head.page import absent, in_words, opening, sources, told
from reports.head.plan_ahead import forecast_of, forecasts, months, months_chart
from reports.head.plan_cuts import UNTOLD, Work, by_function, by_person, by_stage, whole, work
from reports.head.urgency import light_of_task
from reports.naming import short_name
from reports.report import Block, Field, Form, Listing, Recipe, Report, Value, Words
from validators.counting.work import Task

WORKBOOK = "Отчёты"
TAB = "Отчёт. План и просрочки"
SOON = timedelta(days=14)
"""How far ahead the tab tells what is due."""

_NOBODY = "не назначен"
_LATE = (
    Field("Код", 11),
    Field("Что просрочено", 40),
    Field("Ответственный", 20),
    Field("Срок", 13, Form.DATE),
    Field("Дней просрочки", 14, Form.WHOLE),
    Field("Оценка", 13),
    Field("Прогноз", 13, Form.DATE),
    Field("Причина", 32),
    Field("Меры", 32),
)
_SOON = (
    Field("Код", 11),
    Field("Что сделать", 40),
    Field("Ответственный", 20),
    Field("Срок", 13, Form.DATE),
    Field("Дней осталось", 14, Form.WHOLE),
    Field("Оценка", 13),
    Field("Прогноз", 13, Form.DATE),
    Field("Этап или кто поручил", 64),
)
_METHOD = (
    "Срок наступил — он прошёл или приходится на сегодня и дело исполнено. Процент «в срок» — исполненное не позже "
    "срока от того, чей срок наступил. «Исполнено досрочно» и «впереди» — дела, чей срок ещё не наступил. Оценка: "
    "жёлтый — до срока не больше 3 рабочих дней или просрочка не больше {days} рабочих дней и меры указаны; красный — "
    "просрочка больше или меры не указаны."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    now = work(facts)
    blocks: list[Block] = [*opening(facts, "План и просрочки", _main(facts, now)), *_untold(facts, now)]
    if now.tasks:
        blocks += [whole(facts, now), *by_person(facts, now), _late(facts, now), _soon(facts, now)]
    if now.plan:
        blocks += [forecasts(facts, now.plan), by_stage(facts, now), by_function(facts, now)]
        blocks += [months(facts, now.plan), months_chart(facts, now.plan)]
    method = _METHOD.format(days=facts.scene.settings.thresholds.explain_days)
    blocks += [Words(method, "small")] if now.tasks else []
    return (Report(WORKBOOK, TAB, (*blocks, sources(facts, ("PLAN", "DEC", "STAFF")))),)


PLAN_REPORT = Recipe("План и просрочки", compose)


def _main(facts: Facts, now: Work) -> str:
    if not now.tasks:
        return "Сроков пока нет: ни мероприятий, ни поручений со сроком в реестрах не найдено."
    late = _worst_first(facts, now.tasks)
    soon = wording.counted(len(_due_soon(facts, now)), "дела", "дел", "дел")
    ahead = f"В ближайшие {SOON.days} дней срок у {soon}." if _due_soon(facts, now) else ""
    if not late:
        return f"Просроченного нет. {ahead}".strip()
    worst = late[0]
    days = wording.counted((facts.today - worst.due).days, "день", "дня", "дней")
    count = wording.counted(len(late), "дело", "дела", "дел")
    return f"Просрочено {count}, дольше всего {worst.id} — {days}. {ahead}".strip()


def _untold(facts: Facts, now: Work) -> Iterator[Words]:
    for key, count, what in (("PLAN", now.k22, "мероприятия"), ("DEC", now.k23, "поручения")):
        if count.why in UNTOLD:
            yield absent(key, count.why, f"{what} здесь не учтены")
        elif key == "PLAN" and (without := len(facts.scene.office.tables[key].counted) - len(now.plan)):
            rows = wording.counted(without, "строки", "строк", "строк")
            yield Words(f"У {rows} плана нет даты «Окончание (план)»: здесь они не учтены.")


def _worst_first(facts: Facts, tasks: Sequence[Task]) -> list[Task]:
    return sorted((one for one in tasks if one.is_late(facts.today)), key=lambda one: (one.due, one.id))


def _late(facts: Facts, now: Work) -> Listing:
    rows = tuple(_late_line(facts, one) for one in _worst_first(facts, now.tasks))
    return Listing("Просрочено", _LATE, rows, "просроченного нет")


def _late_line(facts: Facts, one: Task) -> tuple[Value, ...]:
    return (
        one.id,
        told(one.what),
        short_name(facts, one.who) or _NOBODY,
        one.due,
        (facts.today - one.due).days,
        light_of_task(facts, one),
        forecast_of(one),
        _said(one, "why_late", "не указана"),
        _said(one, "measures", "не указаны"),
    )


def _said(one: Task, name: str, nothing: str) -> Value:
    """The words of a cell; a dash where the register has no such column."""
    return (told(one.says(name)) or nothing) if name in one.table.register.by_field else "—"


def _due_soon(facts: Facts, now: Work) -> list[Task]:
    last = facts.today + SOON
    found = [one for one in now.tasks if facts.today <= one.due <= last and one.is_open(facts.today)]
    return sorted(found, key=lambda one: (one.due, one.id))


def _soon(facts: Facts, now: Work) -> Listing:
    rows = tuple(
        (
            one.id,
            told(one.what),
            short_name(facts, one.who) or _NOBODY,
            one.due,
            (one.due - facts.today).days,
            light_of_task(facts, one),
            forecast_of(one),
            _whence(facts, one),
        )
        for one in _due_soon(facts, now)
    )
    return Listing(f"Срок в ближайшие {SOON.days} дней", _SOON, rows, "сроков нет")


def _whence(facts: Facts, one: Task) -> Value:
    stage = one.says("stage")
    return one.says("body") or (in_words(facts.scene.office, "STAGE", stage) if stage else None)
