"""«Отчёт. Организации образования»: which are covered by the Programme, by type and place; which are approved (C4)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from config.registers.institutions import INSTITUTION_TYPES
from reports import wording
from reports.facts import Facts
from reports.figures.cuts import CUTS, Groups
from reports.figures.grouped import UNKNOWN, known_count
from reports.head.page import opening, sources
from reports.head.silence import row_link, share_of, shown, silence
from reports.naming import title_in
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Recipe, Report, Series, Value, Words
from validators.counting.approvals import INSTITUTIONS, Approvals, approvals
from validators.counting.count import Count, obstacle
from validators.counting.institutions import institutions, learners, trains_for
from validators.counting.pending import pending
from validators.counting.people import existing_municipalities
from validators.office import Table
from validators.rules.lacking import lacking

WORKBOOK = "Отчёты"
TAB = "Отчёт. Организации образования"
_GROUPS = (
    Field("", 34),
    Field("В реестре", 11, Form.WHOLE),
    Field("Охвачено", 12, Form.WHOLE),
    Field("Охват, %", 12, Form.PERCENT),
    Field("Участников", 12, Form.WHOLE),
    Field("Утверждено по направлениям", 14, Form.WHOLE),
    Field("Ждут утверждения", 13, Form.WHOLE),
)
_APPROVED = (
    Field("Организация", 34),
    Field("Запись", 12),
    Field("Тип", 24),
    Field("Муниципалитет", 24),
    Field("Направления", 40),
    Field("Решение", 30),
    Field("Участников", 12, Form.WHOLE),
)
_SOURCES = ("EDU", "SCH", "UNI", "DEC")
_METHOD = (
    "Охвачена организация, в которой сейчас учится хотя бы один участник. Утверждённые по приоритетным направлениям — "
    "те, о которых есть действующее решение по вопросу C4; ждут утверждения те, кто ведёт подготовку по направлениям, "
    "а решения о них нет."
)


@dataclass(frozen=True)
class Schools:
    """The institutions of the day: those at work, covered (K05), approved (K33), those that wait, who studies where."""

    facts: Facts

    @cached_property
    def table(self) -> Table[Any]:
        """The register."""
        return self.facts.scene.office.tables["EDU"]

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Codes of those at work."""
        return tuple(self.table.ids[index] for index in institutions(self.facts.scene.office))

    @cached_property
    def covered(self) -> Count:
        """K05."""
        return known_count(self.facts, "K05")

    @cached_property
    def approved(self) -> Count:
        """K33."""
        return known_count(self.facts, "K33")

    @cached_property
    def waiting(self) -> dict[str, str]:
        """Code → what it lacks."""
        found = pending(self.facts.scene.office, INSTITUTIONS, self.facts.today)
        return {self.table.ids[index]: lacking(INSTITUTIONS, lacks) for index, lacks in found}

    @cached_property
    def people(self) -> dict[str, int]:
        """Code → how many participants study there."""
        return dict(learners(self.facts.scene.office, self.facts.today))

    def line(self, title: str, belongs: Callable[[str], bool]) -> tuple[Value, ...]:
        """A line of those that belong together."""
        mine = {row for row in self.all if belongs(row)}
        covered = _part(self.covered, belongs)
        share = None if covered is None else share_of(len(mine & {*self.covered.rows}), len(mine))
        people = None if covered is None else sum(number for row, number in self.people.items() if belongs(row))
        waits = sum(belongs(row) for row in self.waiting)
        approved = _part(self.approved, belongs)
        return (title, len(mine), shown(covered), share, shown(people), shown(approved), waits)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    why = silence(facts, "EDU")
    if why:
        return (Report(WORKBOOK, TAB, (*opening(facts, "Организации образования", why), sources(facts, _SOURCES))),)
    schools = Schools(facts)
    blocks: tuple[Block, ...] = (
        *opening(facts, "Организации образования", _sentence(schools)),
        *types(schools),
        Listing("По муниципалитетам", _headed("Муниципалитет"), tuple(_lines(schools, "municipality"))),
        Listing("Ждут утверждения", _APPROVED, tuple(_waiting(schools)), "нет"),
        Listing("Утверждены по приоритетным направлениям", _APPROVED, tuple(_approved(schools)), _none(schools)),
        Words(_METHOD, "small"),
        sources(facts, _SOURCES),
    )
    return (Report(WORKBOOK, TAB, blocks),)


INSTITUTIONS_REPORT = Recipe("Организации образования", compose)


