"""The draft of the package: the ten tables of a day, what a reader can reason, what the head explains."""

from collections.abc import Mapping

from reports.disclosure.draft import (
    Draft,
    DraftTable,
    Following,
    Head,
    People,
    Percent,
    Rank,
    Sent,
    Shown,
    Source,
    Text,
    address,
)
from reports.disclosure.personal import known_people
from reports.facts import Facts
from reports.federal.equations import WITH_REPEATS, Equations, equations, split
from reports.federal.explaining import explanations
from reports.federal.finance import finance
from reports.federal.indicators import indicators
from reports.federal.mentors import mentors
from reports.federal.municipalities import municipalities
from reports.federal.participants import ACTIVE, ENROLLED, FINISHED, LEFT, participants
from reports.federal.passport import Letter, passport
from reports.federal.points import points
from reports.federal.sites import DONE, sites
from reports.federal.stages import stages
from reports.federal.teams import teams
from reports.naming import tab_of
from reports.state import data_of

_SOURCES = (
    "SCH", "UNI", "TEAM", "MENT", "ENT", "EDU", "PROG", "PLAN", "IND", "DEC", "FIN", "NP", "PAGE", "PUB", "DOC",
    "AGENDA", "NOTE", "MUN", "STAGE",
)  # fmt: skip
"""Registers of which the package tells the freshness."""


def compose(facts: Facts, now: Facts, head: Head, letter: Letter, before: Sent | None = None) -> Draft:
    """The draft of the day of `facts`; `now` is the office as it stands, for what is typed after the period's end.

    `before` — the package with which this one is compared.
    """
    k, notes = now.scene.settings.personal_data.small_cell, explanations(now, head.period)
    figures, unseen = indicators(facts, before, notes)
    tables = (
        passport(now, head, k, letter),
        figures,
        participants(facts),
        stages(facts),
        municipalities(facts),
        teams(facts, k),
        mentors(facts),
        sites(facts),
        points(facts),
        finance(facts),
    )
    values = true_cells(tables)
    known = equations(values, lines_agree=_lines_agree(values))
    return Draft(
        head,
        tables,
        known_people(now.scene.office).joined(known_people(facts.scene.office)),
        _unseen(known, values, unseen),
        known.sums,
        known.same,
        known.at_most,
        known.grows,
        notes,
        tuple(Source(tab_of(key), data_of(facts, key)) for key in _SOURCES if facts.scene.office.has(key)),
        before,
    )


def true_cells(tables: tuple[DraftTable, ...]) -> Mapping[str, Shown]:
    """Every cell by its address, as if nothing were to be hidden."""
    found: dict[str, Shown] = {}
    for table in tables:
        for row in table.rows:
            for at, cell in enumerate(row.cells):
                plain = cell.words if isinstance(cell, Text) else cell
                found[table.address(row, at)] = (
                    plain.value if isinstance(plain, People | Percent | Following) else plain
                )
    return found


def _lines_agree(values: Mapping[str, Shown]) -> bool:
    """Nobody who is enrolled is neither active, nor left, nor finished: by the days of the registers it may be so."""
    lines = [key for key in values if split(key)[0] == "3" and split(key)[2] == ENROLLED]
    of = {key: [values[address("3", split(key)[1], one)] for one in (ACTIVE, LEFT, FINISHED)] for key in lines}
    return all(
        values[key] == sum(one for one in parts if isinstance(one, int))
        for key, parts in of.items()
        if isinstance(values[key], int) and all(isinstance(one, int) for one in parts)
    )


def _unseen(known: Equations, values: Mapping[str, Shown], behind: Mapping[str, int]) -> Mapping[str, People]:
    """What no table tells and a sum lacks: who fits no column, who is no longer active, all lines of directions.

    The last is no secret of its own: hiding it would keep nothing.
    """
    found = {key: value for key, value in values.items() if isinstance(value, int)} | dict(behind)
    for one in known.sums:
        if one.whole not in found:
            found[one.whole] = sum(found[part] for part in one.parts)
        for key in one.parts:
            if key not in found:
                found[key] = found[one.whole] - sum(found.get(part, 0) for part in one.parts)
    every = address("8", WITH_REPEATS, DONE)
    return {
        key: People(value, Rank.GRAND if key == every else Rank.PART)
        for key, value in found.items()
        if key in known.unseen
    }
