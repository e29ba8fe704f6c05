"""Table 4 «Этапы»: of each stage by category, who must pass it, who has, and of whom it is not asked."""

from collections.abc import Callable, Iterator
from functools import partial

from config.registers.stages import WHOLE_SEASON
from reports.disclosure.draft import Cell, DraftTable, Mark, Rank, Row
from reports.facts import Facts
from reports.federal.participants import categories, named
from reports.federal.telling import ALL, UNKNOWN, people, title_of_row
from reports.report import Field, Form
from validators.counting.count import days
from validators.counting.passage import Passage, passage
from validators.office import Office

TITLE = "Этапы"
MUST, PASSED, EXCUSED = "Должны пройти", "Прошли", "Не требуется"
FIELDS = (
    Field("Этап", 8),
    Field("Название этапа", 44),
    Field("Категория", 18),
    *(Field(one, 19, Form.WHOLE) for one in (MUST, PASSED, EXCUSED)),
)
_STUDENT = "Студент вуза"


def stages(facts: Facts) -> DraftTable:
    """The dated stages in their order; of one that has not begun nothing is meant to be told."""
    office = facts.scene.office
    return DraftTable("4", TITLE, FIELDS, tuple(_rows(facts, office)) if office.has("STAGE") else ())


def key_of(stage: str, category: str) -> str:
    """The name of a line: «Э2, Школьник»."""
    return f"{stage}, {category}"


def _rows(facts: Facts, office: Office) -> Iterator[Row]:
    table, of = office.tables["STAGE"], categories(facts)
    starts = days(table, "start")
    for index in table.counted:
        start, code = starts[index], table.ids[index]
        if start is None or code == WHOLE_SEASON:
            continue
        found = passage(office, facts.today, index) if start <= facts.today else None
        counts = () if found is None else (found.must, found.passed, found.excused)
        for category in (*named(counts, of), ALL):
            cells = _cells(found, category, partial(_belongs, of, category))
            yield Row(key_of(code, category), (code, title_of_row(office, "STAGE", code), category, *cells))


def _belongs(of: Callable[[str], str], category: str, row: str) -> bool:
    return category in (ALL, of(row))


def _cells(found: Passage | None, category: str, belongs: Callable[[str], bool]) -> tuple[Cell, ...]:
    if found is None:
        return (Mark.NOT_MEANT,) * 3
    rank = Rank.WHOLE if category == ALL else Rank.PART
    must = Mark.NOT_MEANT if not _is_asked(found, category) else people(found.must, belongs, rank=rank)
    return (must, people(found.passed, belongs, rank=rank), people(found.excused, belongs, rank=rank))


def _is_asked(found: Passage, category: str) -> bool:
    """The stage is obligatory for the category; of the whole, for anybody."""
    if category in {ALL, UNKNOWN}:
        return bool(found.asked)
    return ("UNI" if category == _STUDENT else "SCH") in found.asked
