"""Made-up packages of the subjects of the federation, each through the real gate and the real writer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

from config.subjects import SUBJECTS
from reports.disclosure.draft import (
    Cell,
    Draft,
    DraftTable,
    Following,
    Head,
    Mark,
    People,
    Percent,
    Rank,
    Row,
    Shown,
    Text,
    address,
)
from reports.disclosure.personal import Known
from reports.disclosure.release import Released, Table, release
from reports.federal import finance, indicators, mentors, municipalities, participants, points, sites, stages, teams
from reports.federal.equations import WITH_REPEATS, equations
from reports.federal.passport import FIELDS as PASSPORT
from reports.federal.passport import TITLE
from reports.federal.telling import ALL, half_up
from reports.federal.writing.manifest import MANIFEST, digest_of
from reports.federal.writing.package import files_of, zipped

Files = Mapping[str, bytes]
PERIOD, AS_OF, K = "2026-04", date(2026, 4, 30), 5
CATEGORIES = participants.CATEGORIES
_SETS = 8
HEADS = tuple(Head(one.title, one.code, "2025/2026", PERIOD, AS_OF, "1.0") for one in SUBJECTS)


Standing = tuple[int, int, int, int]
"""How many applied, were enrolled, left, finished."""


@dataclass(frozen=True)
class Region:
    """The numbers of a made-up region: the people of each category."""

    head: Head
    people: tuple[Standing, ...]
    teams: int = 12
    plan: int | None = 150
    theme: str = "Очистка воды"


def region(head: Head, seed: int | None = None) -> Region:
    """Large numbers; in one of the sets a few have left, so that cells are hidden. Regions of one seed have the same."""
    seed = sum(map(ord, head.region)) % _SETS if seed is None else seed
    chance = Random(seed)
    people = []
    for at in range(len(CATEGORIES)):
        enrolled, applied = chance.randrange(40, 400), chance.randrange(10, 90)
        left = 2 if at == 0 and seed % _SETS == 0 else chance.choice((0, 7, 12))
        people.append((enrolled + applied, enrolled, left, chance.choice((0, 0, 9))))
    return Region(head, tuple(people), chance.randrange(5, 60), chance.choice((None, 150, 200)))


def draft(one: Region) -> Draft:
    """Before the gate: all ten tables, of a few lines each."""
    tables = (
        _passport(one), _figures(one), _people(one), _stages(one), _towns(one), _teams(one), _mentors(one),
        DraftTable("8", sites.TITLE, sites.FIELDS, ()), _points(), _money(one),
    )  # fmt: skip
    cells = {
        table.address(row, at): _plain(cell)
        for table in tables
        for row in table.rows
        for at, cell in enumerate(row.cells)
    }
    known = equations(cells, lines_agree=True)
    assert known.unseen <= {address("8", WITH_REPEATS, sites.DONE)}
    return Draft(one.head, tables, Known(), {}, known.sums, known.same, known.at_most, known.grows)


def _plain(cell: Cell) -> Shown:
    match cell:
        case People() | Percent() | Following():
            return cell.value
        case Text():
            return cell.words
        case _:
            return cell


@cache
def _released(one: Region) -> Released:
    return release(draft(one), (), K)


def files(one: Region, number: int = 1, previous: str | None = None) -> Files:
    """The package of a region. Regions that differ in their names alone go through the gate once."""
    nameless = _released(replace(one, head=replace(one.head, region="", oktmo="")))
    own = _renamed(nameless.tables[0], one.head.region)
    return files_of(replace(nameless, head=one.head, tables=(own, *nameless.tables[1:])), number, previous)


def corrected(one: Region, before: Files, reason: str = "дозачисление") -> Files:
    """The correction of a package by other numbers, in the same chain."""
    number = one.head.correction + 1
    head = replace(one.head, correction=number, reason=reason)
    people = tuple((row[0] + 20, row[1] + 20, *row[2:]) for row in one.people)
    return files(replace(one, head=head, people=people), number + 1, digest_of(before[MANIFEST]))


def _renamed(passport: Table, region: str) -> Table:
    (key, _), *rest = passport.rows
    return replace(passport, rows=((key, (key, region)), *rest))


def lay(folder: Path, some: Mapping[str, Files], *, archive: bool = True) -> Path:
    """Writes packages, each as an archive or a folder under its name."""
    for name, one in some.items():
        if archive:
            (folder / f"{name}.zip").write_bytes(zipped(one))
        else:
            for file, data in one.items():
                (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / name / file).write_bytes(data)
    return folder


def _passport(one: Region) -> DraftTable:
    lines: Sequence[tuple[str, Cell]] = (
        ("Субъект Российской Федерации", one.head.region),
        ("Причина уточнения", one.head.reason or Mark.NOT_MEANT),
    )
    return DraftTable("1", TITLE, PASSPORT, tuple(Row(name, (name, value)) for name, value in lines))


def _sum(one: Region, at: int) -> int:
    return sum(row[at] for row in one.people)


def _figures(one: Region) -> DraftTable:
    def line(code: str, title: str, unit: str, fact: Cell, plan: int | None = None) -> Row:
        told = (plan, plan) if plan else (Mark.NOT_MEANT, Mark.NOT_MEANT)
        done: Cell = Mark.NOT_MEANT
        if plan and isinstance(fact, People):
            done = Percent(half_up(Fraction(100 * fact.value, plan)), indicators.at(code), plan)
        past = (Mark.NO_DATA, Mark.NO_DATA)
        return Row(code, (code, title, unit, *told, fact, done, *past, None))

    return DraftTable("2", indicators.TITLE, indicators.FIELDS, (
        line("K01", "Подано заявок", "чел.", People(_sum(one, 0), Rank.GRAND)),
        line("K02", "Зачислено", "чел.", People(_sum(one, 1), Rank.GRAND), one.plan),
        line("K09", "Команд действует", "ед.", one.teams),
        line("K24", "Кассовое исполнение", "%", 48.5),
        line("K33", "Организаций, утверждённых по направлениям", "ед.", Mark.NO_DATA),
    ))  # fmt: skip


def _people(one: Region) -> DraftTable:
    def line(name: str, row: Standing, part: Rank, whole: Rank) -> Row:
        applied, enrolled, left, finished = row
        active = People(enrolled - left - finished, part)
        return Row(name, (
            name, People(applied, whole), People(enrolled, whole), active, People(left, part), People(finished, part),
        ))  # fmt: skip

    rows = [line(name, row, Rank.PART, Rank.PART) for name, row in zip(CATEGORIES, one.people, strict=True)]
    whole = (_sum(one, 0), _sum(one, 1), _sum(one, 2), _sum(one, 3))
    return DraftTable("3", participants.TITLE, participants.FIELDS, (*rows, line(ALL, whole, Rank.WHOLE, Rank.GRAND)))


def _stages(one: Region) -> DraftTable:
    def line(name: str, applied: int, enrolled: int, rank: Rank) -> Row:
        cells = (People(applied, rank), People(enrolled, rank), People(0, rank))
        return Row(stages.key_of("Э1", name), ("Э1", "Отбор", name, *cells))

    rows = [line(name, row[0], row[1], Rank.PART) for name, row in zip(CATEGORIES, one.people, strict=True)]
    whole = line(ALL, _sum(one, 0), _sum(one, 1), Rank.WHOLE)
    return DraftTable("4", stages.TITLE, stages.FIELDS, (*rows, whole))


def _towns(one: Region) -> DraftTable:
    total = _sum(one, 1)
    numbers = {"Город А": total - 20, "Город Б": 20, ALL: total}
    rows = [
        Row(name, (name, Mark.NO_DATA, People(value, Rank.WHOLE if name == ALL else Rank.PART), 3, 2, 1))
        for name, value in numbers.items()
    ]
    return DraftTable("5", municipalities.TITLE, municipalities.FIELDS, tuple(rows))


def _teams(one: Region) -> DraftTable:
    cells = (Text(one.theme, "КМ-0001"), "Экология", "Разработка", "5–9", Mark.NOT_MEANT, Mark.NOT_MEANT)
    return DraftTable("6", teams.TITLE, teams.FIELDS, (Row("КМ-0001", ("КМ-0001", *cells)),))


def _mentors(one: Region) -> DraftTable:
    rows = [Row(name, (name, one.teams, one.teams, 3, 2)) for name in ("Предприятие", ALL)]
    return DraftTable("7", mentors.TITLE, mentors.FIELDS, tuple(rows))


def _points() -> DraftTable:
    cells = ("Контрольная точка", "Набор", AS_OF, AS_OF, "Исполнено", Mark.NOT_MEANT)
    return DraftTable("9", points.TITLE, points.FIELDS, (Row("МР-0001", cells),))


def _money(one: Region) -> DraftTable:
    cells = (1000.5 * one.teams, 500, 400, 242.5, 48.5)
    return DraftTable("10", finance.TITLE, finance.FIELDS, tuple(Row(x, (x, *cells)) for x in ("Федеральный", ALL)))
