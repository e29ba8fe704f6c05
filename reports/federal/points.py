"""Table 9 «Контрольные точки и решения»: control points with plan and fact, points decided by the collegial body."""

from collections.abc import Iterator

from config.codes import CODE
from config.registers.plan import CONTROL_POINT
from reports.disclosure.draft import Cell, DraftTable, Mark, Row, Text
from reports.facts import Facts
from reports.federal.telling import words_in
from reports.report import Field, Form
from validators.counting.count import by_then, days
from validators.counting.decisions import decisions
from validators.office import Office

TITLE = "Контрольные точки и решения"
FIELDS = (
    Field("Вид", 20),
    Field("Контрольная точка или вопрос", 52),
    Field("План", 18, Form.DATE),
    Field("Факт", 18, Form.DATE),
    Field("Итог", 18),
    Field("№ протокола", 19),
)


def points(facts: Facts) -> DraftTable:
    """Control points of the plan, then the points of decisions, in the order of their registers."""
    office = facts.scene.office
    rows = (*(_control(facts) if office.has("PLAN") else ()), *(_decided(facts) if office.has("DEC") else ()))
    return DraftTable("9", TITLE, FIELDS, rows)


def _control(facts: Facts) -> Iterator[Row]:
    table = facts.scene.office.tables["PLAN"]
    ends, done = days(table, "end"), days(table, "done")
    for index in table.counted:
        if table.values["kind"][index] != CONTROL_POINT:
            continue
        day, state = done[index], str(table.values["status"][index] or "Не начато")
        is_done = state == "Исполнено" and by_then(day, facts.today)
        fact: Cell = day if is_done and day else Mark.NO_DATA if is_done else Mark.NOT_MEANT
        plan = ends[index] or Mark.NO_DATA
        result = "В работе" if state == "Исполнено" and not is_done else state
        yield Row(
            table.ids[index],
            (CONTROL_POINT, words_in(table, index, "title"), plan, fact, result, Mark.NOT_MEANT),
        )


def _decided(facts: Facts) -> Iterator[Row]:
    office = facts.scene.office
    for one in decisions(office).values():
        if one.is_of_the_body:
            heard = one.is_considered and by_then(one.decided, facts.today)
            fact: Cell = (one.decided or Mark.NO_DATA) if heard else Mark.NOT_MEANT
            result = one.result if heard else "Запланировано"
            question = Text(one.words, one.id, free=False)
            protocol = _protocol(office, one.id) if heard else Mark.NOT_MEANT
            yield Row(one.id, ("Решение", question, one.decided or Mark.NO_DATA, fact, result, protocol))


def _protocol(office: Office, code: str) -> Cell:
    """The number of the protocol: that of the document which the cell names, else what staff typed."""
    table = office.tables["DEC"]
    value = table.values["protocol"][table.index_of[code]]
    if value in (None, ""):
        return Mark.NO_DATA
    papers = office.tables.get("DOC")
    at = papers.index_of.get(str(value)) if papers is not None and CODE.fullmatch(str(value)) else None
    if papers is None or at is None:
        return Text(str(value), code)
    number = papers.values["number"][at]
    return Text(str(number), str(value), free=False) if number else Mark.NO_DATA
