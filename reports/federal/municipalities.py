"""Table 5 «Муниципалитеты»: people, teams, institutions and sites of each; never by category as well."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.disclosure.draft import Cell, DraftTable, Mark, People, Rank, Row, Text
from reports.facts import Facts
from reports.federal.telling import ALL, UNKNOWN, people, plain
from reports.figures.grouped import UNKNOWN as NO_PLACE
from reports.figures.grouped import grouped, known_count
from reports.report import Field, Form
from validators.counting.count import Count, ids_at
from validators.counting.people import existing_municipalities

TITLE = "Муниципалитеты"
ENROLLED = "Зачислено"
_COLUMNS = {ENROLLED: "K02", "Команд": "K09", "Организаций": "K05", "Площадок": "K15"}
FIELDS = (Field("Муниципалитет", 40), Field("ОКТМО", 14), *(Field(one, 13, Form.WHOLE) for one in _COLUMNS))


@dataclass(frozen=True)
class _Column:
    count: Count
    parts: Mapping[str, Count]
    of_people: bool

    def cell(self, name: str) -> Cell:
        """A municipality without rows has nought."""
        if self.count.value is None:
            return Mark.NO_DATA
        part = self.parts.get(name)
        if self.of_people:
            return People(0) if part is None else people(part)
        return 0 if part is None else plain(part.value)

    @property
    def whole(self) -> Cell:
        return people(self.count, rank=Rank.GRAND) if self.of_people else plain(self.count.value)


def municipalities(facts: Facts) -> DraftTable:
    """Every municipality that exists, any other that has rows, those of whom it is not told, the whole region."""
    office = facts.scene.office
    counts = {heading: known_count(facts, key) for heading, key in _COLUMNS.items()}
    columns = [
        _Column(count, grouped(facts, count, "municipality"), heading == ENROLLED) for heading, count in counts.items()
    ]
    listed = ids_at(office.tables["MUN"], existing_municipalities(office, facts.today)) if office.has("MUN") else []
    used = {name for one in columns for name, part in one.parts.items() if part.rows}
    names = [*dict.fromkeys([*listed, *sorted(used - {NO_PLACE})])]
    rows = [_row(facts, name, tuple(one.cell(name) for one in columns)) for name in names]
    if NO_PLACE in used:
        rows.append(Row(UNKNOWN, (UNKNOWN, None, *(one.cell(NO_PLACE) for one in columns))))
    rows.append(Row(ALL, (ALL, None, *(one.whole for one in columns))))
    return DraftTable("5", TITLE, FIELDS, tuple(rows))


def _row(facts: Facts, name: str, cells: tuple[Cell, ...]) -> Row:
    table = facts.scene.office.tables.get("MUN")
    index = None if table is None else table.index_of.get(name)
    code = None if table is None or index is None else table.values["oktmo"][index]
    return Row(name, (Text(name, "Муниципалитеты", free=False), str(code) if code else Mark.NO_DATA, *cells))
