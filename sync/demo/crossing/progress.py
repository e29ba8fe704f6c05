"""Faults in the trip of participants: out of order, out of time, silent, going backwards, not planned."""

from collections.abc import Iterator
from datetime import date, timedelta

from config.registers.participation import PLATFORM_MODULE
from sync.demo.calendar_of_work import SESSION
from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.season import TODAY

_FORTNIGHT = timedelta(days=14)
_IDLE_SINCE = TODAY - timedelta(days=31)


def _member_of(ground: Ground, row: TypedRow) -> tuple[str, TypedRow]:
    """The participant whose row of PROG it is."""
    return next(
        (key, person) for key in ("SCH", "UNI") for person in ground.rows[key] if person["id"] == row["participant"]
    )


def _is_of_member(ground: Ground, row: TypedRow) -> bool:
    key, person = _member_of(ground, row)
    return person["status"] == "Участник" and ground.is_whole(key, person)


def _keep_member(ground: Ground, row: TypedRow) -> tuple[str, TypedRow]:
    key, person = _member_of(ground, row)
    ground.keep(key, person["id"])
    return key, person


def _before_enrolment(ground: Ground) -> Broken:
    row = ground.take(
        "PROG",
        lambda row: (
            row["kind"] == SESSION
            and row["result"] == "Пройдено"
            and day(row, "start") < date(2026, 2, 1)
            and _is_of_member(ground, row)
        ),
    )
    _, person = _keep_member(ground, row)
    return ground.change("PROG", row, "start", day(person, "enrolled") - timedelta(days=3))


def _defence_without_session(ground: Ground) -> Broken:
    person = ground.take("SCH", lambda row: row["status"] == "Участник" and day(row, "enrolled") < date(2025, 12, 1))
    event = next(row["id"] for row in ground.rows["PLAN"] if row["title"] == "Защита проектов")
    row = ground.add(
        "PROG",
        participant=person["id"],
        kind="Защита",
        title="Досрочная защита проекта",
        start=date(2026, 1, 14),
        result="Пройдено",
        stage="Э4",
        format="Очно",
        event=event,
    )
    return Broken("PROG", row, "kind")


def _other_stage(ground: Ground) -> Broken:
    row = ground.take(
        "PROG", lambda row: row["kind"] == SESSION and row["result"] == "Пройдено" and _is_of_member(ground, row)
    )
    _keep_member(ground, row)
    return ground.change("PROG", row, "stage", "Э2", remarked="start")


def _after_leaving(ground: Ground) -> Broken:
    """The last activity of one who left ends after it."""
    row = ground.take("PROG", lambda row: isinstance(row["start"], date) and _ends_last(ground, row))
    _, person = _keep_member(ground, row)
    return ground.change("PROG", row, "end", day(person, "left") + timedelta(days=1))


def _ends_last(ground: Ground, row: TypedRow) -> bool:
    key, person = _member_of(ground, row)
    stage = next(one for one in ground.rows["STAGE"] if one["id"] == row["stage"])
    return (
        person["status"] == "Выбыл"
        and ground.is_whole(key, person)
        and day(person, "left") < min(TODAY, day(stage, "end"))
    )


def _fell_silent(ground: Ground) -> Broken:
    """The only activity of the last thirty days did not take place."""
    row = ground.take("PROG", lambda row: _is_last_sign(ground, row))
    key, person = _keep_member(ground, row)
    broken = ground.change("PROG", row, "result", "Не явился")
    return Broken(key, person, "status", broken.change)


def _is_last_sign(ground: Ground, row: TypedRow) -> bool:
    if row["kind"] != SESSION or row["result"] != "Пройдено" or day(row, "start") <= _IDLE_SINCE:
        return False
    others = [one for one in _trip_of(ground, row) if one is not row]
    return _is_of_member(ground, row) and all(_ended(one) < _IDLE_SINCE for one in others)


def _trip_of(ground: Ground, row: TypedRow) -> Iterator[TypedRow]:
    return (one for one in ground.rows["PROG"] if one["participant"] == row["participant"])


def _ended(row: TypedRow) -> date:
    """The last day of an activity; the latest of all when it lasts or nobody knows."""
    if row["result"] in {"Не требуется", "Не явился"}:
        return date.min
    if row["result"] == "В процессе" and row["kind"] != PLATFORM_MODULE:
        return date.max
    ended = row.get("end") or row["start"]
    return ended if isinstance(ended, date) else date.max


def _whole_but_not_passed(ground: Ground) -> Broken:
    row = ground.take("PROG", lambda row: row["kind"] == PLATFORM_MODULE and row["progress"] == 1)
    return ground.change("PROG", row, "result", "В процессе")


def _went_back(ground: Ground) -> Broken:
    row = ground.take(
        "PROG",
        lambda row: (
            row["kind"] == PLATFORM_MODULE
            and row["result"] == "В процессе"
            and float(str(row["progress"])) > 0.3
            and day(row, "start") + _FORTNIGHT < TODAY - _FORTNIGHT
            and _is_of_member(ground, row)
        ),
    )
    _keep_member(ground, row)
    later = {**row, "start": day(row, "start") + timedelta(days=2), "progress": 0.1}
    del later["id"]
    return Broken("PROG", ground.add("PROG", **later), "progress")


def _as_a_number(ground: Ground) -> Broken:
    row = ground.take("PROG", lambda row: isinstance(row.get("progress"), float))
    return ground.change("PROG", row, "progress", round(100 * float(str(row["progress"]))))


def _not_in_plan(ground: Ground) -> Broken:
    person = ground.take("SCH", lambda row: row["status"] == "Участник")
    for measure in ground.rows["PLAN"]:
        if str(measure["title"]).startswith(SESSION):
            ground.keep("PLAN", measure["id"])
    row = ground.add(
        "PROG",
        participant=person["id"],
        kind=SESSION,
        title="Сбор команд у озера",
        start=date(2026, 3, 10),
        result="Пройдено",
        stage="Э4",
        format="Очно",
        event=ground.rows["PLAN"][0]["id"],
    )
    return ground.change("PROG", row, "event", None)


PROGRESS = (
    Crossing("X24", "only activity not attended", _fell_silent),
    Crossing("X22", "project before enrolment", _before_enrolment),
    Crossing("X22", "defence without a session", _defence_without_session),
    Crossing("X23", "stage that was over", _other_stage),
    Crossing("X23", "activity after leaving", _after_leaving),
    Crossing("X25", "all done but not passed", _whole_but_not_passed),
    Crossing("X25", "progress went back", _went_back),
    Crossing("X52", "event out of plan", _not_in_plan),
    Crossing("X65", "percent as a number among fractions", _as_a_number),
)
