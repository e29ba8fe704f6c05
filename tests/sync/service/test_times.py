"""What is due at which moment: hours, working days, ends of periods, holidays."""

from datetime import date, datetime, time

import pytest

from config.schedule import ScheduleSection
from sync.service.due import due, is_late
from sync.service.job import Frame
from sync.service.jobs import JOBS
from sync.service.times import every, next_every, next_last_day, next_on_working_day, periods_over

BEGAN = date(2026, 1, 15)


def due_at(moment: str, frame: Frame | None = None) -> list[str]:
    """«job occasion» of everything that is due, nights left out."""
    frame = frame or Frame(
        ScheduleSection(),
        closed=frozenset({"2026-01", "2026-02", "2026-03", "2026-К1"}),
        began=BEGAN,
        letters=time(8, 30),
    )
    found = due(JOBS, frame, datetime.fromisoformat(moment))
    return [f"{one.job.name} {one.occasion.name}" for one in found if one.job.name not in {"full", "copy", "drafts"}]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-04-15T07:59", []),
        ("2026-04-15T08:00", ["light 2026-04-15T08:00"]),
        ("2026-04-15T10:20", ["light 2026-04-15T10:00", "letters 2026-04-15"]),
        ("2026-04-15T19:01", ["letters 2026-04-15"]),
        ("2026-04-18T12:00", []),
        ("2026-05-01T12:00", ["close 2026-04"]),
        ("2026-04-30T23:58", ["letters 2026-04-30"]),
        ("2026-04-30T23:59", ["cutoff 2026-04-30", "letters 2026-04-30"]),
        ("2026-05-01T00:00", ["close 2026-04"]),
    ],
)
def test_what_is_due(moment: str, expected: list[str]) -> None:
    assert due_at(moment) == expected


def test_a_stage_ends_on_its_own_day() -> None:
    frame = Frame(
        ScheduleSection(),
        closed=frozenset({"2026-01", "2026-02", "2026-03", "2026-К1"}),
        stages={"Э4": date(2026, 4, 17)},
        began=BEGAN,
    )
    assert "cutoff 2026-04-17" in due_at("2026-04-17T23:59", frame)
    assert due_at("2026-04-18T00:00", frame) == ["close Э4"]


def test_periods_before_the_office_began_are_nobodys() -> None:
    assert periods_over(None, {}, date(2026, 4, 15)) == ()
    assert [name for name, _ in periods_over(BEGAN, {}, date(2027, 1, 1))][:2] == ["2026-01", "2026-02"]
    assert [name for name, _ in periods_over(BEGAN, {}, date(2027, 1, 1))][-3:] == ["2026-12", "2026-К4", "2026"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-05-01T12:00", []),
        ("2026-05-04T07:59", []),
        ("2026-05-04T08:00", ["2026-04"]),
        ("2026-05-20T10:00", ["2026-04"]),
    ],
)
def test_drafts_lie_ready_on_the_first_working_day(moment: str, expected: list[str]) -> None:
    frame = Frame(ScheduleSection(), {"drafts": {"2026-03", "2026-К1"}}, began=BEGAN)
    drafts = next(one for one in JOBS if one.name == "drafts")
    assert [one.occasion.name for one in due([drafts], frame, datetime.fromisoformat(moment))] == expected


def test_a_missed_night_is_made_good_once() -> None:
    frame = Frame(ScheduleSection(), {"full": {"2026-04-10"}}, began=BEGAN)
    full = next(one for one in JOBS if one.name == "full")
    now = datetime(2026, 4, 15, 9, 30)  # noqa: DTZ001  local time of the office
    (one,) = due([full], frame, now)
    assert one.occasion.name == "2026-04-15"
    assert is_late(one, frame, now)
    assert not is_late(one, frame, datetime(2026, 4, 15, 2, 1))  # noqa: DTZ001  local time of the office


def test_nothing_that_lasts_is_done_while_the_clock_is_doubtful() -> None:
    frame = Frame(ScheduleSection(), began=BEGAN, doubtful=True)
    found = {one.job.name for one in due(JOBS, frame, datetime(2026, 5, 4, 12, 0))}  # noqa: DTZ001  local time
    assert found == {"full", "copy", "light"}


def test_hours_that_do_not_divide_the_day_begin_anew_each_morning() -> None:
    start, end = time(8), time(19)
    noon = datetime(2026, 4, 15, 12, 0)  # noqa: DTZ001  local time of the office
    assert [one.name for one in every(45, start, end, noon)] == ["2026-04-15T11:45"]
    assert next_every(45, start, end, noon).isoformat() == "2026-04-15T12:30:00"
    assert next_every(45, start, end, noon.replace(hour=19)).isoformat() == "2026-04-16T08:00:00"


def test_the_next_times_pass_over_holidays() -> None:
    eve = datetime(2026, 4, 30, 20, 0)  # noqa: DTZ001  local time of the office
    assert next_on_working_day(time(8, 30), eve).date() == date(2026, 5, 4)
    assert next_last_day({"Э4": date(2026, 4, 17)}, date(2026, 4, 15)) == date(2026, 4, 17)
    assert next_last_day({"Э4": date(2026, 4, 14)}, date(2026, 4, 15)) == date(2026, 4, 30)
