"""Table 6 «Команды и проекты»: the code of a team, its theme and stage, its size as an interval; nobody is named."""

from config.codes import CODE
from reports.disclosure.draft import Cell, DraftTable, Mark, Row, Text
from reports.facts import Facts
from reports.federal.telling import title_of_row, words_in
from reports.report import Field
from validators.counting.count import by_then, days
from validators.counting.people import people_obstacle
from validators.counting.teams import teams_on
from validators.office import Office

TITLE = "Команды и проекты"
FIELDS = (
    Field("Код", 10),
    Field("Тема", 44),
    Field("Направление", 40),
    Field("Стадия", 18),
    Field("Численность", 14),
    Field("Итог", 18),
    Field("Внедрение", 30),
)
_STEP = 5


def teams(facts: Facts, k: int) -> DraftTable:
    """The teams formed by the day, closed ones too."""
    office = facts.scene.office
    if not office.has("TEAM"):
        return DraftTable("6", TITLE, FIELDS, ())
    table = office.tables["TEAM"]
    formed, known = days(table, "formed"), not people_obstacle(office)
    members = teams_on(office, facts.today) if known else None
    rows = []
    for index in table.counted:
        if by_then(formed[index], facts.today):
            code = table.ids[index]
            size = Mark.NO_DATA if members is None else interval(len(members[code].people), k)
            theme = words_in(table, index, "project") or words_in(table, index, "task") or Mark.NO_DATA
            priority = title_of_row(office, "PRIORITY", table.values["priority"][index]) or Mark.NO_DATA
            stage = str(table.values["stage"][index] or Mark.NO_DATA)
            outcome = table.values["outcome"][index]
            result = str(outcome) if outcome else Mark.NOT_MEANT
            rows.append(Row(code, (code, theme, priority, stage, size, result, _uptake(office, index))))
    return DraftTable("6", TITLE, FIELDS, tuple(rows))


def interval(size: int, k: int) -> str:
    """«0», «менее 5», «5–9», «10–14»: the size of a team, five by five from the least number that is shown."""
    if size == 0:
        return "0"
    if size < k:
        return f"менее {k}"
    first = k + (size - k) // _STEP * _STEP
    return f"{first}–{first + _STEP - 1}"


def _uptake(office: Office, index: int) -> Cell:
    """What became of the project: the words of staff, or the kind and day of the document."""
    table = office.tables["TEAM"]
    value = table.values["uptake"][index]
    if value in (None, ""):
        return Mark.NOT_MEANT
    papers = office.tables.get("DOC")
    at = papers.index_of.get(str(value)) if papers is not None and CODE.fullmatch(str(value)) else None
    if papers is None or at is None:
        return Text(str(value), table.ids[index])
    day = days(papers, "day")[at]
    return f"{papers.values['kind'][at]} от {day:%d.%m.%Y}" if day else str(papers.values["kind"][at])