def _sentence(schools: Schools) -> str:
    covered, approved = schools.covered.value, schools.approved.value
    words = f"В реестре {wording.counted(len(schools.all), 'организация', 'организации', 'организаций')}"
    words += ", охват неизвестен" if covered is None else f", участники учатся в {wording.whole(covered)}"
    if approved is not None:
        words += f"; утверждено по приоритетным направлениям {wording.whole(approved)}"
    waits = len(schools.waiting)
    return f"{words}, ждут утверждения {wording.whole(waits)}." if waits else f"{words}."


def _headed(heading: str) -> tuple[Field, ...]:
    return (Field(heading, _GROUPS[0].width), *_GROUPS[1:])


def types(schools: Schools) -> tuple[Block, ...]:
    """A line for each type of institution, the whole first; and the same as a picture when anybody is covered."""
    lines = _lines(schools, "kind")
    whole = schools.line("Все организации", lambda _row: True)
    names = tuple(str(line[0]) for line in lines)
    series = tuple(
        Series(title, tuple(_number(line[at]) for line in lines)) for title, at in (("В реестре", 1), ("Охвачено", 2))
    )
    listing = Listing("По типам", _headed("Тип"), (whole, *lines), leading=1)
    chart = Chart("Охват по типам организаций", ChartKind.BAR, names, series, "организаций")
    return (listing, chart) if lines and schools.covered.value is not None else (listing,)


def _number(value: Value) -> float | None:
    return value if isinstance(value, int | float) else None


def _lines(schools: Schools, cut: str) -> list[tuple[Value, ...]]:
    """A line for each group: types in their own order, municipalities with the least coverage first."""
    office, today = schools.facts.scene.office, schools.facts.today
    groups = office.once(CUTS[cut][1])
    names = {name for row in (*schools.all, *schools.covered.rows) for name in groups.get(row, (UNKNOWN,))}
    if cut == "municipality" and not obstacle(office, "MUN"):
        names |= {office.tables["MUN"].ids[index] for index in existing_municipalities(office, today)}
    lines = [schools.line(name, partial(_belongs, groups, name)) for name in names]
    if cut == "kind":
        order = {name: at for at, name in enumerate(INSTITUTION_TYPES.values)}
        return sorted(lines, key=lambda line: (order.get(str(line[0]), len(order)), str(line[0])))
    return sorted(lines, key=lambda line: (line[0] == UNKNOWN, _number(line[3]) or 0.0, str(line[0])))


def _belongs(groups: Groups, name: str, row: str) -> bool:
    return name in groups.get(row, (UNKNOWN,))


def _part(count: Count, belongs: Callable[[str], bool]) -> float | None:
    return None if count.value is None else count.part(belongs).value


def _waiting(schools: Schools) -> list[tuple[Value, ...]]:
    rows = [_row(schools, code, why) for code, why in schools.waiting.items()]
    return sorted(rows, key=lambda row: (-int(str(row[6] or 0)), str(row[0])))


def _none(schools: Schools) -> str:
    return "нет" if schools.approved.value is not None else schools.approved.why


def _approved(schools: Schools) -> list[tuple[Value, ...]]:
    known = approvals(schools.facts.scene.office, INSTITUTIONS)
    rows = [_row(schools, code, _decided(schools, known, code)) for code in schools.approved.rows]
    return sorted(rows, key=lambda row: (str(row[2]), str(row[0])))


def _decided(schools: Schools, known: Approvals, code: str) -> str:
    """«РШ-0005 от 07.11.2025»."""
    today = schools.facts.today
    live = [one for one in known.behind(known.table.index_of[code]) if one.is_live(today)]
    first = min(live, key=lambda one: (one.decided is None, one.decided or today), default=None)
    if first is None:
        return "—"
    return f"{first.id} от {wording.day(first.decided)}" if first.decided else first.id


def _row(schools: Schools, code: str, decided: str) -> tuple[Value, ...]:
    table, office = schools.table, schools.facts.scene.office
    index = table.index_of[code]
    names = (title_in(office.tables.get("PRIORITY"), one) or one for one in trains_for(office, index))
    kind, where = (table.values[name][index] for name in ("type", "municipality"))
    link = row_link(schools.facts, table, index, "decision")
    title = title_in(table, code) or code
    trains = "; ".join(names) or "—"
    return (title, link, str(kind or "—"), str(where or "—"), trains, decided, schools.people.get(code, 0))
