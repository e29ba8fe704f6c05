"""The part of «Наставники и площадки» about mentors: by category on their way, then each with his load."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from config.registers.mentors import MENTOR_CATEGORIES
from reports.facts import Facts
from reports.figures.grouped import UNKNOWN, grouped, state_of
from reports.head.silence import row_link, share_of, shown
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.approvals import MENTORS
from validators.counting.count import days
from validators.counting.teams import most_teams, teams_of_mentors
from validators.counting.undecided import Undecided, mentors_uncleared, mentors_undecided
from validators.office import Table
from validators.rules.lacking import lacking

STATES = ("предложено", "утверждено", "закреплено", "активны")
"""The states of K13, in the order of the way of a mentor."""

_CATEGORIES = (Field("Категория", 40), *(Field(one.capitalize(), 13, Form.WHOLE) for one in STATES))
_LOAD = (
    Field("Наставник", 12),
    Field("Категория", 28),
    Field("Муниципалитет", 24),
    Field("Команд", 13, Form.WHOLE),
    Field("Максимум команд", 13, Form.WHOLE),
    Field("Загрузка, %", 13, Form.PERCENT),
    Field("Полномочия до", 13, Form.DATE),
    Field("На что посмотреть", 46),
)
OVERLOADED, WITHOUT_TEAM, UNCLEARED = "команд больше, чем можно", "команды нет", "нет допуска"


@dataclass(frozen=True)
class Mentors:
    """The mentors of the day: their teams, those at work without a decision, those with minors and no clearance."""

    table: Table[Any]
    teams: Mapping[str, list[str]]
    undecided: Mapping[str, Undecided]
    uncleared: frozenset[str]


def mentors_of(facts: Facts) -> Mentors:
    """What the tab tells of mentors. The register must be there; teams may be not kept."""
    office, today = facts.scene.office, facts.today
    table = office.tables["MENT"]
    asked = facts.scene.settings.thresholds.mentor_clearance
    bare = frozenset(table.ids[index] for index, _ in mentors_uncleared(office, today)) if asked else frozenset()
    teams = teams_of_mentors(office, today) if office.has("TEAM") else {}
    return Mentors(table, teams, {one.code: one for one in mentors_undecided(office, today)}, bare)


def categories(facts: Facts) -> tuple[Block, ...]:
    """A line for each category, the whole first; and the same as a picture."""
    counts = [state_of(facts, "K13", state) for state in STATES]
    parts = [grouped(facts, count, "category") for count in counts]
    named = {name for part in parts for name in part}
    names = [*MENTOR_CATEGORIES.values, *([UNKNOWN] if UNKNOWN in named else [])]
    whole = ("Все наставники", *(shown(count.value) for count in counts))
    values = {
        name: tuple(_value(count.value, part, name) for count, part in zip(counts, parts, strict=True))
        for name in names
    }
    rows = tuple((name, *("—" if one is None else shown(one) for one in values[name])) for name in names)
    listing = Listing("Наставники по категориям", _CATEGORIES, (whole, *rows), leading=1)
    series = tuple(
        Series(state.capitalize(), tuple(values[name][at] for name in names)) for at, state in enumerate(STATES)
    )
    chart = Chart("Наставники по категориям", ChartKind.BAR, tuple(names), series, "чел.")
    return (listing, chart) if any(one for line in values.values() for one in line) else (listing,)


def _value(whole: float | None, parts: Mapping[str, Any], name: str) -> float | None:
    if whole is None:
        return None
    return parts[name].value if name in parts else 0


def load(facts: Facts, mentors: Mentors) -> Listing:
    """Each mentor who is approved or has a team, the worst first."""
    approved = frozenset(state_of(facts, "K13", "утверждено").rows)
    table, usual = mentors.table, facts.scene.settings.thresholds.mentor_teams
    told = [code for code in table.ids if code in approved or (code in mentors.undecided and code in table.index_of)]
    lines = sorted((_line(facts, mentors, code, usual) for code in dict.fromkeys(told)), key=lambda one: one[0])
    rows = tuple(row for _, row in lines)
    return Listing("Нагрузка наставников", _LOAD, rows, "утверждённых наставников нет", filtered=bool(rows))


def _line(facts: Facts, mentors: Mentors, code: str, usual: int) -> tuple[tuple[int, float, str], tuple[Value, ...]]:
    """The line with what it is sorted by."""
    table = mentors.table
    index, teams = table.index_of[code], len(mentors.teams.get(code, ()))
    most = most_teams(table, index, usual)
    share = share_of(teams, most)
    notes = _notes(facts, mentors, code, over=teams > most)
    category, where = (table.values[name][index] for name in ("category", "municipality"))
    until = days(table, "term_until")[index]
    rank = 0 if code in mentors.undecided else 1 if teams > most else 2 if code in mentors.uncleared else 3
    link = row_link(facts, table, index, "most_teams")
    row = (link, str(category or "—"), str(where or "—"), teams, most, share, until, notes or None)
    return (rank, -(share or 0.0), code), row


def _notes(facts: Facts, mentors: Mentors, code: str, *, over: bool) -> str:
    undecided = mentors.undecided.get(code)
    notes = [lacking(MENTORS, undecided.lacks)] if undecided else []
    notes += [OVERLOADED] if over else []
    notes += [UNCLEARED] if code in mentors.uncleared else []
    notes += [WITHOUT_TEAM] if facts.scene.office.has("TEAM") and not mentors.teams.get(code) else []
    return "; ".join(notes)
