"""Table 7 «Наставники»: how many of each category are proposed, approved, assigned, at work; only counts."""

from config.registers.mentors import MENTOR_CATEGORIES
from reports.disclosure.draft import Cell, DraftTable, Mark, Row
from reports.facts import Facts
from reports.federal.telling import ALL, UNKNOWN, plain
from reports.figures.grouped import UNKNOWN as UNTOLD
from reports.figures.grouped import grouped, state_of
from reports.report import Field, Form
from validators.counting.count import Count

TITLE = "Наставники"
ASSIGNED = "Закреплено"
_STATES = {"Предложено": "предложено", "Утверждено": "утверждено", ASSIGNED: "закреплено", "Активны": "активны"}
FIELDS = (Field("Категория", 44), *(Field(one, 13, Form.WHOLE) for one in _STATES))


def mentors(facts: Facts) -> DraftTable:
    """A line for each category, those of whom it is not told, and the whole."""
    counts = [state_of(facts, "K13", state) for state in _STATES.values()]
    parts = [grouped(facts, one, "category") for one in counts]
    lost = [(UNKNOWN, UNTOLD)] if any(UNTOLD in one for one in parts) else []
    rows = [
        Row(name, (name, *(_cell(count.value, part.get(group)) for count, part in zip(counts, parts, strict=True))))
        for name, group in [*((one, one) for one in MENTOR_CATEGORIES.values), *lost]
    ]
    return DraftTable("7", TITLE, FIELDS, (*rows, Row(ALL, (ALL, *(plain(one.value) for one in counts)))))


def _cell(whole: float | None, part: Count | None) -> Cell:
    if whole is None:
        return Mark.NO_DATA
    return 0 if part is None else plain(part.value)
