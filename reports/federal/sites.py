"""Table 8 «Площадки и организации»: approved sites and institutions; how many people passed, by direction only."""

from collections.abc import Iterator
from typing import Any

from reports.disclosure.draft import Cell, DraftTable, Mark, People, Rank, Row, Text
from reports.facts import Facts
from reports.federal.telling import ALL, UNKNOWN, people, words_in
from reports.figures.cuts import CUTS
from reports.figures.grouped import UNKNOWN as UNTOLD
from reports.figures.grouped import known_count, parted
from reports.naming import title_in
from reports.report import Field, Form
from validators.counting.count import references
from validators.office import Office, Table

TITLE = "Площадки и организации"
DONE = "Прошли, чел."
FIELDS = (
    Field("Строка", 14),
    Field("Юридическое лицо", 46),
    Field("Направление", 38),
    Field("Вид", 24),
    Field("Мест", 18, Form.WHOLE),
    Field(DONE, 18, Form.WHOLE),
)
_PLACES = ("places_tests", "places_internship")


def sites(facts: Facts) -> DraftTable:
    """The sites of question C2, the institutions of question C4, then the directions with the people who passed."""
    office = facts.scene.office
    rows: list[Row] = []
    for key, figure, kind, title in (("ENT", "K15", "Площадка", "site_kind"), ("EDU", "K33", "Организация", "type")):
        codes = known_count(facts, figure).rows
        rows += [_approved(office, office.tables[key], code, (kind, title)) for code in codes]
    return DraftTable("8", TITLE, FIELDS, (*rows, *_directions(facts)))


def _approved(office: Office, table: Table[Any], code: str, kind: tuple[str, str]) -> Row:
    index = table.index_of[code]
    field = "priorities" if table.register.key == "ENT" else "trains"
    named = references(table.values[field][index])
    titles = "; ".join(title_in(office.tables.get("PRIORITY"), one) or one for one in named)
    direction: Cell = Text(titles, code, free=False) if titles else Mark.NO_DATA
    title = words_in(table, index, "title", free=False)
    what = str(table.values[kind[1]][index] or Mark.NO_DATA)
    return Row(code, (kind[0], title, direction, what, _places(table, index), Mark.NOT_MEANT))


def _places(table: Table[Any], index: int) -> Cell:
    if table.register.key != "ENT":
        return Mark.NOT_MEANT
    known = [value for name in _PLACES if isinstance(value := table.values[name][index], int)]
    return sum(known) if known else Mark.NO_DATA


def _directions(facts: Facts) -> Iterator[Row]:
    """K16 by the directions of the participants' teams; a line for each direction of the register."""
    office, count = facts.scene.office, known_count(facts, "K16")
    parts = parted(count, office.once(CUTS["priority"][1]))
    listed = office.tables["PRIORITY"].ids if office.has("PRIORITY") else ()
    for code in dict.fromkeys((*listed, *(one for one in parts if one != UNTOLD))):
        title = Text(title_in(office.tables.get("PRIORITY"), code) or code, code, free=False)
        done: Cell = Mark.NO_DATA if count.value is None else people(parts[code]) if code in parts else People(0)
        yield Row(code, ("Направление", Mark.NOT_MEANT, title, Mark.NOT_MEANT, Mark.NOT_MEANT, done))
    if UNTOLD in parts:
        cells = ("Направление", Mark.NOT_MEANT, UNKNOWN, Mark.NOT_MEANT, Mark.NOT_MEANT, people(parts[UNTOLD]))
        yield Row(UNKNOWN, cells)
    yield Row(ALL, (ALL, Mark.NOT_MEANT, ALL, Mark.NOT_MEANT, Mark.NOT_MEANT, people(count, rank=Rank.WHOLE)))
