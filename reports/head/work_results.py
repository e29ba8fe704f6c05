"""«Результаты деятельности РПО»: what the office has done, the first part of the head's report to his deputy (H5)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from config.registers.plan import MEASURE_KINDS
from reports.facts import Facts
from reports.head.page import rounded
from reports.head.plan_cuts import Work
from reports.head.work_grid import Grid
from reports.head.work_papers import (
    AHEAD,
    ANSWERED,
    ANSWERED_LATE,
    IN_TIME,
    LATE,
    OPEN,
    asked,
    outcome,
    owed,
    request_outcome,
)
from reports.report import Form, Listing, Value
from validators.counting.count import Count
from validators.counting.papers import PRESENTED
from validators.counting.tally import tally
from validators.counting.work import Task
from validators.counts import COUNTS

LATELY = timedelta(days=30)
_ADDRESS, _KIND = "Заместитель Губернатора", "Доклад"
_KINDS = dict(
    zip(
        (kind for kind in MEASURE_KINDS.values),
        ("Мероприятий проведено", "Контрольных точек пройдено", "Отчётов по плану сделано", "Заседаний проведено"),
        strict=True,
    )
)


def results(facts: Facts, grid: Grid, now: Work) -> Listing:
    """A line for each kind of work: done, done in the last 30 days, its share in time, overdue."""
    rows = (*_planned(facts, now), *_papers(facts))
    fields = grid.fields(
        [("Что сделано", 1, Form.TEXT), ("Всего", 1, Form.WHOLE), ("За последние 30 дней", 1, Form.WHOLE)],
        [("В срок, %", 2, Form.PERCENT), ("Просрочено", 6, Form.WHOLE)],
    )
    return Listing("Результаты деятельности РПО", fields, rows, "работа в реестрах не отмечена")


def _planned(facts: Facts, now: Work) -> Iterator[tuple[Value, ...]]:
    for kind, words in _KINDS.items():
        some = [one for one in now.plan if one.says("kind") == kind]
        if some:
            yield _done(facts, words, some, now.k22)
    if now.orders:
        yield _done(facts, "Поручений исполнено", now.orders, now.k23)


def _done(facts: Facts, words: str, some: Sequence[Task], count: Count) -> tuple[Value, ...]:
    one = tally(some, count, facts.today)
    done = [task.done for task in some if task.is_done(facts.today)]
    return (words, len(done), _lately(facts, done), rounded(one.count.value), one.overdue)


def _lately(facts: Facts, days: Sequence[date | None]) -> int:
    return sum(day is not None and facts.today - LATELY < day <= facts.today for day in days)


def _papers(facts: Facts) -> Iterator[tuple[Value, ...]]:
    office, today = facts.scene.office, facts.today
    if not office.has("DOC"):
        return
    reports = owed(facts)
    if reports:
        done = [one.presented for one in reports if outcome(one, today) in (LATE, IN_TIME)]
        late = sum(outcome(one, today) not in (LATE, IN_TIME, AHEAD) for one in reports)
        yield ("Отчётов сдано", len(done), _lately(facts, done), rounded(COUNTS["K29"](office, today).value), late)
    requests = asked(facts)
    if requests:
        done = [one.answered for one in requests if request_outcome(facts, one) in (ANSWERED, ANSWERED_LATE)]
        late = sum(request_outcome(facts, one) == OPEN for one in requests)
        share = rounded(COUNTS["K30"](office, today).value)
        yield ("Запросов ФПО исполнено", len(done), _lately(facts, done), share, late)
    told = _told(facts)
    yield ("Докладов заместителю Губернатора представлено", len(told), _lately(facts, told), "—", None)


def _told(facts: Facts) -> list[date | None]:
    """Days of the reports to the deputy of the governor that have gone out."""
    table = facts.scene.office.tables["DOC"]
    kinds, whom, states, day = (table.values[name] for name in ("kind", "counterpart", "status", "day"))
    return [
        found if isinstance(found := day[index], date) else None
        for index in table.counted
        if kinds[index] == _KIND and states[index] in PRESENTED and whom[index] in (_ADDRESS, None)
    ]
