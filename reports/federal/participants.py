"""Table 3 «Участники»: by category, who applied, was enrolled, takes part, left, finished."""

from collections.abc import Callable, Iterable, Mapping

from reports.disclosure.draft import Cell, DraftTable, Rank, Row
from reports.facts import Facts
from reports.federal.telling import ALL, UNKNOWN, people
from reports.figures.cuts import CUTS
from reports.report import Field, Form
from validators.counting.agenda import graduates
from validators.counting.count import Count, number
from validators.counting.funnel import outflow
from validators.counting.people import active_people, people_obstacle
from validators.counts import COUNTS

TITLE = "Участники"
CATEGORIES = ("Школьник", "Студент СПО", "Студент вуза")
APPLIED, ENROLLED, ACTIVE, LEFT, FINISHED = "Заявок", "Зачислено", "Активны", "Выбыло", "Завершили"
FIELDS = (
    Field("Категория", 24),
    *(Field(one, 13, Form.WHOLE) for one in (APPLIED, ENROLLED, ACTIVE, LEFT, FINISHED)),
)


def participants(facts: Facts) -> DraftTable:
    """A line for each category, those of whom it is not told, and the whole; people, each once."""
    counts, of = standing(facts), categories(facts)
    rows = [Row(name, (name, *_line(counts, of, name))) for name in named(counts.values(), of)]
    whole: list[Cell] = [people(one, rank=_rank(heading)) for heading, one in counts.items()]
    return DraftTable("3", TITLE, FIELDS, (*rows, Row(ALL, (ALL, *whole))))


def _rank(heading: str) -> Rank:
    return Rank.GRAND if heading in {APPLIED, ENROLLED} else Rank.WHOLE


def _line(counts: Mapping[str, Count], of: Callable[[str], str], name: str) -> list[Cell]:
    return [people(one, lambda row: of(row) == name) for one in counts.values()]


def named(counts: Iterable[Count], of: Callable[[str], str]) -> tuple[str, ...]:
    """The categories, and the line of those who have none if there are any."""
    lost = any(of(row) == UNKNOWN for one in counts for row in one.rows)
    return (*CATEGORIES, UNKNOWN) if lost else CATEGORIES


def standing(facts: Facts) -> Mapping[str, Count]:
    """Heading → the people of the column, those of the whole region."""
    office, on = facts.scene.office, facts.today
    why = people_obstacle(office)
    if why:
        return dict.fromkeys((APPLIED, ENROLLED, ACTIVE, LEFT, FINISHED), Count(why=why))
    return {
        APPLIED: COUNTS["K01"](office, on),
        ENROLLED: COUNTS["K02"](office, on),
        ACTIVE: number(one.id for one in active_people(office, on)),
        LEFT: number(one.id for one in outflow(office, on)),
        FINISHED: number(one.id for one in graduates(office, on)),
    }


def categories(facts: Facts) -> Callable[[str], str]:
    """The category of a participant by the id of his row, as the indicators' cut knows it."""
    known = facts.scene.office.once(CUTS["category"][1])

    def category(row: str) -> str:
        name = next(iter(known.get(row, ())), UNKNOWN)
        return name if name in CATEGORIES else UNKNOWN

    return category
